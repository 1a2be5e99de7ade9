using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Options;
using OrcidPortal.Simulator.Store;
using OrcidPortal.Simulator.Traffic;

namespace OrcidPortal.Simulator.OAuth;

/// <summary><c>/oauth/token</c> and <c>/oauth/revoke</c>: what clients ask for behind the scenes.</summary>
internal sealed class TokenEndpoint(Registry registry, Clients clients, Grants grants, TokenIssuer issuer, Gatekeeper gatekeeper, IOptions<SimulatorOptions> options)
{
    private const string CodeGrant = "authorization_code";
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="http">The request.</param>
    /// <param name="prefix">Where the simulator is mounted.</param>
    /// <param name="path">Where below it: the hosts of the APIs answer too.</param>
    public Task TokenAsync(HttpContext http, string prefix, string path) => gatekeeper.PassAsync(http, path, null, async call =>
    {
        if (!HttpMethods.IsPost(http.Request.Method)) return Refuse(NotAllowed(http));
        var request = await TokenRequest.ReadAsync(http.Request);
        if (request["grant_type"] is not { } grant) return Refuse(OAuthError.UnsupportedGrant("grant_type is missing"));
        var (client, fault) = ClientOf(request, grant);
        if (client is null) return Refuse(fault!);
        call.ClientId = client.Id;
        request = request.For(client);
        return registry.Run(state =>
        {
            var (token, nonce, error) = grant switch
            {
                CodeGrant => grants.FromCode(state, request),
                "client_credentials" => grants.ForClient(state, request),
                "refresh_token" => grants.FromRefresh(state, request),
                _ => OAuthError.UnsupportedGrant($"Unsupported grant type: {grant}"),
            };
            call.Orcid = token?.Orcid;
            return token is null ? Refuse(error!) : Reply.Json(200, issuer.Describe(state, token, Issuer.Of(http, prefix), nonce).ToJsonString(Plain)) with { Headers = NoStore };
        });
    });

    /// <summary>Ends one token by its access or refresh value. Unknown, ended and other clients' tokens are passed over in silence.</summary>
    public Task RevokeAsync(HttpContext http) => gatekeeper.PassAsync(http, "/oauth/revoke", null, async call =>
    {
        if (!HttpMethods.IsPost(http.Request.Method)) return Refuse(NotAllowed(http));
        var request = await TokenRequest.ReadAsync(http.Request);
        var (client, fault) = ClientOf(request);
        if (client is null) return Refuse(fault!);
        call.ClientId = client.Id;
        if (request["token"] is not { } value) return Refuse(OAuthError.InvalidRequest("Please provide the token to be param"));
        registry.Run(state =>
        {
            var token = state.FindToken(value) ?? state.FindByRefresh(value);
            if (token is null || token.ClientId != client.Id) return;
            call.Orcid = token.Orcid;
            if (token.End == TokenEnd.None) state.Save(token with { End = TokenEnd.RevokedByClient });
        });
        return new Reply(200);
    });

    private static Dictionary<string, string> NoStore => new() { ["Cache-Control"] = "no-store", ["Pragma"] = "no-cache" };

    private (SimulatorClient? Client, OAuthError? Fault) ClientOf(TokenRequest request, string? grant = null)
    {
        var (id, secret) = request.Credentials;
        if (id is null) return (null, OAuthError.InvalidClient("No client credentials presented").OrRequired("client_id"));
        if (clients.Find(id) is not { } client) return (null, AtExchange(OAuthError.InvalidClient($"Client not found: {id}")));
        if (client.Secret.Length == 0 || client.Secret != secret)
        {
            var bad = OAuthError.InvalidClient("Bad client credentials");
            return (null, secret is null ? bad.OrRequired("client_secret") : AtExchange(bad));
        }
        if (client.IsLocked) return (null, OAuthError.UnauthorizedClient("The client is locked."));
        return client.IsDeactivated ? (null, OAuthError.UnauthorizedClient("The client is deactivated.")) : (client, null);

        OAuthError AtExchange(OAuthError error) => grant == CodeGrant ? error.OrInvalid() : error;
    }

    private static OAuthError NotAllowed(HttpContext http) => new(
        405, "method_not_allowed",
        $"Method {http.Request.Method} is not supported for token requests. POST IS supported, but BASIC authentication is the preferred method of authenticating clients.");

    private Reply Refuse(OAuthError error)
    {
        var said = error.In(options.Value.OAuthErrorProfile);
        return Reply.Json(said.Status, JsonSerializer.Serialize(new { error = said.Error, error_description = said.Description }, Plain)) with { Headers = NoStore };
    }
}
