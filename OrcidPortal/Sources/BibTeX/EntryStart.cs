namespace OrcidPortal.Sources.BibTeX;

/// <summary>The beginning of an entry: <c>@type{</c> or <c>@type(</c>.</summary>
/// <param name="At">The place of the @.</param>
/// <param name="Type">Lower case.</param>
/// <param name="Body">The place behind the brace.</param>
/// <param name="Close">The character that ends the entry.</param>
internal readonly record struct EntryStart(int At, string Type, int Body, char Close)
{
    private const int LongestType = 60;
    private const int MostBlanks = 60;

    public static bool TryRead(string text, int at, out EntryStart start)
    {
        start = default;
        var from = Skip(text, at + 1);
        var to = from;
        while (to < text.Length && to - from < LongestType && (char.IsAsciiLetterOrDigit(text[to]) || text[to] is '-' or '_')) to++;
        if (to == from || !char.IsAsciiLetter(text[from])) return false;
        var open = Skip(text, to);
        if (open >= text.Length || text[open] is not ('{' or '(')) return false;
        start = new EntryStart(at, text[from..to].ToLowerInvariant(), open + 1, text[open] == '{' ? '}' : ')');
        return true;
    }

    private static int Skip(string text, int at)
    {
        var last = Math.Min(text.Length, at + MostBlanks);
        while (at < last && char.IsWhiteSpace(text[at])) at++;
        return at;
    }
}
