namespace OrcidPortal.Connect;

/// <summary>What came of disconnecting.</summary>
public abstract record DisconnectResult
{
    private DisconnectResult() { }

    /// <summary>The portal holds no permission any more.</summary>
    /// <param name="RevokedAtOrcid">False: ORCID could not be told yet; that is tried again for seven days.</param>
    public sealed record Done(bool RevokedAtOrcid) : DisconnectResult;

    /// <summary>What was sent is being removed; then the permission is given back.</summary>
    public sealed record Removing : DisconnectResult;

    /// <summary>There was nothing to disconnect.</summary>
    public sealed record NotConnected : DisconnectResult;
}
