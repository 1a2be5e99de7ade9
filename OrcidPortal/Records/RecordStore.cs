using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Records;

/// <summary>The one door by which records come in: matches drafts to what we have, upserts, and appends to the change queue.</summary>
public sealed partial class RecordStore(
    IDbContextFactory<PortalDb> contexts, Transactions transactions, VocabularyStore vocabularies, TimeProvider time, ILogger<RecordStore> logger)
{
    /// <summary>Drafts one call takes.</summary>
    public const int MostDrafts = 500;

    // A draft writes about ten rows: itself, its source entry, keys, person, change.
    private const int DraftsPerSqliteTransaction = 30;

    /// <summary>Saves drafts in transactions of whole drafts; a draft that the database refuses is reported singly and the rest goes in.</summary>
    /// <param name="drafts">At most <see cref="MostDrafts"/>.</param>
    /// <param name="origin">Where they come from, so that nothing is sent back there.</param>
    /// <param name="cause">What caused it, for example <c>import:{id}</c>; up to 100 characters.</param>
    /// <param name="importRunId">The import they belong to, or null.</param>
    /// <param name="actor">Who brings them.</param>
    /// <param name="cancellationToken">Stops between transactions; what is saved stays.</param>
    /// <returns>One answer per draft, in their order.</returns>
    /// <exception cref="ArgumentException">More than <see cref="MostDrafts"/> drafts.</exception>
    public async Task<IReadOnlyList<SavedDraft>> SaveAsync(
        IReadOnlyList<RecordDraft> drafts, Origin origin, string cause, Guid? importRunId, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        if (drafts.Count > MostDrafts) throw new ArgumentException($"At most {MostDrafts} drafts at once.", nameof(drafts));
        var saved = new List<SavedDraft>(drafts.Count);
        var clean = drafts.Select(d => d with { LocalId = FieldCleaning.Clean(d.LocalId) ?? "", Fields = FieldCleaning.Clean(d.Kind, d.Fields) });
        foreach (var chunk in clean.Chunk(await DraftsPerTransactionAsync(cancellationToken)))
            saved.AddRange(await SaveChunkAsync(chunk, new DraftSaving(origin, cause, importRunId, vocabularies), cancellationToken));
        ChunkSaved(logger, drafts.Count, actor.Kind, cause);
        return saved;
    }

    /// <summary>Says that a record is no longer a person's; it can come back by the next draft.</summary>
    /// <returns>False where it is not theirs.</returns>
    public Task<bool> EndAsync(Guid recordId, Guid personId, Origin origin, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return transactions.RunAsync(async (db, ct) =>
        {
            if (await db.RecordPeople.SingleOrDefaultAsync(p => p.RecordId == recordId && p.PersonId == personId && p.EndedAt == null, ct) is not { } link) return false;
            var now = time.GetUtcNow();
            link.EndedAt = now;
            var record = await db.Records.SingleAsync(r => r.Id == recordId, ct);
            RecordUpdate.Queue(db, record, origin, "record.ended", now);
            db.Audit.Add(new AuditEntry { At = now, By = actor.Name, Action = "record.ended", Subject = $"record:{recordId}", After = $"person {personId}" });
            return true;
        }, cancellationToken);
    }

    private async Task<int> DraftsPerTransactionAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return db is SqlitePortalDb ? DraftsPerSqliteTransaction : MostDrafts;
    }

    private async Task<IReadOnlyList<SavedDraft>> SaveChunkAsync(RecordDraft[] drafts, DraftSaving saving, CancellationToken cancellationToken)
    {
        try
        {
            return await transactions.RunAsync((db, ct) => saving.RunAsync(db, drafts, time.GetUtcNow(), ct), cancellationToken);
        }
        catch (DbUpdateException e) when (drafts.Length > 1)
        {
            ChunkRefused(logger, drafts.Length, e);
            var singly = new List<SavedDraft>(drafts.Length);
            foreach (var draft in drafts) singly.AddRange(await SaveChunkAsync([draft], saving, cancellationToken));
            return singly;
        }
        catch (DbUpdateException e)
        {
            DraftRefused(logger, drafts[0].Source, e);
            return [new SavedDraft(SaveOutcome.Rejected, null, "The database refused this entry. Nothing of it was saved; tell the administrator the time and the file.")];
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Count} drafts saved by {Kind} for {Cause}")]
    private static partial void ChunkSaved(ILogger logger, int count, ActorKind kind, string cause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A transaction of {Count} drafts was refused; they are saved one by one")]
    private static partial void ChunkRefused(ILogger logger, int count, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A draft of {Source} was refused by the database")]
    private static partial void DraftRefused(ILogger logger, string source, Exception exception);
}
