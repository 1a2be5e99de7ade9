using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.Records;
using OrcidPortal.Security;

namespace OrcidPortal.Push;

/// <summary>What people decide about sync items: send now, never, again. Starting the push is the caller's (<see cref="PushJob.StartNow"/>).</summary>
public sealed class SyncItems(Transactions transactions, PushPlanner planner, TimeProvider time)
{
    // Each may be of another person: then item, audit and topic are three rows. SQLite takes at most 300 in a transaction.
    private const int ItemsPerTransaction = 90;

    /// <summary>Lets items go with the next push: the daily hour and the quiet time do not count for them; approval, exclusion, first sync and holds do.</summary>
    /// <param name="personId">Items of this person only; null: of all.</param>
    /// <param name="itemId">This item only; with <paramref name="personId"/> only if it is theirs. With neither nothing is hurried: the count is of what is due anyway.</param>
    /// <returns>How many items it counts for.</returns>
    public async Task<int> SendNowAsync(Guid? personId, Guid? itemId, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (personId is null && itemId is null) return await transactions.RunAsync((db, ct) => DueItems.Due(db, time.GetUtcNow()).CountAsync(ct), cancellationToken);
        // What was saved a moment ago is meant too: until it is planned its item is not Ready, and the wish would pass it by.
        await planner.PlanAsync(cancellationToken);
        var asked = time.GetUtcNow();
        return await EachAsync(
            (db, done) => db.SyncItems.Where(i => (personId == null || i.PersonId == personId) && (itemId == null || i.Id == itemId)
                && (i.State == SyncState.Ready || i.State == SyncState.Retrying) && i.Desired == Desired.Present && (i.SendNowAt == null || i.SendNowAt < asked) && !done.Contains(i.Id)),
            item => Hurry(item, actor, asked), actor, "item.send-now", cancellationToken);
    }

    /// <summary>Never send this item; what is at ORCID stays there.</summary>
    /// <param name="ownerId">The item must be this person's; for the library there is <c>Exclusions</c> in Curation.</param>
    /// <param name="reason">Up to 1,000 characters, or null.</param>
    /// <returns>False where there is no such item, or the library excluded it.</returns>
    public Task<bool> ExcludeAsync(Guid itemId, Guid ownerId, string? reason, Actor actor, CancellationToken cancellationToken) =>
        DecideAsync(itemId, ownerId, actor, "item.excluded", reason, item => !item.ExcludedByLibrary, item =>
        {
            item.ExcludedAt = time.GetUtcNow();
            item.ExcludedBy = Cut(actor.Name, 300);
            item.ExcludedReason = reason is null ? null : Cut(reason, 1000);
        }, cancellationToken);

    /// <summary>Undoes <see cref="ExcludeAsync"/>.</summary>
    /// <inheritdoc cref="ExcludeAsync"/>
    public Task<bool> IncludeAsync(Guid itemId, Guid ownerId, Actor actor, CancellationToken cancellationToken) =>
        DecideAsync(itemId, ownerId, actor, "item.included", null, item => !item.ExcludedByLibrary, Include, cancellationToken, IncludeMergedAsync);

    private static void Include(SyncItem item) => (item.ExcludedAt, item.ExcludedBy, item.ExcludedReason) = (null, null, null);

    /// <summary>What was merged into the item's record and still stands at ORCID waited for the same word.</summary>
    private async Task IncludeMergedAsync(PortalDb db, SyncItem item, CancellationToken cancellationToken)
    {
        foreach (var away in await db.SyncItems.Where(i => i.PersonId == item.PersonId && i.MergedAway && i.ExcludedAt != null).ToListAsync(cancellationToken))
        {
            Guid? at = away.RecordId;
            while (at is { } id && id != item.RecordId) at = await db.Records.Where(r => r.Id == id).Select(r => r.MergedInto).FirstOrDefaultAsync(cancellationToken);
            if (at is null) continue;
            Include(away);
            SyncStates.Settle(away, time.GetUtcNow());
        }
    }

    /// <summary>Tries failed items again, at once.</summary>
    /// <returns>How many were.</returns>
    public Task<int> TryAgainAsync(IReadOnlyList<Guid> itemIds, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return EachAsync((db, done) => db.SyncItems.Where(i => itemIds.Contains(i.Id) && i.Failure != FailureKind.None && i.BatchId == null && i.RemovedAtOrcidAt == null && !done.Contains(i.Id)),
            item => StartOver(item, actor), actor, "item.tried-again", cancellationToken);
    }

    /// <summary>Tries all failed items again, at once: of one cause, or all that a filter shows.</summary>
    /// <param name="cause">Null: of whatever cause.</param>
    /// <param name="progress">How many are done so far.</param>
    /// <param name="cancellationToken">Stops in between: those done are tried, the others stay as they are.</param>
    /// <returns>How many were.</returns>
    public Task<int> TryAgainAsync(FailureGroupKey? cause, FailureFilter filter, Actor actor, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(actor);
        return EachAsync(
            (db, done) => FailureList.Failed(db, cause, filter).Where(i => i.BatchId == null && i.RemovedAtOrcidAt == null && !done.Contains(i.Id)), item => StartOver(item, actor), actor,
            "item.tried-again", cancellationToken, progress);
    }

