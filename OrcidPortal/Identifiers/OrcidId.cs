using System.Diagnostics.CodeAnalysis;

namespace OrcidPortal.Identifiers;

/// <summary>An ORCID iD: sixteen characters in four groups, the last a check character (ISO 7064 MOD 11-2).</summary>
public readonly record struct OrcidId
{
    private OrcidId(string value) => Value = value;

    /// <summary>The iD as ORCID writes it, <c>0000-0002-1825-0097</c>.</summary>
    public string Value { get; }

    /// <summary>Reads an iD, also from its URI form and without hyphens, and tests the check character.</summary>
    /// <param name="text">An iD or <c>https://orcid.org/...</c> of any ORCID host.</param>
    /// <param name="orcid">The iD in its canonical form.</param>
    /// <returns>False where the shape or the check character is wrong.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out OrcidId orcid)
    {
        orcid = default;
        if (string.IsNullOrWhiteSpace(text)) return false;
        var candidate = text.Trim();
        var slash = candidate.LastIndexOf('/');
        if (slash >= 0) candidate = candidate[(slash + 1)..];
        Span<char> digits = stackalloc char[16];
        var count = 0;
        foreach (var c in candidate)
        {
            if (c is '-' or ' ') continue;
            if (count == 16 || !(char.IsAsciiDigit(c) || (count == 15 && c is 'X' or 'x'))) return false;
            digits[count++] = char.ToUpperInvariant(c);
        }
        if (count != 16 || !CheckDigits.IsMod112(digits)) return false;
        orcid = new OrcidId($"{digits[..4]}-{digits[4..8]}-{digits[8..12]}-{digits[12..]}");
        return true;
    }

    /// <inheritdoc cref="TryParse"/>
    /// <exception cref="FormatException">The text is not an ORCID iD.</exception>
    public static OrcidId Parse(string text) =>
        TryParse(text, out var orcid) ? orcid : throw new FormatException("The text is not an ORCID iD: sixteen digits whose last is a check character.");

    public override string ToString() => Value;
}
