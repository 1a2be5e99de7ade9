using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;

namespace OrcidPortal.OrcidApi;

/// <summary>
/// Writes an XML document whose names carry their prefix (<c>work:title</c>). It makes hardly any garbage but the result:
/// works are written by the ten thousand.
/// </summary>
/// <remarks>Characters XML cannot carry (control characters, lone surrogates, U+FFFE, U+FFFF) are left out of every text.</remarks>
internal sealed class XmlText(bool indented = false) : IDisposable
{
    private const string Namespaces = "http://www.orcid.org/ns/";
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(c => !XmlConvert.IsXmlChar(c) || c is '&' or '<' or '>' or '"' or '\r' or '\n' or '\t')]);

    private readonly Stack<string> _open = new(8);
    private char[] _text = ArrayPool<char>.Shared.Rent(4096);
    private int _length;
    private bool _inTag;
    private bool _hasText;

    /// <summary>The first line of a document in UTF-8.</summary>
    internal void Declaration() => Append("""<?xml version="1.0" encoding="utf-8"?>""");

    internal void Open(string name)
    {
        EndTag();
        Break();
        Append("<");
        Append(name);
        _open.Push(name);
        _inTag = true;
    }

    /// <summary>Declares the namespace of ORCID that has this prefix.</summary>
    internal void Declare(string prefix)
    {
        Append(" xmlns:");
        Append(prefix);
        Append("=\"");
        Append(Namespaces);
        Append(prefix);
        Append("\"");
    }

    internal void Attribute(string name, ReadOnlySpan<char> value)
    {
        Append(" ");
        Append(name);
        Append("=\"");
        Escape(value, inAttribute: true);
        Append("\"");
    }

    internal void Close()
    {
        var name = _open.Pop();
        if (_inTag)
        {
            Append("/>");
        }
        else
        {
            if (!_hasText) Break();
            Append("</");
            Append(name);
            Append(">");
        }
        _inTag = _hasText = false;
    }

    internal void Text(ReadOnlySpan<char> text)
    {
        EndTag();
        Escape(text, inAttribute: false);
        _hasText = true;
    }

    internal void Element(string name, ReadOnlySpan<char> text)
    {
        Open(name);
        Text(text);
        Close();
    }

    /// <summary>ORCID refuses empty tags (9020), so what is empty is left out.</summary>
    internal void Optional(string name, string? text)
    {
        if (HasContent(text)) Element(name, text);
    }

    /// <param name="name">Of the element.</param>
    /// <param name="number">Not negative.</param>
    /// <param name="format">Such as <c>00</c>.</param>
    internal void Element(string name, int number, string format)
    {
        Span<char> digits = stackalloc char[16];
        number.TryFormat(digits, out var length, format, CultureInfo.InvariantCulture);
        Element(name, digits[..length]);
    }

    /// <summary>Whether anything but white space would be left of the text.</summary>
    internal static bool HasContent(string? text)
    {
        for (var i = 0; i < text?.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]) ? !char.IsWhiteSpace(text[i]) : i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) return true;
        }
        return false;
    }

    internal byte[] ToBytes() => Encoding.UTF8.GetBytes(_text, 0, _length);

    public override string ToString() => new(_text, 0, _length);

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_text);
        _text = [];
        _length = 0;
    }

    private void EndTag()
    {
        if (_inTag) Append(">");
        _inTag = false;
    }

    private void Break()
    {
        if (!indented || _length == 0) return;
        Append("\n");
        for (var i = 0; i < _open.Count; i++) Append("  ");
    }

    private void Escape(ReadOnlySpan<char> text, bool inAttribute)
    {
        while (text.IndexOfAny(Special) is >= 0 and var at)
        {
            Append(text[..at]);
            var isPair = at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
            Append(text[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '\r' => "&#xD;",
                '\n' when inAttribute => "&#xA;",
                '\t' when inAttribute => "&#x9;",
                '"' when inAttribute => "&quot;",
                '\n' or '\t' or '"' => text.Slice(at, 1),
                _ => isPair ? text.Slice(at, 2) : [],
            });
            text = text[(isPair ? at + 2 : at + 1)..];
        }
        Append(text);
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (text.Length > _text.Length - _length) Grow(text.Length);
        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_text.Length * 2, _length + more));
        _text.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_text);
        _text = larger;
    }
}
