namespace OrcidPortal.Records.Vocabularies;

/// <summary>
/// DSpace's default list of <c>dc.type</c> and what DSpace itself sends for it; then DCMI's types and those of OpenAIRE's guidelines, which other repositories write there.
/// What stands here as <c>other</c> was chosen, not left over.
/// </summary>
internal static class DcTypes
{
    internal static readonly IReadOnlyDictionary<string, string> Table = new Dictionary<string, string>
    {
        ["animation"] = "other",
        ["article"] = "journal-article",
        ["book"] = "book",
        ["book chapter"] = "book-chapter",
        ["dataset"] = "data-set",
        ["learning object"] = "learning-object",
        ["image"] = "image",
        ["image, 3-d"] = "image",
        ["journal"] = "journal-issue",
        ["map"] = "cartographic-material",
        ["musical score"] = "musical-composition",
        ["plan or blueprint"] = "other",
        ["preprint"] = "preprint",
        ["presentation"] = "other",
        ["recording, acoustical"] = "sound",
        ["recording, musical"] = "sound",
        ["recording, oral"] = "sound",
        ["software"] = "software",
        ["technical report"] = "report",
        ["thesis"] = "dissertation-thesis",
        ["video"] = "moving-image",
        ["working paper"] = "working-paper",
        ["other"] = "other",

        // DCMI; "Text", "Collection", "Event" and "Service" do not say what a work is.
        ["interactiveresource"] = "online-resource",
        ["movingimage"] = "moving-image",
        ["physicalobject"] = "physical-object",
        ["sound"] = "sound",
        ["stillimage"] = "image",

        // OpenAIRE.
        ["info:eu-repo/semantics/annotation"] = "annotation",
        ["info:eu-repo/semantics/article"] = "journal-article",
        ["info:eu-repo/semantics/bachelorthesis"] = "dissertation-thesis",
        ["info:eu-repo/semantics/book"] = "book",
        ["info:eu-repo/semantics/bookpart"] = "book-chapter",
        ["info:eu-repo/semantics/conferenceobject"] = "conference-output",
        ["info:eu-repo/semantics/conferencepaper"] = "conference-paper",
        ["info:eu-repo/semantics/conferenceposter"] = "conference-poster",
        ["info:eu-repo/semantics/conferenceproceedings"] = "conference-proceedings",
        ["info:eu-repo/semantics/contributiontoperiodical"] = "journal-article",
        ["info:eu-repo/semantics/datapaper"] = "journal-article",
        ["info:eu-repo/semantics/doctoralthesis"] = "dissertation-thesis",
        ["info:eu-repo/semantics/lecture"] = "lecture-speech",
        ["info:eu-repo/semantics/masterthesis"] = "dissertation-thesis",
        ["info:eu-repo/semantics/patent"] = "patent",
        ["info:eu-repo/semantics/preprint"] = "preprint",
        ["info:eu-repo/semantics/report"] = "report",
        ["info:eu-repo/semantics/review"] = "review",
        ["info:eu-repo/semantics/technicaldocumentation"] = "report",
        ["info:eu-repo/semantics/workingpaper"] = "working-paper",
    };
}
