using System.Collections.Frozen;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records.Vocabularies;

/// <summary>What the types of our sources are called at ORCID.</summary>
public static class WorkTypes
{
    /// <summary>ORCID's 59 work types, as it spells them.</summary>
    public static IReadOnlyList<string> Orcid { get; } =
    [
        "annotation", "artistic-performance", "blog-post", "book-chapter", "book-review", "book", "cartographic-material", "clinical-study",
        "conference-abstract", "conference-output", "conference-paper", "conference-poster", "conference-presentation", "conference-proceedings",
        "data-management-plan", "data-set", "design", "dictionary-entry", "disclosure", "dissertation-thesis", "edited-book", "encyclopedia-entry",
        "image", "invention", "journal-article", "journal-issue", "learning-object", "lecture-speech", "license", "magazine-article", "manual",
        "moving-image", "musical-composition", "newsletter-article", "newspaper-article", "online-resource", "other", "patent", "physical-object",
        "preprint", "public-speech", "registered-copyright", "report", "research-technique", "research-tool", "review", "software", "sound",
        "spin-off-company", "standards-and-policy", "supervised-student-publication", "technical-standard", "test", "trademark", "transcription",
        "translation", "website", "working-paper", "undefined",
    ];

    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Tables =
        new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["orcid"] = Orcid.Append("dissertation").ToDictionary(t => t, t => t == "dissertation" ? "dissertation-thesis" : t),
            ["bibtex"] = BibTexTypes.Table,
            ["csl"] = CslTypes.Table,
            ["dc.type"] = DcTypes.Table,
            ["ris"] = RisTypes.Table,
            ["coar"] = CoarTypes.Table,
        }.ToFrozenDictionary(t => t.Key, t => t.Value.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> ByKey = Tables
        .SelectMany(t => t.Value.Select(e => (Key: VocabularyKeys.Of($"{t.Key}:{e.Key}"), e.Value)))
        .DistinctBy(e => e.Key).ToFrozenDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);

    /// <summary>All defaults by key, <c>bibtex:article</c>.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> All => ByKey.Where(e => !e.Key.StartsWith("orcid:", StringComparison.Ordinal));

    /// <summary>The ORCID work type for a key <c>scheme:value</c>; a value without a scheme is looked up as Dublin Core's, then COAR's.</summary>
    internal static string? OfKey(string key) =>
        ByKey.TryGetValue(key, out var found) || ByKey.TryGetValue($"dc.type:{key}", out found) || ByKey.TryGetValue($"coar:{CoarTypes.Form(WithoutCoar(key))}", out found) ? found : null;

    private static string WithoutCoar(string key) => key.StartsWith("coar:", StringComparison.Ordinal) ? key["coar:".Length..] : key;

    /// <summary>Whether a key belongs to a scheme whose table says all there is to say.</summary>
    internal static bool IsClosed(string key) =>
        key.StartsWith("bibtex:", StringComparison.Ordinal) || key.StartsWith("csl:", StringComparison.Ordinal) || key.StartsWith("ris:", StringComparison.Ordinal);
}
