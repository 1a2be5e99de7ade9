using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using OrcidPortal.Simulator.MemberApi;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Store;
using OrcidPortal.Simulator.Traffic;

namespace OrcidPortal.Simulator.OAuth;

/// <summary>What an OpenID Connect client reads without a person: where everything is, the public key, and who a token belongs to.</summary>
internal sealed class OpenIdEndpoint(Registry registry, SigningKeys keys, Gatekeeper gatekeeper, IOptions<SimulatorOptions> options)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Task DiscoverAsync(HttpContext http, string prefix) => gatekeeper.PassAsync(http, "/.well-known/openid-configuration", null, _ =>
    {
        var issuer = Issuer.Of(http, prefix);
        return AnswerAsync(200, new()
        {
            ["token_endpoint_auth_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["userinfo_endpoint"] = issuer + "/oauth/userinfo",
            ["authorization_endpoint"] = issuer + "/oauth/authorize",
            ["token_endpoint"] = issuer + "/oauth/token",
            ["jwks_uri"] = issuer + "/oauth/jwks",
            ["claims_supported"] = new JsonArray("family_name", "given_name", "name", "auth_time", "iss", "sub"),
            ["scopes_supported"] = new JsonArray("openid"),
            ["subject_types_supported"] = new JsonArray("public"),
            ["response_types_supported"] = new JsonArray("code", "id_token", "id_token token"),
            ["claims_parameter_supported"] = false,
            ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post"),
            ["grant_types_supported"] = new JsonArray("authorization_code", "implicit", "refresh_token"),
            ["issuer"] = issuer,
        });
    });

    public Task ShowKeysAsync(HttpContext http) => gatekeeper.PassAsync(http, "/oauth/jwks", null, _ => AnswerAsync(200, keys.PublicSet()));

    /// <summary>The names of the person a token belongs to, as far as everybody may know them.</summary>
    public Task ShowUserAsync(HttpContext http) => gatekeeper.PassAsync(http, "/oauth/userinfo", null, async call =>
    {
        var value = await Bearer.ValueAsync(http.Request);
        var (token, person) = registry.Run(state => state.FindToken(value) is { } found && found.IsLive(registry.Now) ? (found, state.FindPerson(found.Orcid)) : default);
        if (token is null || person is null || !Scopes.Permit(token.Scope, Scopes.Authenticate))
            return await AnswerAsync(403, new() { ["error"] = "access_denied", ["error-description"] = "access_token is invalid" });
        (call.Orcid, call.ClientId) = (person.Orcid, token.ClientId);
        var known = person.NameVisibility == "public" ? person : null;
        return await AnswerAsync(200, new()
        {
            ["id"] = $"{options.Value.PayloadBaseUri.TrimEnd('/')}/{person.Orcid}",
            ["sub"] = person.Orcid,
            ["name"] = known?.CreditName,
            ["family_name"] = known?.FamilyName,
            ["given_name"] = known?.GivenNames,
        });
    });

    /// <summary>A page of the client's may read these answers too.</summary>
    private static Task<Reply> AnswerAsync(int status, JsonObject body) =>
        Task.FromResult(Reply.Json(status, body.ToJsonString(Plain)) with { Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" } });
}
