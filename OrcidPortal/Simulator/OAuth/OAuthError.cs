namespace OrcidPortal.Simulator.OAuth;

/// <summary>A refusal of the token endpoint.</summary>
internal sealed record OAuthError(int Status, string Error, string Description)
{
    private const string ScopeList = "https://github.com/ORCID/ORCID-Source/tree/master/orcid-model/src/main/resources/record_2.0#scopes";

    public static OAuthError InvalidGrant(string description) => new(400, "invalid_grant", description);
    public static OAuthError InvalidRequest(string description) => new(400, "invalid_request", description);
    public static OAuthError InvalidScope(string description) => new(400, "invalid_scope", description);
    public static OAuthError InvalidClient(string description) => new(401, "invalid_client", description);
    public static OAuthError UnauthorizedClient(string description) => new(400, "unauthorized_client", description);
    public static OAuthError ServerError(string description) => new(500, "server_error", description);
    public static OAuthError UnknownScope() => new(401, "invalid_scope", $"One of the provided scopes is not allowed. Please refer to the list of allowed scopes at: {ScopeList}.");
}
