using System.Collections.Frozen;
using System.Globalization;

namespace OrcidPortal.Records.Vocabularies;

/// <summary>Currencies of ISO 4217, retired ones too (ORCID takes what Java knows), with the names of DSpace's list, symbols that mean one currency only, and English names (ICU).</summary>
internal static class Currencies
{
    private static readonly string[] Codes = (
        "ADP AED AFA AFN ALL AMD ANG AOA ARS ATS AUD AWG AYM AZM AZN BAM BBD BDT BEF BGL BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYB BYN BYR BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CSD CUC "
        + "CUP CVE CYP CZK DEM DJF DKK DOP DZD EEK EGP ERN ESP ETB EUR FIM FJD FKP FRF GBP GEL GHC GHS GIP GMD GNF GRD GTQ GWP GYD HKD HNL HRK HTG HUF IDR IEP ILS INR IQD IRR ISK ITL JMD JOD JPY KES "
        + "KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LTL LUF LVL LYD MAD MDL MGA MGF MKD MMK MNT MOP MRO MRU MTL MUR MVR MWK MXN MXV MYR MZM MZN NAD NGN NIO NLG NOK NPR NZD OMR PAB PEN PGK "
        + "PHP PKR PLN PTE PYG QAR ROL RON RSD RUB RUR RWF SAR SBD SCR SDD SDG SEK SGD SHP SIT SKK SLE SLL SOS SRD SRG SSP STD STN SVC SYP SZL THB TJS TMM TMT TND TOP TPE TRL TRY TTD TWD TZS UAH UGX USD "
        + "USN USS UYI UYU UZS VEB VED VEF VES VND VUV WST XAF XCD XOF XPF YER YUM ZAR ZMK ZMW ZWD ZWL ZWN ZWR").Split(' ');

    private static readonly (string Name, string Code)[] Names =
    [
        ("€", "EUR"), ("euro", "EUR"), ("euros", "EUR"), ("£", "GBP"), ("pound sterling", "GBP"), ("british pound", "GBP"), ("guernsey pound", "GBP"), ("manx pound", "GBP"),
        ("jersey pound", "GBP"), ("us$", "USD"), ("us dollar", "USD"), ("us dollars", "USD"), ("swiss franc", "CHF"), ("sfr", "CHF"), ("danish krone", "DKK"), ("faroese krone", "DKK"),
        ("norwegian krone", "NOK"), ("swedish krona", "SEK"), ("polish złoty", "PLN"), ("polish zloty", "PLN"), ("zł", "PLN"), ("czech koruna", "CZK"), ("kč", "CZK"), ("hungarian forint", "HUF"),
        ("romanian leu", "RON"), ("bulgarian lev", "BGN"), ("croatian kuna", "HRK"), ("serbian dinar", "RSD"), ("turkish lira", "TRY"), ("₺", "TRY"), ("ukrainian hryvnia", "UAH"), ("₴", "UAH"),
        ("russian ruble", "RUB"), ("₽", "RUB"), ("albanian lek", "ALL"), ("armenian dram", "AMD"), ("azerbaijani manat", "AZN"), ("belarusian ruble", "BYR"),
        ("bosnia and herzegovina convertible mark", "BAM"), ("georgian lari", "GEL"), ("gibraltar pound", "GIP"), ("icelandic króna", "ISK"), ("kazakhstani tenge", "KZT"), ("moldovan leu", "MDL"),
        ("macedonian denar", "MKD"), ("₹", "INR"), ("₩", "KRW"), ("a$", "AUD"), ("c$", "CAD"), ("nz$", "NZD"), ("r$", "BRL"), ("deutsche mark", "DEM"), ("dm", "DEM"),
    ];

    private static readonly Lazy<FrozenDictionary<string, string>> LazyTable = new(Build);

    internal static IReadOnlyList<string> Targets => Codes;

    internal static FrozenDictionary<string, string> Table => LazyTable.Value;

    private static FrozenDictionary<string, string> Build()
    {
        var table = Codes.ToDictionary(VocabularyKeys.Of, c => c, StringComparer.Ordinal);
        foreach (var (name, code) in Names) table.TryAdd(VocabularyKeys.Of(name), code);
        foreach (var country in Countries.Targets)
        {
            try
            {
                var region = new RegionInfo(country);
                if (Codes.Contains(region.ISOCurrencySymbol)) table.TryAdd(VocabularyKeys.Of(region.CurrencyEnglishName), region.ISOCurrencySymbol);
            }
            catch (ArgumentException)
            {
                // ICU does not know the region; its currency has a code all the same.
            }
        }
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
