using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.Records;
using OrcidPortal.Security;

namespace OrcidPortal.Curation.ToDeposit;

/// <summary>What a curator does about works that only ORCID has: put them into a file for the repository, or say that they do not belong there; and the way back.</summary>
public sealed class Deposits(Transactions transactions, IDbContextFactory<PortalDb> contexts, TimeProvider time)
{
    /// <summary>No file has more works.</summary>
    public const int Most = 10_000;

    // Deposit and audit each: SQLite takes at most 300 rows in a transaction.
    private const int OnSqlite = 100;
    private const int OnServer = 500;

    /// <summary>Marks works as taken into a file, which then consists of what was taken at that moment. What is declined is not taken.</summary>
    /// <param name="filter">Those that it leaves; the user's departments limit it.</param>
    /// <param name="recordIds">Of them only these; null: all, the oldest <see cref="Most"/>.</param>
    /// <returns>Null where there is nothing to take (any more).</returns>
    public async Task<TakenWorks?> TakeAsync(DepositFilter filter, IReadOnlyCollection<Guid>? recordIds, SignedIn user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(user);
        if (!user.Is(Roles.Curator) || filter.State == DepositState.Declined) return null;
        // Every database keeps a whole millisecond, and the moment is the file's name.
        var now = time.GetUtcNow();
        var at = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        var (count, waited) = (0, new List<Guid>());
        foreach (var ids in (await IdsAsync(filter with { Within = user.Departments }, recordIds, cancellationToken)).Chunk(Size))
        {
            var (taken, first) = await ChangeAsync(ids, filter.State, user, "deposit.taken", d => Say(d.TakenAt), d => (d.TakenAt, d.TakenBy) = (at, Cut(user.Actor.Name)), cancellationToken);
            count += taken.Count;
            waited.AddRange(first);
        }
        return count == 0 ? null : new TakenWorks(at, count, waited);
    }

    /// <summary>They wait again: the file was not used, or not for them.</summary>
    /// <returns>How many.</returns>
    public Task<int> PutBackAsync(IReadOnlyCollection<Guid> recordIds, SignedIn user, CancellationToken cancellationToken) =>
        EachAsync(recordIds, DepositState.Taken, user, "deposit.put-back", d => Say(d.TakenAt), d => (d.TakenAt, d.TakenBy) = (null, null), cancellationToken);

    /// <summary>They do not belong into the repository.</summary>
    /// <param name="state">The state in which the user saw them.</param>
    /// <param name="reason">For other curators to read, up to 1,000 characters.</param>
    /// <returns>How many; null where the reason is missing.</returns>
    public async Task<int?> DeclineAsync(IReadOnlyCollection<Guid> recordIds, DepositState state, string reason, SignedIn user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (FieldCleaning.Clean(reason, 1000) is not { } clean) return null;
        return state == DepositState.Declined ? 0 : await EachAsync(
            recordIds, state, user, "deposit.declined", d => d.Reason, d => (d.DeclinedAt, d.DeclinedBy, d.Reason) = (time.GetUtcNow(), Cut(user.Actor.Name), clean), cancellationToken);
    }

    /// <summary>Undoes <see cref="DeclineAsync"/>.</summary>
    /// <returns>How many.</returns>
    public Task<int> TakeBackAsync(IReadOnlyCollection<Guid> recordIds, SignedIn user, CancellationToken cancellationToken) =>
        EachAsync(recordIds, DepositState.Declined, user, "deposit.decline-taken-back", d => d.Reason, d => (d.DeclinedAt, d.DeclinedBy, d.Reason) = (null, null, null), cancellationToken);

    private int Size => transactions.AreShort ? OnSqlite : OnServer;

    private async Task<int> EachAsync(
        IReadOnlyCollection<Guid> recordIds, DepositState state, SignedIn user, string action, Func<Deposit, string?> said, Action<Deposit> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(recordIds);
        ArgumentNullException.ThrowIfNull(user);
        if (!user.Is(Roles.Curator)) return 0;
        var count = 0;
        foreach (var ids in recordIds.Distinct().Chunk(Size)) count += (await ChangeAsync(ids, state, user, action, said, change, cancellationToken)).Changed.Count;
        return count;
    }

    /// <summary>Changes those that are still in the state; the others were decided by somebody else, or came with an import.</summary>
    private Task<(IReadOnlyList<Guid> Changed, IReadOnlyList<Guid> First)> ChangeAsync(
        Guid[] ids, DepositState state, SignedIn user, string action, Func<Deposit, string?> said, Action<Deposit> change, CancellationToken cancellationToken) =>
        transactions.RunAsync<(IReadOnlyList<Guid>, IReadOnlyList<Guid>)>(async (db, ct) =>
        {
            var open = await DepositList.Of(db, new DepositFilter(state, Within: user.Departments)).Where(r => ids.Contains(r.Id)).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(ct);
            if (open.Count == 0) return ([], []);
            var known = await db.Deposits.Where(d => open.Contains(d.RecordId)).ToDictionaryAsync(d => d.RecordId, ct);
            var (now, first) = (time.GetUtcNow(), new List<Guid>());
            foreach (var id in open)
            {
                if (!known.TryGetValue(id, out var deposit)) db.Deposits.Add(deposit = new Deposit { RecordId = id });
                if (deposit.TakenAt is null) first.Add(id);
                var before = said(deposit);
                change(deposit);
                AuditLog.Add(db, user.Actor, action, $"record:{id}", before, said(deposit), now);
            }
            await Topics.TouchAsync(db, Topics.Curation, ct);
            return (open, first);
        }, cancellationToken);

    private async Task<IReadOnlyList<Guid>> IdsAsync(DepositFilter filter, IReadOnlyCollection<Guid>? recordIds, CancellationToken cancellationToken)
    {
        if (recordIds is not null) return [.. recordIds.Distinct().Take(Most)];
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await DepositList.Of(db, filter).OrderBy(r => r.Id).Take(Most).Select(r => r.Id).ToListAsync(cancellationToken);
    }

    private static string? Say(DateTimeOffset? at) => at?.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private static string Cut(string name) => name.Length <= 300 ? name : name[..300];
}

/// <summary>What was taken into a file.</summary>
/// <param name="At">When: the file consists of what was taken at this moment.</param>
/// <param name="Waited">Those that waited before; the others are in an earlier file, too.</param>
public sealed record TakenWorks(DateTimeOffset At, int Count, IReadOnlyList<Guid> Waited);
