using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.OAuth;

/// <summary>Makes codes and tokens.</summary>
internal sealed class TokenIssuer(Registry registry, IOptions<SimulatorOptions> options)
{
    private const string Base62 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>Six characters, for one exchange.</summary>
    public string NewCode(AuthorizeRequest request, string orcid, string scope)
    {
        var code = new AuthorizationCode(
            RandomNumberGenerator.GetString(Base62, 6), request.Client.Id, orcid, scope, request.RedirectUri, registry.Now + options.Value.CodeLifetime);
        registry.Run(state => state.Save(code));
        return code.Value;
    }

    /// <param name="state">The registry.</param>
    /// <param name="clientId">Who gets it.</param>
    /// <param name="orcid">Whose record it opens; null for a client's own.</param>
    /// <param name="scope">What it permits.</param>
    /// <param name="code">The code it is made from.</param>
    /// <param name="value">The token itself where a test wants to know it beforehand.</param>
    /// <param name="expiresAt">When it ends; null: after ORCID's twenty years.</param>
    public AccessToken NewToken(RegistryState state, string clientId, string? orcid, string scope, string? code = null, string? value = null, DateTimeOffset? expiresAt = null)
    {
        var token = new AccessToken
        {
            Value = value ?? Guid.NewGuid().ToString(), RefreshValue = Guid.NewGuid().ToString(), ClientId = clientId, Orcid = orcid, Scope = scope,
            Code = code, ExpiresAt = expiresAt ?? registry.Now.AddSeconds(options.Value.TokenLifetimeSeconds),
        };
        state.Save(token);
        return token;
    }

    /// <summary>The token as the client receives it. The name is there only if everybody may know it.</summary>
    public TokenResponse Describe(RegistryState state, AccessToken token) => new(
        token.Value, "bearer", token.RefreshValue, (long)Math.Max(0, (token.ExpiresAt - registry.Now).TotalSeconds), token.Scope,
        state.FindPerson(token.Orcid)?.PublicName, token.Orcid);
}
