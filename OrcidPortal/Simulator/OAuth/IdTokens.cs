using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.OAuth;

/// <summary>Says in a signed JWT who signed in, for a day. Names are in it only if everybody may know them.</summary>
internal sealed class IdTokens(Registry registry, Clients clients, SigningKeys keys)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <param name="state">The registry.</param>
    /// <param name="issuer">The registry's name.</param>
    /// <param name="token">The access token it goes with.</param>
    /// <param name="nonce">What the client sent along to find again.</param>
    public string Write(RegistryState state, string issuer, AccessToken token, string? nonce)
    {
        var now = registry.Now;
        var person = state.FindPerson(token.Orcid);
        var isMember = clients.Find(token.ClientId) is { IsPublic: false };
        Dictionary<string, object?> claims = new()
        {
            ["at_hash"] = HashOf(token.Value),
            ["sub"] = token.Orcid,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + Lifetime).ToUnixTimeSeconds(),
            ["jti"] = Guid.NewGuid().ToString(),
            ["nonce"] = nonce,
            ["auth_time"] = (token.AuthenticatedAt ?? now).ToUnixTimeSeconds(),
            ["amr"] = isMember ? "pwd" : null,
        };
        if (person is { NameVisibility: "public" })
        {
            claims["name"] = Filled(person.CreditName);
            claims["family_name"] = Filled(person.FamilyName);
            claims["given_name"] = Filled(person.GivenNames);
        }
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = token.ClientId,
            Claims = claims.Where(c => c.Value is not null).ToDictionary(c => c.Key, c => c.Value!),
            SigningCredentials = keys.Credentials,
        });
    }

    /// <summary>OpenID Connect's at_hash for RS256: the left half of the SHA-256 of the token.</summary>
    private static string HashOf(string token) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(token)).AsSpan(0, 16));

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
