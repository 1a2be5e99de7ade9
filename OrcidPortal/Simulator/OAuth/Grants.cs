using System.Globalization;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.OAuth;

/// <summary>The three ways to a token, each with its refusals in ORCID's order.</summary>
internal sealed class Grants(Registry registry, TokenIssuer issuer)
{
    /// <summary>A code for a token. A code that comes a second time ends every token made from it.</summary>
    public (AccessToken? Token, OAuthError? Error) FromCode(RegistryState state, SimulatorClient client, Func<string, string?> form)
    {
        if (form("code") is not { } value) return (null, OAuthError.ServerError("An authorization code must be supplied."));
        if (state.FindCode(value) is not { } code) return (null, OAuthError.InvalidGrant($"Invalid authorization code: {value}"));
        if (code.IsUsed)
        {
            foreach (var made in state.Tokens.Where(t => t.Code == value && t.End == TokenEnd.None).ToList()) state.Save(made with { End = TokenEnd.CodeReused });
            return (null, OAuthError.InvalidGrant($"Reused authorization code: {value}"));
        }
        if (registry.Now >= code.ExpiresAt) return (null, OAuthError.InvalidRequest("Authorization code has expired"));
        if (form("redirect_uri") != code.RedirectUri) return (null, OAuthError.ServerError("Redirect URI mismatch."));
        if (client.Id != code.ClientId) return (null, OAuthError.ServerError("Client ID mismatch"));
        var scope = code.Scope;
        if (form("scope") is { } asked)
        {
            if (Scopes.Split(asked).Any(s => !Scopes.IsKnown(s))) return (null, OAuthError.UnknownScope());
            var foreign = Scopes.Split(asked).Except(Scopes.Split(scope)).ToList();
            if (foreign.Count > 0)
                return (null, OAuthError.InvalidScope($"Invalid scopes: {string.Join(' ', foreign)} available scopes for this code are: [{string.Join(", ", Scopes.Split(scope))}]"));
            scope = string.Join(' ', Scopes.Split(asked));
        }
        state.Save(code with { IsUsed = true });
        return (issuer.NewToken(state, client.Id, code.Orcid, scope, value), null);
    }

    /// <summary>A client's own token. What only people can give is dropped; if nothing is left, that is the error.</summary>
    public (AccessToken? Token, OAuthError? Error) ForClient(RegistryState state, SimulatorClient client, Func<string, string?> form)
    {
        var asked = Scopes.Split(form("scope"));
        if (asked.Any(s => !Scopes.IsKnown(s))) return (null, OAuthError.UnknownScope());
        var own = asked.Where(s => !Scopes.IsForPeople(s)).ToList();
        if (own.Count == 0) return (null, OAuthError.InvalidScope("Invalid scope (none)"));
        return own.FirstOrDefault(s => !Scopes.IsForClients(s)) is { } dead
            ? (null, OAuthError.InvalidScope($"Invalid scope: {dead}"))
            : (issuer.NewToken(state, client.Id, null, string.Join(' ', own)), null);
    }

    /// <summary>A new token for an old one, of the same end unless a nearer one is asked for.</summary>
    public (AccessToken? Token, OAuthError? Error) FromRefresh(RegistryState state, SimulatorClient client, Func<string, string?> form)
    {
        if (state.FindByRefresh(form("refresh_token")) is not { } parent) return (null, OAuthError.UnauthorizedClient("Unable to find refresh token"));
        if (parent.ClientId != client.Id) return (null, OAuthError.InvalidRequest("This token does not belong to the given client"));
        if (parent.End != TokenEnd.None) return (null, OAuthError.UnauthorizedClient("Parent token is disabled"));
        if (registry.Now >= parent.ExpiresAt) return (null, OAuthError.UnauthorizedClient($"Access token expired: {parent.Value}"));
        var scope = parent.Scope;
        if (form("scope") is { } asked)
        {
            if (Scopes.Split(asked).Any(s => !Scopes.IsKnown(s))) return (null, OAuthError.UnknownScope());
            if (Scopes.Split(asked).FirstOrDefault(s => !Scopes.Permit(scope, s)) is { } wider)
                return (null, OAuthError.InvalidScope($"The given scope '{wider}' is not allowed for the parent token"));
            scope = string.Join(' ', Scopes.Split(asked));
        }
        var expiresAt = parent.ExpiresAt;
        if (form("expires_in") is { } seconds)
        {
            if (!int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return (null, OAuthError.InvalidRequest($"{seconds} is not a number"));
            if (registry.Now.AddSeconds(number) > parent.ExpiresAt)
                return (null, OAuthError.InvalidRequest($"Token expiration can't be after {parent.ExpiresAt.UtcDateTime.ToString("R", CultureInfo.InvariantCulture)}"));
            expiresAt = registry.Now.AddSeconds(number);
        }
        if (!string.Equals(form("revoke_old"), "false", StringComparison.OrdinalIgnoreCase)) state.Save(parent with { End = TokenEnd.Replaced });
        return (issuer.NewToken(state, client.Id, parent.Orcid, scope, parent.Code, expiresAt: expiresAt), null);
    }
}
