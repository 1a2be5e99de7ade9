namespace OrcidPortal.Simulator.Store;

/// <summary>What a client takes home from the consent page, once.</summary>
internal sealed record AuthorizationCode(
    string Value, string ClientId, string Orcid, string Scope, string RedirectUri, DateTimeOffset ExpiresAt, bool IsUsed = false)
{
    /// <summary>What the client wants to find again in the id_token.</summary>
    public string? Nonce { get; init; }

    /// <summary>When the person signed in.</summary>
    public DateTimeOffset? AuthenticatedAt { get; init; }

    public override string ToString() => $"Code for {Orcid}";
}
