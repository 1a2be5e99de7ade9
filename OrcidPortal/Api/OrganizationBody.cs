using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Organizations;

namespace OrcidPortal.Api;

/// <summary>What a curator says of an organisation.</summary>
/// <param name="Name">As ORCID should show it, 1 to 500 characters.</param>
/// <param name="City">ORCID takes no affiliation without it.</param>
/// <param name="Region">State or region, or null.</param>
/// <param name="Country">ISO 3166, two letters; ORCID takes no affiliation without it.</param>
/// <param name="Identifiers">All of them, in any notation; null: those it has stay.</param>
/// <param name="OtherNames">All other names by which it is found; null: those it has stay.</param>
public sealed record OrganizationBody(
    string? Name, string? City, string? Region, string? Country, IReadOnlyList<IdentifierBody>? Identifiers, IReadOnlyList<string>? OtherNames)
{
    internal OrganizationDraft Draft => new(
        Name, City, Region, Country, Identifiers is null ? null : [.. Identifiers.Select(i => new OrganizationId(i.Source ?? "", i.Value ?? ""))], OtherNames);
}

/// <summary>An identifier of an organisation.</summary>
/// <param name="Source"><c>ROR</c>, <c>FUNDREF</c>, <c>GRID</c>, <c>RINGGOLD</c> or <c>LEI</c>.</param>
/// <param name="Value">For example <c>https://ror.org/05qwgg493</c>.</param>
public sealed record IdentifierBody(string? Source, string? Value);

/// <summary>Whether the institution speaks for an organisation.</summary>
/// <param name="Tie">Ours, Related or None.</param>
public sealed record TieBody(string? Tie);

/// <summary>An organisation of the directory.</summary>
/// <param name="OtherName">The name that was found, where it is another one.</param>
/// <param name="Identifiers">As ORCID stores them; the first is the one that is sent.</param>
public sealed record OrganizationView(
    Guid Id, string Name, string? OtherName, string? City, string? Region, string? Country, IReadOnlyList<IdentifierBody> Identifiers, OrganizationTie Tie, OrganizationStatus Status)
{
    internal static OrganizationView Of(OrganizationRow o) =>
        new(o.Id, o.Name, o.OtherName, o.City, o.Region, o.Country, [.. o.Identifiers.Select(i => new IdentifierBody(i.Source, i.Value))], o.Tie, o.Status);
}

/// <summary>An organisation with all that the directory knows of it.</summary>
/// <param name="ByHand">Loading ROR does not overwrite it.</param>
public sealed record OrganizationDetailView(OrganizationView Organization, IReadOnlyList<OrganizationNameRow> Names, bool ByHand, DateTimeOffset ChangedAt)
{
    internal static OrganizationDetailView Of(OrganizationDetail d) => new(OrganizationView.Of(d.Organization), d.Names, d.ByHand, d.ChangedAt);
}
