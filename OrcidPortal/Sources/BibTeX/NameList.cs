namespace OrcidPortal.Sources.BibTeX;

/// <summary>Cuts a list of names at <c>and</c>, outside of braces.</summary>
internal static class NameList
{
    private const int Most = 20_000;

    /// <summary>The names in order; <c>others</c> and <c>et al.</c> are no names.</summary>
    public static IReadOnlyList<PersonName> Parse(string? latex)
    {
        if (string.IsNullOrWhiteSpace(latex)) return [];
        var names = new List<PersonName>();
        foreach (var part in Cut(latex))
        {
            var text = WithoutEtAl(part);
            if (text.Length == 0 || text.Equals("others", StringComparison.OrdinalIgnoreCase)) continue;
            if (NameParser.Parse(text) is { } name) names.Add(name);
            if (names.Count == Most) break;
        }
        return names;
    }

    private static IEnumerable<string> Cut(string latex)
    {
        var depth = 0;
        var from = 0;
        for (var i = 0; i < latex.Length; i++)
        {
            var c = latex[i];
            if (c == '\\') i++;
            else if (c == '{') depth++;
            else if (c == '}') depth--;
            else if (depth <= 0 && char.IsWhiteSpace(c) && IsAnd(latex, i + 1))
            {
                yield return latex[from..i].Trim();
                from = i + 4;
                i += 3;
            }
        }
        yield return latex[Math.Min(from, latex.Length)..].Trim();
    }

    private static bool IsAnd(string text, int at) =>
        at + 3 < text.Length && char.IsWhiteSpace(text[at + 3]) && text.AsSpan(at, 3).Equals("and", StringComparison.OrdinalIgnoreCase) ||
        at + 3 == text.Length && text.AsSpan(at, 3).Equals("and", StringComparison.OrdinalIgnoreCase);

    private static string WithoutEtAl(string name)
    {
        foreach (var ending in (ReadOnlySpan<string>)["et al.", "et al", "et. al.", "and others"])
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && (name.Length == ending.Length || !char.IsLetter(name[^(ending.Length + 1)])))
                return name[..^ending.Length].TrimEnd(' ', ',', ';');
        return name;
    }
}
