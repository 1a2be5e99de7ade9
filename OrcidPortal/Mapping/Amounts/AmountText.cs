using System.Globalization;

namespace OrcidPortal.Mapping.Amounts;

/// <summary>Reads amounts of fundings in the notations sources write: <c>1.234.567,89</c>, <c>€ 1'000.-</c>, <c>1,5 Mio. EUR</c>, <c>US$ 250k</c>.</summary>
internal static class AmountText
{
    private const int Longest = 100;
    private const decimal Most = 999_999_999_999_999.99m;

    /// <summary>Reads one amount. Never throws.</summary>
    /// <param name="text">One number with what belongs to it. Negative numbers, zero, ranges, more than 15 digits and unknown words give none.</param>
    internal static AmountReading Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > Longest) return AmountReading.None;
        Span<char> plain = stackalloc char[text.Length];
        AmountCharacters.ToPlain(text, plain);
        ReadOnlySpan<char> line = plain;
        line = line.Trim();
        var from = line.IndexOfAnyInRange('0', '9');
        if (from < 0) return AmountReading.None;
        if (from > 0 && line[from - 1] is '.' or ',') from--;
        if (!AmountNumber.TryRead(line[from..], out var number, out var length)) return AmountReading.None;
        var words = new AmountWords();
        if (!words.TryAdd(line[..from]) || !words.TryAdd(line[(from + length)..])) return AmountReading.None;
        return Reading(number, words);
    }

    private static AmountReading Reading(AmountNumber number, AmountWords words)
    {
        var likelier = Written(number.Value, words.Factor);
        if (likelier is null) return AmountReading.None;
        if (number.Other is not { } other) return new AmountReading(likelier, words.Currency, true, []);
        return Written(other, words.Factor) is { } second && second != likelier
            ? new AmountReading(likelier, words.Currency, false, [likelier, second])
            : new AmountReading(likelier, words.Currency, false, [likelier]);
    }

    /// <summary>ORCID's form; null where nothing is left or it is too large.</summary>
    private static string? Written(decimal value, decimal factor)
    {
        if (value > Most / factor) return null;
        var amount = decimal.Round(value * factor, 2, MidpointRounding.AwayFromZero);
        return amount is > 0 and <= Most ? amount.ToString("0.##", CultureInfo.InvariantCulture) : null;
    }
}
