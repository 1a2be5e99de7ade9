using System.Collections.Frozen;

namespace OrcidPortal.Mapping.Citations;

/// <summary>BibTeX's entry types for ORCID's 59 work types: those of the original BibTeX, which every style knows. What none of them fits is <c>misc</c>.</summary>
internal static class BibTeXEntryTypes
{
    internal const string Article = "article";
    internal const string Misc = "misc";
    private const string Part = "incollection";
    private const string Paper = "inproceedings";

    private static readonly FrozenDictionary<string, string> Table = new Dictionary<string, string>
    {
        ["annotation"] = Misc, ["artistic-performance"] = Misc, ["blog-post"] = Misc, ["book"] = "book", ["book-chapter"] = Part, ["book-review"] = Article,
        ["cartographic-material"] = Misc, ["clinical-study"] = Misc, ["conference-abstract"] = Paper, ["conference-output"] = Paper, ["conference-paper"] = Paper,
        ["conference-poster"] = Misc, ["conference-presentation"] = Misc, ["conference-proceedings"] = "proceedings", ["data-management-plan"] = Misc, ["data-set"] = Misc,
        ["design"] = Misc, ["dictionary-entry"] = Part, ["disclosure"] = Misc, ["dissertation-thesis"] = "phdthesis", ["edited-book"] = "book",
        ["encyclopedia-entry"] = Part, ["image"] = Misc, ["invention"] = Misc, ["journal-article"] = Article, ["journal-issue"] = Misc, ["learning-object"] = Misc,
        ["lecture-speech"] = Misc, ["license"] = Misc, ["magazine-article"] = Article, ["manual"] = "manual", ["moving-image"] = Misc, ["musical-composition"] = Misc,
        ["newsletter-article"] = Article, ["newspaper-article"] = Article, ["online-resource"] = Misc, ["other"] = Misc, ["patent"] = Misc, ["physical-object"] = Misc,
        ["preprint"] = Misc, ["public-speech"] = Misc, ["registered-copyright"] = Misc, ["report"] = "techreport", ["research-technique"] = Misc, ["research-tool"] = Misc,
        ["review"] = Article, ["software"] = Misc, ["sound"] = Misc, ["spin-off-company"] = Misc, ["standards-and-policy"] = Misc,
        ["supervised-student-publication"] = Misc, ["technical-standard"] = Misc, ["test"] = Misc, ["trademark"] = Misc, ["transcription"] = Misc,
        ["translation"] = Misc, ["undefined"] = Misc, ["website"] = Misc, ["working-paper"] = "techreport",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>ORCID's work types that have an entry of their own here: all.</summary>
    internal static IReadOnlyCollection<string> Known => Table.Keys;

    /// <summary>The entry type, without the @.</summary>
    internal static string Of(string workType) => Table.GetValueOrDefault(workType, Misc);

    /// <summary>The field that names what a work of this entry type appeared in.</summary>
    internal static string ContainerField(string entryType) => entryType switch
    {
        Article or Misc => "journal",
        Part or Paper => "booktitle",
        _ => "series",
    };
}
