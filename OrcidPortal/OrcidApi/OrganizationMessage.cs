namespace OrcidPortal.OrcidApi;

/// <summary>An organisation as a funding or an affiliation names it (common-3.0.xsd).</summary>
/// <param name="Name">Required, 1 to 4,000 characters.</param>
/// <param name="City">Up to 4,000 characters; required for employments and educations (9060).</param>
/// <param name="Region">Up to 4,000 characters.</param>
/// <param name="Country">ISO 3166, two letters; required for employments and educations (9060).</param>
/// <param name="DisambiguatedId">Its number in a registry, up to 500 characters, as ORCID stores it: <c>https://ror.org/05qwgg493</c>.</param>
/// <param name="DisambiguationSource"><c>ROR</c>, <c>RINGGOLD</c>, <c>GRID</c>, <c>FUNDREF</c> or <c>LEI</c>; compulsory with <paramref name="DisambiguatedId"/>.</param>
public sealed record OrganizationMessage(string Name, string? City, string? Region, string? Country, string? DisambiguatedId, string? DisambiguationSource);
