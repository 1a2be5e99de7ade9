using System.Text;

namespace OrcidPortal.Sources.BibTeX;

/// <summary>One pass over one LaTeX text. Groups deeper than 60 are read as if their braces were not there.</summary>
internal sealed class LatexReader(string latex)
{
    private const int Deepest = 60;
    private readonly int _lastClose = latex.LastIndexOf(@"\)", StringComparison.Ordinal);
    private int _at;
    private int _depth;

    public string Read()
    {
        var text = new StringBuilder(latex.Length);
        while (_at < latex.Length)
        {
            ReadUntil(text, latex.Length, formula: false);
            _at++;
        }
        return text.ToString();
    }

    /// <summary>Reads up to the brace that closes the group, which stays unread, or up to <paramref name="end"/>.</summary>
    private void ReadUntil(StringBuilder text, int end, bool formula)
    {
        while (_at < end && latex[_at] != '}') ReadNext(text, end, formula);
    }

    private void ReadNext(StringBuilder text, int end, bool formula)
    {
        var c = latex[_at];
        switch (c)
        {
            case '{':
                text.Append(ReadGroup(end, formula));
                break;
            case '\\':
                ReadCommand(text, end, formula);
                break;
            case '$':
                ReadFormula(text, end, formula);
                break;
            case '^' or '_' when formula:
                _at++;
                text.Append(LatexScripts.InFormula(ReadArgument(end, formula: true).Trim(), raised: c == '^'));
                break;
            case '~':
                _at++;
                text.Append(' ');
                break;
            default:
                _at += formula ? Single(text, c) : Ligature(text, c);
                break;
        }
    }

    private string ReadGroup(int end, bool formula)
    {
        _at++;
        if (_depth >= Deepest) return "";
        _depth++;
        var inner = new StringBuilder();
        ReadUntil(inner, end, formula);
        if (_at < end) _at++;
        _depth--;
        return inner.ToString();
    }

    /// <summary>A group, a command with what belongs to it, or one character.</summary>
    private string ReadArgument(int end, bool formula)
    {
        while (_at < end && char.IsWhiteSpace(latex[_at])) _at++;
        if (_at >= end || latex[_at] == '}') return "";
        if (latex[_at] == '{') return ReadGroup(end, formula);
        var one = new StringBuilder();
        if (latex[_at] == '\\' && _depth < Deepest)
        {
            _depth++;
            ReadCommand(one, end, formula);
            _depth--;
        }
        else
        {
            one.Append(latex[_at++]);
            if (char.IsHighSurrogate(one[0]) && _at < end) one.Append(latex[_at++]);
        }
        return one.ToString();
    }

    private void ReadCommand(StringBuilder text, int end, bool formula)
    {
        _at++;
        if (_at >= end) return;
        if (!char.IsAsciiLetter(latex[_at]))
        {
            ReadSign(text, end, formula);
            return;
        }
        var from = _at;
        while (_at < end && char.IsAsciiLetter(latex[_at])) _at++;
        var name = latex[from.._at];
        if (_at < end && latex[_at] == '*') _at++;
        if (LatexAccents.Is(name)) text.Append(LatexAccents.Apply(name, ReadArgument(end, formula)));
        else if (LatexSymbols.Of(name) is { } symbol) AppendSymbol(text, symbol, end, formula);
        else LatexCommands.Read(name, text, new Arguments(this, end, formula));
    }

    private void ReadSign(StringBuilder text, int end, bool formula)
    {
        var sign = latex[_at++];
        if (sign == '(' && !formula && _at <= _lastClose) ReadInside(text, latex.IndexOf(@"\)", _at, StringComparison.Ordinal), 2);
        else if (!formula && LatexAccents.Is(sign.ToString())) text.Append(LatexAccents.Apply(sign.ToString(), ReadArgument(end, formula)));
        else text.Append(LatexSymbols.OfSign(sign));
    }

    /// <summary>Blanks behind a command only end its name; in a text they stand for nothing.</summary>
    private void AppendSymbol(StringBuilder text, string symbol, int end, bool formula)
    {
        text.Append(symbol);
        if (formula) return;
        while (_at < end && char.IsWhiteSpace(latex[_at])) _at++;
    }

    /// <summary>A $ without its second is an amount.</summary>
    private void ReadFormula(StringBuilder text, int end, bool formula)
    {
        var open = _at + 1 < end && latex[_at + 1] == '$' ? 2 : 1;
        var close = formula ? -1 : ClosingDollar(_at + open, end);
        _at += open;
        if (close >= 0) ReadInside(text, close, open);
        else if (!formula) text.Append('$');
    }

    private void ReadInside(StringBuilder text, int close, int length)
    {
        if (_depth < Deepest)
        {
            _depth++;
            for (; _at < close; _at++) ReadUntil(text, close, formula: true);
            _depth--;
        }
        _at = close + length;
    }

    private int ClosingDollar(int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (latex[i] == '\\') i++;
            else if (latex[i] == '$') return i;
        }
        return -1;
    }

    private char Current => latex[_at];
    private int Find(char c, int end) => latex.IndexOf(c, _at, end - _at);

    private static int Single(StringBuilder text, char c)
    {
        text.Append(c);
        return 1;
    }

    private int Ligature(StringBuilder text, char c)
    {
        if (LatexLigatures.At(latex.AsSpan(_at)) is not var (printed, length)) return Single(text, c);
        text.Append(printed);
        return length;
    }

    /// <summary>What stands behind a command.</summary>
    internal readonly struct Arguments(LatexReader reader, int end, bool formula)
    {
        public bool InFormula => formula;

        /// <summary>The next argument as text.</summary>
        public string Next() => reader.ReadArgument(end, formula);

        /// <summary>The next argument as text, where it is a group; else nothing is read.</summary>
        public string NextGroup() => reader._at < end && reader.Current == '{' ? reader.ReadGroup(end, formula) : "";

        /// <summary>Leaves out an argument in brackets, and the blanks behind the name.</summary>
        public void SkipOptional()
        {
            if (reader._at < end && reader.Current == '[')
            {
                var close = reader.Find(']', Math.Min(end, reader._at + 200));
                if (close >= 0) reader._at = close + 1;
            }
            else
            {
                while (reader._at < end && char.IsWhiteSpace(reader.Current)) reader._at++;
            }
        }
    }
}
