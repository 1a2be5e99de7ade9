using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Security;

namespace OrcidPortal.Curation;

/// <summary>A curator keeps a record from being sent, for one person or all, with a reason they read; and lets it go again. What a person keeps back themselves stays theirs to decide.</summary>
public sealed class Exclusions(Transactions transactions, TimeProvider time)
{
    // Item, audit and topic each: SQLite takes at most 300 rows in a transaction.
    private const int ItemsPerTransaction = 90;

    /// <summary>Never send; what is at ORCID stays there.</summary>
    /// <param name="personId">For this person only; null: for all who have the record now.</param>
    /// <param name="reason">For the people to read, up to 1,000 characters.</param>
    /// <returns>For how many people; null where the reason is missing or this user may not.</returns>
    public Task<int?> ExcludeAsync(Guid recordId, Guid? personId, string reason, SignedIn user, CancellationToken cancellationToken) =>
        FieldCleaning.Clean(reason, 1000) is not { } clean ? Task.FromResult<int?>(null) : EachAsync(
            recordId, personId, user, "item.excluded-by-library", items => items.Where(i => i.ExcludedAt == null), item =>
            {
                (item.ExcludedAt, item.ExcludedBy, item.ExcludedReason, item.ExcludedByLibrary) = (time.GetUtcNow(), user.Actor.Name.Length <= 300 ? user.Actor.Name : user.Actor.Name[..300], clean, true);
                return clean;
            }, cancellationToken);

    /// <summary>Undoes <see cref="ExcludeAsync"/>.</summary>
    /// <returns>For how many people; null where this user may not.</returns>
    public Task<int?> IncludeAsync(Guid recordId, Guid? personId, SignedIn user, CancellationToken cancellationToken) =>
        EachAsync(recordId, personId, user, "item.included-by-library", items => items.Where(i => i.ExcludedByLibrary), item =>
        {
            (item.ExcludedAt, item.ExcludedBy, item.ExcludedReason, item.ExcludedByLibrary) = (null, null, null, false);
            return null;
        }, cancellationToken);

    private async Task<int?> EachAsync(
        Guid recordId, Guid? personId, SignedIn user, string action, Func<IQueryable<SyncItem>, IQueryable<SyncItem>> which, Func<SyncItem, string?> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (!await transactions.RunAsync((db, ct) => RecordEditing.MayCurateAsync(db, recordId, user, ct), cancellationToken)) return null;
        int count, all = 0;
        do
        {
            count = await transactions.RunAsync(async (db, ct) =>
            {
                var now = time.GetUtcNow();
                var items = await which(db.SyncItems.Where(i => i.RecordId == recordId && (personId == null || i.PersonId == personId))).OrderBy(i => i.Id).Take(ItemsPerTransaction).ToListAsync(ct);
                foreach (var item in items)
                {
                    var before = $"{item.State}{(item.ExcludedReason is { } why ? $": {why}" : "")}";
                    var after = change(item);
                    SyncStates.Settle(item, now);
                    AuditLog.Add(db, user.Actor, action, $"item:{item.Id}", before, after ?? item.State.ToString(), now);
                }
                if (items.Count == 0) return 0;
                // Whether two works of a person share an identifier counts only among those that go.
                RecordUpdate.Queue(db, await db.Records.SingleAsync(r => r.Id == recordId, ct), Origin.Hand, action, now);
                foreach (var person in items.Select(i => i.PersonId).Order()) await Topics.TouchAsync(db, Topics.Person(person), ct);
                await Topics.TouchAsync(db, Topics.Curation, ct);
                await Topics.TouchAsync(db, Topics.Overview, ct);
                return items.Count;
            }, cancellationToken);
            all += count;
        }
        while (count == ItemsPerTransaction);
        return all;
    }
}
