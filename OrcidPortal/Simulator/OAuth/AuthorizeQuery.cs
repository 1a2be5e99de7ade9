using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.OAuth;

/// <summary>What stands after the question mark of <c>/oauth/authorize</c>. It travels through the sign-in and consent pages and is read anew at each step.</summary>
internal sealed class AuthorizeQuery(IEnumerable<KeyValuePair<string, StringValues>> query)
{
    private const string IdToken = "id_token";
    private static readonly string[] ImplicitParts = ["token", IdToken];

    private readonly Dictionary<string, string?> values = query.ToDictionary(q => q.Key, q => q.Value.FirstOrDefault(), StringComparer.Ordinal);

    /// <summary>Whether anybody is asking at all, or a person just signs in.</summary>
    public bool IsEmpty => this["client_id"] is null;

    public string Text => QueryString.Create(values).Value ?? "";

    /// <summary>A parameter; null when it is missing or blank.</summary>
    public string? this[string name] => values.GetValueOrDefault(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    public static AuthorizeQuery Of(string? text) => new(QueryHelpers.ParseQuery(text));

    /// <summary>The same after the person has signed in: what asked for that is done.</summary>
    public AuthorizeQuery AfterSignIn()
    {
        var prompt = string.Join(' ', Prompts.Where(p => p != "login"));
        return new(values.Where(v => v.Key is not ("prompt" or "max_age")).Append(new("prompt", prompt.Length == 0 ? null : prompt))
            .Where(v => v.Value is not null).Select(v => KeyValuePair.Create(v.Key, new StringValues(v.Value))));
    }

    /// <summary>Checks it in ORCID's order. What is wrong is shown on a page here, never sent to the address in question.</summary>
    public (AuthorizeRequest? Request, AuthorizeFault? Fault) Check(Clients clients)
    {
        if (this["client_id"] is not { } clientId) return Missing("Please specify a client id");
        if (clients.Find(clientId) is not { } client) return Wrong("invalid_client", $"Client not found: {clientId}");
        if (client.IsLocked) return Wrong("client_locked", $"The client {client.Name} is locked.");
        if (client.IsDeactivated) return Wrong("client_deactivated", $"The client {client.Name} is deactivated.");
        if (this["response_type"] is not { } responseType) return Missing("Please specify a response type");
        var parts = responseType.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isImplicit = parts.All(ImplicitParts.Contains);
        if (!isImplicit && responseType != "code") return Wrong("unsupported_response_type", "Unsupported response type.");
        if (this["redirect_uri"] is not { } redirect) return Missing("Please specify a redirect URL");
        if (!RedirectUris.IsRegistered(client, redirect)) return Wrong("invalid_grant", "Redirect URI doesn't match your registered redirect URIs.");
        if (this["scope"] is null) return Missing("Please specify the desired scopes");
        var scopes = Scopes.Split(this["scope"]);
        if (scopes.FirstOrDefault(s => !Scopes.IsForPeople(s) || !Scopes.IsAllowed(client, s)) is { } wrong) return Wrong("invalid_scope", $"Invalid scope: {wrong}");
        if (scopes.Count == 0) return Missing("Please specify the desired scopes");
        if (parts.Contains(IdToken) && this["nonce"] is null) return Wrong("invalid_request", "Implicit id_token requests must have nonce");
        var isOpenId = scopes.Contains(Scopes.OpenId);
        var maxAge = 0;
        if (isOpenId && this["max_age"] is { } age && !int.TryParse(age, NumberStyles.None, CultureInfo.InvariantCulture, out maxAge)) return Wrong("invalid_request", "Invalid max_age param");
        var prompts = isOpenId ? Prompts : [];
        return (new()
        {
            Client = client, RedirectUri = redirect, Scope = string.Join(' ', scopes), IsImplicit = isImplicit, State = values.GetValueOrDefault("state"), Nonce = this["nonce"],
            IsSilent = prompts.Contains("none"), MustSignIn = prompts.Contains("login"), MustAsk = prompts.Contains("confirm"),
            MaxAge = isOpenId && this["max_age"] is not null ? TimeSpan.FromSeconds(maxAge) : null,
        }, null);
    }

    private string[] Prompts => this["prompt"]?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static (AuthorizeRequest?, AuthorizeFault?) Missing(string what) => Wrong("oauth_error", what);

    private static (AuthorizeRequest?, AuthorizeFault?) Wrong(string error, string what) => (null, new(error, what));
}
