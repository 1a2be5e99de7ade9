namespace OrcidPortal.Records.Vocabularies;

/// <summary>
/// Entry types of BibTeX and biblatex. <c>misc</c>, <c>unpublished</c> and the legal types are left out on purpose: they do not say what a work is, so somebody has to.
/// </summary>
internal static class BibTexTypes
{
    internal static readonly IReadOnlyDictionary<string, string> Table = new Dictionary<string, string>
    {
        ["article"] = "journal-article",
        ["suppperiodical"] = "journal-article",
        ["periodical"] = "journal-issue",
        ["book"] = "book",
        ["mvbook"] = "book",
        ["booklet"] = "book",
        ["reference"] = "book",
        ["mvreference"] = "book",
        ["collection"] = "edited-book",
        ["mvcollection"] = "edited-book",
        ["inbook"] = "book-chapter",
        ["bookinbook"] = "book-chapter",
        ["suppbook"] = "book-chapter",
        ["incollection"] = "book-chapter",
        ["suppcollection"] = "book-chapter",
        ["inreference"] = "encyclopedia-entry",
        ["inproceedings"] = "conference-paper",
        ["conference"] = "conference-paper",
        ["proceedings"] = "conference-proceedings",
        ["mvproceedings"] = "conference-proceedings",
        ["presentation"] = "conference-presentation",
        ["manual"] = "manual",
        ["phdthesis"] = "dissertation-thesis",
        ["mastersthesis"] = "dissertation-thesis",
        ["masterthesis"] = "dissertation-thesis",
        ["bachelorsthesis"] = "dissertation-thesis",
        ["bachelorthesis"] = "dissertation-thesis",
        ["thesis"] = "dissertation-thesis",
        ["techreport"] = "report",
        ["report"] = "report",
        ["patent"] = "patent",
        ["preprint"] = "preprint",
        ["workingpaper"] = "working-paper",
        ["dataset"] = "data-set",
        ["data"] = "data-set",
        ["software"] = "software",
        ["standard"] = "technical-standard",
        ["online"] = "online-resource",
        ["electronic"] = "online-resource",
        ["www"] = "online-resource",
        ["webpage"] = "website",
        ["review"] = "review",
        ["image"] = "image",
        ["audio"] = "sound",
        ["music"] = "sound",
        ["movie"] = "moving-image",
        ["video"] = "moving-image",
        ["performance"] = "artistic-performance",
    };
}
