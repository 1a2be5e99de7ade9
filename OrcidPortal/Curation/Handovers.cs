using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Security;

namespace OrcidPortal.Curation;

/// <summary>Admins hand failed items to the curators, who try them again once they are fixed, or give them back.</summary>
public sealed class Handovers(Transactions transactions, SyncItems items, TimeProvider time)
{
    // Item and hand-over each, and the audit: SQLite takes at most 300 rows in a transaction.
    private const int ItemsPerTransaction = 90;

    /// <summary>What counts now: open, and the item stands failed as it did.</summary>
    internal static IQueryable<Handover> Live(PortalDb db) => db.Handovers.Where(h => h.State == HandoverState.Open
        && db.SyncItems.Any(i => i.Id == h.SyncItemId && i.State == SyncState.Failed && i.FailedAt == h.FailedAt));

    /// <summary>Hands over what failed for one cause.</summary>
    /// <param name="itemIds">These only; null: all of the cause that the filter shows.</param>
    /// <param name="note">For the curators to read, up to 1,000 characters.</param>
    /// <returns>How many; what they have already is not counted. Null where the note is missing or this user may not.</returns>
    public async Task<int?> HandOverAsync(FailureGroupKey cause, FailureFilter filter, IReadOnlyList<Guid>? itemIds, string note, SignedIn user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cause);
        ArgumentNullException.ThrowIfNull(user);
        if (!user.Is(Roles.Admin) || FieldCleaning.Clean(note, 1000) is not { } clean) return null;
        int count, all = 0;
        do
        {
            count = await transactions.RunAsync((db, ct) => HandOverAsync(db, FailureList.Failed(db, cause, filter).Where(i => itemIds == null || itemIds.Contains(i.Id)), clean, user, ct), cancellationToken);
            all += count;
        }
        while (count == ItemsPerTransaction);
        return all;
    }

    /// <summary>A curator tries it again, at once. The caller then starts the push.</summary>
    public async Task<HandResult> TryAgainAsync(Guid id, SignedIn user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (!user.Is(Roles.Curator)) return HandResult.NotFound;
        var itemId = await transactions.RunAsync((db, ct) => Live(db).Within(db, user.Departments, h => h.RecordId).Where(h => h.Id == id).Select(h => (Guid?)h.SyncItemId).FirstOrDefaultAsync(ct), cancellationToken);
        // Tried first: of two at the same moment one finds nothing failed any more, and what fails anew is another failure.
        if (itemId is not { } item || await items.TryAgainAsync([item], user.Actor, cancellationToken) == 0) return HandResult.NotOpen;
        return await EndAsync(id, HandoverState.TriedAgain, null, user, cancellationToken);
    }

    /// <summary>A curator gives it back to the admins.</summary>
    /// <param name="words">For the admins to read, up to 1,000 characters.</param>
    public Task<HandResult> GiveBackAsync(Guid id, string words, SignedIn user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (!user.Is(Roles.Curator)) return Task.FromResult(HandResult.NotFound);
        return FieldCleaning.Clean(words, 1000) is { } clean ? EndAsync(id, HandoverState.GivenBack, clean, user, cancellationToken) : Task.FromResult(HandResult.Empty);
    }

    private async Task<int> HandOverAsync(PortalDb db, IQueryable<SyncItem> failed, string note, SignedIn user, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var by = Cut(user.Actor.Name);
        var found = await failed.Where(i => !db.Handovers.Any(h => h.SyncItemId == i.Id && h.State == HandoverState.Open && h.FailedAt == i.FailedAt))
            .OrderBy(i => i.Id).Take(ItemsPerTransaction).ToListAsync(cancellationToken);
        foreach (var item in found)
        {
            db.Handovers.Add(new Handover
            {
                SyncItemId = item.Id, RecordId = item.RecordId, PersonId = item.PersonId, FailedAt = item.FailedAt, Failure = item.Failure, Status = item.FailureStatus, Code = item.FailureCode,
                Message = item.FailureMessage, Note = note, By = by, At = now,
            });
            // Another admin at the same moment starts again and finds it handed over.
            db.Entry(item).Property(i => i.Revision).IsModified = true;
        }
        if (found.Count == 0) return 0;
        AuditLog.Add(db, user.Actor, "failures.handed-over", found.Count == 1 ? $"item:{found[0].Id}" : $"failure:{found[0].Failure}", null, $"{found.Count} items: {note}", now);
        await TouchAsync(db, cancellationToken);
        return found.Count;
    }

    private Task<HandResult> EndAsync(Guid id, HandoverState state, string? words, SignedIn user, CancellationToken cancellationToken) =>
        transactions.RunAsync(async (db, ct) =>
        {
            var handover = await db.Handovers.Within(db, user.Departments, h => h.RecordId).FirstOrDefaultAsync(h => h.Id == id, ct);
            if (handover is null) return HandResult.NotFound;
            if (handover.State != HandoverState.Open) return HandResult.NotOpen;
            (handover.State, handover.DoneBy, handover.DoneAt, handover.Words) = (state, Cut(user.Actor.Name), time.GetUtcNow(), words);
            AuditLog.Add(db, user.Actor, state == HandoverState.GivenBack ? "failure.given-back" : "failure.tried-again", $"item:{handover.SyncItemId}", handover.Note, words, time.GetUtcNow());
            await TouchAsync(db, ct);
            return HandResult.Done;
        }, cancellationToken);

    private static async Task TouchAsync(PortalDb db, CancellationToken cancellationToken)
    {
        await Topics.TouchAsync(db, Topics.Curation, cancellationToken);
        await Topics.TouchAsync(db, Topics.Overview, cancellationToken);
    }

    private static string Cut(string name) => name.Length <= 300 ? name : name[..300];
}
