using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Connect;

/// <summary>What people want sent, and how.</summary>
public sealed class Preferences
{
    /// <summary>The person's preference; once a day, all works and "leave what is there" where they never chose.</summary>
    public Task<Preference> GetAsync(Guid personId, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Stores the choice with an agreement and has the person planned again.</summary>
    public Task SaveAsync(Guid personId, SendMode mode, WorksChoice works, Actor actor, string language, CancellationToken cancellationToken) => throw new NotImplementedException();
}
