using System.Collections.Frozen;
using System.Globalization;

namespace OrcidPortal.Records.Vocabularies;

/// <summary>Countries by alpha-2, alpha-3 and their names in several languages (ICU); targets are ISO 3166 alpha-2, and XK as ORCID has it.</summary>
internal static class Countries
{
    private static readonly string[] Codes = (
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ "
        + "EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ "
        + "LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA "
        + "RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW").Split(' ');

    private static readonly string[] Languages = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sv", "da", "nb", "fi", "hu", "ro", "tr", "ru", "uk", "el", "ja", "ko", "zh", "ar"];

    /// <summary>Names that ICU gives otherwise, or not at all.</summary>
    private static readonly (string Name, string Code)[] Others =
    [
        ("uk", "GB"), ("great britain", "GB"), ("england", "GB"), ("scotland", "GB"), ("wales", "GB"), ("northern ireland", "GB"), ("usa", "US"), ("u.s.a.", "US"), ("u.s.", "US"),
        ("united states of america", "US"), ("holland", "NL"), ("the netherlands", "NL"), ("czech republic", "CZ"), ("south korea", "KR"), ("republic of korea", "KR"), ("russia", "RU"),
        ("russian federation", "RU"), ("iran", "IR"), ("vietnam", "VN"), ("viet nam", "VN"), ("taiwan", "TW"), ("hong kong", "HK"), ("turkey", "TR"), ("türkiye", "TR"), ("macedonia", "MK"),
        ("ivory coast", "CI"), ("kosovo", "XK"), ("people's republic of china", "CN"), ("pr china", "CN"),
    ];

    /// <summary>All 250 of ORCID's.</summary>
    internal static IReadOnlyList<string> Targets => Codes;

    private static readonly Lazy<FrozenDictionary<string, string>> LazyTable = new(Build);

    internal static FrozenDictionary<string, string> Table => LazyTable.Value;

    private static FrozenDictionary<string, string> Build()
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var code in Codes) table[VocabularyKeys.Of(code)] = code;
        foreach (var (name, code) in Others) table.TryAdd(name, code);
        var twice = new HashSet<string>(StringComparer.Ordinal);
        foreach (var code in Codes)
        {
            if (Region(code) is not { } region) continue;
            if (region.ThreeLetterISORegionName is { Length: 3 } three) table.TryAdd(VocabularyKeys.Of(three), code);
            foreach (var name in Names(code, region))
            {
                // A name that two countries have says neither.
                if (table.TryGetValue(name, out var other) && other != code && other.Length == 2 && !Codes.Contains(name.ToUpperInvariant())) twice.Add(name);
                else table.TryAdd(name, code);
            }
        }
        foreach (var name in twice.Where(n => Others.All(o => o.Name != n))) table.Remove(name);
        // There are two of them.
        table.Remove("congo");
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Names(string code, RegionInfo region)
    {
        yield return VocabularyKeys.Of(region.EnglishName);
        yield return VocabularyKeys.Of(region.NativeName);
        foreach (var language in Languages)
        {
            if (NameIn(language, code) is { } name) yield return name;
        }
    }

    /// <summary>A country's name in the language of the thread's culture, or null. ICU gives that of "English (Germany)"; that of a region alone the runtime keeps as it was first asked for.</summary>
    internal static string? DisplayName(string code)
    {
        var name = new CultureInfo($"en-{code}").DisplayName;
        var (from, to) = (name.IndexOfAny(['(', '（']), name.LastIndexOfAny([')', '）']));
        return from > 0 && to > from ? name[(from + 1)..to] : null;
    }

    private static string? NameIn(string language, string code)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return DisplayName(code) is { } name ? VocabularyKeys.Of(name) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static RegionInfo? Region(string code)
    {
        try
        {
            return new RegionInfo(code);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
