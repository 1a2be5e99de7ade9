using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Records;

/// <summary>Lays corrections over a record and takes them back. Who may do so is decided in Curation.</summary>
public sealed class RecordCorrections(Transactions transactions, VocabularyStore vocabularies, TimeProvider time)
{
    private const string Undone = "Undone";

    /// <summary>The cause of what a fix for many changes.</summary>
    public static string CauseOf(Guid bulkFixId) => $"bulk:{bulkFixId:N}";

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
        return record is null ? new CorrectionResult.NotFound() : await CorrectAsync(db, record, requests, seenVersion, reason, actor, null, cancellationToken);
    }

    /// <summary>What a record would say with corrections laid over it; nothing is saved.</summary>
    /// <returns>Its fields; or what is wrong with a request.</returns>
    public static (RecordFields? Fields, CorrectionResult.Invalid? Invalid) Try(RecordKind kind, RecordFields fields, IReadOnlyList<CorrectionRequest> requests)
    {
        ArgumentNullException.ThrowIfNull(requests);
        foreach (var request in requests)
        {
            var (readable, invalid) = CorrectionReading.Read(request, kind, fields);
            if (readable is null) return (null, invalid);
            fields = readable.Key is { } key ? FieldValues.With(fields, readable.Field, key, readable.Value) : FieldValues.With(fields, readable.Field, readable.Value);
        }
        return (fields, null);
    }

    /// <summary>Corrects one record of a fix for many, in the caller's transaction.</summary>
    /// <returns>As for one; where a source says the same already, the correction is kept as retired, so that what it replaced can come back.</returns>
    internal async Task<CorrectionResult> CorrectAsync(
        PortalDb db, Record record, IReadOnlyList<CorrectionRequest> requests, int? seenVersion, string? reason, Actor actor, Guid? bulkFixId, CancellationToken cancellationToken)
    {
        if (record.MergedInto is not null) return new CorrectionResult.NotFound();
        if (seenVersion is { } seen && seen != record.Version) return new CorrectionResult.Conflict(record.Version);
        var (corrections, invalid) = ReadAll(record, requests, FieldCleaning.Clean(reason, 1000), actor, bulkFixId, time.GetUtcNow());
        if (invalid is not null) return invalid;
        foreach (var correction in corrections) Lay(db, record, correction);
        return await FinishAsync(db, record, actor, string.Join("; ", corrections.Select(Describe)), "correction.made", bulkFixId, cancellationToken);
    }

    /// <summary>Takes back what a fix for many did to one record, in the caller's transaction: what it replaced counts again.</summary>
    /// <returns>False where somebody has changed each of its fields since: that stays.</returns>
    internal async Task<bool> UndoAsync(PortalDb db, Record record, Guid bulkFixId, Actor actor, CancellationToken cancellationToken)
    {
        var (now, undone) = (time.GetUtcNow(), false);
        var made = await db.Corrections.Where(c => c.BulkFixId == bulkFixId && c.RecordId == record.Id).ToListAsync(cancellationToken);
        var ids = made.Select(c => c.Id).ToArray();
        var replaced = await db.Corrections.Where(c => c.RecordId == record.Id && c.ReplacedBy != null && ids.Contains(c.ReplacedBy.Value)).ToListAsync(cancellationToken);
        foreach (var correction in made)
        {
            var later = record.Corrections.Exists(c => c.RetiredAt is null && c.Id != correction.Id && c.Field == correction.Field && c.Key == correction.Key);
            if (later || correction.ReplacedBy is not null || correction.RetiredBecause == Undone) continue;
            undone = true;
            if (correction.RetiredAt is null) Retire(correction, Undone, now);
            foreach (var earlier in replaced.Where(c => c.ReplacedBy == correction.Id))
            {
                (earlier.RetiredAt, earlier.RetiredBecause, earlier.ReplacedBy) = (null, null, null);
                if (!record.Corrections.Contains(earlier)) record.Corrections.Add(earlier);
            }
        }
        if (undone) await FinishAsync(db, record, actor, "", "correction.undone", bulkFixId, cancellationToken);
        return undone;
    }

    /// <summary>Takes a correction back: the field says again what the sources say.</summary>
    public Task<CorrectionResult> UndoAsync(Guid correctionId, Actor actor, CancellationToken cancellationToken) =>
        transactions.RunAsync(async (db, ct) =>
        {
            var recordId = await db.Corrections.Where(c => c.Id == correctionId && c.RetiredAt == null).Select(c => (Guid?)c.RecordId).FirstOrDefaultAsync(ct);
            if (recordId is null) return new CorrectionResult.NotFound();
            var record = await RecordUpdate.Tracked(db).FirstAsync(r => r.Id == recordId, ct);
            var correction = record.Corrections.First(c => c.Id == correctionId);
            Retire(correction, Undone, time.GetUtcNow());
            return await FinishAsync(db, record, actor, Describe(correction), "correction.undone", null, ct);
        }, cancellationToken);

    // Each request is read against the fields as the earlier ones of the same call leave them.
    private static (List<Correction> Corrections, CorrectionResult.Invalid? Invalid) ReadAll(
        Record record, IReadOnlyList<CorrectionRequest> requests, string? reason, Actor actor, Guid? bulkFixId, DateTimeOffset now)
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
                BulkFixId = bulkFixId,
            });
            fields = EffectiveRecord.WithCorrections(fields, corrections[^1..]);
        }
        return (corrections, null);
    }

    private static void Lay(PortalDb db, Record record, Correction correction)
    {
        foreach (var earlier in record.Corrections.Where(c => c.RetiredAt is null && c.Field == correction.Field && c.Key == correction.Key))
        {
            Retire(earlier, "Replaced by a later correction", correction.At);
            earlier.ReplacedBy = correction.Id;
        }
        if (correction.Value == correction.BaseValue)
        {
            if (correction.BulkFixId is null) return;
            Retire(correction, "The source says the same", correction.At);
        }
        record.Corrections.Add(correction);
        db.Corrections.Add(correction);
    }

    private static void Retire(Correction correction, string because, DateTimeOffset now)
    {
        correction.RetiredAt = now;
        correction.RetiredBecause = because;
    }

    /// <inheritdoc cref="FinishAsync(PortalDb, Record, Actor, string, string, Guid?, CancellationToken)"/>
    internal Task FinishAsync(PortalDb db, Record record, Actor actor, string what, string action, CancellationToken cancellationToken) => FinishAsync(db, record, actor, what, action, null, cancellationToken);

    /// <summary>Computes the record anew from what its corrections are now, queues it where it changed, and writes the audit.</summary>
    private async Task<CorrectionResult> FinishAsync(PortalDb db, Record record, Actor actor, string what, string action, Guid? bulkFixId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var before = record.Version;
        if (RecordUpdate.Apply(record, now))
        {
            (await KnownRecords.OfAsync(db, record, record.Fields, await vocabularies.CurrentAsync(db, cancellationToken), cancellationToken)).ClaimKeys(db, record);
            RecordUpdate.Queue(db, record, Origin.Correction, bulkFixId is { } bulk ? CauseOf(bulk) : action, now);
        }
        RecordUpdate.Touch(db, record);
        // A fix for many is one entry of the audit; what it did to each record stands in its corrections.
        if (bulkFixId is null) db.Audit.Add(new AuditEntry
        {
            At = now, By = actor.Name, Action = action, Subject = $"record:{record.Id}", Before = $"version {before}", After = what.Length > 2000 ? what[..2000] : what,
        });
        return new CorrectionResult.Saved(record.Version);
    }

    internal static string Describe(Correction c) =>
        $"{c.Op} {c.Field}{(c.Key is null ? "" : $"[{c.Key}]")}: {c.BaseValue ?? "nothing"} -> {c.Value ?? "nothing"}";
}
