using OrcidPortal.Data;

namespace OrcidPortal.Connect;

/// <summary>How people are connected.</summary>
public sealed class ConnectionList
{
    /// <summary>The connection of one person with the registry of the settings.</summary>
    public Task<ConnectionInfo> OfAsync(Guid personId, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>People by name, 50 at a time.</summary>
    /// <param name="query">Part of the name, or the beginning of the person's id; null or blank: everybody.</param>
    /// <param name="connected">Only those who are connected, or are not; null: both.</param>
    /// <param name="cursor">From the page before; null: the first page.</param>
    public Task<Page<PersonRow>> PeopleAsync(string? query, bool? connected, string? cursor, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>A curator says that the record at ORCID is this person's although the names differ.</summary>
    public Task ConfirmNameAsync(Guid personId, Actor actor, CancellationToken cancellationToken) => throw new NotImplementedException();
}
