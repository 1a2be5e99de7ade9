using System.Globalization;

namespace OrcidPortal.Mapping.Amounts;

/// <summary>Brings the digits, blanks, apostrophes and dashes of Unicode to those of ASCII.</summary>
internal static class AmountCharacters
{
    private const int FullWidth = 0xFEE0;

    /// <summary>Writes as many characters as <paramref name="text"/> has.</summary>
    internal static void ToPlain(ReadOnlySpan<char> text, Span<char> plain)
    {
        for (var i = 0; i < text.Length; i++) plain[i] = Plain(text[i]);
    }

    private static char Plain(char c)
    {
        if (char.IsAscii(c)) return char.IsWhiteSpace(c) ? ' ' : c;
        if (char.IsDigit(c)) return (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c));
        if (c is >= '\uFF01' and <= '\uFF5E') return (char)(c - FullWidth);
        if (char.IsWhiteSpace(c)) return ' ';
        return c switch
        {
            '’' or '‘' or 'ʼ' or 'ʹ' or '′' or '\u066C' => '\'',
            '\u2010' or '\u2011' or '\u2012' or '–' or '—' or '−' => '-',
            '\uFFE1' => '£',
            '\uFFE5' => '¥',
            '\uFFE6' => '₩',
            '\uFE69' => '$',
            _ => c,
        };
    }
}
