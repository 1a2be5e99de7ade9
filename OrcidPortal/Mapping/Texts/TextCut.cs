using System.Globalization;

namespace OrcidPortal.Mapping.Texts;

/// <summary>Cuts a long text between words where a blank is near, else between characters as people see them.</summary>
internal static class TextCut
{
    private const int Near = 60;

    /// <summary>The beginning of the text with an ellipsis, and without the punctuation before it; brackets that close, quotes and % stay.</summary>
    /// <param name="text">Any length.</param>
    /// <param name="longest">What may be left, in UTF-16 units, the ellipsis included.</param>
    internal static string Of(string text, int longest)
    {
        if (text.Length <= longest) return text;
        if (longest < 1) return "";
        var end = longest - 1;
        var blank = text.LastIndexOf(' ', end, Math.Min(end, Near));
        end = blank > 0 ? blank : BetweenCharacters(text, end);
        while (end > 0 && IsLoose(text[end - 1])) end--;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    private static int BetweenCharacters(string text, int end)
    {
        var start = end > 0 ? text.LastIndexOf(' ', end - 1) + 1 : 0;
        var at = start;
        while (at < end)
        {
            var length = StringInfo.GetNextTextElementLength(text.AsSpan(at));
            if (at + length > end) break;
            at += length;
        }
        // One character longer than the room: at least its surrogates stay together.
        if (at > start || end == 0) return at;
        return char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
    }

    private static bool IsLoose(char c) => c is not ('%' or '‰' or '"' or '\'' or '*' or '&' or '#' or '@') && char.GetUnicodeCategory(c) is UnicodeCategory.SpaceSeparator
        or UnicodeCategory.OtherPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation;
}
