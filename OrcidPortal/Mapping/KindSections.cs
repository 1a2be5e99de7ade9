using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Mapping;

/// <summary>Where in an ORCID record a kind of record stands.</summary>
public static class KindSections
{
    /// <summary>The section of a kind.</summary>
    public static OrcidSection Of(RecordKind kind) => kind switch
    {
        RecordKind.Work => OrcidSection.Work,
        RecordKind.Funding => OrcidSection.Funding,
        RecordKind.Employment => OrcidSection.Employment,
        RecordKind.Education => OrcidSection.Education,
        RecordKind.Distinction => OrcidSection.Distinction,
        RecordKind.InvitedPosition => OrcidSection.InvitedPosition,
        RecordKind.Membership => OrcidSection.Membership,
        RecordKind.Qualification => OrcidSection.Qualification,
        RecordKind.Service => OrcidSection.Service,
        RecordKind.OtherName => OrcidSection.OtherName,
        RecordKind.Keyword => OrcidSection.Keyword,
        RecordKind.Country => OrcidSection.Address,
        RecordKind.Website => OrcidSection.ResearcherUrl,
        _ => OrcidSection.ExternalIdentifier,
    };

    /// <summary>The kind of what stands in a section.</summary>
    public static RecordKind Of(OrcidSection section) => section switch
    {
        OrcidSection.Work => RecordKind.Work,
        OrcidSection.Funding => RecordKind.Funding,
        OrcidSection.Employment => RecordKind.Employment,
        OrcidSection.Education => RecordKind.Education,
        OrcidSection.Distinction => RecordKind.Distinction,
        OrcidSection.InvitedPosition => RecordKind.InvitedPosition,
        OrcidSection.Membership => RecordKind.Membership,
        OrcidSection.Qualification => RecordKind.Qualification,
        OrcidSection.Service => RecordKind.Service,
        OrcidSection.OtherName => RecordKind.OtherName,
        OrcidSection.Keyword => RecordKind.Keyword,
        OrcidSection.Address => RecordKind.Country,
        OrcidSection.ResearcherUrl => RecordKind.Website,
        _ => RecordKind.PersonIdentifier,
    };

    /// <summary>The kind of what stands in a section that a table names; null where it names none.</summary>
    public static RecordKind? Of(string? sectionName) => OrcidSections.TryParse(sectionName, out var section) ? Of(section) : null;

    /// <summary>The section's name, as tables keep it.</summary>
    public static string NameOf(RecordKind kind) => OrcidSections.Name(Of(kind));
}
