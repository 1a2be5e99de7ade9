using System.Diagnostics.CodeAnalysis;

namespace OrcidPortal.Identifiers;

/// <summary>An ISNI: sixteen characters, the last a check character (ISO 7064 MOD 11-2), the same as that of an ORCID iD.</summary>
public readonly record struct Isni
{
    private Isni(string value) => Value = value;

    /// <summary>The sixteen characters without blanks, <c>0000000121032683</c>.</summary>
    public string Value { get; }

    public string Url => "https://isni.org/isni/" + Value;

    /// <summary>Reads an ISNI with blanks or hyphens, with <c>ISNI</c> before it or as an address at isni.org, and tests the check character.</summary>
    /// <returns>False where the shape or the check character is wrong.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Isni isni)
    {
        isni = default;
        if (string.IsNullOrWhiteSpace(text) || text.Length > 100) return false;
        var rest = text.Trim().ToLowerInvariant();
        foreach (var start in (ReadOnlySpan<string>)["https://", "http://", "www.", "isni.org/", "isni/", "isni:", "isni "])
            if (rest.StartsWith(start, StringComparison.Ordinal)) rest = rest[start.Length..];
        if (rest.Contains('/', StringComparison.Ordinal) || !OrcidId.TryParse(rest, out var checkedId)) return false;
        isni = new Isni(checkedId.Value.Replace("-", "", StringComparison.Ordinal));
        return true;
    }

    public override string ToString() => Value;
}
