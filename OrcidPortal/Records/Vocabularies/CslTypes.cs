namespace OrcidPortal.Records.Vocabularies;

/// <summary>
/// Types of CSL 1.0.2, and Crossref's own names, which stand in many CSL files. Catch-alls (<c>document</c>, <c>entry</c>, <c>manuscript</c>, <c>component</c>),
/// events, talks with people and legal types are left out on purpose: they do not say what a work is, so somebody has to.
/// </summary>
internal static class CslTypes
{
    internal static readonly IReadOnlyDictionary<string, string> Table = new Dictionary<string, string>
    {
        // CSL. "article" is what has not appeared in a journal: preprints.
        ["article"] = "preprint",
        ["article-journal"] = "journal-article",
        ["article-magazine"] = "magazine-article",
        ["article-newspaper"] = "newspaper-article",
        ["book"] = "book",
        ["chapter"] = "book-chapter",
        ["classic"] = "book",
        ["dataset"] = "data-set",
        ["entry-dictionary"] = "dictionary-entry",
        ["entry-encyclopedia"] = "encyclopedia-entry",
        ["figure"] = "image",
        ["graphic"] = "image",
        ["map"] = "cartographic-material",
        ["motion_picture"] = "moving-image",
        ["musical_score"] = "musical-composition",
        ["pamphlet"] = "book",
        ["paper-conference"] = "conference-paper",
        ["patent"] = "patent",
        ["performance"] = "artistic-performance",
        ["periodical"] = "journal-issue",
        ["post"] = "online-resource",
        ["post-weblog"] = "blog-post",
        ["regulation"] = "standards-and-policy",
        ["report"] = "report",
        ["review"] = "review",
        ["review-book"] = "book-review",
        ["software"] = "software",
        ["song"] = "sound",
        ["speech"] = "lecture-speech",
        ["standard"] = "technical-standard",
        ["thesis"] = "dissertation-thesis",
        ["webpage"] = "website",

        // Crossref.
        ["journal-article"] = "journal-article",
        ["journal-issue"] = "journal-issue",
        ["journal-volume"] = "journal-issue",
        ["proceedings-article"] = "conference-paper",
        ["proceedings"] = "conference-proceedings",
        ["book-chapter"] = "book-chapter",
        ["book-section"] = "book-chapter",
        ["book-part"] = "book-chapter",
        ["monograph"] = "book",
        ["edited-book"] = "edited-book",
        ["reference-book"] = "book",
        ["book-set"] = "book",
        ["reference-entry"] = "encyclopedia-entry",
        ["dissertation"] = "dissertation-thesis",
        ["posted-content"] = "preprint",
        ["report-component"] = "report",
        ["peer-review"] = "review",
        ["database"] = "data-set",
        ["other"] = "other",
    };
}
