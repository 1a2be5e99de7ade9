using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace OrcidPortal.Sources.BibTeX;

/// <summary>Reads one entry: its key and its fields.</summary>
/// <param name="escapes">Whether <c>\{</c> and <c>\}</c> are characters instead of braces.</param>
internal sealed class EntryParser(string text, Macros macros, LineIndex lines, bool escapes)
{
    private const int MostFields = 500;
    private const int LongestField = 1_000_000;
    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);
    private int _at;

    /// <summary>Reads the entry.</summary>
    /// <param name="entry">The entry, or what is known of a broken one, with its fault.</param>
    /// <param name="end">The place behind it.</param>
    public bool TryParse(EntryStart start, out RawEntry entry, out int end)
    {
        _at = start.Body;
        var key = start.Type == "string" ? "" : ReadKey(start.Close);
        var fault = ReadFields(start);
        entry = new RawEntry(start.Type, key, lines.LineOf(start.At), _fields, fault);
        end = _at;
        return fault is null;
    }

    /// <summary>The key ends with the first comma. What is followed by = was a field: the entry has no key, or no comma behind it.</summary>
    private string ReadKey(char close)
    {
        SkipSpace();
        var from = _at;
        var to = from;
        while (to < text.Length && text[to] is not (',' or '=' or '{' or '"' or '@') && text[to] != close) to++;
        var key = text.AsSpan(from, to - from).Trim();
        if (to < text.Length && text[to] == '=')
        {
            var blank = key.LastIndexOfAny(' ', '\n', '\t');
            _at = blank < 0 ? from : from + blank;
            return blank < 0 ? "" : key[..blank].Trim().ToString();
        }
        _at = to;
        return key.ToString();
    }

    private string? ReadFields(EntryStart start)
    {
        while (true)
        {
            SkipSeparators();
            if (_at >= text.Length || text[_at] == '@') return Fault(start.At, "the entry that begins here is not closed; a brace is missing.");
            if (text[_at] == start.Close)
            {
                _at++;
                return null;
            }
            var nameAt = _at;
            while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] is '-' or '_' or ':' or '.' or '+' or '/' or '*')) _at++;
            var name = text[nameAt.._at];
            if (name.Length == 0) return Fault(_at, $"the character {Shown(text[_at])} is not expected here.");
            SkipSpace();
            if (_at >= text.Length || text[_at] != '=') return Fault(nameAt, $"there is no = behind “{Shortened(name)}”.");
            _at++;
            if (!TryReadValue(out var value, out var fault)) return Fault(fault.At, fault.What);
            if (_fields.Count < MostFields) _fields.TryAdd(name.ToLowerInvariant(), value);
        }
    }

    private bool TryReadValue([NotNullWhen(true)] out string? value, out (int At, string What) fault)
    {
        var joined = new StringBuilder();
        value = null;
        fault = default;
        do
        {
            SkipSpace();
            var from = _at;
            if (_at >= text.Length)
            {
                fault = (_at, "the entry ends where a value was expected.");
                return false;
            }
            if (text[_at] is '{' or '"')
            {
                var end = text[_at] == '{' ? ValueScanner.SkipBalanced(text, _at, escapes) : ValueScanner.SkipQuoted(text, _at, escapes);
                if (end < 0)
                {
                    fault = (from, "the value that begins here is not closed.");
                    return false;
                }
                Append(joined, text.AsSpan(from + 1, end - from - 2));
                _at = end;
            }
            else
            {
                while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not (',' or '#' or '{' or '}' or '(' or ')' or '"' or '=' or '%')) _at++;
                var word = text[from.._at];
                Append(joined, word.Length > 0 && char.IsAsciiDigit(word[0]) ? word : macros.Resolve(word));
            }
            SkipSpace();
        }
        while (_at < text.Length && text[_at] == '#' && _at++ >= 0);
        value = joined.ToString();
        return true;
    }

    private static void Append(StringBuilder joined, ReadOnlySpan<char> part) => joined.Append(part[..Math.Min(part.Length, Math.Max(0, LongestField - joined.Length))]);

    private void SkipSeparators()
    {
        SkipSpace();
        while (_at < text.Length && text[_at] is ',' or ';')
        {
            _at++;
            SkipSpace();
        }
    }

    /// <summary>Blanks, line ends, and comments from % to the end of the line.</summary>
    private void SkipSpace()
    {
        while (_at < text.Length)
        {
            if (char.IsWhiteSpace(text[_at])) _at++;
            else if (text[_at] == '%') _at = text.IndexOf('\n', _at) is var end and >= 0 ? end : text.Length;
            else return;
        }
    }

    private string Fault(int at, string what) => Rejections.BrokenAt(lines.LineOf(Math.Min(at, text.Length)), what);
    private static string Shown(char c) => char.IsSurrogate(c) ? "found" : $"“{c}”";
    private static string Shortened(string name) => name.Length <= 40 ? name : name[..40] + "…";
}
