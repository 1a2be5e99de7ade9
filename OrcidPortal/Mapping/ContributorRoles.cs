using System.Collections.Frozen;

namespace OrcidPortal.Mapping;

/// <summary>The roles ORCID takes for contributors of works (else 9058).</summary>
internal static class ContributorRoles
{
    private static readonly FrozenSet<string> Roles = FrozenSet.ToFrozenSet(
    [
        "author", "assignee", "editor", "chair-or-translator", "co-investigator", "co-inventor", "graduate-student", "other-inventor", "principal-investigator",
        "postdoctoral-researcher", "support-staff",
        .. new[]
        {
            "conceptualization", "data-curation", "formal-analysis", "funding-acquisition", "investigation", "methodology", "project-administration", "resources",
            "software", "supervision", "validation", "visualization", "writing-original-draft", "writing-review-editing",
        }.Select(r => $"http://credit.niso.org/contributor-roles/{r}/"),
    ]);

    /// <summary>ORCID's role for one of a source.</summary>
    /// <returns>Null where there is none.</returns>
    internal static string? Resolve(string? role)
    {
        var name = PlainText.Lower(role).Replace('_', '-');
        return name is "translator" or "chair" ? "chair-or-translator"
            : name is "inventor" ? "co-inventor"
            : Roles.TryGetValue(name, out var known) ? known
            : null;
    }
}