    /// <summary>Lets failed items of one cause be: they leave the list until they fail anew.</summary>
    /// <param name="itemIds">These only; null: all of the cause.</param>
    /// <param name="reason">Why; up to 1,000 characters.</param>
    /// <returns>How many were.</returns>
    public Task<int> IgnoreAsync(FailureGroupKey cause, FailureFilter filter, IReadOnlyList<Guid>? itemIds, string reason, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cause);
        ArgumentNullException.ThrowIfNull(actor);
        var now = time.GetUtcNow();
        return EachAsync(
            (db, done) => FailureList.Of(db, cause, filter with { Ignored = false }).Where(i => (itemIds == null || itemIds.Contains(i.Id)) && !done.Contains(i.Id)),
            item => (item.IgnoredAt, item.IgnoredBy, item.IgnoredReason) = (now, Cut(actor.Name, 300), Cut(reason, 1000)), actor, "item.failure-ignored", cancellationToken);
    }

    /// <summary>Forgets that somebody let its failure be: something new happened.</summary>
    internal static void Regard(SyncItem item) => (item.IgnoredAt, item.IgnoredBy, item.IgnoredReason) = (null, null, null);

    /// <summary>Forgets what the sender met last, with all attempts: the item begins anew.</summary>
    internal static void ForgetFailure(SyncItem item)
    {
        item.Failure = FailureKind.None;
        item.FailureStatus = item.FailureCode = item.RefusedVersion = null;
        item.FailureMessage = null;
        item.FailedAt = item.RetryAt = null;
        item.Attempts = item.Retries = 0;
        Regard(item);
    }

    /// <summary>Sends again what the person had removed at ORCID; only they may say so.</summary>
    /// <returns>False where the item is not theirs or was not removed.</returns>
    public Task<bool> AddAgainAsync(Guid itemId, Guid ownerId, Actor actor, CancellationToken cancellationToken) =>
        DecideAsync(itemId, ownerId, actor, "item.added-again", null, item => item.RemovedAtOrcidAt is not null, item =>
        {
            item.RemovedAtOrcidAt = null;
            Hurry(item, actor, time.GetUtcNow());
        }, cancellationToken);

    /// <summary>Says that a name may go: the person's word for this one version of it. The caller then starts <see cref="PushJob"/> for the person.</summary>
    /// <param name="seenVersion">The <see cref="SyncItem.DesiredVersion"/> the person saw; another one asks again.</param>
    /// <returns>False where the item is not theirs, is no name, or changed meanwhile.</returns>
    public Task<bool> ConfirmAsync(Guid itemId, Guid ownerId, int seenVersion, Actor actor, CancellationToken cancellationToken) =>
        DecideAsync(itemId, ownerId, actor, "item.confirmed", $"version {seenVersion}",
            item => item is { Kind: RecordKind.OtherName, Desired: Desired.Present } && item.DesiredVersion == seenVersion,
            item => item.ConfirmedVersion = seenVersion, cancellationToken);

    private Task<bool> DecideAsync(
        Guid itemId, Guid ownerId, Actor actor, string action, string? after, Func<SyncItem, bool> applies, Action<SyncItem> change, CancellationToken cancellationToken,
        Func<PortalDb, SyncItem, CancellationToken, Task>? also = null) =>
        transactions.RunAsync(async (db, ct) =>
        {
            var item = await db.SyncItems.FirstOrDefaultAsync(i => i.Id == itemId && i.PersonId == ownerId, ct);
            if (item is null || !applies(item)) return false;
            change(item);
            if (also is not null) await also(db, item, ct);
            var now = time.GetUtcNow();
            SyncStates.Settle(item, now);
            AuditLog.Add(db, actor, action, $"item:{itemId}", null, after, now);
            // Whether two works of a person share an identifier counts only among those that go.
            PlanRequests.Ask(db, PlanScope.Person, item.PersonId, action, now);
            await Topics.TouchAsync(db, Topics.Person(item.PersonId), ct);
            await Topics.TouchAsync(db, Topics.Overview, ct);
            return true;
        }, cancellationToken);

    private async Task<int> EachAsync(
        Func<PortalDb, IReadOnlyCollection<Guid>, IQueryable<SyncItem>> which, Action<SyncItem> change, Actor actor, string action, CancellationToken cancellationToken,
        IProgress<int>? progress = null)
    {
        var count = 0;
        IReadOnlyCollection<Guid> done = [];
        do
        {
            done = await transactions.RunAsync<IReadOnlyCollection<Guid>>((db, ct) => ChangeAsync(db, which(db, done), change, actor, action, ct), cancellationToken);
            count += done.Count;
            progress?.Report(count);
        }
        while (done.Count == ItemsPerTransaction);
        return count;
    }

    private async Task<IReadOnlyCollection<Guid>> ChangeAsync(
        PortalDb db, IQueryable<SyncItem> which, Action<SyncItem> change, Actor actor, string action, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var items = await which.OrderBy(i => i.Id).Take(ItemsPerTransaction).ToListAsync(cancellationToken);
        foreach (var item in items)
        {
            change(item);
            SyncStates.Settle(item, now);
        }
        foreach (var person in items.Select(i => i.PersonId).Distinct().Order())
        {
            AuditLog.Add(db, actor, action, $"person:{person}", null, $"{items.Count(i => i.PersonId == person)} items", now);
            await Topics.TouchAsync(db, Topics.Person(person), cancellationToken);
        }
        if (items.Count > 0) await Topics.TouchAsync(db, Topics.Overview, cancellationToken);
        return [.. items.Select(i => i.Id)];
    }

    private static void Hurry(SyncItem item, Actor actor, DateTimeOffset now)
    {
        item.SendNowAt = now;
        item.SendNowBy = Cut(actor.Name, 300);
        item.RetryAt = null;
    }

    private void StartOver(SyncItem item, Actor actor)
    {
        ForgetFailure(item);
        Hurry(item, actor, time.GetUtcNow());
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
