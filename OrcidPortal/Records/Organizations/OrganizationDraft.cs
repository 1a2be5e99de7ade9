using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records.Organizations;

/// <summary>What somebody writes of an organisation by hand; null and blank values empty the stored ones.</summary>
/// <param name="Name">As ORCID should show it, 1 to 500 characters.</param>
/// <param name="City">Up to 200 characters; ORCID takes no affiliation without it.</param>
/// <param name="Region">Up to 200 characters.</param>
/// <param name="Country">ISO 3166, two letters; ORCID takes no affiliation without it.</param>
/// <param name="Identifiers">All of them, in any notation; null: those it has stay.</param>
/// <param name="OtherNames">All names by which it is found besides <paramref name="Name"/>; null: those it has stay.</param>
public sealed record OrganizationDraft(
    string? Name, string? City = null, string? Region = null, string? Country = null,
    IReadOnlyList<OrganizationId>? Identifiers = null, IReadOnlyList<string>? OtherNames = null);

/// <summary>What came of saving an organisation.</summary>
public abstract record SaveOrganizationResult
{
    private SaveOrganizationResult() { }

    /// <summary>It stands in the directory, and what refers to it is planned again.</summary>
    /// <param name="Created">False where it existed.</param>
    public sealed record Saved(OrganizationRow Organization, bool Created) : SaveOrganizationResult;

    /// <summary>Nothing was stored.</summary>
    /// <param name="Field">The field at fault, for example <c>country</c>.</param>
    /// <param name="Sentence">What is wrong, for people.</param>
    public sealed record Invalid(string Field, string Sentence) : SaveOrganizationResult;

    /// <summary>There is no such organisation (any more).</summary>
    public sealed record Missing : SaveOrganizationResult;
}

/// <summary>An organisation with all that the directory knows of it.</summary>
/// <param name="Names">All names by which it is found, the main one too.</param>
/// <param name="ByHand">Written or changed by a curator: loading ROR does not overwrite it.</param>
public sealed record OrganizationDetail(OrganizationRow Organization, IReadOnlyList<OrganizationNameRow> Names, bool ByHand, DateTimeOffset ChangedAt);

/// <summary>A name of an organisation.</summary>
/// <param name="Language">Two letters, where known.</param>
/// <param name="IsAcronym">Searched for, but never enough to recognise it in a record.</param>
public sealed record OrganizationNameRow(string Name, string? Language, bool IsAcronym);
