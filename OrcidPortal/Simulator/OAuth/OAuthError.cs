namespace OrcidPortal.Simulator.OAuth;

/// <summary>A refusal of the token endpoint.</summary>
internal sealed record OAuthError(int Status, string Error, string Description)
{
    private const string ScopeList = "https://github.com/ORCID/ORCID-Source/tree/master/orcid-model/src/main/resources/record_2.0#scopes";

    /// <summary>What the server since 2025 says instead; null: the same.</summary>
    public OAuthError? Since2025 { get; init; }

    public static OAuthError UnsupportedGrant(string description) => new(400, "unsupported_grant_type", description);
    public static OAuthError InvalidGrant(string description) => new(400, "invalid_grant", description);
    public static OAuthError InvalidRequest(string description) => new(400, "invalid_request", description);
    public static OAuthError InvalidScope(string description) => new(400, "invalid_scope", description);
    public static OAuthError InvalidClient(string description) => new(401, "invalid_client", description);
    public static OAuthError UnauthorizedClient(string description) => new(400, "unauthorized_client", description);
    public static OAuthError ServerError(string description) => new(500, "server_error", description);
    public static OAuthError UnknownScope() => new(401, "invalid_scope", $"One of the provided scopes is not allowed. Please refer to the list of allowed scopes at: {ScopeList}.");

    /// <summary>Something is missing: the newer server names it.</summary>
    public OAuthError OrRequired(string parameter) => this with { Since2025 = new(401, "invalid_request", $"{parameter} is required") };

    /// <summary>Something is wrong: the newer server does not say what.</summary>
    public OAuthError OrInvalid() => this with { Since2025 = InvalidGrant("One of the provided parameters is invalid, or, the provided token/code is invalid or expired") };

    public OAuthError In(OAuthErrorProfile profile) => profile == OAuthErrorProfile.AuthServer2025 ? Since2025 ?? this : this;
}
