namespace OrcidPortal.Records.Vocabularies;

/// <summary>
/// COAR's resource types of all versions up to 3.2, by address, by id, by label and by path (<c>text::journal::journal article</c>). A path is known by its last part, since
/// repositories write the parts before it in many ways. Those without an ORCID type do not say what a work is (<c>text</c>), or are none: somebody has to choose.
/// </summary>
internal static class CoarTypes
{
    private const string Base = "purl.org/coar/resource_type/";

    /// <summary>All concepts.</summary>
    internal static readonly IReadOnlyList<CoarType> Concepts =
    [
        // Journals and other periodicals.
        new("c_6501", "journal article", "journal-article"), new("c_2df8fbb1", "research article", "journal-article"), new("c_dcae04bc", "review article", "review"),
        new("c_beb9", "data paper", "journal-article"), new("c_7bab", "software paper", "journal-article"), new("c_7acd", "corrigendum", "journal-article"),
        new("c_545b", "letter to the editor", "journal-article"), new("c_b239", "editorial", "journal-article"), new("c_3e5a", "contribution to journal", "journal-article"),
        new("c_0857", "letter", "journal-article"), new("c_0640", "journal", "journal-issue"), new("c_998f", "newspaper article", "newspaper-article"),
        new("c_2659", "periodical", "journal-issue"), new("QX5C-AR31", "other periodical", "journal-issue"), new("c_2cd9", "magazine", null), new("c_2fe3", "newspaper", null),

        // Books, conferences, theses.
        new("c_2f33", "book", "book", "book/monograph", "monograph"), new("c_3248", "book part", "book-chapter", "book part or chapter"), new("c_86bc", "bibliography", "book"),
        new("c_c94f", "conference output", "conference-output", "conference object"), new("c_5794", "conference paper", "conference-paper"), new("c_6670", "conference poster", "conference-poster"),
        new("c_f744", "conference proceedings", "conference-proceedings"), new("c_18cp", "conference paper not in proceedings", "conference-paper"),
        new("c_18co", "conference poster not in proceedings", "conference-poster"), new("R60J-J5BD", "conference presentation", "conference-presentation"), new("c_8544", "lecture", "lecture-speech"),
        new("c_46ec", "thesis", "dissertation-thesis"), new("c_7a1f", "bachelor thesis", "dissertation-thesis"), new("c_bdcc", "master thesis", "dissertation-thesis"),
        new("c_db06", "doctoral thesis", "dissertation-thesis"),

        // Reports and other texts.
        new("c_93fc", "report", "report"), new("c_18gh", "technical report", "report"), new("c_18ws", "research report", "report"), new("c_18hj", "report to funding agency", "report"),
        new("c_18op", "project deliverable", "report"), new("c_186u", "policy report", "report"), new("c_18ww", "internal report", "report"), new("c_18wq", "other type of report", "report"),
        new("c_18wz", "memorandum", "report"), new("c_ba1f", "report part", "report"), new("c_7877", "clinical study", "clinical-study"), new("c_ab20", "data management plan", "data-management-plan"),
        new("YZ1N-ZFT9", "research protocol", "research-technique"), new("DX5J-TA9R", "knowledge synthesis protocol", "research-technique"), new("c_8042", "working paper", "working-paper"),
        new("c_816b", "preprint", "preprint"), new("c_efa0", "review", "review"), new("c_ba08", "book review", "book-review"), new("D97F-VB57", "commentary", "review"), new("H9BQ-739P", "peer review", "review"),
        new("c_71bd", "technical documentation", "report"), new("c_1162", "annotation", "annotation"), new("c_6947", "blog post", "blog-post"), new("6NC7-GK9S", "transcription", "transcription"),
        new("c_26e4", "interview", "other"), new("c_baaf", "research proposal", null), new("c_0040", "manuscript", null), new("c_18cf", "text", null),

        // Data.
        new("c_ddb1", "dataset", "data-set"), new("EHVM-H119", "research data", "data-set"), new("ACF7-8YT9", "aggregated data", "data-set"), new("c_cb28", "clinical trial data", "data-set", "clinical trial"),
        new("FXF3-D3G7", "compiled data", "data-set"), new("AM6W-6QAW", "encoded data", "data-set"), new("63NG-B465", "experimental data", "data-set"), new("A8F1-NPV9", "genomic data", "data-set"),
        new("2H0M-X761", "geospatial data", "data-set"), new("H41Y-FW7B", "laboratory notebook", "data-set"), new("DD58-GFSX", "measurement and test data", "data-set"),
        new("FF4C-28RK", "observational data", "data-set"), new("CQMR-7K63", "recorded data", "data-set"), new("W2XT-7017", "simulation data", "data-set"), new("NHD0-W6SY", "survey data", "data-set"),

        // Software, images, sound, maps, teaching.
        new("c_5ce6", "software", "software"), new("c_c950", "research software", "software"), new("QH80-2R4E", "source code", "software"), new("c_393c", "workflow", "research-technique"),
        new("c_c513", "image", "image"), new("c_ecc8", "still image", "image"), new("c_8a7e", "moving image", "moving-image"), new("c_12ce", "video", "moving-image"), new("c_18cc", "sound", "sound"),
        new("c_18cd", "musical composition", "musical-composition"), new("c_18cw", "musical notation", "musical-composition"), new("c_12cc", "cartographic material", "cartographic-material"),
        new("c_12cd", "map", "cartographic-material"), new("c_e059", "learning object", "learning-object"), new("c_7ad9", "website", "website"), new("c_e9a0", "interactive resource", "online-resource"),

        // Rights, designs, things.
        new("c_15cd", "patent", "patent"), new("SB3Y-W4EH", "pct application", "patent"), new("C53B-JCY5", "design patent", "patent"), new("Z907-YMBB", "plant patent", "patent"),
        new("GPQ7-G5VE", "plant variety protection", "patent"), new("MW8G-3CR8", "software patent", "patent"), new("9DKX-KSAF", "utility model", "patent"), new("H6QP-SC1X", "trademark", "trademark"),
        new("542X-3S04", "design", "design"), new("JBNF-DYAD", "industrial design", "design"), new("BW7T-YM2G", "layout design", "design"), new("S7R1-K5P0", "physical sample", "physical-object"),
        new("8KJG-QS0Y", "research instrument", "research-tool"), new("F8RT-TJK0", "artistic work", null), new("RMP5-3GQ6", "collection", null), new("YC9F-HGCF", "archival collection", null),
        new("1YTN-RJZE", "court documents", null), new("c_1843", "other", "other"),
    ];

    internal static readonly IReadOnlyDictionary<string, string> Table = Concepts.Where(c => c.Orcid is not null)
        .SelectMany(c => new[] { $"http://{Base}{c.Id}", $"https://{Base}{c.Id}", c.Id, c.Label }.Concat(c.OtherLabels).Select(key => (Key: key, c.Orcid)))
        .ToDictionary(e => e.Key, e => e.Orcid!);

    /// <summary>The form of a value that stands in the table: an address without a slash at its end, a path's last part.</summary>
    internal static string Form(string value)
    {
        var path = value.LastIndexOf("::", StringComparison.Ordinal);
        return path >= 0 ? value[(path + 2)..].Trim() : value.TrimEnd('/');
    }
}

/// <summary>A concept of COAR.</summary>
/// <param name="Id">The last part of its address.</param>
/// <param name="Orcid">ORCID's work type; null: somebody has to choose.</param>
/// <param name="OtherLabels">What it was called in earlier versions.</param>
internal sealed record CoarType(string Id, string Label, string? Orcid, params string[] OtherLabels);
