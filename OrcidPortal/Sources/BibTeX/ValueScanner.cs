namespace OrcidPortal.Sources.BibTeX;

/// <summary>Finds the end of a value. A line that begins like an entry ends the search: there a brace was forgotten.</summary>
internal static class ValueScanner
{
    /// <summary>The place behind the brace that closes the one at <paramref name="open"/>.</summary>
    /// <param name="escapes">Whether <c>\{</c> and <c>\}</c> are characters instead of braces.</param>
    /// <returns>-1 where none closes it.</returns>
    public static int SkipBalanced(string text, int open, bool escapes)
    {
        var (opening, closing) = text[open] == '(' ? ('(', ')') : ('{', '}');
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            var c = text[i];
            if (c == opening) depth++;
            else if (c == closing && --depth == 0) return i + 1;
            else if (c == '\\' && escapes) i++;
            else if (c == '\n' && EntryBegins(text, i + 1)) return -1;
        }
        return -1;
    }

    /// <summary>The place behind the quote that closes the one at <paramref name="open"/>; quotes in braces do not.</summary>
    /// <returns>-1 where none closes it.</returns>
    public static int SkipQuoted(string text, int open, bool escapes)
    {
        var depth = 0;
        for (var i = open + 1; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '{') depth++;
            else if (c == '}') depth--;
            else if (c == '"' && depth <= 0) return i + 1;
            else if (c == '\\' && escapes) i++;
            else if (c == '\n' && EntryBegins(text, i + 1)) return -1;
        }
        return -1;
    }

    /// <summary>Blanks within a line.</summary>
    public static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t') at++;
        return at;
    }

    private static bool EntryBegins(string text, int lineStart)
    {
        var at = SkipBlanks(text, lineStart);
        return at < text.Length && text[at] == '@' && EntryStart.TryRead(text, at, out _);
    }
}
