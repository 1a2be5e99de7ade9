using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace OrcidPortal.Pull.Webhooks;

/// <summary>The part of an address that only ORCID and the portal know: ORCID signs nothing, so that whoever knows it is ORCID.</summary>
internal sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    private const string Purpose = "pull.webhook";
    private const int Bytes = 32;

    /// <summary>43 characters that need no escaping.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether somebody could have made it by <see cref="New"/>.</summary>
    public static bool IsOne(string text) => text.Length == Base64Url.GetEncodedLength(Bytes) && Base64Url.IsValid(text);

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));

    public string Close(string orcid, string secret) => For(orcid).Protect(secret);

    /// <summary>The secret, or null where the keys that sealed it are lost.</summary>
    public string? Open(string orcid, string closed)
    {
        try
        {
            return For(orcid).Unprotect(closed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(string orcid) => protection.CreateProtector(Purpose, orcid);
}
