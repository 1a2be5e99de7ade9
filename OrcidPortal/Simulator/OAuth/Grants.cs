using System.Globalization;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.OAuth;

/// <summary>The three ways to a token, each with its refusals in ORCID's order.</summary>
internal sealed class Grants(Registry registry, TokenIssuer issuer)
{
    /// <summary>A code for a token. A code that comes a second time ends every token made from it.</summary>
    public Granted FromCode(RegistryState state, TokenRequest request)
    {
        if (request["code"] is not { } value) return OAuthError.ServerError("An authorization code must be supplied.").OrRequired("code");
        if (state.FindCode(value) is not { } code) return OAuthError.InvalidGrant($"Invalid authorization code: {value}");
        if (code.IsUsed)
        {
            foreach (var made in state.Tokens.Where(t => t.Code == value && t.End == TokenEnd.None).ToList()) state.Save(made with { End = TokenEnd.CodeReused });
            return OAuthError.InvalidGrant($"Reused authorization code: {value}") with { Since2025 = OAuthError.InvalidGrant($"Invalid authorization code: {value}") };
        }
        if (registry.Now >= code.ExpiresAt) return OAuthError.InvalidRequest("Authorization code has expired").OrInvalid();
        if (request["redirect_uri"] != code.RedirectUri) return OAuthError.ServerError("Redirect URI mismatch.").OrInvalid();
        if (request.Client.Id != code.ClientId) return OAuthError.ServerError("Client ID mismatch").OrInvalid();
        if (RecordFault(state, code.Orcid) is { } fault) return fault;
        var scope = code.Scope;
        if (request["scope"] is { } asked)
        {
            if (Scopes.Split(asked).Any(s => !Scopes.IsKnown(s))) return OAuthError.UnknownScope();
            var foreign = Scopes.Split(asked).Except(Scopes.Split(scope)).ToList();
            if (foreign.Count > 0)
                return OAuthError.InvalidScope($"Invalid scopes: {string.Join(' ', foreign)} available scopes for this code are: [{string.Join(", ", Scopes.Split(scope))}]");
            scope = string.Join(' ', Scopes.Split(asked));
        }
        state.Save(code with { IsUsed = true });
        return Saved(state, issuer.Draft(request.Client.Id, code.Orcid, scope) with { Code = value, AuthenticatedAt = code.AuthenticatedAt }, code.Nonce);
    }

    /// <summary>A client's own token. What only people can give is dropped; if nothing is left, that is the error.</summary>
    public Granted ForClient(RegistryState state, TokenRequest request)
    {
        var asked = Scopes.Split(request["scope"]);
        if (asked.Any(s => !Scopes.IsKnown(s))) return OAuthError.UnknownScope();
        var own = asked.Where(s => !Scopes.IsForPeople(s)).ToList();
        if (own.Count == 0) return OAuthError.InvalidScope("Invalid scope (none)");
        return own.FirstOrDefault(s => !Scopes.IsForClients(s) || !Scopes.IsAllowed(request.Client, s)) is { } dead
            ? OAuthError.InvalidScope($"Invalid scope: {dead}")
            : Saved(state, issuer.Draft(request.Client.Id, null, string.Join(' ', own)));
    }

    /// <summary>A new token for an old one, of the same end unless a nearer one is asked for. The old one ends, or the one named in the header, unless <c>revoke_old</c> is false.</summary>
    public Granted FromRefresh(RegistryState state, TokenRequest request)
    {
        if (state.FindByRefresh(request["refresh_token"]) is not { } parent) return OAuthError.UnauthorizedClient("Unable to find refresh token");
        if (parent.ClientId != request.Client.Id) return OAuthError.InvalidRequest("This token does not belong to the given client");
        if (parent.End != TokenEnd.None) return OAuthError.UnauthorizedClient("Parent token is disabled");
        if (registry.Now >= parent.ExpiresAt) return OAuthError.UnauthorizedClient($"Access token expired: {parent.Value}");
        if (RecordFault(state, parent.Orcid) is { } fault) return fault;
        var scope = parent.Scope;
        if (request["scope"] is { } asked)
        {
            if (Scopes.Split(asked).Any(s => !Scopes.IsKnown(s))) return OAuthError.UnknownScope();
            if (Scopes.Split(asked).FirstOrDefault(s => !Scopes.Permit(scope, s)) is { } wider)
                return OAuthError.InvalidScope($"The given scope '{wider}' is not allowed for the parent token");
            scope = string.Join(' ', Scopes.Split(asked));
        }
        var (expiresAt, tooLong) = NewEnd(request["expires_in"], parent);
        if (tooLong is not null) return tooLong;
        if (!string.Equals(request["revoke_old"], "false", StringComparison.OrdinalIgnoreCase))
        {
            var old = state.FindToken(request.BearerToken) is { End: TokenEnd.None } named && named.ClientId == parent.ClientId ? named : parent;
            state.Save(old with { End = TokenEnd.Replaced });
        }
        return Saved(state, issuer.Draft(parent.ClientId, parent.Orcid, scope) with { Code = parent.Code, AuthenticatedAt = parent.AuthenticatedAt, ExpiresAt = expiresAt });
    }

    private (DateTimeOffset At, OAuthError? Fault) NewEnd(string? seconds, AccessToken parent)
    {
        if (seconds is null) return (parent.ExpiresAt, null);
        if (!long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return (default, OAuthError.InvalidRequest($"{seconds} is not a number"));
        return number > (parent.ExpiresAt - registry.Now).TotalSeconds
            ? (default, OAuthError.InvalidRequest($"Token expiration can't be after {parent.ExpiresAt.UtcDateTime.ToString("R", CultureInfo.InvariantCulture)}"))
            : (registry.Now.AddSeconds(number), null);
    }

    /// <summary>Who cannot use the record any more cannot let others use it.</summary>
    private static OAuthError? RecordFault(RegistryState state, string? orcid) => state.FindPerson(orcid) switch
    {
        { Standing: RecordStanding.Locked } => OAuthError.UnauthorizedClient("The ORCID record is locked."),
        { Standing: RecordStanding.Deactivated } => OAuthError.UnauthorizedClient("The ORCID record is deactivated."),
        { Standing: RecordStanding.Deprecated } person => OAuthError.UnauthorizedClient($"This account is deprecated. Please refer to account: {person.PrimaryOrcid}."),
        _ => null,
    };

    private static Granted Saved(RegistryState state, AccessToken token, string? nonce = null)
    {
        state.Save(token);
        return new(token, nonce, null);
    }
}

/// <summary>A token and the nonce that belongs into its id_token, or why there is none.</summary>
internal readonly record struct Granted(AccessToken? Token, string? Nonce, OAuthError? Error)
{
    public static implicit operator Granted(OAuthError error) => new(null, null, error);

    public override string ToString() => Token?.ToString() ?? Error!.Description;
}
