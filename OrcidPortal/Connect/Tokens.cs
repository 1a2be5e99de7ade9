using OrcidPortal.Data;

namespace OrcidPortal.Connect;

/// <summary>Opens people's tokens for a call, and marks the ones ORCID no longer takes.</summary>
public sealed class Tokens
{
    /// <summary>What a call for this person needs.</summary>
    /// <returns>Null where the person is not connected, or the token cannot be read any more (then the connection is marked so).</returns>
    public Task<ConnectionAccess?> OpenAsync(Guid personId, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Marks the connection as rejected by ORCID, in the caller's transaction.</summary>
    /// <param name="db">The caller's transaction.</param>
    /// <param name="personId">Whose connection.</param>
    /// <param name="why">A sentence for the history, without any token.</param>
    public Task RejectedAsync(PortalDb db, Guid personId, string why, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
