using OrcidPortal.Data;

namespace OrcidPortal.Push;

/// <summary>The first sync: what would be sent, and the person's confirmation. Nothing is sent before it.</summary>
public sealed class FirstSync
{
    /// <summary>What the person is asked to confirm.</summary>
    /// <returns>Null where the person is not connected or has confirmed already.</returns>
    public Task<FirstSyncView?> LoadAsync(Guid personId, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Saves the confirmation. The caller then starts <see cref="PushJob"/> for the person.</summary>
    /// <param name="sendItemIds">What the person ticked; what is not ticked is left out and can be included again.</param>
    /// <param name="addOursWhereAlreadyThere">The rule for works ORCID has from another source: add the library as a further source.</param>
    /// <param name="language">The language of the text confirmed, for example <c>en</c>.</param>
    /// <returns>How many works go now.</returns>
    public Task<int> ConfirmAsync(
        Guid personId, IReadOnlySet<Guid> sendItemIds, bool addOursWhereAlreadyThere, Actor actor, string language, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
