using System.Globalization;
using System.Text;

namespace OrcidPortal.Simulator.Search;

/// <summary>Takes diacritics away.</summary>
internal static class Folding
{
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ø'] = "o", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ł'] = "l", ['ı'] = "i", ['ħ'] = "h", ['ŧ'] = "t", ['ŋ'] = "n", ['ĸ'] = "k",
    };

    /// <summary>In lower case; letters that do not come apart into a letter and a mark are written as is customary.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (Letters.TryGetValue(c, out var written)) plain.Append(written);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) plain.Append(c);
        }
        return plain.ToString().Normalize();
    }
}
