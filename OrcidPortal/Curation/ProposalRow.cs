using OrcidPortal.Data.Entities;

namespace OrcidPortal.Curation;

/// <summary>A proposal with what one must know to decide it.</summary>
/// <param name="Title">Of the record; may be empty.</param>
/// <param name="Version">The record's version that <paramref name="Changes"/> were compared with.</param>
/// <param name="Changes">In the order they are laid over the record.</param>
/// <param name="PersonName">Who proposes.</param>
/// <param name="Others">Who else has the record, by name; at most 20.</param>
/// <param name="OtherCount">How many others have it.</param>
public sealed record ProposalRow(
    Proposal Proposal, RecordKind Kind, string Title, int Version, IReadOnlyList<ProposedChangeRow> Changes, string PersonName, string LocalId,
    IReadOnlyList<RecordHolder> Others, int OtherCount);

/// <summary>One change of a proposal beside what the record says now.</summary>
/// <param name="Now">In the form of <see cref="ProposedChange.Value"/>; null: nothing.</param>
public sealed record ProposedChangeRow(ProposedChange Change, string? Now)
{
    /// <summary>The record says something else than when it was proposed, and not what is proposed.</summary>
    public bool MovedOn => Now != Change.Before && !IsDone;

    /// <summary>The record says so already.</summary>
    public bool IsDone => Now == Change.Value;
}

/// <summary>Somebody who has a record.</summary>
/// <param name="Connected">Their ORCID record would show it.</param>
public sealed record RecordHolder(Guid Id, string LocalId, string Name, bool Connected);
