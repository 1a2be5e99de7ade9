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

    /// <summary>The ORCID work type for a key <c>scheme:value</c>; a value without a scheme is looked up as Dublin Core's, then COAR's, then ORCID's own.</summary>
    internal static string? OfKey(string key) =>
        ByKey.TryGetValue(key, out var found) || ByKey.TryGetValue("dc.type:" + key.TrimStart(':'), out found) || ByKey.TryGetValue("coar:" + key.TrimStart(':'), out found)
        || ByKey.TryGetValue("orcid:" + key.TrimStart(':'), out found) ? found : null;

    /// <summary>The ORCID work type for a value of a vocabulary.</summary>
    /// <param name="type">In any case; ORCID's own values also as <c>JOURNAL_ARTICLE</c>.</param>
    /// <returns>One of <see cref="Orcid"/>, or null where the value has no entry: never a silent <c>other</c>.</returns>
    public static string? Resolve(TypeValue? type)
    {
        if (type is null || !Tables.TryGetValue(type.Vocabulary.Trim(), out var table)) return null;
        var value = type.Value.Trim();
        return table.TryGetValue(value, out var found) || table.TryGetValue(value.Replace('_', '-'), out found) ? found : null;
    }
}
