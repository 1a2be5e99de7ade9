using System.Globalization;
using System.Text;

namespace OrcidPortal.Mapping.Citations;

/// <summary>The key of an entry: family name of the first author, year, first word of the title (<c>Doe2019Lakes</c>), in ASCII letters and digits.</summary>
internal static class CitationKey
{
    private const int LongestPart = 30;

    /// <summary>Appends the key; it begins with a letter and is never empty.</summary>
    internal static void Append(StringBuilder entry, string? name, int? year, string title)
    {
        var start = entry.Length;
        if (name is not null) AppendFamily(entry, name);
        if (entry.Length == start || char.IsAsciiDigit(entry[start])) entry.Insert(start, "work");
        if (year is { } y) entry.Append(CultureInfo.InvariantCulture, $"{y:0000}");
        AppendFirstWord(entry, title);
    }

    private static void AppendFamily(StringBuilder entry, string name)
    {
        var cited = CitedName.Of(name);
        if (cited.Given is not null) AppendLetters(entry, cited.Family, wholeText: true);
        else AppendFirstWord(entry, cited.Family);
    }

    /// <summary>The first word that has a letter or digit of ASCII's.</summary>
    private static void AppendFirstWord(StringBuilder entry, string text)
    {
        var start = entry.Length;
        AppendLetters(entry, text, wholeText: false);
        if (entry.Length > start) entry[start] = char.ToUpperInvariant(entry[start]);
    }

    private static void AppendLetters(StringBuilder entry, string text, bool wholeText)
    {
        var start = entry.Length;
        var beginning = text.Length <= 200 ? text : text[..200];
        foreach (var rune in beginning.EnumerateRunes())
        {
            if (entry.Length - start >= LongestPart) return;
            if (rune.IsAscii)
            {
                if (char.IsAsciiLetterOrDigit((char)rune.Value)) entry.Append((char)rune.Value);
                else if (!wholeText && entry.Length > start) return;
            }
            else if (rune.IsBmp && Rune.IsLetter(rune))
            {
                entry.Append(Plain((char)rune.Value));
            }
            else if (!wholeText && entry.Length > start && !IsMark(rune))
            {
                return;
            }
        }
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;

    private static string Plain(char letter)
    {
        switch (letter)
        {
            case 'ß': return "ss";
            case 'ẞ': return "SS";
            case 'æ': return "ae";
            case 'Æ': return "Ae";
            case 'œ': return "oe";
            case 'Œ': return "Oe";
            case 'ø': return "o";
            case 'Ø': return "O";
            case 'ł': return "l";
            case 'Ł': return "L";
            case 'đ' or 'ð': return "d";
            case 'Đ' or 'Ð': return "D";
            case 'þ': return "th";
            case 'Þ': return "Th";
            case 'ı': return "i";
        }
        var first = letter.ToString().Normalize(NormalizationForm.FormD)[0];
        return char.IsAsciiLetter(first) ? first.ToString() : "";
    }
}
