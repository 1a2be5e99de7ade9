namespace OrcidPortal.Records.Vocabularies;

/// <summary>
/// COAR resource types by URI, by label and by path (<c>text::journal::journal article</c>). <c>text</c>, <c>other</c> and the like are left out on purpose: they do not
/// say what a work is.
/// </summary>
internal static class CoarTypes
{
    private const string Base = "purl.org/coar/resource_type/";

    private static readonly (string Id, string Path, string Orcid)[] Concepts =
    [
        ("c_6501", "text::journal::journal article", "journal-article"), ("c_2df8fbb1", "text::journal::journal article::research article", "journal-article"),
        ("c_dcae04bc", "text::journal::journal article::review article", "review"), ("c_beb9", "text::journal::journal article::data paper", "journal-article"),
        ("c_7bab", "text::journal::journal article::software paper", "journal-article"), ("c_545b", "text::journal::letter to the editor", "journal-article"),
        ("c_b239", "text::journal::editorial", "journal-article"), ("c_3e5a", "text::periodical::journal::contribution to journal", "journal-article"), ("c_0640", "text::periodical::journal", "journal-issue"),
        ("c_998f", "text::newspaper::newspaper article", "newspaper-article"), ("c_2f33", "text::book", "book"), ("c_3248", "text::book::book part", "book-chapter"),
        ("c_c94f", "text::conference output", "conference-output"), ("c_5794", "text::conference output::conference proceedings::conference paper", "conference-paper"),
        ("c_6670", "text::conference output::conference proceedings::conference poster", "conference-poster"), ("c_f744", "text::conference output::conference proceedings", "conference-proceedings"),
        ("c_18cp", "text::conference output::conference paper not in proceedings", "conference-paper"), ("c_18co", "text::conference output::conference poster not in proceedings", "conference-poster"),
        ("c_r60j-j5bd", "text::conference output::conference presentation", "conference-presentation"), ("c_8544", "lecture", "lecture-speech"), ("c_46ec", "text::thesis", "dissertation-thesis"),
        ("c_7a1f", "text::thesis::bachelor thesis", "dissertation-thesis"), ("c_bdcc", "text::thesis::master thesis", "dissertation-thesis"), ("c_db06", "text::thesis::doctoral thesis", "dissertation-thesis"),
        ("c_93fc", "text::report", "report"), ("c_18gh", "text::report::technical report", "report"), ("c_18ws", "text::report::research report", "report"), ("c_18hj", "text::report::report to funding agency", "report"),
        ("c_18op", "text::report::project deliverable", "report"), ("c_ab20", "text::report::project deliverable::data management plan", "data-management-plan"), ("c_8042", "text::working paper", "working-paper"),
        ("c_816b", "text::preprint", "preprint"), ("c_efa0", "text::review", "review"), ("c_ba08", "text::review::book review", "book-review"), ("c_ddb1", "dataset", "data-set"),
        ("c_5ce6", "software", "software"), ("c_c513", "image", "image"), ("c_ecc8", "image::still image", "image"), ("c_8a7e", "image::moving image", "moving-image"), ("c_12ce", "image::moving image::video", "moving-image"),
        ("c_18cc", "sound", "sound"), ("c_18cd", "sound::musical composition", "musical-composition"), ("c_18cw", "musical notation", "musical-composition"), ("c_12cc", "cartographic material", "cartographic-material"),
        ("c_12cd", "cartographic material::map", "cartographic-material"), ("c_15cd", "patent", "patent"), ("c_e059", "learning object", "learning-object"), ("c_7ad9", "website", "website"),
        ("c_6947", "text::blog post", "blog-post"), ("c_86bc", "text::bibliography", "book"), ("c_0857", "text::musical notation", "musical-composition"), ("c_cb28", "clinical study", "clinical-study"),
        ("c_71bd", "text::technical documentation", "report"), ("c_26e4", "interview", "other"),
        ("c_1162", "text::annotation", "annotation"), ("c_c950", "software::source code", "software"), ("c_393c", "workflow", "research-technique"), ("c_186u", "text::report::policy report", "report"),
        ("c_18wq", "text::report::internal report", "report"), ("c_18wz", "text::report::memorandum", "report"), ("c_ba1f", "text::report::report part", "report"), ("c_2659", "text::periodical", "journal-issue"),
    ];

    internal static readonly IReadOnlyDictionary<string, string> Table = Concepts
        .SelectMany(c => new[]
        {
            ($"http://{Base}{c.Id}", c.Orcid), ($"https://{Base}{c.Id}", c.Orcid), (c.Id, c.Orcid), (c.Path, c.Orcid), (c.Path[(c.Path.LastIndexOf(':') + 1)..], c.Orcid),
        })
        .DistinctBy(e => e.Item1).ToDictionary(e => e.Item1, e => e.Item2);
}
