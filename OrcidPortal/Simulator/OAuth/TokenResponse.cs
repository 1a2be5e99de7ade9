using System.Text.Json.Serialization;

namespace OrcidPortal.Simulator.OAuth;

/// <summary>The answer to a token request, in ORCID's order.</summary>
internal sealed record TokenResponse(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("refresh_token")] string RefreshToken,
    [property: JsonPropertyName("expires_in")] long ExpiresIn,
    [property: JsonPropertyName("scope")] string Scope,
    [property: JsonPropertyName("name")] string? Name,
    [property: JsonPropertyName("orcid")] string? Orcid)
{
    public override string ToString() => $"Token response for {Orcid ?? "a client"}";
}
