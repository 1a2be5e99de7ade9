using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Records;

/// <summary>Lays corrections over a record and takes them back. Who may do so is decided in Curation.</summary>
public sealed class RecordCorrections(Transactions transactions, VocabularyStore vocabularies, TimeProvider time)
{
    /// <summary>Saves corrections, all or none.</summary>
    /// <param name="recordId">The record.</param>
    /// <param name="requests">In the order they were made; a later one for the same element replaces an earlier one.</param>
    /// <param name="seenVersion">The version the editor showed; null: whatever it is now.</param>
    /// <param name="reason">Why, in the editor's words, up to 1,000 characters; or null.</param>
    /// <param name="actor">Who corrects.</param>
    /// <param name="cancellationToken">Ends it; nothing is saved then.</param>
    public Task<CorrectionResult> CorrectAsync(
        Guid recordId, IReadOnlyList<CorrectionRequest> requests, int? seenVersion, string? reason, Actor actor, CancellationToken cancellationToken) =>
        transactions.RunAsync((db, ct) => CorrectAsync(db, recordId, requests, seenVersion, reason, actor, ct), cancellationToken);

    /// <summary>The same in the caller's transaction; where the answer is not <see cref="CorrectionResult.Saved"/>, nothing was changed in it.</summary>
    internal async Task<CorrectionResult> CorrectAsync(
        PortalDb db, Guid recordId, IReadOnlyList<CorrectionRequest> requests, int? seenVersion, string? reason, Actor actor, CancellationToken cancellationToken)
    {
        var record = await RecordUpdate.Tracked(db).FirstOrDefaultAsync(r => r.Id == recordId, cancellationToken);
        if (record is null) return new CorrectionResult.NotFound();
        if (seenVersion is { } seen && seen != record.Version) return new CorrectionResult.Conflict(record.Version);
        var (corrections, invalid) = ReadAll(record, requests, FieldCleaning.Clean(reason, 1000), actor, time.GetUtcNow());
        if (invalid is not null) return invalid;
        foreach (var correction in corrections) Lay(db, record, correction);
        return await FinishAsync(db, record, actor, string.Join("; ", corrections.Select(Describe)), "correction.made", cancellationToken);
    }

    /// <summary>Takes a correction back: the field says again what the sources say.</summary>
    public Task<CorrectionResult> UndoAsync(Guid correctionId, Actor actor, CancellationToken cancellationToken) =>
        transactions.RunAsync(async (db, ct) =>
        {
            var recordId = await db.Corrections.Where(c => c.Id == correctionId && c.RetiredAt == null).Select(c => (Guid?)c.RecordId).FirstOrDefaultAsync(ct);
            if (recordId is null) return new CorrectionResult.NotFound();
            var record = await RecordUpdate.Tracked(db).FirstAsync(r => r.Id == recordId, ct);
            var correction = record.Corrections.First(c => c.Id == correctionId);
            Retire(correction, "Undone", time.GetUtcNow());
            return await FinishAsync(db, record, actor, Describe(correction), "correction.undone", ct);
        }, cancellationToken);

    // Each request is read against the fields as the earlier ones of the same call leave them.
    private static (List<Correction> Corrections, CorrectionResult.Invalid? Invalid) ReadAll(
        Record record, IReadOnlyList<CorrectionRequest> requests, string? reason, Actor actor, DateTimeOffset now)
    {
        var fromSources = EffectiveRecord.FromSources(record.SourceEntries);
        var fields = record.Fields;
        var corrections = new List<Correction>(requests.Count);
        foreach (var request in requests)
        {
            var (readable, invalid) = CorrectionReading.Read(request, record.Kind, fields);
            if (readable is null) return ([], invalid);
            corrections.Add(new Correction
            {
                RecordId = record.Id, Field = readable.Field, Key = readable.Key, Op = readable.Op, Value = readable.Value,
                BaseValue = EffectiveRecord.SourceValue(fromSources, readable.Field, readable.Key), By = actor.Name, Reason = reason, At = now.AddTicks(corrections.Count * 10),
            });
            fields = EffectiveRecord.WithCorrections(fields, corrections[^1..]);
        }
        return (corrections, null);
    }

    private static void Lay(PortalDb db, Record record, Correction correction)
    {
        foreach (var earlier in record.Corrections.Where(c => c.RetiredAt is null && c.Field == correction.Field && c.Key == correction.Key))
            Retire(earlier, "Replaced by a later correction", correction.At);
        if (correction.Value == correction.BaseValue) return;
        record.Corrections.Add(correction);
        db.Corrections.Add(correction);
    }

    private static void Retire(Correction correction, string because, DateTimeOffset now)
    {
        correction.RetiredAt = now;
        correction.RetiredBecause = because;
    }

    private async Task<CorrectionResult> FinishAsync(PortalDb db, Record record, Actor actor, string what, string action, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var before = record.Version;
        if (RecordUpdate.Apply(record, now))
        {
            (await KnownRecords.OfAsync(db, record, record.Fields, await vocabularies.CurrentAsync(db, cancellationToken), cancellationToken)).ClaimKeys(db, record);
            RecordUpdate.Queue(db, record, Origin.Correction, action, now);
        }
        RecordUpdate.Touch(db, record);
        db.Audit.Add(new AuditEntry
        {
            At = now, By = actor.Name, Action = action, Subject = $"record:{record.Id}", Before = $"version {before}", After = what.Length > 2000 ? what[..2000] : what,
        });
        return new CorrectionResult.Saved(record.Version);
    }

    private static string Describe(Correction c) =>
        $"{c.Op} {c.Field}{(c.Key is null ? "" : $"[{c.Key}]")}: {c.BaseValue ?? "nothing"} -> {c.Value ?? "nothing"}";
}
