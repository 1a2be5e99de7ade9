using System.Globalization;
using System.Collections.Frozen;

namespace OrcidPortal.Records.Vocabularies;

/// <summary>ORCID's language codes: two letters (some of them older than ISO's of today), and two forms of Chinese.</summary>
internal static class Languages
{
    /// <summary>All 186.</summary>
    internal static readonly FrozenSet<string> All = FrozenSet.ToFrozenSet((
        "ab aa af ak sq am ar an hy as av ae ay az bm ba eu be bn bh bi bs br bg my ca ch ce zh_CN zh_TW cu cv kw co cr hr cs da dv nl dz en eo et ee fo fj fi fr fy ff "
        + "gl lg ka de el kl gn gu ht ha iw hz hi ho hu is io ig in ia ie iu ik ga it ja jv kn kr ks kk km ki rw ky kv kg ko ku kj lo la lv li ln lt lu lb mk mg ms ml mt "
        + "gv mi mr mh mo mn na nv ng ne nd se no nb nn ny oc oj or om os pi pa fa pl pt ps qu rm ro rn ru sm sg sa sc gd sr sn ii sd si sk sl so nr st es su sw ss sv tl "
        + "ty tg ta tt te th bo ti to ts tn tr tk tw ug uk ur uz ve vi vo wa cy wo xh ji yo za zu").Split(' '), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Others = new Dictionary<string, string>
    {
        // ISO's codes of today.
        ["he"] = "iw", ["id"] = "in", ["yi"] = "ji", ["zh_hans"] = "zh_CN", ["zh_sg"] = "zh_CN", ["zh_hant"] = "zh_TW", ["zh_hk"] = "zh_TW",
        // Three letters, both forms of ISO 639-2, and English names.
        ["eng"] = "en", ["ger"] = "de", ["deu"] = "de", ["fre"] = "fr", ["fra"] = "fr", ["spa"] = "es", ["ita"] = "it", ["por"] = "pt", ["dut"] = "nl", ["nld"] = "nl",
        ["pol"] = "pl", ["rus"] = "ru", ["cze"] = "cs", ["ces"] = "cs", ["slo"] = "sk", ["slk"] = "sk", ["slv"] = "sl", ["hun"] = "hu", ["rum"] = "ro", ["ron"] = "ro",
        ["swe"] = "sv", ["nor"] = "no", ["nob"] = "nb", ["nno"] = "nn", ["dan"] = "da", ["fin"] = "fi", ["ice"] = "is", ["isl"] = "is", ["est"] = "et", ["lav"] = "lv",
        ["lit"] = "lt", ["ukr"] = "uk", ["bul"] = "bg", ["hrv"] = "hr", ["srp"] = "sr", ["gre"] = "el", ["ell"] = "el", ["tur"] = "tr", ["ara"] = "ar", ["heb"] = "iw",
        ["per"] = "fa", ["fas"] = "fa", ["hin"] = "hi", ["jpn"] = "ja", ["kor"] = "ko", ["vie"] = "vi", ["tha"] = "th", ["ind"] = "in", ["lat"] = "la", ["cat"] = "ca",
        ["glg"] = "gl", ["baq"] = "eu", ["eus"] = "eu", ["gle"] = "ga", ["wel"] = "cy", ["cym"] = "cy", ["afr"] = "af",
        ["alb"] = "sq", ["arm"] = "hy", ["bur"] = "my", ["geo"] = "ka", ["mac"] = "mk", ["mao"] = "mi", ["may"] = "ms", ["tib"] = "bo",
        ["english"] = "en", ["german"] = "de", ["ngerman"] = "de", ["deutsch"] = "de", ["french"] = "fr", ["français"] = "fr", ["spanish"] = "es", ["español"] = "es",
        ["italian"] = "it", ["italiano"] = "it", ["portuguese"] = "pt", ["dutch"] = "nl", ["polish"] = "pl", ["russian"] = "ru", ["czech"] = "cs", ["hungarian"] = "hu",
        ["swedish"] = "sv", ["norwegian"] = "no", ["danish"] = "da", ["finnish"] = "fi", ["greek"] = "el", ["turkish"] = "tr", ["arabic"] = "ar", ["hebrew"] = "iw",
        ["japanese"] = "ja", ["korean"] = "ko", ["latin"] = "la", ["catalan"] = "ca", ["british"] = "en", ["american"] = "en",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly Lazy<FrozenDictionary<string, string>> LazyTable = new(Build);

    /// <summary>All words: ISO 639-1 and 639-2 and -3 codes, names in English, in the language itself and in seven others (ICU), and those above.</summary>
    internal static FrozenDictionary<string, string> Table => LazyTable.Value;

    /// <summary>ORCID's code for a language as a source writes it: <c>en_US</c>, <c>deu</c>, <c>english</c>.</summary>
    /// <returns>Null where it is unknown, or could be two (<c>zh</c>).</returns>
    internal static string? Resolve(string? text)
    {
        var code = VocabularyKeys.Of(text);
        if (Table.TryGetValue(code, out var known)) return known;
        var first = code.Split('-')[0];
        return first != code && first.Length is 2 or 3 && Table.TryGetValue(first, out known) ? known : null;
    }

    private static FrozenDictionary<string, string> Build()
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var code in All) table[VocabularyKeys.Of(code)] = code;
        foreach (var (word, code) in Others) table[VocabularyKeys.Of(word)] = code;
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.NeutralCultures))
        {
            var two = culture.TwoLetterISOLanguageName;
            if (culture.Name != two || two == "zh" || !table.TryGetValue(two, out var code)) continue;
            foreach (var word in new[] { culture.ThreeLetterISOLanguageName, culture.EnglishName, culture.NativeName })
                if (VocabularyKeys.Of(word) is { Length: > 2 } key) table.TryAdd(key, code);
        }
        foreach (var (word, code) in NamesAbroad(table)) table.TryAdd(word, code);
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>ICU gives a language's name in the language of the thread's culture. A name that two languages have says neither.</summary>
    private static IEnumerable<(string Word, string Code)> NamesAbroad(Dictionary<string, string> known)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            var found = new List<(string Word, string Code)>();
            foreach (var reader in (IEnumerable<string>)["de", "fr", "es", "it", "pt", "nl", "pl"])
            {
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(reader);
                foreach (var culture in CultureInfo.GetCultures(CultureTypes.NeutralCultures))
                    if (culture.Name == culture.TwoLetterISOLanguageName && culture.Name != "zh" && known.TryGetValue(culture.Name, out var code) && VocabularyKeys.Of(new CultureInfo(culture.Name).DisplayName) is { Length: > 2 } word)
                        found.Add((word, code));
            }
            return [.. found.GroupBy(f => f.Word).Where(g => g.Select(f => f.Code).Distinct().Count() == 1).Select(g => g.First())];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
