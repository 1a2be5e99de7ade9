using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace OrcidPortal.Security;

/// <summary>Knows the hashes of the API keys and who holds each.</summary>
internal sealed class ApiKeyRing(IOptions<ApiOptions> options)
{
    private readonly (byte[] Hash, ApiKeyHolder Holder)[] _keys = [.. options.Value.Keys.Select(k => (Hash(k.Key), new ApiKeyHolder(k.Name, k.Role)))];

    /// <summary>The holder of a key, or null. It takes as long for a wrong key as for a right one.</summary>
    public ApiKeyHolder? Find(string key)
    {
        var hash = Hash(key);
        ApiKeyHolder? found = null;
        foreach (var (known, holder) in _keys)
            if (CryptographicOperations.FixedTimeEquals(hash, known)) found = holder;
        return found;
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}

/// <param name="Name">Whose key it is.</param>
/// <param name="Role">Curator or Admin.</param>
internal sealed record ApiKeyHolder(string Name, string Role);
