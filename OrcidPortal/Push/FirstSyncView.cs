using OrcidPortal.Data.Entities;

namespace OrcidPortal.Push;

/// <summary>What would happen at the first sync, for the person to confirm (design §6).</summary>
/// <param name="Reading">The ORCID record is still being read: the lists are empty.</param>
/// <param name="ReadFailure">Why it could not be read, as a sentence; null where it was.</param>
/// <param name="NotThereYet">Preselected: send.</param>
/// <param name="AlreadyThere">At ORCID from another source, with a shared identifier; preselected: leave.</param>
/// <param name="LooksTheSame">At ORCID from another source with the same title and year, without a shared identifier; never sent unless ticked.</param>
/// <param name="FromUs">Already there from us: adopted, nothing is written.</param>
/// <param name="NeedsFixing">ORCID would refuse them; they go when they are fixed.</param>
/// <param name="InboxNotices">How many notices ORCID puts into the person's inbox if all of <paramref name="NotThereYet"/> is sent.</param>
public sealed record FirstSyncView(
    bool Reading,
    string? ReadFailure,
    IReadOnlyList<FirstSyncRow> NotThereYet,
    IReadOnlyList<FirstSyncRow> AlreadyThere,
    IReadOnlyList<FirstSyncRow> LooksTheSame,
    IReadOnlyList<FirstSyncRow> FromUs,
    IReadOnlyList<FirstSyncRow> NeedsFixing,
    int InboxNotices);

/// <summary>One entry on the first sync page.</summary>
/// <param name="OtherSource">Who put it at ORCID, where somebody else did.</param>
public sealed record FirstSyncRow(
    Guid ItemId, Guid RecordId, RecordKind Kind, string Title, int? Year, string? Type, string? OtherSource, IReadOnlyList<RecordProblem> Problems);
