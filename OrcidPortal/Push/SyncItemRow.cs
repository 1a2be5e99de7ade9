using OrcidPortal.Data.Entities;

namespace OrcidPortal.Push;

/// <summary>Which sync items a list shows; what is null does not narrow.</summary>
/// <param name="Text">Words of the title, in any order.</param>
public sealed record SyncItemFilter(Guid? PersonId = null, SyncState? State = null, Guid? RecordId = null, string? Text = null, RecordKind? Kind = null);

/// <summary>A sync item with what a list shows beside it.</summary>
/// <param name="LocalId">The person's id at the institution.</param>
/// <param name="Problems">Those of the record and those of this person's works.</param>
public sealed record SyncItemRow(
    SyncItem Item, string Title, string? Type, int? Year, string PersonName, string LocalId, IReadOnlyList<RecordProblem> Problems);
