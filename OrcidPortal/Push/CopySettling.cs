using OrcidPortal.Mapping;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Live;
using OrcidPortal.Remote;

namespace OrcidPortal.Push;

/// <summary>
/// Brings items and remote copies together after a reading: adopts what is ours and stands there already, notes what the person removed,
/// lets go of put-codes of another iD, and releases what another item kept from having its identifier. No call is made and nothing is sent.
/// </summary>
public sealed class CopySettling(IDbContextFactory<PortalDb> contexts, Mistakes mistakes, TimeProvider time)
{
    private const int ItemsPerTransaction = 90;

    /// <summary>Settles everything of one person.</summary>
    /// <param name="session">The person under the lease.</param>
    /// <param name="disowned">
    /// A put-code of which ORCID just said that it is not ours: its item takes another one that the reading found. Later on it waits for somebody,
    /// or the same would be tried each time.
    /// </param>
    /// <param name="only">Put-codes of another iD are let go of these items only; null: of all.</param>
    internal async Task SettleAsync(PersonSession session, CancellationToken cancellationToken, long? disowned = null, IReadOnlyCollection<Guid>? only = null)
    {
        if (await IsQuietAsync(session, cancellationToken)) return;
        while (await session.Hold.RunAsync((db, ct) => LetGoAsync(db, session, only, ct), cancellationToken) > 0)
        {
        }
        while (await session.Hold.RunAsync((db, ct) => FreeAsync(db, session, ct), cancellationToken) > 0)
        {
        }
        while (await session.Hold.RunAsync((db, ct) => NoteRemovedAsync(db, session, ct), cancellationToken) > 0)
        {
        }
        while (await session.Hold.RunAsync((db, ct) => AdoptAsync(db, session, disowned, ct), cancellationToken) > 0)
        {
        }
        await session.Hold.RunAsync((db, ct) => ReleaseStoppedAsync(db, session, ct), cancellationToken);
    }

    /// <summary>Whether no call is open and nothing is to be settled: one look for all of it, since most times it is so. Who holds the lease is alone with batches and copies.</summary>
    internal async Task<bool> IsQuietAsync(PersonSession session, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (strays, free, loose, stopped) = (Strays(db, session), Free(db, session), session.Copies(db).Where(c => c.SyncItemId == null || c.MissingSince != null), Stopped(db, session));
        var (open, copies) = (db.Batches.Where(b => b.State == BatchState.Open && b.LeaseKey == session.Hold.Key), session.Copies(db));
        var found = await db.People.Where(p => p.Id == session.Access.PersonId).Select(p => new { IsQuiet = !open.Any() && !strays.Any() && !free.Any() && !loose.Any() && !stopped.Any(), HasCopies = copies.Any() })
            .SingleOrDefaultAsync(cancellationToken);
        session.HasCopies = found is not { HasCopies: false };
        return found is { IsQuiet: true };
    }

