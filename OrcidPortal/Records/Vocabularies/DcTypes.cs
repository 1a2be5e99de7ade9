namespace OrcidPortal.Records.Vocabularies;

/// <summary>DSpace's default list of <c>dc.type</c> and what DSpace itself sends for it. What stands here as <c>other</c> was chosen, not left over.</summary>
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
    };
}
