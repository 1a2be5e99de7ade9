using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Remote;

namespace OrcidPortal.Push;

/// <summary>
/// Says what ORCID should hold for each person and record, and what stands against it. It works off the change queue and the plan requests;
/// several planners may run at once: their transactions take turns.
/// </summary>
public sealed class PushPlanner(Transactions transactions, IDbContextFactory<PortalDb> contexts, PlanPage page, PlannedSettings settings, Mistakes mistakes, TimeProvider time)
{
    // A record writes about six rows: itself, its items, problems, its change. SQLite: at most 300 rows a transaction.
    private const int RecordsPerSqlitePage = 40;
    private const int RecordsPerPage = 100;
    private const int FewestRecords = 10;
    private const int AttemptsAtLongPages = 2;
    private const int AttemptsAtShortPages = 8;
    private const string TurnKey = "planner";

    /// <summary>Who plans is also who sends: planning stops after a while, also where somebody writes all the time.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(20);

    /// <summary>Records of the next page where that is fewer than the longest: what got through lately, also in the run before.</summary>
    private volatile int _size = int.MaxValue;

    /// <summary>Only for <see cref="Mistake.QueueByCursor"/>.</summary>
    private long _cursor;

    /// <summary>Plans the changes and requests that wait, a page of each in turn; what is not done after 20 seconds is left to the next run.</summary>
    /// <param name="cancellationToken">Stops between pages; what is planned stays.</param>
    /// <returns>How many sync items were looked at.</returns>
    public async Task<int> PlanAsync(CancellationToken cancellationToken)
    {
        await settings.LookAsync(cancellationToken);
        var longest = await LongestPageAsync(cancellationToken);
        var items = 0;
        var until = time.GetUtcNow() + LongestRun;
        int? changes, requests;
        do
        {
            var size = Math.Min(longest, _size);
            try
            {
                var attempts = size > FewestRecords ? AttemptsAtLongPages : AttemptsAtShortPages;
                changes = await transactions.RunAsync((db, ct) => PlanChangesAsync(db, size, ct), cancellationToken, attempts);
                requests = await transactions.RunAsync((db, ct) => PlanRequestAsync(db, size, ct), cancellationToken, attempts);
                _size = Math.Min(longest, size * 2);
            }
            catch (Exception e) when (size > FewestRecords && Transactions.AnotherWriterWasFaster(e))
            {
                // While many are sent for on a slow machine, answers change an item of every long page: a short one gets through.
                _size = Math.Max(FewestRecords, size / 4);
                (changes, requests) = (0, 0);
            }
            items += (changes ?? 0) + (requests ?? 0);
        }
        while ((changes ?? requests) is not null && time.GetUtcNow() < until);
        return items;
    }

    private async Task<int?> PlanChangesAsync(PortalDb db, int size, CancellationToken cancellationToken)
    {
        if (!await db.RecordChanges.AnyAsync(c => c.PlannedAt == null, cancellationToken)) return null;
        await TakeTurnAsync(db, cancellationToken);
        var changes = await db.RecordChanges.AsNoTracking().Where(c => c.PlannedAt == null && (mistakes.Made != Mistake.QueueByCursor || c.Id > _cursor)).OrderBy(c => c.Id).Take(size)
            .Select(c => new { c.Id, c.RecordId, c.Cause }).ToListAsync(cancellationToken);
        if (changes.Count == 0) return null;
        _cursor = changes[^1].Id;
        // Read first, then the records: what a record says is at least as new as the change. A later change stands in a later row.
        var causes = changes.GroupBy(c => c.RecordId).ToDictionary(g => g.Key, g => g.Last().Cause);
        var planned = await page.PlanAsync(db, causes.Keys, null, id => causes.GetValueOrDefault(id), cancellationToken);
        var ids = changes.Select(c => c.Id).ToArray();
        var now = time.GetUtcNow();
        await db.RecordChanges.Where(c => ids.Contains(c.Id)).ExecuteUpdateAsync(s => s.SetProperty(c => c.PlannedAt, now), cancellationToken);
        return planned;
    }

