namespace OrcidPortal.Records.Vocabularies;

/// <summary>The form in which vocabularies look values up.</summary>
public static class VocabularyKeys
{
    private const int Longest = 200;

    /// <summary>Lower case, single blanks, hyphens for underscores, at most 200 characters.</summary>
    public static string Of(string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return "";
        var text = value.AsSpan().Trim();
        if (IsKey(text)) return text.Length == value.Length ? value : text.ToString();
        var key = string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant().Replace('_', '-');
        return key.Length <= Longest ? key : key[..Longest];
    }

    private static bool IsKey(ReadOnlySpan<char> text)
    {
        if (text.Length > Longest) return false;
        foreach (var c in text)
            if (!(c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-' or '.' or ':' or '/')) return false;
        return true;
    }
}
