namespace OrcidPortal.Identifiers;

/// <summary>The check digits of the field's identifiers.</summary>
internal static class CheckDigits
{
    /// <summary>An ISBN without hyphens: ten figures (ISO 2108:1992, the last may be X) or thirteen that begin with 978 or 979 (EAN).</summary>
    public static bool IsIsbn(string value) => value.Length switch
    {
        10 => IsMod11(value, 10),
        13 => (value.StartsWith("978", StringComparison.Ordinal) || value.StartsWith("979", StringComparison.Ordinal)) && IsEan(value),
        _ => false,
    };

    /// <summary>An ISSN as <c>1234-567X</c> or without the hyphen (ISO 3297).</summary>
    public static bool IsIssn(string value)
    {
        var digits = value.Replace("-", "", StringComparison.Ordinal);
        return digits.Length == 8 && IsMod11(digits, 8);
    }

    /// <summary>Sixteen characters of an ISNI or ORCID iD without hyphens (ISO 7064 MOD 11-2).</summary>
    public static bool IsMod112(ReadOnlySpan<char> value)
    {
        if (value.Length != 16) return false;
        var total = 0;
        foreach (var c in value[..15])
        {
            if (!char.IsAsciiDigit(c)) return false;
            total = (total + (c - '0')) * 2;
        }
        var result = (12 - (total % 11)) % 11;
        return value[15] == (result == 10 ? 'X' : (char)('0' + result));
    }

    private static bool IsMod11(string value, int first)
    {
        var sum = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var isLast = i == value.Length - 1;
            if (!char.IsAsciiDigit(value[i]) && !(isLast && value[i] is 'X' or 'x')) return false;
            sum += (first - i) * (value[i] is 'X' or 'x' ? 10 : value[i] - '0');
        }
        return sum % 11 == 0;
    }

    private static bool IsEan(string value)
    {
        var sum = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsAsciiDigit(value[i])) return false;
            sum += (value[i] - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }
}
