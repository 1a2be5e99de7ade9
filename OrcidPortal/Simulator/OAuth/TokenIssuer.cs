using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.OAuth;

/// <summary>Makes codes and tokens.</summary>
internal sealed class TokenIssuer(Registry registry, IdTokens idTokens, IOptions<SimulatorOptions> options)
{
    private const string Base62 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>Six characters, for one exchange. Not yet saved.</summary>
    public AuthorizationCode DraftCode(string clientId, string orcid, string scope, string redirectUri) =>
        new(RandomNumberGenerator.GetString(Base62, 6), clientId, orcid, scope, redirectUri, registry.Now + options.Value.CodeLifetime);

    /// <summary>A token for ORCID's twenty years. Not yet saved.</summary>
    /// <param name="clientId">Who gets it.</param>
    /// <param name="orcid">Whose record it opens; null for a client's own.</param>
    /// <param name="scope">What it permits.</param>
    public AccessToken Draft(string clientId, string? orcid, string scope) => new()
    {
        Value = Guid.NewGuid().ToString(), RefreshValue = Guid.NewGuid().ToString(), ClientId = clientId, Orcid = orcid, Scope = scope,
        ExpiresAt = registry.Now.AddSeconds(options.Value.TokenLifetimeSeconds),
    };

    /// <summary>The same, saved.</summary>
    public AccessToken NewToken(RegistryState state, string clientId, string? orcid, string scope)
    {
        var token = Draft(clientId, orcid, scope);
        state.Save(token);
        return token;
    }

    /// <summary>A token for the ten minutes that one in a browser's address may live, saved.</summary>
    public AccessToken NewImplicitToken(RegistryState state, string clientId, string orcid, string scope, DateTimeOffset authenticatedAt)
    {
        var token = Draft(clientId, orcid, scope) with
        {
            ExpiresAt = registry.Now.AddSeconds(options.Value.ImplicitTokenLifetimeSeconds), IsPersistent = false, AuthenticatedAt = authenticatedAt,
        };
        state.Save(token);
        return token;
    }

    /// <summary>The token as the client receives it, in ORCID's order. The name is told only if everybody may know it; a client's own token has no name at all.</summary>
    /// <param name="state">The registry.</param>
    /// <param name="token">The token.</param>
    /// <param name="issuer">The registry's name in the id_token that goes with the scope openid.</param>
    /// <param name="nonce">What the client wants to find there.</param>
    public JsonObject Describe(RegistryState state, AccessToken token, string issuer, string? nonce = null)
    {
        JsonObject answer = new()
        {
            ["access_token"] = token.Value,
            ["token_type"] = "bearer",
            ["refresh_token"] = token.RefreshValue,
            ["expires_in"] = SecondsLeft(token),
            ["scope"] = token.Scope,
        };
        if (token.Orcid is not null) answer["name"] = state.FindPerson(token.Orcid)?.PublicName;
        answer["orcid"] = token.Orcid;
        if (IdTokenFor(state, token, issuer, nonce) is { } idToken) answer["id_token"] = idToken;
        return answer;
    }

    public long SecondsLeft(AccessToken token) => (long)Math.Max(0, (token.ExpiresAt - registry.Now).TotalSeconds);

    /// <returns>Null when the person was not asked for it.</returns>
    public string? IdTokenFor(RegistryState state, AccessToken token, string issuer, string? nonce) =>
        token.Orcid is not null && Scopes.Split(token.Scope).Contains(Scopes.OpenId) ? idTokens.Write(state, issuer, token, nonce) : null;
}
