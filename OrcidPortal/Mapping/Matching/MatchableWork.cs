using OrcidPortal.Identifiers;

namespace OrcidPortal.Mapping.Matching;

/// <summary>What of a work says whether it is the same as another one.</summary>
/// <param name="ExternalIds">Its identifiers, with what each is to it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Subtitle">What comes behind the title; sources and ORCID often write both into one.</param>
/// <param name="Year">When it was published; null: not known.</param>
/// <param name="Type">ORCID's work type; null: not known.</param>
/// <param name="FamilyNames">Of its contributors, as they are written; empty: not known, as in ORCID's summaries.</param>
public sealed record MatchableWork(IReadOnlyList<ExternalId> ExternalIds, string Title, string? Subtitle, int? Year, string? Type, IReadOnlyList<string> FamilyNames);
