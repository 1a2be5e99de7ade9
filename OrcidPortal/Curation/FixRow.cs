using OrcidPortal.Data.Entities;

namespace OrcidPortal.Curation;

/// <summary>A work that ORCID would refuse, or has refused.</summary>
/// <param name="Title">May be empty: then that is one of its problems.</param>
/// <param name="Waiting">Whose ORCID record waits for it, by name.</param>
/// <param name="Problems">What blocks it for one of them.</param>
/// <param name="Refusals">What ORCID said where our own rules found nothing.</param>
/// <param name="Since">When the first of them began to wait.</param>
public sealed record FixRow(
    Guid RecordId, RecordKind Kind, string Title, int? Year, IReadOnlyList<WaitingPerson> Waiting, IReadOnlyList<RecordProblem> Problems, IReadOnlyList<OrcidRefusal> Refusals,
    DateTimeOffset Since);

/// <summary>Somebody whose ORCID record waits for a work.</summary>
public sealed record WaitingPerson(Guid Id, string LocalId, string Name);

/// <summary>ORCID's answer to a work that passed our rules.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">ORCID's error code, where it gave one.</param>
/// <param name="Words">ORCID's own words.</param>
public sealed record OrcidRefusal(int? Status, int? Code, string Words);
