using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Live;
using OrcidPortal.OrcidApi;
using OrcidPortal.Remote;

namespace OrcidPortal.Push;

/// <summary>
/// Open batches are calls whose answer was never saved: a timeout, a kill, a lost lease. They are never repeated blindly. Additions and removals are read
/// back and adopted by self id under our own client; changes and removals repeat safely, after a look at what stands there.
/// </summary>
public sealed class BatchRecovery(RecordReader reader, IDbContextFactory<PortalDb> contexts, Mistakes mistakes, TimeProvider time)
{
    private const int ItemsPerTransaction = 90;

    /// <summary>Recovers all open batches of one iD.</summary>
    /// <returns>False where one must wait, or the record cannot be read now: send nothing.</returns>
    internal async Task<bool> RecoverAsync(PersonSession session, CancellationToken cancellationToken)
    {
        List<Batch> open;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            open = await db.Batches.AsNoTracking().Include(b => b.Items).Where(b => b.State == BatchState.Open && b.LeaseKey == session.Hold.Key)
                .OrderBy(b => b.CreatedAt).ToListAsync(cancellationToken);
        }
        if (open.Count == 0) return true;
        if (mistakes.Made == Mistake.NoIntent) return await ForgetAsync(session, open, cancellationToken);
        if (mistakes.Made != Mistake.ReadBackWithoutWaiting && open.Any(b => b.ReadBackAfter > time.GetUtcNow())) return false;
        if (mistakes.Made != Mistake.NoReadBack && open.Any(b => b.Operation != SyncOperation.Update) && await reader.ReadAsync(session.Access.PersonId, session.Hold, cancellationToken) is not ReadOutcome.Complete) return false;
        foreach (var batch in open)
        {
            foreach (var part in batch.Items.OrderBy(i => i.Ordinal).Chunk(ItemsPerTransaction))
                await session.Hold.RunAsync((db, ct) => ResolveAsync(db, session, batch, part, ct), cancellationToken);
            await session.Hold.RunAsync((db, ct) => EndAsync(db, batch.Id, ct), cancellationToken);
        }
        return true;
    }

    private async Task<bool> ForgetAsync(PersonSession session, List<Batch> open, CancellationToken cancellationToken)
    {
        foreach (var batch in open)
            await session.Hold.RunAsync(async (db, ct) =>
            {
                foreach (var item in await db.SyncItems.Where(i => i.BatchId == batch.Id).ToListAsync(ct))
                {
                    item.BatchId = null;
                    SyncStates.Settle(item, time.GetUtcNow());
                }
                await EndAsync(db, batch.Id, ct);
            }, cancellationToken);
        return true;
    }

    private async Task ResolveAsync(PortalDb db, PersonSession session, Batch batch, BatchItem[] part, CancellationToken cancellationToken)
    {
        var ids = part.Select(i => i.SyncItemId).ToArray();
        var items = await db.SyncItems.Where(i => ids.Contains(i.Id) && i.BatchId == batch.Id).ToDictionaryAsync(i => i.Id, cancellationToken);
        var copies = await session.Copies(db, batch.Section).ToListAsync(cancellationToken);
        foreach (var line in part)
            if (items.GetValueOrDefault(line.SyncItemId) is { } item) Resolve(db, session, batch, line, item, copies);
        await Topics.TouchAsync(db, Topics.Person(batch.PersonId), cancellationToken);
        await Topics.TouchAsync(db, Topics.Overview, cancellationToken);
    }

    private void Resolve(PortalDb db, PersonSession session, Batch batch, BatchItem line, SyncItem item, List<RemoteCopy> copies)
    {
        var now = time.GetUtcNow();
        var unknown = new OrcidResult.OutcomeUnknown { Message = "The answer never came." };
        var own = copies.FirstOrDefault(c => c.SyncItemId == item.Id);
        copies = [.. copies.Where(c => c.MissingSince is null)];
        if (batch.Operation == SyncOperation.Remove && (own is null or { MissingSince: not null }))
        {
            // It is gone because we asked for it, not because the person did: should the record come back, it goes again.
            new ItemWriting(db, session, item, own, now).Gone(line.RecordVersion);
            Note(db, session, batch, item, HistoryOutcome.Done, "The answer never came, but it no longer stands at ORCID: taken as removed.");
            return;
        }
        if (batch.Operation != SyncOperation.Add)
        {
            // It is looked at before it is sent again: an empty fingerprint says that what stands there is not known.
            own?.Fingerprint = "";
            item.SentFingerprint = "";
            new ItemWriting(db, session, item, own, now).Stop(PushPolicy.AfterUnknown(item, now), unknown, line.RecordVersion);
            Note(db, session, batch, item, HistoryOutcome.Retried, "The answer never came. The portal looks at what stands at ORCID and goes on from there.");
            return;
        }
        // What says the same comes before what is about the same.
        var found = copies.Where(c => c.SyncItemId is null && c.SelfKeys.Any(line.SelfKeys.Contains)).OrderBy(c => c.Fingerprint == line.Fingerprint ? 0 : 1).FirstOrDefault();
        if (found is not null)
        {
            new ItemWriting(db, session, item, found, now).Adopt(found.PutCode, found.Fingerprint, found.SelfKeys, found.Title);
            item.SentVersion = line.RecordVersion;
            Note(db, session, batch, item, HistoryOutcome.Done, "The answer never came, but it stands at ORCID: taken as sent.", SyncOperation.Adopt);
            return;
        }
        if (copies.Any(c => c.SyncItemId is not null && c.SelfKeys.Any(line.SelfKeys.Contains)))
        {
            new ItemWriting(db, session, item, null, now).Stop(new PushStep(PushVerdict.Fail, FailureKind.DuplicateOfOther, CountsAttempt: true), unknown, line.RecordVersion);
            Note(db, session, batch, item, HistoryOutcome.Refused, "ORCID already has it as another of our entries: it waits until it is clear which is which.");
            return;
        }
        new ItemWriting(db, session, item, null, now).Stop(PushPolicy.AfterUnknown(item, now), unknown, line.RecordVersion);
        Note(db, session, batch, item, HistoryOutcome.Retried, "The answer never came and it does not stand at ORCID: it is sent again.");
    }

    private async Task EndAsync(PortalDb db, Guid batchId, CancellationToken cancellationToken)
    {
        var batch = await db.Batches.SingleAsync(b => b.Id == batchId, cancellationToken);
        batch.State = BatchState.Resolved;
        batch.EndedAt = time.GetUtcNow();
    }

    private void Note(
        PortalDb db, PersonSession session, Batch batch, SyncItem item, HistoryOutcome outcome, string message, SyncOperation? operation = null) => Ledger.Add(db, new HistoryEntry
    {
        At = time.GetUtcNow(), PersonId = item.PersonId, RecordId = item.RecordId, SyncItemId = item.Id, BatchId = batch.Id, AgreementId = batch.AgreementId,
        Orcid = session.Access.Orcid.Value, Operation = operation ?? batch.Operation, Outcome = outcome, Section = batch.Section, PutCode = item.PutCode, Message = message, By = batch.StartedBy,
    });
}
