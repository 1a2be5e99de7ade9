using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.OAuth;

/// <summary>What a client asks of a person in the browser.</summary>
internal sealed record AuthorizeRequest(SimulatorClient Client, string RedirectUri, string Scope, string? State, string? Orcid, bool MustAsk)
{
    /// <summary>Reads and checks the query. What is wrong is shown on a page here, never sent to the address in question.</summary>
    public static (AuthorizeRequest? Request, AuthorizeFault? Fault) Read(IEnumerable<KeyValuePair<string, StringValues>> query, Clients clients)
    {
        var values = query.ToDictionary(q => q.Key, q => q.Value.FirstOrDefault(), StringComparer.Ordinal);
        string? Value(string name) => values.GetValueOrDefault(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
        if (Value("client_id") is not { } clientId) return Missing("Please specify a client id");
        if (clients.Find(clientId) is not { } client) return (null, new("invalid_client", $"Client not found: {clientId}"));
        if (Value("response_type") is not { } responseType) return Missing("Please specify a response type");
        if (responseType != "code") return (null, new("unsupported_response_type", "Unsupported response type."));
        if (Value("redirect_uri") is not { } redirect) return Missing("Please specify a redirect URL");
        if (!RedirectUris.IsRegistered(client, redirect)) return (null, new("invalid_grant", "Redirect URI doesn't match your registered redirect URIs."));
        if (Value("scope") is null) return Missing("Please specify the desired scopes");
        var scopes = Scopes.Split(Value("scope"));
        if (scopes.FirstOrDefault(s => !Scopes.IsForPeople(s)) is { } wrong) return (null, new("invalid_scope", $"Invalid scope: {wrong}"));
        if (scopes.Count == 0) return Missing("Please specify the desired scopes");
        var mustAsk = scopes.Contains("openid") && Value("prompt") is "confirm" or "login";
        return (new(client, redirect, string.Join(' ', scopes), values.GetValueOrDefault("state"), Value("orcid"), mustAsk), null);
    }

    public string Answer(string code) => Back(new() { ["code"] = code, ["state"] = State });

    public string Denial() => Back(new() { ["error"] = "access_denied", ["error_description"] = "User denied access", ["state"] = State });

    private string Back(Dictionary<string, string?> parameters) => QueryHelpers.AddQueryString(RedirectUri, parameters.Where(p => p.Value is not null));

    private static (AuthorizeRequest?, AuthorizeFault?) Missing(string what) => (null, new("oauth_error", what));
}

/// <summary>Why the page cannot ask the person.</summary>
internal sealed record AuthorizeFault(string Error, string Description);
