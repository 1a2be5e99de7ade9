using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Options;

namespace OrcidPortal.OrcidApi;

/// <summary>ORCID's sign-in: where to send people, and what their code is exchanged for.</summary>
public sealed class OrcidOAuthClient(HttpClient http, OrcidEndpoints endpoints, IOptions<OrcidOptions> options, TimeProvider time, ILogger<OrcidOAuthClient> logger)
{
    private static readonly string[] Languages = ["ar", "cs", "en", "es", "fr", "de", "it", "ja", "ko", "pl", "pt", "ru", "tr", "zh_CN", "zh_TW"];

    private readonly OrcidOptions _options = options.Value;
    private readonly OrcidCall _call = new(http, options.Value.CallTimeout, time, logger);

    /// <summary>The page at ORCID that asks a person to sign in and agree.</summary>
    /// <param name="state">Comes back unchanged with the answer.</param>
    /// <param name="redirect">Where ORCID sends the person back, absolute, registered with ORCID.</param>
    /// <param name="scopes">Separated by blanks.</param>
    /// <param name="language">The reader's language, such as <c>de</c>; one that ORCID does not speak is left out.</param>
    public Uri AuthorizeUrl(string state, Uri redirect, string scopes, string? language)
    {
        // The browser may know this portal under another name than the portal itself does: keep the one it came with.
        var page = endpoints.IsInsidePortal ? new Uri(redirect, $"{OrcidEndpoints.SimulatorPath}/oauth/authorize") : new Uri(endpoints.OAuth, "authorize");
        var query = new QueryBuilder
        {
            { "client_id", _options.ClientId }, { "response_type", "code" }, { "scope", scopes }, { "redirect_uri", redirect.AbsoluteUri }, { "state", state },
        };
        var known = Languages.FirstOrDefault(l => string.Equals(l, language?.Replace('-', '_'), StringComparison.OrdinalIgnoreCase))
            ?? Languages.FirstOrDefault(l => string.Equals(l, language?.Split('-', '_')[0], StringComparison.OrdinalIgnoreCase));
        if (known is not null) query.Add("lang", known);
        return new UriBuilder(page) { Query = query.ToString() }.Uri;
    }

    /// <summary>Exchanges the code a person came back with for tokens. A code works once: a lost answer means that they must begin again.</summary>
    /// <param name="code">As ORCID sent it.</param>
    /// <param name="redirect">The same address as for <see cref="AuthorizeUrl"/>.</param>
    /// <param name="cancellationToken">Ends the waiting with an exception.</param>
    /// <returns>The grant, or <see cref="OrcidResult.Refused"/> with ORCID's words for a bad code, client or redirect.</returns>
    public Task<OrcidAnswer<TokenGrant>> ExchangeAsync(string code, Uri redirect, CancellationToken cancellationToken)
    {
        var form = Credentials();
        form["grant_type"] = "authorization_code";
        form["code"] = code;
        form["redirect_uri"] = redirect.AbsoluteUri;
        return SendAsync<TokenGrant>("token", form, TryReadGrant, [_options.ClientSecret, code], cancellationToken);
    }

    /// <summary>Asks for a token of the institution itself, for what needs nobody's permission. May be repeated safely.</summary>
    /// <param name="scope">Such as <c>/webhook</c>.</param>
    /// <param name="cancellationToken">Ends the waiting with an exception.</param>
    /// <returns>The grant; <see cref="OrcidResult.MissingScope"/> where ORCID does not give these credentials that permission.</returns>
    public Task<OrcidAnswer<ClientGrant>> GrantAsync(string scope, CancellationToken cancellationToken)
    {
        var form = Credentials();
        form["grant_type"] = "client_credentials";
        form["scope"] = scope;
        return SendAsync<ClientGrant>("token", form, TryReadClientGrant, [_options.ClientSecret], cancellationToken, ExplainGrant);
    }

    /// <summary>Gives a token back to ORCID. Also done where ORCID did not know it any more.</summary>
    /// <param name="token">An access token or a refresh token.</param>
    /// <param name="cancellationToken">Ends the waiting with an exception.</param>
    public Task<OrcidAnswer<bool>> RevokeAsync(string token, CancellationToken cancellationToken)
    {
        var form = Credentials();
        form["token"] = token;
        return SendAsync("revoke", form, (OrcidReply _, out bool done) => done = true, [_options.ClientSecret, token], cancellationToken);
    }

    private Dictionary<string, string> Credentials() => new() { ["client_id"] = _options.ClientId, ["client_secret"] = _options.ClientSecret };

    private Task<OrcidAnswer<T>> SendAsync<T>(string path, Dictionary<string, string> form, ReadReply<T> read, string[] secrets, CancellationToken cancellationToken, Func<OrcidReply, OrcidResult>? explain = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(endpoints.OAuth, path)) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return _call.SendAsync(request, CallEffect.Write, read, explain ?? Explain, secrets, cancellationToken);
    }

    /// <summary>Whatever the status (ORCID answers a wrong redirect with 500), a body with an OAuth error is ORCID's refusal.</summary>
    private static OrcidResult Explain(OrcidReply reply)
    {
        var error = OrcidError.Parse(reply.Body);
        var result = error.Author == ErrorAuthor.OAuth && reply.Status is not (429 or 503)
            ? new OrcidResult.Refused(error.Code)
            : OrcidResults.Of(reply.Status, error, CallEffect.Write, reply.Location, reply.RetryAfter);
        return result with { Message = error.Message };
    }

    /// <summary>A token that lacks what was asked for is not given at all.</summary>
    private static OrcidResult ExplainGrant(OrcidReply reply)
    {
        var (error, result) = (OrcidError.Parse(reply.Body), Explain(reply));
        // Since 2025 only the words are documented.
        return result is OrcidResult.Refused && (error.Reason == "invalid_scope" || error.Message?.StartsWith("Invalid scope", StringComparison.OrdinalIgnoreCase) == true)
            ? new OrcidResult.MissingScope { Message = result.Message }
            : result;
    }

    private static bool TryReadGrant(OrcidReply reply, [NotNullWhen(true)] out TokenGrant? grant)
    {
        grant = Read(reply, root => Text(root, "access_token") is { } access && Text(root, "orcid") is { } orcid
            ? new TokenGrant(access, Text(root, "refresh_token"), Life(root), Text(root, "scope") ?? "", Text(root, "name"), orcid)
            : null);
        return grant is not null;
    }

    private static bool TryReadClientGrant(OrcidReply reply, [NotNullWhen(true)] out ClientGrant? grant)
    {
        grant = Read(reply, root => Text(root, "access_token") is { } access ? new ClientGrant(access, Life(root), Text(root, "scope") ?? "") : null);
        return grant is not null;
    }

    private static T? Read<T>(OrcidReply reply, Func<JsonElement, T?> read)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(reply.Body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeSpan Life(JsonElement root) => TimeSpan.FromSeconds(
        root.TryGetProperty("expires_in", out var life) && life.ValueKind == JsonValueKind.Number && life.TryGetInt64(out var seconds) ? Math.Clamp(seconds, 0, 100L * 365 * 86400) : 3600);

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
