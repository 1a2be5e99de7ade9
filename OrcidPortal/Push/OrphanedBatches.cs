using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.Remote;

namespace OrcidPortal.Push;

/// <summary>
/// Open batches of a connection that is no more: nobody can read them back. Their items are let go. Whoever connects that iD again is read
/// first, and what stands there is adopted by self id; ORCID refuses a second work with it (9021).
/// </summary>
public sealed class OrphanedBatches(Leases leases, IDbContextFactory<PortalDb> contexts, TimeProvider time)
{
    private const int ItemsPerTransaction = 90;

    /// <summary>Lets go of those whose call cannot be under way any more.</summary>
    internal async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        foreach (var batch in await FindAsync(cancellationToken))
        {
            await using var hold = await leases.TakeAsync(batch.LeaseKey, cancellationToken);
            if (hold is null) continue;
            foreach (var part in batch.Items.OrderBy(i => i.Ordinal).Chunk(ItemsPerTransaction))
                await hold.RunAsync((db, ct) => ReleaseAsync(db, batch, part, ct), cancellationToken);
            await hold.RunAsync((db, ct) => EndAsync(db, batch.Id, ct), cancellationToken);
        }
    }

    private async Task<List<Batch>> FindAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var open = await db.Batches.AsNoTracking().Include(b => b.Items).Where(b => b.State == BatchState.Open && b.ReadBackAfter <= now)
            .OrderBy(b => b.Id).Take(100).ToListAsync(cancellationToken);
        if (open.Count == 0) return open;
        var people = open.Select(b => b.PersonId).Distinct().ToArray();
        var alive = (await db.Connections.AsNoTracking().Where(c => people.Contains(c.PersonId) && (c.State == ConnectionState.Connected || c.State == ConnectionState.Disconnecting) && c.Orcid != null).ToListAsync(cancellationToken))
            .Select(c => Leases.KeyOf(c.Environment, c.ClientId, c.Orcid!)).ToHashSet(StringComparer.Ordinal);
        return [.. open.Where(b => !alive.Contains(b.LeaseKey))];
    }

    private async Task ReleaseAsync(PortalDb db, Batch batch, BatchItem[] part, CancellationToken cancellationToken)
    {
        var ids = part.Select(i => i.SyncItemId).ToArray();
        var open = await db.SyncItems.Where(i => ids.Contains(i.Id) && i.BatchId == batch.Id).ToListAsync(cancellationToken);
        foreach (var item in open)
        {
            item.BatchId = null;
            // What a change or removal left there is not known: it is looked at before anything else is sent.
            if (batch.Operation != SyncOperation.Add) item.SentFingerprint = "";
            SyncStates.Settle(item, time.GetUtcNow());
        }
        // Of those whose answer was saved it is known.
        ids = [.. open.Select(i => i.Id)];
        foreach (var copy in await db.RemoteCopies.Where(c => c.SyncItemId != null && ids.Contains(c.SyncItemId.Value)).ToListAsync(cancellationToken)) copy.Fingerprint = "";
        await Topics.TouchAsync(db, Topics.Person(batch.PersonId), cancellationToken);
        await Topics.TouchAsync(db, Topics.Overview, cancellationToken);
    }

    private async Task EndAsync(PortalDb db, Guid batchId, CancellationToken cancellationToken)
    {
        var batch = await db.Batches.SingleAsync(b => b.Id == batchId, cancellationToken);
        batch.State = BatchState.Resolved;
        batch.EndedAt = time.GetUtcNow();
    }
}
