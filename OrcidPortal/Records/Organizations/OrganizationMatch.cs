using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records.Organizations;

/// <summary>An organisation of the directory, as mapping needs it.</summary>
/// <param name="Id">Its row in the directory.</param>
/// <param name="Name">As ORCID should show it.</param>
/// <param name="City">Where it is, or null.</param>
/// <param name="Region">State or region, or null.</param>
/// <param name="Country">ISO 3166, two letters, or null.</param>
/// <param name="IdSource">Whose identifier <paramref name="IdValue"/> is, chosen by the order of <c>Organizations:IdentifierOrder</c>; null where it has none.</param>
/// <param name="IdValue">The identifier as ORCID stores it.</param>
/// <param name="Tie">Whether the institution speaks for it.</param>
public sealed record OrganizationMatch(
    Guid Id, string Name, string? City, string? Region, string? Country, string? IdSource, string? IdValue, OrganizationTie Tie);
