using OrcidPortal.Identifiers;

namespace OrcidPortal.OrcidApi;

/// <summary>An affiliation as it travels to and from ORCID (common-3.0.xsd, the same for all seven). Null and empty parts are left out.</summary>
/// <param name="Kind">Which of the seven.</param>
/// <exception cref="ArgumentOutOfRangeException">Not an affiliation.</exception>
public sealed record AffiliationMessage(OrcidSection Kind) : OrcidMessage
{
    /// <summary>Which of the seven.</summary>
    public OrcidSection Kind { get; init => field = Checked(value); } = Checked(Kind);

    /// <inheritdoc/>
    public override OrcidSection Section => Kind;

    /// <summary>Up to 4,000 characters.</summary>
    public string? DepartmentName { get; init; }

    /// <summary>The role, degree or title; up to 4,000 characters.</summary>
    public string? RoleTitle { get; init; }

    /// <summary>Years 1900 to 2100.</summary>
    public PartialDate? StartDate { get; init; }

    /// <summary>Years 1900 to 2100, not before <see cref="StartDate"/> (9055).</summary>
    public PartialDate? EndDate { get; init; }

    /// <summary>Required by ORCID (9046).</summary>
    public OrganizationMessage? Organization { get; init; }

    /// <summary>Absolute.</summary>
    public string? Url { get; init; }

    /// <summary>Identifiers of the affiliation itself; two with relationship self make two affiliations of a kind the same (9021).</summary>
    public IReadOnlyList<ExternalId> ExternalIds { get; init; } = [];

    private static OrcidSection Checked(OrcidSection kind) =>
        kind.IsAffiliation() ? kind : throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not an affiliation.");
}