    private async Task<int?> PlanRequestAsync(PortalDb db, int size, CancellationToken cancellationToken)
    {
        if (!await db.PlanRequests.AnyAsync(r => r.DoneAt == null, cancellationToken)) return null;
        await TakeTurnAsync(db, cancellationToken);
        // A person does not wait until everybody has been planned.
        var request = await db.PlanRequests.Where(r => r.DoneAt == null).OrderBy(r => r.Scope == PlanScope.Person ? 0 : 1).ThenBy(r => r.Id).FirstOrDefaultAsync(cancellationToken);
        if (request is null) return null;
        var now = time.GetUtcNow();
        if (request.Cursor is null)
        {
            // Asked before this one begins: this pass answers them too. But what was found at ORCID is counted by its own cause.
            var same = await db.PlanRequests.Where(r => r.DoneAt == null && r.Cursor == null && r.Id != request.Id && (r.Cause == request.Cause || (r.Cause != Desires.FoundAtOrcid && !r.Cause.StartsWith(Desires.Repair))) && r.Scope == request.Scope && r.PersonId == request.PersonId && r.Vocabulary == request.Vocabulary && r.Term == request.Term)
                .OrderBy(r => r.Id).Take(size).ToListAsync(cancellationToken);
            foreach (var other in same) other.DoneAt = now;
        }
        var records = await NextRecordsAsync(db, request, size, cancellationToken);
        // The number tells one time from the next: what an admin let go once is no word about another time. A repair has a number of its own.
        var cause = IsOwnWish(request) ? null : request.Cause.StartsWith(Desires.Repair, StringComparison.Ordinal) ? request.Cause : $"{request.Cause}:{request.Id}";
        var planned = await page.PlanAsync(db, records, request.Scope == PlanScope.Person ? request.PersonId : null, _ => cause, cancellationToken);
        if (records.Count < size) request.DoneAt = now;
        else request.Cursor = records[^1];
        return planned;
    }

    /// <summary>What people decide of what is theirs.</summary>
    private static bool IsOwnWish(PlanRequest request) =>
        request.Scope == PlanScope.Person && (request.Cause is "preferences" or "first-sync" or "connect" or "disconnect" || request.Cause.StartsWith("item.", StringComparison.Ordinal));

    private static async Task<List<Guid>> NextRecordsAsync(PortalDb db, PlanRequest request, int size, CancellationToken cancellationToken)
    {
        var ids = request.Scope switch
        {
            PlanScope.Person => db.RecordPeople.Where(p => p.PersonId == request.PersonId).Select(p => p.RecordId),
            PlanScope.Term => db.RecordTerms.Where(t => t.Vocabulary == request.Vocabulary && (request.Term == null || t.Value == request.Term)).Select(t => t.RecordId).Distinct(),
            _ => db.Records.Select(r => r.Id),
        };
        if (request.Cursor is { } after) ids = ids.Where(id => id > after);
        return await ids.OrderBy(id => id).Take(size).ToListAsync(cancellationToken);
    }

    /// <summary>Waits until no other planner's transaction is open: problems and clashes between works are computed from what is stored.</summary>
    private static async Task TakeTurnAsync(PortalDb db, CancellationToken cancellationToken)
    {
        var rows = await db.Leases.Where(l => l.Key == TurnKey).ExecuteUpdateAsync(s => s.SetProperty(l => l.Epoch, l => l.Epoch + 1), cancellationToken);
        if (rows > 0) return;
        db.Leases.Add(new Lease { Key = TurnKey, Until = DateTimeOffset.UnixEpoch });
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<int> LongestPageAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return db is SqlitePortalDb ? RecordsPerSqlitePage : RecordsPerPage;
    }
}
