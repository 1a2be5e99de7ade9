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

    /// <summary>The word of a type without its scheme, <c>misc</c> of <c>bibtex:misc</c>; null where there is no scheme, or the vocabulary has none.</summary>
    internal static string? BareWord(string vocabulary, string key)
    {
        if (vocabulary is not (VocabularyNames.WorkType or VocabularyNames.FundingType)) return null;
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || colon == key.Length - 1 ? null : key[(colon + 1)..].TrimStart();
    }

    private static bool IsKey(ReadOnlySpan<char> text)
    {
        if (text.Length > Longest) return false;
        foreach (var c in text)
            if (!(c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-' or '.' or ':' or '/')) return false;
        return true;
    }
}
