using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.OAuth;

/// <summary>The registry's key pair: made when it is first needed, and kept with everything else.</summary>
internal sealed class SigningKeys(Registry registry)
{
    private const int Bits = 2048;

    public SigningCredentials Credentials => new(new RsaSecurityKey(Parameters(isPrivate: true)) { KeyId = KeyId }, SecurityAlgorithms.RsaSha256)
    {
        // The library would keep a signer for every key object it has seen.
        CryptoProviderFactory = new() { CacheSignatureProviders = false },
    };

    /// <summary>What anybody needs to check a signature.</summary>
    public JsonObject PublicSet()
    {
        var key = Parameters(isPrivate: false);
        return new()
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA", ["e"] = Base64Url.EncodeToString(key.Exponent), ["use"] = "sig", ["kid"] = KeyId, ["n"] = Base64Url.EncodeToString(key.Modulus),
            }),
        };
    }

    private string KeyId => Base64Url.EncodeToString(new RsaSecurityKey(Parameters(isPrivate: false)).ComputeJwkThumbprint());

    private RSAParameters Parameters(bool isPrivate)
    {
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(Convert.FromBase64String(registry.Run(KeyIn)), out _);
        return rsa.ExportParameters(isPrivate);
    }

    private static string KeyIn(RegistryState state)
    {
        if (state.SigningKey is { } kept) return kept;
        using var rsa = RSA.Create(Bits);
        var key = Convert.ToBase64String(rsa.ExportPkcs8PrivateKey());
        state.SaveSigningKey(key);
        return key;
    }
}
