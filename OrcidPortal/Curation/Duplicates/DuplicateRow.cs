using OrcidPortal.Data.Entities;

namespace OrcidPortal.Curation.Duplicates;

/// <summary>Two records that may be the same, side by side.</summary>
/// <param name="Key">The identifier they share, <c>type:value</c>, or null.</param>
/// <param name="KeepId">Which one is proposed to stay: the one more people have at ORCID, then the one with more sources, then the older one.</param>
public sealed record DuplicateRow(Guid Id, RecordKind Kind, DuplicateReason Reason, string? Key, DateTimeOffset FoundAt, DuplicateSide First, DuplicateSide Second, Guid KeepId)
{
    /// <summary>The side with this record.</summary>
    public DuplicateSide Side(Guid recordId) => First.RecordId == recordId ? First : Second;

    /// <summary>The other side.</summary>
    public DuplicateSide Other(Guid recordId) => First.RecordId == recordId ? Second : First;
}

/// <summary>One of the two.</summary>
/// <param name="Version">To be passed back with a decision: what changed since is then not merged unseen.</param>
/// <param name="Type">ORCID's type, or the source's own word.</param>
/// <param name="People">Whose it is, by name, and for whom it stands at ORCID.</param>
public sealed record DuplicateSide(
    Guid RecordId, int Version, string Title, string? Type, RecordFields Fields, DateTimeOffset CreatedAt, IReadOnlyList<DuplicatePerson> People, IReadOnlyList<DuplicateSource> Sources);

/// <summary>Somebody who has the record, or for whom it still stands at ORCID.</summary>
public sealed record DuplicatePerson(Guid Id, string LocalId, string Name, bool AtOrcid);

/// <summary>Where a record comes from.</summary>
public sealed record DuplicateSource(string Source, string LocalId);
