using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using OrcidPortal.Simulator.Store;
using OrcidPortal.Simulator.Traffic;

namespace OrcidPortal.Simulator.OAuth;

/// <summary><c>/oauth/token</c> and <c>/oauth/revoke</c>: what clients ask for behind the scenes.</summary>
internal sealed class TokenEndpoint(Registry registry, Clients clients, Grants grants, TokenIssuer issuer, Gatekeeper gatekeeper)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Task TokenAsync(HttpContext http) => gatekeeper.PassAsync(http, "/oauth/token", null, async call =>
    {
        if (!HttpMethods.IsPost(http.Request.Method)) return Refuse(NotAllowed(http));
        var form = await FormAsync(http);
        if (form("grant_type") is not { } grant) return Refuse(new(400, "unsupported_grant_type", "grant_type is missing"));
        var (client, fault) = ClientOf(http, form);
        if (client is null) return Refuse(fault!);
        call.ClientId = client.Id;
        return registry.Run(state =>
        {
            var (token, error) = grant switch
            {
                "authorization_code" => grants.FromCode(state, client, form),
                "client_credentials" => grants.ForClient(state, client, form),
                "refresh_token" => grants.FromRefresh(state, client, form),
                _ => (null, new OAuthError(400, "unsupported_grant_type", $"Unsupported grant type: {grant}")),
            };
            call.Orcid = token?.Orcid;
            return token is null ? Refuse(error!) : Reply.Json(200, JsonSerializer.Serialize(issuer.Describe(state, token), Plain)) with { Headers = NoStore };
        });
    });

    /// <summary>Ends one token by its access or refresh value. Unknown, ended and other clients' tokens are passed over in silence.</summary>
    public Task RevokeAsync(HttpContext http) => gatekeeper.PassAsync(http, "/oauth/revoke", null, async call =>
    {
        if (!HttpMethods.IsPost(http.Request.Method)) return Refuse(NotAllowed(http));
        var form = await FormAsync(http);
        var (client, fault) = ClientOf(http, form);
        if (client is null) return Refuse(fault!);
        call.ClientId = client.Id;
        if (form("token") is not { } value) return Refuse(OAuthError.InvalidRequest("Please provide the token to be param"));
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

    private (SimulatorClient? Client, OAuthError? Fault) ClientOf(HttpContext http, Func<string, string?> form)
    {
        var (id, secret) = Basic(http) ?? (form("client_id"), form("client_secret"));
        if (id is null) return (null, OAuthError.InvalidClient("No client credentials presented"));
        if (clients.Find(id) is not { } client) return (null, OAuthError.InvalidClient($"Client not found: {id}"));
        return client.Secret == secret ? (client, null) : (null, OAuthError.InvalidClient("Bad client credentials"));
    }

    private static (string? Id, string? Secret)? Basic(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return null;
        var buffer = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[6..].Trim(), buffer, out var length)) return ("", null);
        var pair = Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2);
        return (pair[0], pair.ElementAtOrDefault(1));
    }

    private static async Task<Func<string, string?>> FormAsync(HttpContext http)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        return name => form.TryGetValue(name, out StringValues value) && !string.IsNullOrWhiteSpace(value.FirstOrDefault()) ? value.First() : null;
    }

    private static OAuthError NotAllowed(HttpContext http) => new(
        405, "method_not_allowed",
        $"Method {http.Request.Method} is not supported for token requests. POST IS supported, but BASIC authentication is the preferred method of authenticating clients.");

    private static Reply Refuse(OAuthError error) =>
        Reply.Json(error.Status, JsonSerializer.Serialize(new { error = error.Error, error_description = error.Description }, Plain)) with { Headers = NoStore };
}
