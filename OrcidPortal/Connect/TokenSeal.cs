using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace OrcidPortal.Connect;

/// <summary>Seals tokens with a purpose of their person: a sealed token moved to another row opens nothing.</summary>
internal sealed class TokenSeal(IDataProtectionProvider protection)
{
    private const string Use = "connect.token";
    private const string Revocation = "connect.revocation";

    public string Close(Guid personId, string token) => For(Use, personId).Protect(token);

    /// <summary>The token, or null where there is none or the keys that sealed it are lost.</summary>
    public string? Open(Guid personId, string? closed) => Open(Use, personId, closed);

    /// <summary>A copy that serves for giving the token back and for nothing else.</summary>
    public string CloseForRevocation(Guid personId, string token) => For(Revocation, personId).Protect(token);

    /// <inheritdoc cref="Open(Guid, string?)"/>
    public string? OpenForRevocation(Guid personId, string closed) => Open(Revocation, personId, closed);

    private string? Open(string purpose, Guid personId, string? closed)
    {
        if (closed is null) return null;
        try
        {
            return For(purpose, personId).Unprotect(closed);
        }
        catch (CryptographicException)
        {
            // A database restored without its keys, or a row somebody changed: the person connects again.
            return null;
        }
    }

    private IDataProtector For(string purpose, Guid personId) => protection.CreateProtector(purpose, personId.ToString("N"));
}
