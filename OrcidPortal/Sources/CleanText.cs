using System.Globalization;
using System.Text;

namespace OrcidPortal.Sources;

/// <summary>Takes out of a text what no title may hold, and leaves every script as it is.</summary>
internal static class CleanText
{
    /// <summary>One line: control characters, half surrogate pairs and direction overrides are gone, blanks are single, the form is NFC.</summary>
    /// <returns>Null where nothing is left.</returns>
    public static string? Line(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var clean = new StringBuilder(text.Length);
        var blank = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                blank = clean.Length > 0;
                continue;
            }
            if (!Allowed(text, i)) continue;
            if (blank) clean.Append(' ');
            blank = false;
            clean.Append(c);
            if (char.IsHighSurrogate(c)) clean.Append(text[++i]);
        }
        return clean.Length == 0 ? null : clean.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The whole file: control characters are gone, tabs stay, every line end is <c>\n</c>.</summary>
    public static string File(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                clean.Append('\n');
                if (i + 1 < text.Length && text[i + 1] == '\n') i++;
            }
            else if (c is '\n' or '\t')
            {
                clean.Append(c);
            }
            else if (Allowed(text, i))
            {
                clean.Append(c);
                if (char.IsHighSurrogate(c)) clean.Append(text[++i]);
            }
        }
        return clean.ToString();
    }

    private static bool Allowed(string text, int index)
    {
        var c = text[index];
        if (char.IsHighSurrogate(c)) return index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) && !IsNoCharacter(char.ConvertToUtf32(c, text[index + 1]));
        if (char.IsLowSurrogate(c) || char.IsControl(c)) return false;
        // A byte order mark inside, embeddings and overrides (they turn the rest of a page around), and what Unicode calls no characters.
        return c is not ('\uFEFF' or (>= '\u202A' and <= '\u202E')) && !IsNoCharacter(c) && char.GetUnicodeCategory(c) != UnicodeCategory.LineSeparator;
    }

    private static bool IsNoCharacter(int point) => (point & 0xFFFE) == 0xFFFE || point is >= 0xFDD0 and <= 0xFDEF;
}
