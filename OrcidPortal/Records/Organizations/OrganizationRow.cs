using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records.Organizations;

/// <summary>An organisation in a list.</summary>
/// <param name="Name">As ORCID should show it.</param>
/// <param name="OtherName">The name that was found, where it is another one; else null.</param>
/// <param name="Country">ISO 3166, two letters, or null.</param>
/// <param name="Identifiers">In the order of <c>Organizations:IdentifierOrder</c>: the first is the one that is sent.</param>
/// <param name="Tie">Whether the institution speaks for it.</param>
public sealed record OrganizationRow(
    Guid Id, string Name, string? OtherName, string? City, string? Region, string? Country,
    IReadOnlyList<OrganizationId> Identifiers, OrganizationTie Tie, OrganizationStatus Status);

/// <summary>An identifier of an organisation, as ORCID stores it.</summary>
/// <param name="Source"><c>ROR</c>, <c>FUNDREF</c>, <c>GRID</c>, <c>RINGGOLD</c>, <c>LEI</c>.</param>
/// <param name="Preferred">The one its source prefers, where it gives several.</param>
public sealed record OrganizationId(string Source, string Value, bool Preferred = false)
{
    /// <summary>Where it leads; null where the source has no public pages by identifier.</summary>
    public string? Url => Source switch
    {
        "ROR" => Value,
        "FUNDREF" => Value.Replace("http://dx.doi.org/", "https://doi.org/", StringComparison.Ordinal),
        "LEI" => $"https://search.gleif.org/#/record/{Value}",
        _ => null,
    };
}
