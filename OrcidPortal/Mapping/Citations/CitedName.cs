using System.Buffers;

namespace OrcidPortal.Mapping.Citations;

/// <summary>A credit name in its parts, where they can be told apart: <c>Jane R. Doe</c>, <c>Jan van der Berg</c>, <c>Doe, Jane</c>. <c>Maria Silva Santos</c> cannot.</summary>
/// <param name="Family">With its particles; the whole name where <paramref name="Given"/> is null.</param>
/// <param name="Given">Null where the parts are not known.</param>
/// <param name="Suffix">Jr., III ...</param>
internal readonly record struct CitedName(string Family, string? Given = null, string? Suffix = null)
{
    private const int MostWords = 8;

    private static readonly SearchValues<string> Organisations = SearchValues.Create(
    [
        "collaborat", "consorti", "group", "team", "universi", "institut", "organi", "associat", "committee", "society", "network", "department", "ministr", "centre", "center",
        "council", "commission", "foundation", "laborator", "project", "agency", "study", "investigators", "program", "initiative", "academy", "office", "bureau", "inc.", "ltd", "gmbh",
        "press", "verlag", "gruppe", "school", "college", "hospital", "survey", "working", "partner", "alliance", "union", "service", "board", "museum", "library",
    ], StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a credit name.</summary>
    /// <param name="name">One line, not empty.</param>
    internal static CitedName Of(string name)
    {
        if (!IsOfLetters(name) || name.AsSpan().ContainsAny(Organisations)) return new CitedName(name);
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        return comma < 0 ? InReadingOrder(name) : FamilyFirst(name, comma);
    }

    private static CitedName FamilyFirst(string name, int comma)
    {
        var family = name.AsSpan(0, comma).Trim();
        var given = name.AsSpan(comma + 1).Trim();
        return family.IsEmpty || given.IsEmpty || given.Contains(',') || IsSuffix(given) || given.Count(' ') > 3 || family.Count(' ') > 3
            ? new CitedName(name)
            : new CitedName(family.ToString(), given.ToString());
    }

    private static CitedName InReadingOrder(string name)
    {
        var text = name.AsSpan();
        Span<Range> ranges = stackalloc Range[MostWords + 1];
        var count = text.Split(ranges, ' ', StringSplitOptions.RemoveEmptyEntries);
        if (count is < 2 or > MostWords) return new CitedName(name);
        var words = ranges[..count];
        var hasSuffix = count > 2 && IsSuffix(text[words[^1]]);
        var last = hasSuffix ? count - 2 : count - 1;
        if (last < 1 || !IsCapital(text[words[0]]) || !IsCapital(text[words[last]]) || IsInitial(text[words[last]])) return new CitedName(name);
        var family = FamilyFrom(text, words, last);
        if (family < 0) return new CitedName(name);
        var given = text[words[0].Start..words[family - 1].End];
        return new CitedName(text[words[family].Start..words[last].End].ToString(), given.ToString(), hasSuffix ? text[words[^1]].ToString() : null);
    }

    /// <summary>Where the family name begins: at the first particle, else at the last word, if all between that and the first are initials.</summary>
    /// <returns>-1 where there is no telling.</returns>
    private static int FamilyFrom(ReadOnlySpan<char> text, ReadOnlySpan<Range> words, int last)
    {
        for (var i = 1; i < last; i++)
            if (char.IsLower(text[words[i].Start])) return i;
        // Of "J. Silva Santos" nobody knows where the family name begins.
        for (var i = 1; i < last; i++)
            if (!IsInitial(text[words[i]])) return -1;
        return last;
    }

    private static bool IsInitial(ReadOnlySpan<char> word) => word.Length == 1 || word[^1] == '.';

    private static bool IsCapital(ReadOnlySpan<char> word) => char.IsUpper(word[0]);

    private static bool IsSuffix(ReadOnlySpan<char> word) => word.TrimEnd('.') is "Jr" or "Sr" or "jr" or "sr" or "II" or "III" or "IV";

    /// <summary>Anything else than letters with what joins them makes a name too strange to take apart; so does a word that BibTeX reads.</summary>
    private static bool IsOfLetters(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (!char.IsLetter(c) && c is not (' ' or ',' or '.' or '’' or '-' or '\'') && !(c is >= '\u0300' and <= '\u036F')) return false;
            if (c is '-' or '\'' && i > 0 && name[i - 1] == c) return false;
        }
        return !(name.Contains(" and ", StringComparison.OrdinalIgnoreCase) || name.Contains("et al", StringComparison.OrdinalIgnoreCase)
            || name.Contains("others", StringComparison.OrdinalIgnoreCase) || name.StartsWith("and ", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(" and", StringComparison.OrdinalIgnoreCase));
    }
}
