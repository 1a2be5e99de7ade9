using System.Text.RegularExpressions;

namespace OrcidPortal.Sources.BibTeX;

/// <summary>Reads one name in BibTeX's three orders, or in biblatex's named parts.</summary>
internal static partial class NameParser
{
    /// <summary>First von Last · von Last, First · von Last, Jr, First · {Corporate Name} · family=..., given=...</summary>
    public static PersonName? Parse(string latex)
    {
        if (IsOneGroup(latex)) return Literal(latex);
        if (NamedParts().IsMatch(latex)) return FromNamedParts(latex);
        var parts = Cut(latex, c => c == ',').Where(p => p.Length > 0).ToList();
        return parts.Count switch
        {
            0 => null,
            1 => FirstVonLast(parts[0]),
            2 when IsSuffix(parts[1]) => FirstVonLast(parts[0]) is { } name ? name with { Suffix = Text(parts[1]) } : null,
            2 => Of(parts[0], parts[1], null),
            // BibTeX wants the suffix in the middle; many put it last.
            3 when IsSuffix(parts[2]) && !IsSuffix(parts[1]) => Of(parts[0], parts[1], parts[2]),
            _ => Of(parts[0], string.Join(", ", parts.Skip(2)), parts[1]),
        };
    }

    private static PersonName? FirstVonLast(string latex)
    {
        var words = Cut(latex, c => char.IsWhiteSpace(c) || c == '~').Where(w => w.Length > 0).ToList();
        if (words.Count == 0) return null;
        if (words.Count == 1) return Literal(words[0]) is { } single ? new PersonName(single.Literal) : null;
        var suffix = words.Count > 2 && IsSuffix(words[^1]) ? words[^1] : null;
        if (suffix is not null) words.RemoveAt(words.Count - 1);
        var von = words.FindIndex(0, words.Count - 1, IsLowerCase);
        var last = von < 0 ? words.Count - 1 : von;
        return Of(string.Join(' ', words.Skip(last)), string.Join(' ', words.Take(last)), suffix);
    }

    private static PersonName? FromNamedParts(string latex)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in Cut(latex, c => c == ','))
            if (part.IndexOf('=', StringComparison.Ordinal) is > 0 and var equal)
                parts.TryAdd(part[..equal].Trim(), part[(equal + 1)..].Trim().Trim('"'));
        var prefix = Text(parts.GetValueOrDefault("prefix"));
        var family = Text(parts.GetValueOrDefault("family"));
        return Checked(new PersonName(prefix is null ? family : $"{prefix} {family}".Trim(), Text(parts.GetValueOrDefault("given")), Text(parts.GetValueOrDefault("suffix"))));
    }

    private static PersonName? Of(string family, string given, string? suffix) => Checked(new PersonName(Text(family), Text(given), suffix is null ? null : Text(suffix)));

    private static PersonName? Literal(string latex) => Text(latex) is { } name ? new PersonName(null, Literal: name) : null;

    private static PersonName? Checked(PersonName name) =>
        name.Family is null ? (name.Given is null ? null : new PersonName(name.Given, null, name.Suffix)) : name;

    private static string? Text(string? latex) => LatexText.ToText(latex);

    private static bool IsSuffix(string word) => word.TrimEnd('.') is "Jr" or "Sr" or "jr" or "sr" or "II" or "III" or "IV";

    /// <summary>A particle: its first letter outside of braces is lower case. Braced words count as upper case, but an accent in braces is a letter.</summary>
    private static bool IsLowerCase(string word)
    {
        if (word[0] == '{' && !word.StartsWith("{\\", StringComparison.Ordinal)) return false;
        var text = Text(word);
        return text is not null && text.FirstOrDefault(char.IsLetter) is var letter && char.IsLower(letter);
    }

    private static bool IsOneGroup(string latex)
    {
        if (latex.Length < 2 || latex[0] != '{' || latex[^1] != '}' || latex[1] == '\\') return false;
        var depth = 0;
        for (var i = 0; i < latex.Length; i++)
        {
            if (latex[i] == '\\') i++;
            else if (latex[i] == '{') depth++;
            else if (latex[i] == '}' && --depth == 0) return i == latex.Length - 1;
        }
        return false;
    }

    private static IEnumerable<string> Cut(string latex, Func<char, bool> isSeparator)
    {
        var depth = 0;
        var from = 0;
        for (var i = 0; i < latex.Length; i++)
        {
            var c = latex[i];
            if (c == '\\') i++;
            else if (c == '{') depth++;
            else if (c == '}') depth--;
            else if (depth <= 0 && isSeparator(c))
            {
                yield return latex[from..i].Trim();
                from = i + 1;
            }
        }
        yield return latex[Math.Min(from, latex.Length)..].Trim();
    }

    [GeneratedRegex(@"^\s*(?:family|given|prefix|suffix)\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex NamedParts();
}
