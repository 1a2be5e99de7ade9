using System.Globalization;

namespace OrcidPortal.Mapping.Amounts;

/// <summary>A number with the separators of its country.</summary>
/// <param name="Value">The likelier reading, not negative.</param>
/// <param name="Other">The other one: <c>1.234</c> is 1234 here and 1.234 there.</param>
internal readonly record struct AmountNumber(decimal Value, decimal? Other = null)
{
    private const int MostDigits = 15;
    private const int MostDecimals = 12;

    /// <summary>Reads the number at the beginning of a text.</summary>
    /// <param name="text">In ASCII; begins with a digit, or with a separator and a digit.</param>
    /// <param name="number">What was read.</param>
    /// <param name="length">How much of the text it takes.</param>
    /// <returns>False where the separators make no sense or it is too long.</returns>
    internal static bool TryRead(ReadOnlySpan<char> text, out AmountNumber number, out int length)
    {
        number = default;
        length = LengthOf(text);
        var digits = text[..length];
        var exponent = ExponentOf(text[length..], out var exponentLength);
        length += exponentLength;
        var noDecimals = exponentLength == 0 && NoDecimalsMark(text[length..]);
        if (noDecimals) length += text[length..].IndexOf('-') + 1;
        if (exponent > MostDigits) return false;
        if (!TryValue(digits, exponentLength > 0, noDecimals, out number)) return false;
        for (; exponent > 0 && number.Value < 1e15m; exponent--) number = new AmountNumber(number.Value * 10);
        return true;
    }

    /// <summary>Digits, and separators between digits; a blank only before three of them.</summary>
    private static int LengthOf(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsAsciiDigit(text[at])) at++;
            else if (text[at] is '.' or ',' or '\'' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])) at++;
            else if (text[at] == ' ' && IsGroup(text[(at + 1)..])) at++;
            else break;
        }
        return at;
    }

    private static bool IsGroup(ReadOnlySpan<char> text) =>
        text.Length >= 3 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[2]) && (text.Length == 3 || !char.IsAsciiDigit(text[3]));

    /// <summary>The power of ten of <c>1.2e6</c>.</summary>
    private static int ExponentOf(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (text.Length < 2 || text[0] is not ('e' or 'E')) return 0;
        var from = text[1] == '+' ? 2 : 1;
        var to = from;
        while (to < text.Length && char.IsAsciiDigit(text[to])) to++;
        if (to == from) return 0;
        length = to;
        return to - from <= 2 ? int.Parse(text[from..to], NumberStyles.None, CultureInfo.InvariantCulture) : int.MaxValue;
    }

    /// <summary>The <c>,-</c> and <c>.--</c> of German and Swiss prices.</summary>
    private static bool NoDecimalsMark(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[0] is not ('.' or ',') || text[1] != '-') return false;
        return text.Length == 2 || !char.IsAsciiDigit(text[2]);
    }

    private static bool TryValue(ReadOnlySpan<char> digits, bool scientific, bool noDecimals, out AmountNumber number)
    {
        number = default;
        var last = digits.LastIndexOfAny('.', ',');
        if (last < 0) return TryWhole(digits, '\0', out number);
        var mark = digits[last];
        var before = digits[..last];
        var behind = digits[(last + 1)..];
        // A group or a blank behind the mark: the mark is none of decimals.
        if (behind.ContainsAnyExceptInRange('0', '9')) return false;
        if (noDecimals) return TryWhole(digits, mark, out number);
        if (before.Contains(mark)) return TryWhole(digits, mark, out number);
        if (!TryDecimal(before, behind, out var value)) return false;
        number = new AmountNumber(value);
        // 0.500 and 1234.567 are no thousands; nor is a number whose groups have another mark.
        if (scientific || behind.Length != 3 || before.Length is 0 or > 3 || before[0] == '0' || before.ContainsAnyExceptInRange('0', '9')) return true;
        if (!TryWhole(digits, mark, out var whole)) return true;
        number = new AmountNumber(whole.Value, value);
        return true;
    }

    private static bool TryDecimal(ReadOnlySpan<char> before, ReadOnlySpan<char> behind, out decimal value)
    {
        value = 0;
        var group = before.IndexOfAny(".,' ") is >= 0 and var at ? before[at] : '\0';
        if (!before.IsEmpty && !TryWhole(before, group, out _) || behind.IsEmpty) return false;
        value = before.IsEmpty ? 0 : WholeOf(before);
        var unit = 1m;
        for (var i = 0; i < Math.Min(behind.Length, MostDecimals); i++) value += (behind[i] - '0') * (unit /= 10);
        return true;
    }

    private static bool TryWhole(ReadOnlySpan<char> text, char group, out AmountNumber number)
    {
        number = default;
        if (group == '\0') group = text.IndexOfAny(" '") is >= 0 and var at ? text[at] : '\0';
        if (!IsGrouped(text, group)) return false;
        var value = WholeOf(text);
        number = new AmountNumber(value);
        return value < 1e15m;
    }

    /// <summary>Groups of three behind one of one to three; with commas also India's of two before the last.</summary>
    private static bool IsGrouped(ReadOnlySpan<char> text, char group)
    {
        var (first, indian, western, groups, length, digits) = (true, group == ',', true, 0, 0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsAsciiDigit(text[i]))
            {
                length++;
                digits++;
                continue;
            }
            if (i < text.Length && text[i] != group) return false;
            var isLast = i == text.Length;
            if (first && !isLast && length is < 1 or > 3) return false;
            if (!first) western &= length == 3;
            indian &= isLast ? length == 3 : first ? length <= 2 : length == 2;
            groups++;
            first = false;
            length = 0;
        }
        return digits <= MostDigits + 10 && (groups == 1 || western || indian);
    }

    private static decimal WholeOf(ReadOnlySpan<char> text)
    {
        var value = 0m;
        foreach (var c in text)
            if (char.IsAsciiDigit(c) && value < 1e16m) value = value * 10 + (c - '0');
        return value;
    }
}
