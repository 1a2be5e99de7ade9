using System.Collections.Frozen;

namespace OrcidPortal.Mapping.Amounts;

/// <summary>ISO 4217 codes, as ORCID takes them, and the signs and words that stand for one of them.</summary>
internal static class CurrencyCodes
{
    private const string Iso = """
        AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD
        EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP
        LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
        SCR SDG SEK SGD SHP SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL
        ATS BEF DEM EEK ESP FIM FRF GRD IEP ITL LTL LUF LVL MTL NLG PTE SIT SKK CYP
        """;

    private static readonly FrozenDictionary<string, string> Codes = Iso
        .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(c => (c, c))
        .Concat(
        [
            ("€", "EUR"), ("euro", "EUR"), ("euros", "EUR"), ("£", "GBP"), ("₹", "INR"), ("₽", "RUB"), ("₺", "TRY"), ("₩", "KRW"), ("₪", "ILS"), ("₫", "VND"), ("₴", "UAH"),
            ("₦", "NGN"), ("₱", "PHP"), ("฿", "THB"), ("₸", "KZT"), ("zł", "PLN"), ("Kč", "CZK"), ("Ft", "HUF"), ("SFr", "CHF"), ("SFR", "CHF"),
        ])
        .DistinctBy(c => c.Item1, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(c => c.Item1, c => c.Item2, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Dollars = new Dictionary<string, string>
    {
        ["US"] = "USD", ["A"] = "AUD", ["AU"] = "AUD", ["C"] = "CAD", ["CA"] = "CAD", ["CAN"] = "CAD", ["NZ"] = "NZD", ["HK"] = "HKD", ["S"] = "SGD", ["SG"] = "SGD", ["NT"] = "TWD",
        ["R"] = "BRL", ["MX"] = "MXN",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Shared = FrozenSet.ToFrozenSet(
        ["$", "¥", "kr", "Rs", "Fr", "dollar", "dollars", "pound", "pounds", "franc", "francs", "krone", "kroner", "kronor", "rupees"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The code a sign, a word or a code stands for, in any case; null for none.</summary>
    internal static string? Of(ReadOnlySpan<char> word) => Codes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var code) ? code : null;

    /// <summary>The code of what stands before a dollar sign; null for none.</summary>
    internal static string? OfDollar(ReadOnlySpan<char> country) => Dollars.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(country, out var code) ? code : null;

    /// <summary>Whether several currencies have this sign or name.</summary>
    internal static bool IsShared(ReadOnlySpan<char> word) => Shared.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
