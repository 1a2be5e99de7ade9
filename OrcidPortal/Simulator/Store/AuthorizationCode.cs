namespace OrcidPortal.Simulator.Store;

/// <summary>What a client takes home from the consent page, once.</summary>
internal sealed record AuthorizationCode(
    string Value, string ClientId, string Orcid, string Scope, string RedirectUri, DateTimeOffset ExpiresAt, bool IsUsed = false)
{
    public override string ToString() => $"Code for {Orcid}";
}
