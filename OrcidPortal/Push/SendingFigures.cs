using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Push;

/// <summary>How sending goes, over all people and processes: taken at most every ten seconds in a process, however many pages ask.</summary>
public sealed class SendingFigures(IDbContextFactory<PortalDb> contexts, TimeProvider time) : IDisposable
{
    /// <summary>How many days of notices are counted.</summary>
    public const int Days = 7;

    private readonly Summary<SendingNow> _summary = new(time);

    /// <summary>The figures, at most ten seconds old.</summary>
    public Task<SendingNow> LatestAsync(CancellationToken cancellationToken) => _summary.GetAsync(TakeAsync, cancellationToken);

    public void Dispose() => _summary.Dispose();

    private async Task<SendingNow> TakeAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (minute, day) = (now - TimeSpan.FromMinutes(1), now - TimeSpan.FromDays(1));
        var calls = await db.Batches.CountAsync(b => b.CreatedAt >= minute, cancellationToken);
        var outcomes = await db.History.Where(h => h.At >= day && h.SyncItemId != null && h.Outcome != HistoryOutcome.Retried && h.Outcome != HistoryOutcome.Unknown)
            .GroupBy(h => h.Outcome).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var oldest = await db.SyncItems.Where(i => (i.State == SyncState.Ready || i.State == SyncState.Retrying) && (i.DueAt == null || i.DueAt <= now)).MinAsync(i => (DateTimeOffset?)i.StateSince, cancellationToken);
        var notices = new int[Days];
        for (var n = 0; n < Days; n++)
        {
            var (from, to) = (now - TimeSpan.FromDays(Days - n), now - TimeSpan.FromDays(Days - n - 1));
            notices[n] = await db.Batches.CountAsync(b => b.CreatedAt >= from && b.CreatedAt < to, cancellationToken);
        }
        return new SendingNow(calls / 60.0, outcomes.GetValueOrDefault(HistoryOutcome.Done), outcomes.Values.Sum(), oldest, notices, now);
    }
}

/// <summary>How sending goes.</summary>
/// <param name="WritesPerSecond">Calls that write, over the last minute.</param>
/// <param name="Done">Items that went well in the last 24 hours.</param>
/// <param name="Answered">Items that ORCID answered at all in that time.</param>
/// <param name="OldestSince">Since when the oldest item that is due waits; null: none does.</param>
/// <param name="Notices">Notices caused in inboxes, one a call that writes, in each of the last seven times 24 hours, the oldest first.</param>
public sealed record SendingNow(double WritesPerSecond, int Done, int Answered, DateTimeOffset? OldestSince, IReadOnlyList<int> Notices, DateTimeOffset At);
