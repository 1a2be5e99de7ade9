using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Records;

/// <summary>One transaction of drafts: finds each draft's record by its source entry, then by its identifiers, else makes one.</summary>
internal sealed class DraftSaving(Origin origin, string cause, Guid? importRunId, VocabularyStore vocabularies)
{
    public async Task<IReadOnlyList<SavedDraft>> RunAsync(PortalDb db, IReadOnlyList<RecordDraft> drafts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await KnownRecords.LoadAsync(db, drafts, await vocabularies.CurrentAsync(db, cancellationToken), cancellationToken);
        var saved = new List<SavedDraft>(drafts.Count);
        foreach (var draft in drafts)
            saved.Add(Unusable(draft) is { } reason ? new SavedDraft(SaveOutcome.Rejected, null, reason) : Save(db, known, draft, now));
        return saved;
    }

    private static string? Unusable(RecordDraft draft)
    {
        if (string.IsNullOrWhiteSpace(draft.Source) || draft.Source.Length > 300) return "The source has no usable name.";
        return string.IsNullOrWhiteSpace(draft.LocalId) ? "The entry has no id of its own." : null;
    }

    private SavedDraft Save(PortalDb db, KnownRecords known, RecordDraft draft, DateTimeOffset now)
    {
        var localId = MatchKeys.Shorten(draft.LocalId);
        var record = known.BySourceEntry(draft.Source, localId) ?? known.ByKeys(draft.Kind, draft.Fields) ?? known.TakenOver(draft);
        if (record is not null && record.Kind != draft.Kind)
            return new SavedDraft(SaveOutcome.Rejected, null, $"The source has used the id {localId} for a {record.Kind} before. Give each record an id of its own.");
        var isNew = record is null;
        record ??= known.Add(db, new Record { Kind = draft.Kind, CreatedAt = now, ChangedAt = now });
        var entryChanged = PutSourceEntry(db, known, record, draft, localId, now);
        var personAdded = PutPerson(record, draft.PersonId, now);
        if (!isNew && !entryChanged && !personAdded) return new SavedDraft(SaveOutcome.Unchanged, record.Id, null);

        var changed = RecordUpdate.Apply(record, now);
        known.ClaimKeys(db, record);
        RecordUpdate.Touch(db, record);
        if (isNew || changed || personAdded) RecordUpdate.Queue(db, record, origin, cause, now);
        return new SavedDraft(isNew ? SaveOutcome.Added : SaveOutcome.Updated, record.Id, null);
    }

    private bool PutSourceEntry(PortalDb db, KnownRecords known, Record record, RecordDraft draft, string localId, DateTimeOffset now)
    {
        if (record.SourceEntries.FirstOrDefault(e => e.Source == draft.Source && e.LocalId == localId) is { } entry)
        {
            if (entry.Fields == draft.Fields) return false;
            entry.Fields = draft.Fields;
            entry.LastChangedAt = now;
            entry.ImportRunId = importRunId;
            return true;
        }
        entry = new SourceEntry
        {
            RecordId = record.Id, Source = draft.Source, LocalId = localId, Fields = draft.Fields, FirstSeenAt = now, LastChangedAt = now, ImportRunId = importRunId,
        };
        record.SourceEntries.Add(entry);
        db.SourceEntries.Add(entry);
        known.Remember(entry, record);
        return true;
    }

    private static bool PutPerson(Record record, Guid? personId, DateTimeOffset now)
    {
        if (personId is not { } id) return false;
        var link = record.People.FirstOrDefault(p => p.PersonId == id);
        if (link is { EndedAt: null }) return false;
        if (link is not null) link.EndedAt = null;
        else record.People.Add(new RecordPerson { RecordId = record.Id, PersonId = id, Since = now });
        return true;
    }
}
