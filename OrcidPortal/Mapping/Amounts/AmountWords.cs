using System.Collections.Frozen;

namespace OrcidPortal.Mapping.Amounts;

/// <summary>What stands around a number: its currency and its factor.</summary>
internal struct AmountWords()
{
    private static readonly FrozenDictionary<string, decimal> Factors = Table(
        (1e3m, "k tsd tausend thousand thousands tys тыс duizend teur keur kusd kgbp kchf"),
        (1e6m, "m mm mn mln mio mill million millions millionen miljoen millones milioni milhões milionów millionnen млн meur musd mgbp mchf mioeur"),
        (1e9m, "b bn bln mrd mld milliard milliards milliarde milliarden billion billions miljard miliardi млрд"),
        (1e12m, "tn trn trillion trillions bio billionen"),
        (1e5m, "lakh lakhs"), (1e7m, "cr crore crores"));

    private bool _hasFactor;

    /// <summary>1 where there is none.</summary>
    internal decimal Factor { get; private set; } = 1;

    /// <summary>ISO 4217, or null.</summary>
    internal string? Currency { get; private set; }

    /// <summary>Reads the words before or behind the number.</summary>
    /// <returns>False for a word that is neither, a sign, a second number, two currencies or two factors.</returns>
    internal bool TryAdd(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == ' ' || text[at] == '.' && at > 0 && char.IsLetter(text[at - 1]))
            {
                at++;
                continue;
            }
            var length = 1;
            if (char.IsLetter(text[at]))
                while (at + length < text.Length && char.IsLetter(text[at + length])) length++;
            if (!TryWord(text, at, ref length)) return false;
            at += length;
        }
        return true;
    }

    private bool TryWord(ReadOnlySpan<char> text, int at, ref int length)
    {
        var word = text.Slice(at, length);
        if (char.IsLetter(word[0]))
        {
            // US$ and US $ are one sign; so is $ US.
            var next = at + length;
            while (next < text.Length && text[next] == ' ') next++;
            if (next < text.Length && text[next] == '$' && CurrencyCodes.OfDollar(word) is { } dollar)
            {
                length = next + 1 - at;
                return TrySet(dollar);
            }
            if (word is "T" && text[(at + length)..].StartsWith("€")) return TrySetFactor(1e3m);
            if (text[..at].TrimEnd().EndsWith('$') && CurrencyCodes.OfDollar(word) is { } behind) return TrySet(behind);
        }
        if (CurrencyCodes.Of(word) is { } code) return TrySet(code);
        if (CurrencyCodes.IsShared(word)) return true;
        if (!Factors.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var factor)) return false;
        // TEUR and MEUR are both at once.
        return (word.Length < 4 || CurrencyCodes.Of(word[^3..]) is not { } joined || TrySet(joined)) && TrySetFactor(factor);
    }

    private bool TrySet(string currency)
    {
        if (Currency is not null && Currency != currency) return false;
        Currency = currency;
        return true;
    }

    private bool TrySetFactor(decimal factor)
    {
        if (_hasFactor) return false;
        (_hasFactor, Factor) = (true, factor);
        return true;
    }

    private static FrozenDictionary<string, decimal> Table(params ReadOnlySpan<(decimal Factor, string Words)> rows)
    {
        var table = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase);
        foreach (var (factor, words) in rows)
            foreach (var word in words.Split(' ')) table.Add(word, factor);
        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
