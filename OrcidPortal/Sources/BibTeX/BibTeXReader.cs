namespace OrcidPortal.Sources.BibTeX;

/// <summary>
/// Finds the entries of a BibTeX or biblatex file. It reads what tools really write: entries without key, in parentheses, in any case, with
/// missing or doubled commas, commented lines. A broken entry is given back with its fault, and reading goes on at the next line that begins with @.
/// </summary>
internal sealed class BibTeXReader(string text)
{
    private readonly LineIndex _lines = new(text);
    private readonly Macros _macros = new();
    private readonly List<RawEntry> _entries = [];

    /// <summary>Reads the whole text, in time proportional to its length.</summary>
    /// <param name="limit">Stops after so many entries.</param>
    public IReadOnlyList<RawEntry> Read(int limit)
    {
        var at = 0;
        while (_entries.Count < limit && (at = text.IndexOf('@', at)) >= 0)
        {
            if (EntryStart.TryRead(text, at, out var start) && !IsInWord(at) && !IsCommentedOut(at)) at = ReadOne(start);
            else at++;
        }
        return _entries;
    }

    private int ReadOne(EntryStart start)
    {
        switch (start.Type)
        {
            case "comment" or "preamble":
                var behind = ValueScanner.SkipBalanced(text, start.Body - 1, escapes: false);
                return behind > 0 ? behind : NextEntryLine(start.Body);
            case "string":
                var (strings, end) = Parse(start);
                if (strings.Fault is null)
                    foreach (var (name, value) in strings.Fields) _macros.Define(name, value);
                return end;
            default:
                (var entry, end) = Parse(start);
                _entries.Add(entry);
                return end;
        }
    }

    /// <summary>Braces are counted as BibTeX counts them; a file that escapes single braces is read so when that fails.</summary>
    private (RawEntry Entry, int End) Parse(EntryStart start)
    {
        if (new EntryParser(text, _macros, _lines, escapes: false).TryParse(start, out var entry, out var end)) return (entry, end);
        if (new EntryParser(text, _macros, _lines, escapes: true).TryParse(start, out var escaped, out end)) return (escaped, end);
        return (entry, NextEntryLine(start.Body));
    }

    private int NextEntryLine(int from)
    {
        for (var at = text.IndexOf('\n', from); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            var next = ValueScanner.SkipBlanks(text, at + 1);
            if (next < text.Length && text[next] == '@') return next;
        }
        return text.Length;
    }

    /// <summary>An address in free text, me@example.org.</summary>
    private bool IsInWord(int at) => at > 0 && char.IsLetterOrDigit(text[at - 1]);

    private bool IsCommentedOut(int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '\t' or '%')
            if (text[--at] == '%') return true;
        return false;
    }
}
