using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Matching;

namespace OrcidPortal.Pull;

/// <summary>What a person is asked about one entry of their ORCID record.</summary>
/// <param name="Title">As lists call it.</param>
/// <param name="Type">ORCID's type; null where the kind has none.</param>
/// <param name="SourceName">Who added it at ORCID.</param>
/// <param name="Visibility">Who may see it there: <c>public</c>, <c>limited</c> ...</param>
/// <param name="Fields">What it says: what would be taken over.</param>
/// <param name="Record">The record it is; or, of something new, the library's that the person is not yet named with. Null: none.</param>
/// <param name="Candidates">The records it may be, likeliest first.</param>
/// <param name="Differences">What ORCID says more or otherwise, and is not decided.</param>
public sealed record SuggestionRow(
    Guid Id, RecordKind Kind, SuggestionMatch Match, SuggestionState State, string Title, int? Year, string? Type, string SourceName, string Visibility, RecordFields Fields,
    SuggestedRecord? Record, IReadOnlyList<SuggestedRecord> Candidates, IReadOnlyList<FieldDifference> Differences, DateTimeOffset FoundAt, DateTimeOffset? DecidedAt)
{
    /// <summary>Whether everybody may see it at ORCID; else only those the person chose.</summary>
    public bool IsPublic => Visibility == "public";
}

/// <summary>One of our records beside an entry at ORCID.</summary>
public sealed record SuggestedRecord(Guid Id, string Title, int? Year, RecordFields Fields);

/// <summary>How many there are of a group.</summary>
/// <param name="Public">Those that everybody may see at ORCID.</param>
public sealed record SuggestionCount(int All, int Public);

/// <summary>How what is asked is grouped: doubts first, then what is new by kind, then what ORCID says more about what we have.</summary>
public enum SuggestionGroup { Maybe, Works, Fundings, Positions, Profile, Differences, Dismissed }
