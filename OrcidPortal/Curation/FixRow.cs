using OrcidPortal.Data.Entities;

namespace OrcidPortal.Curation;

/// <summary>A work that ORCID would refuse, or has refused.</summary>
/// <param name="Title">May be empty: then that is one of its problems.</param>
/// <param name="Waiting">Whose ORCID record waits for it, by name.</param>
/// <param name="Problems">What blocks it for one of them; what ORCID said where our own rules found nothing is among them.</param>
/// <param name="Since">When the first of them began to wait.</param>
/// <param name="Curator">The name of the curator who looks after it, or null.</param>
public sealed record FixRow(
    Guid RecordId, RecordKind Kind, string Title, int? Year, IReadOnlyList<WaitingPerson> Waiting, IReadOnlyList<RecordProblem> Problems, DateTimeOffset Since,
    string? Curator = null);

/// <summary>Somebody whose ORCID record waits for a work.</summary>
public sealed record WaitingPerson(Guid Id, string LocalId, string Name);
