using OrcidPortal.Data;
using OrcidPortal.Security;

namespace OrcidPortal.Connect;

/// <summary>Links an ORCID iD to a person, and unlinks it.</summary>
public sealed class OrcidLink
{
    /// <summary>Begins the way to ORCID.</summary>
    public Task<StartResult> StartAsync(Guid personId, Guid accountId, string browserValue, Uri redirect, string language, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Ends the way back from ORCID.</summary>
    public Task<FinishResult> FinishAsync(
        string? state, string? code, string? error, string browserValue, SignedIn user, Uri redirect, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Forgets the permission and leaves at ORCID what was sent.</summary>
    public Task<DisconnectResult> DisconnectAsync(Guid personId, Actor actor, CancellationToken cancellationToken) => throw new NotImplementedException();
}
