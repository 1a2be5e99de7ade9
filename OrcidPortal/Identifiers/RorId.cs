using System.Diagnostics.CodeAnalysis;

namespace OrcidPortal.Identifiers;

/// <summary>A ROR id: nine characters, a leading 0, six of Crockford's base 32, two check digits (ISO 7064 MOD 97-10).</summary>
public readonly record struct RorId
{
    private const string Resolver = "https://ror.org/";
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    private RorId(string value) => Value = value;

    /// <summary>The address under which ORCID stores it, <c>https://ror.org/05qwgg493</c>.</summary>
    public string Value { get; }

    /// <summary>Reads the nine characters or their address at ror.org in any case, and tests the check digits.</summary>
    /// <returns>False where the shape or the check digits are wrong.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out RorId ror)
    {
        ror = default;
        if (string.IsNullOrWhiteSpace(text) || text.Length > 100) return false;
        var id = text.Trim().ToLowerInvariant();
        foreach (var start in (ReadOnlySpan<string>)["https://", "http://", "www.", "ror.org/"])
            if (id.StartsWith(start, StringComparison.Ordinal)) id = id[start.Length..];
        id = id.TrimEnd('/');
        if (id.Length != 9 || id[0] != '0' || !char.IsAsciiDigit(id[7]) || !char.IsAsciiDigit(id[8])) return false;
        long number = 0;
        foreach (var c in id.AsSpan(0, 7))
        {
            var digit = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0) return false;
            number = (number * 32) + digit;
        }
        if (98 - (number * 100 % 97) != ((id[7] - '0') * 10) + (id[8] - '0')) return false;
        ror = new RorId(Resolver + id);
        return true;
    }

    public override string ToString() => Value;
}
