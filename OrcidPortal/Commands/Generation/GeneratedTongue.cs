namespace OrcidPortal.Commands.Generation;

/// <summary>A language in which titles and abstracts are written.</summary>
/// <param name="Codes">How sources write its name.</param>
/// <param name="Phrases">What research is about.</param>
/// <param name="Links">What stands between two of them.</param>
/// <param name="Blank">What stands between words; empty in Chinese and Japanese.</param>
internal sealed record GeneratedTongue(string[] Codes, string[] Phrases, string[] Links, string Blank = " ")
{
    /// <summary>All, with their share among works of a European university.</summary>
    public static readonly (GeneratedTongue Value, double Weight)[] All =
    [
        (new(["en", "eng", "en_US", "english", "en-GB"],
            ["adaptive control", "soil carbon", "thin films", "gene expression", "medieval trade routes", "deep neural networks", "plasma turbulence", "migration policy", "ice cores",
                "protein folding", "urban heat islands", "quantum error correction", "early childhood education", "graphene membranes", "wild bee populations", "housing markets",
                "tumour growth", "language contact", "seismic hazard", "renewable energy systems", "antibiotic resistance", "legal pluralism", "stellar nurseries", "labour mobility",
                "coastal erosion", "perovskite solar cells", "decision making", "oral history", "gut microbiota", "supply chains", "galaxy clusters", "public health"],
            ["in", "of", "for", "and", "under", "during", "without", "versus", "across", "as a model of", "and the role of", "in the presence of"]), 62),
        (new(["de", "ger", "deu", "de_DE", "german", "Deutsch"],
            ["Über die Messung", "Wärmeübergang", "Grundlagen der Rechtsprechung", "Bürgerbeteiligung", "Schichtsysteme", "Bodenökologie", "mittelhochdeutsche Dichtung", "Energiewende",
                "Lehrkräftebildung", "Strömungsmechanik", "Gefäßerkrankungen", "Straßenverkehr", "Werkstoffprüfung", "frühneuzeitliche Städte", "Künstliche Intelligenz", "Gesundheitsökonomie"],
            ["in", "und", "für", "bei", "zur", "unter", "am Beispiel", "im Wandel der", "als Aufgabe der"]), 14),
        (new(["fr", "fre", "fra", "fr_FR", "french", "français"],
            ["l’évolution des espèces", "la théorie des nombres", "les politiques publiques", "l’œuvre littéraire", "la santé mentale", "les matériaux composites", "le droit européen", "la forêt boréale", "l’enseignement supérieur"],
            ["et", "dans", "pour", "face à", "au cœur de", "à l’épreuve de"]), 6),
        (new(["es", "spa", "es_ES", "spanish", "español"],
            ["la biodiversidad marina", "el análisis numérico", "la educación rural", "los sistemas eléctricos", "la memoria histórica", "el cáncer de mama", "las políticas sociales", "el niño y la lengua"],
            ["en", "y", "para", "desde", "según", "frente a"]), 5),
        (new(["it", "ita", "italian", "it_IT"],
            ["la città medievale", "l’analisi strutturale", "il diritto d’autore", "i beni culturali", "la fisica delle particelle", "l’università italiana", "le malattie rare"],
            ["e", "nel quadro di", "per", "tra", "verso"]), 3),
        (new(["pt", "por", "pt_BR"], ["a educação básica", "os ecossistemas costeiros", "a cidade e o campo", "o câncer de próstata", "a língua portuguesa"], ["e", "em", "para", "sobre"]), 1),
        (new(["pl", "pol", "pl_PL"], ["środowisko naturalne", "język polski", "źródła energii", "zdrowie publiczne", "łańcuchy dostaw", "wyższe uczelnie"], ["i", "w", "dla", "wobec", "na tle"]), 2),
        (new(["ru", "rus", "ru_RU", "russian"], ["история науки", "моделирование процессов", "русская литература", "механика сплошных сред", "социальная политика", "экология почв"], ["и", "в", "для", "на примере"]), 2),
        (new(["el", "gre", "ell"], ["η αρχαία πόλη", "οι ανανεώσιμες πηγές ενέργειας", "η δημόσια υγεία", "το θαλάσσιο περιβάλλον"], ["και", "σε", "για", "μέσα από"]), 1),
        (new(["ar", "ara"], ["التعليم العالي", "الطاقة المتجددة", "الأدب العربي", "الصحة العامة", "تحلية المياه"], ["في", "و", "من خلال", "عن"]), 1),
        (new(["zh_CN", "zh-CN", "zh_hans"], ["深度学习", "气候变化", "城市规划", "基因表达", "量子计算", "土壤污染", "古代文学", "公共卫生"], ["与", "的", "及其", "中的", "对"], ""), 2),
        (new(["ja", "jpn", "japanese"], ["半導体", "日本語教育", "地震予測", "再生医療", "地域社会", "情報処理", "海洋生態系"], ["の", "と", "における", "による", "に関する"], ""), 1),
    ];

    public static GeneratedTongue Of(Random random) => random.Weighted(All);
}
