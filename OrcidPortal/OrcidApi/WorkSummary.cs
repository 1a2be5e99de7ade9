using OrcidPortal.Identifiers;

namespace OrcidPortal.OrcidApi;

/// <summary>One line of a record's works.</summary>
/// <param name="PutCode">ORCID's number for it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Type">ORCID's work type.</param>
/// <param name="Date">When it was published.</param>
/// <param name="JournalTitle">Where it was published.</param>
/// <param name="Url">Where it can be read.</param>
/// <param name="ExternalIds">Its identifiers.</param>
/// <param name="SourceClientId">The client that added it, or null.</param>
/// <param name="SourceOrcid">The person who added it, or null.</param>
/// <param name="SourceName">The name of whoever added it, or null where it is not public.</param>
/// <param name="Visibility"><c>public</c>, <c>limited</c>, <c>private</c>, <c>registered-only</c>; empty where not said.</param>
/// <param name="LastModified">When it last changed.</param>
public sealed record WorkSummary(
    PutCode PutCode,
    string Title,
    string? Type,
    PartialDate? Date,
    string? JournalTitle,
    string? Url,
    IReadOnlyList<ExternalId> ExternalIds,
    string? SourceClientId,
    string? SourceOrcid,
    string? SourceName,
    string Visibility,
    DateTimeOffset? LastModified);
