using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records;

/// <summary>What a source delivers, before it is a record.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Source">The source's key, 1 to 300 characters.</param>
/// <param name="LocalId">The source's id of the entry, at least one character; longer than 300 is hashed.</param>
/// <param name="Fields">All fields the source knows.</param>
/// <param name="PersonId">Whose it is; null: nobody's yet.</param>
public sealed record RecordDraft(RecordKind Kind, string Source, string LocalId, RecordFields Fields, Guid? PersonId);

/// <summary>What became of a draft.</summary>
/// <param name="Outcome">Added: a new record. Updated: a new source entry or a changed one on a known record. Unchanged: nothing was written.</param>
/// <param name="RecordId">The record; null where rejected.</param>
/// <param name="Reason">Why it was rejected, a sentence.</param>
public sealed record SavedDraft(SaveOutcome Outcome, Guid? RecordId, string? Reason);

public enum SaveOutcome { Added, Updated, Unchanged, Rejected }