    /// <summary>Copies that a complete reading no longer showed.</summary>
    private async Task<int> NoteRemovedAsync(PortalDb db, PersonSession session, CancellationToken cancellationToken)
    {
        var missing = await session.Copies(db).Where(c => c.MissingSince != null).OrderBy(c => c.Id).Take(ItemsPerTransaction).ToListAsync(cancellationToken);
        if (missing.Count == 0) return 0;
        var ids = missing.Select(c => c.SyncItemId).OfType<Guid>().ToArray();
        var items = await db.SyncItems.Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancellationToken);
        foreach (var copy in missing)
        {
            if (copy.SyncItemId is not { } id || items.GetValueOrDefault(id) is not { } item)
            {
                db.RemoteCopies.Remove(copy);
                continue;
            }
            Note(db, session, item, SyncOperation.Read, copy, "No longer at ORCID: it was removed there. It is not added again.");
            new ItemWriting(db, session, item, copy, time.GetUtcNow()).Removed();
        }
        await TouchAsync(db, session, cancellationToken);
        return missing.Count;
    }

    /// <summary>Items whose put-code belongs to another iD or client: this record does not hold them.</summary>
    private async Task<int> LetGoAsync(PortalDb db, PersonSession session, IReadOnlyCollection<Guid>? only, CancellationToken cancellationToken)
    {
        var strays = await Strays(db, session).Where(i => only == null || only.Contains(i.Id)).OrderBy(i => i.Id).Take(ItemsPerTransaction).ToListAsync(cancellationToken);
        foreach (var item in strays)
        {
            item.PutCode = null;
            item.SentFingerprint = "";
            item.SentVersion = 0;
            item.RemovedAtOrcidAt = null;
            SyncStates.Settle(item, time.GetUtcNow());
        }
        if (strays.Count > 0) await TouchAsync(db, session, cancellationToken);
        return strays.Count;
    }

    /// <summary>
    /// Copies of somebody who had this iD before, or of an item that has another put-code since: they stand here, but belong to nobody until an
    /// item of this person has one of their self ids. Else nobody could adopt them, and what this person does at ORCID would be written to the other's items.
    /// </summary>
    private static async Task<int> FreeAsync(PortalDb db, PersonSession session, CancellationToken cancellationToken)
    {
        var strays = await Free(db, session).OrderBy(c => c.Id).Take(ItemsPerTransaction).ToListAsync(cancellationToken);
        foreach (var copy in strays) copy.SyncItemId = null;
        return strays.Count;
    }

    /// <summary>Copies of ours that belong to no item yet, where exactly one item has one of their self ids.</summary>
    private async Task<int> AdoptAsync(PortalDb db, PersonSession session, long? disowned, CancellationToken cancellationToken)
    {
        var copies = await session.Copies(db).Where(c => c.SyncItemId == null && c.MissingSince == null && c.PutCode != disowned).OrderBy(c => c.PutCode).ToListAsync(cancellationToken);
        if (copies.Count == 0) return 0;
        var candidates = await db.SyncItems.AsNoTracking().Where(i => i.PersonId == session.Access.PersonId && i.PutCode == null && i.BatchId == null && (disowned != null || i.Failure != FailureKind.NotOurs))
            .Select(i => new { i.Id, i.Kind, i.SelfKeys }).ToListAsync(cancellationToken);
        var taken = CopyMatching.Match(copies, candidates.Select(c => (c.Id, c.Kind, (IReadOnlyList<string>)c.SelfKeys)), ItemsPerTransaction);
        if (taken.Count == 0) return 0;
        var ids = taken.Keys.ToArray();
        var items = await db.SyncItems.Where(i => ids.Contains(i.Id)).ToListAsync(cancellationToken);
        var agreement = await Agreements.LatestAsync(db, session.Access.PersonId, cancellationToken);
        foreach (var item in items)
        {
            var copy = taken[item.Id];
            Note(db, session, item, SyncOperation.Adopt, copy, "Found at ORCID, from this portal: taken as already sent.", agreement?.Id);
            new ItemWriting(db, session, item, copy, time.GetUtcNow()).Adopt(copy.PutCode, copy.Fingerprint, copy.SelfKeys, copy.Title);
        }
        await TouchAsync(db, session, cancellationToken);
        return items.Count;
    }

    /// <summary>What was stopped because another item kept its identifier goes on once that one gives it up, or no longer stands there.</summary>
    private async Task<int> ReleaseStoppedAsync(PortalDb db, PersonSession session, CancellationToken cancellationToken)
    {
        var (now, freed) = (time.GetUtcNow(), 0);
        foreach (var ofSection in (await Stopped(db, session).ToListAsync(cancellationToken)).GroupBy(i => KindSections.NameOf(i.Kind)))
        {
            var moves = await IdentifierMoves.LoadAsync(db, session, ofSection.Key, ofSection.SelectMany(i => i.SelfKeys).ToHashSet(StringComparer.Ordinal), now, cancellationToken);
            foreach (var item in ofSection)
            {
                if (moves.Before(item.Id, item.SelfKeys) is { } holder
                    && IdentifierMoves.LetsGoAt(await db.SyncItems.SingleOrDefaultAsync(i => i.Id == holder.ItemId, cancellationToken), item.SelfKeys, now) is null) continue;
                SyncItems.ForgetFailure(item);
                SyncStates.Settle(item, now);
                freed++;
            }
        }
        if (freed > 0) await TouchAsync(db, session, cancellationToken);
        return freed;
    }

    /// <summary>Stopped before any call, unlike what ORCID refused: that has a status.</summary>
    private static IQueryable<SyncItem> Stopped(PortalDb db, PersonSession session) => db.SyncItems.Where(i => i.PersonId == session.Access.PersonId && i.State == SyncState.Failed
        && i.Failure == FailureKind.DuplicateOfOther && i.FailureCode != null && i.FailureStatus == null);

    private IQueryable<SyncItem> Strays(PortalDb db, PersonSession session)
    {
        var copies = mistakes.Made == Mistake.PutCodeOfAnotherId ? db.RemoteCopies : session.Copies(db);
        return db.SyncItems.Where(i => i.PersonId == session.Access.PersonId && i.PutCode != null && i.BatchId == null && !copies.Any(c => c.SyncItemId == i.Id && c.PutCode == i.PutCode));
    }

    private static IQueryable<RemoteCopy> Free(PortalDb db, PersonSession session) => session.Copies(db)
        .Where(c => c.SyncItemId != null && !db.SyncItems.Any(i => i.Id == c.SyncItemId && i.PersonId == session.Access.PersonId && i.PutCode == c.PutCode));

    private void Note(PortalDb db, PersonSession session, SyncItem item, SyncOperation operation, RemoteCopy copy, string message, Guid? agreement = null) => Ledger.Add(db, new HistoryEntry
    {
        At = time.GetUtcNow(), PersonId = item.PersonId, RecordId = item.RecordId, SyncItemId = item.Id, AgreementId = agreement, Orcid = session.Access.Orcid.Value,
        Operation = operation, Outcome = HistoryOutcome.Done, Section = copy.Section, PutCode = copy.PutCode, Message = message, Title = copy.Title, By = Actor.System("push").Name,
    });

    private static async Task TouchAsync(PortalDb db, PersonSession session, CancellationToken cancellationToken)
    {
        await Topics.TouchAsync(db, Topics.Person(session.Access.PersonId), cancellationToken);
        await Topics.TouchAsync(db, Topics.Overview, cancellationToken);
    }
}
