using System.Collections.Frozen;

namespace OrcidPortal.Records.Vocabularies;

/// <summary>Roles of contributors to works: ORCID's eleven, the fourteen of CRediT under their URIs, and words of sources (MARC relators, Dublin Core, BibTeX).</summary>
internal static class ContributorRoles
{
    private const string CreditBase = "http://credit.niso.org/contributor-roles/";

    private static readonly string[] Credit =
    [
        "conceptualization", "data-curation", "formal-analysis", "funding-acquisition", "investigation", "methodology", "project-administration", "resources",
        "software", "supervision", "validation", "visualization", "writing-original-draft", "writing-review-editing",
    ];

    private static readonly string[] Legacy =
    [
        "author", "assignee", "editor", "chair-or-translator", "co-investigator", "co-inventor", "graduate-student", "other-inventor", "principal-investigator",
        "postdoctoral-researcher", "support-staff",
    ];

    /// <summary>All of ORCID's.</summary>
    internal static IReadOnlyList<string> Targets { get; } = [.. Legacy, .. Credit.Select(r => $"{CreditBase}{r}/")];

    internal static readonly FrozenDictionary<string, string> Table = Legacy.Select(r => (Key: r, Target: r))
        .Concat(Credit.SelectMany(r => new[]
        {
            ($"{CreditBase}{r}/", $"{CreditBase}{r}/"), ($"{CreditBase}{r}", $"{CreditBase}{r}/"), ($"https://credit.niso.org/contributor-roles/{r}/", $"{CreditBase}{r}/"),
            ($"https://credit.niso.org/contributor-roles/{r}", $"{CreditBase}{r}/"), (r, $"{CreditBase}{r}/"), (r.Replace('-', ' '), $"{CreditBase}{r}/"),
        }))
        .Concat(
        [
            ("writing - original draft", $"{CreditBase}writing-original-draft/"), ("writing – original draft", $"{CreditBase}writing-original-draft/"),
            ("writing - review & editing", $"{CreditBase}writing-review-editing/"), ("writing – review & editing", $"{CreditBase}writing-review-editing/"),
            ("aut", "author"), ("creator", "author"), ("dc.contributor.author", "author"), ("dc.creator", "author"), ("composer", "author"), ("cmp", "author"),
            ("edt", "editor"), ("ed", "editor"), ("editors", "editor"), ("collection-editor", "editor"), ("dc.contributor.editor", "editor"),
            ("translator", "chair-or-translator"), ("trl", "chair-or-translator"), ("chair", "chair-or-translator"), ("inventor", "co-inventor"), ("inv", "co-inventor"),
            ("pi", "principal-investigator"), ("principal investigator", "principal-investigator"), ("advisor", $"{CreditBase}supervision/"), ("supervisor", $"{CreditBase}supervision/"),
            ("ths", $"{CreditBase}supervision/"), ("dc.contributor.advisor", $"{CreditBase}supervision/"),
        ])
        .DistinctBy(r => r.Item1).ToFrozenDictionary(r => r.Item1, r => r.Item2, StringComparer.Ordinal);

    /// <summary>Which of them make a work somebody's own: who wrote, edited, invented or investigated; not who helped, supervised or paid.</summary>
    internal static readonly FrozenDictionary<string, string> Own = Targets.ToFrozenDictionary(VocabularyKeys.Of, r => r switch
    {
        "support-staff" or "assignee" => "no",
        _ when r.EndsWith("/funding-acquisition/", StringComparison.Ordinal) || r.EndsWith("/project-administration/", StringComparison.Ordinal)
            || r.EndsWith("/resources/", StringComparison.Ordinal) || r.EndsWith("/supervision/", StringComparison.Ordinal) => "no",
        _ => "yes",
    });

    /// <summary>Roles of contributors to fundings.</summary>
    internal static readonly FrozenDictionary<string, string> Fundings = new Dictionary<string, string>
    {
        ["lead"] = "lead", ["co-lead"] = "co-lead", ["supported-by"] = "supported-by", ["other-contribution"] = "other-contribution",
        ["pi"] = "lead", ["principal investigator"] = "lead", ["principal-investigator"] = "lead", ["investigator"] = "lead", ["coordinator"] = "lead", ["project leader"] = "lead",
        ["author"] = "lead", ["co-pi"] = "co-lead", ["co-investigator"] = "co-lead", ["co-principal investigator"] = "co-lead", ["co-principal-investigator"] = "co-lead",
        ["fellow"] = "supported-by", ["student"] = "supported-by", ["graduate-student"] = "supported-by", ["postdoctoral-researcher"] = "supported-by", ["recipient"] = "supported-by",
        ["researcher"] = "other-contribution", ["member"] = "other-contribution", ["team member"] = "other-contribution", ["support-staff"] = "other-contribution",
        ["project manager"] = "other-contribution",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
