using System.Text;

namespace OrcidPortal.Simulator.Search;

/// <summary>Reads a query sign by sign; never goes back further than over a name of a field.</summary>
internal sealed class QueryReader(string text)
{
    private int at;

    public bool IsAtEnd => at >= text.Length;

    /// <summary>The next sign; a NUL at the end.</summary>
    public char Next => IsAtEnd ? '\0' : text[at];

    public void SkipBlanks()
    {
        while (!IsAtEnd && char.IsWhiteSpace(text[at])) at++;
    }

    /// <summary>Takes these signs if they come next.</summary>
    public bool Take(string signs)
    {
        if (string.CompareOrdinal(text, at, signs, 0, signs.Length) != 0) return false;
        at += signs.Length;
        return true;
    }

    /// <summary>Takes a word of the language if it stands here by itself.</summary>
    public bool TakeWord(string word)
    {
        var end = at + word.Length;
        return (end >= text.Length || IsEndOfTerm(text[end])) && Take(word);
    }

    /// <returns>The name before a colon, or null when there is none.</returns>
    public string? TakeField()
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '_' or '.' or '*')) end++;
        if (end == at || end >= text.Length || text[end] != ':') return null;
        var name = text[at..end];
        at = end + 1;
        return name;
    }

    /// <summary>A text up to a sign that means something, with <see cref="Wildcard"/> signs.</summary>
    /// <param name="isBound">Whether it is the bound of a range, in which more signs mean nothing.</param>
    /// <returns>Empty when there is none; null when it ends with a lone backslash.</returns>
    public string? TakeTerm(bool isBound = false)
    {
        var term = new StringBuilder();
        while (!IsAtEnd && !(isBound ? char.IsWhiteSpace(Next) || Next is ']' or '}' : IsEndOfTerm(Next)))
        {
            var sign = text[at++];
            if (sign == '\\')
            {
                if (IsAtEnd) return null;
                term.Append(text[at++]);
            }
            else term.Append(sign switch { '*' => Wildcard.Many, '?' => Wildcard.One, _ => sign });
        }
        return term.ToString();
    }

    /// <summary>What stands between quotation marks, the first of which comes next.</summary>
    /// <returns>Null when the last is missing.</returns>
    public string? TakeQuoted()
    {
        var quoted = new StringBuilder();
        for (at++; !IsAtEnd; at++)
        {
            if (Next == '"')
            {
                at++;
                return quoted.ToString();
            }
            if (Next == '\\' && ++at >= text.Length) return null;
            quoted.Append(Next);
        }
        return null;
    }

    /// <returns>Digits and points, as far as they go.</returns>
    public string TakeNumber()
    {
        var start = at;
        while (!IsAtEnd && (char.IsAsciiDigit(Next) || Next == '.')) at++;
        return text[start..at];
    }

    private static bool IsEndOfTerm(char sign) => char.IsWhiteSpace(sign) || sign is '(' or ')' or '[' or ']' or '{' or '}' or '"' or ':' or '^' or '~';
}
