using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Push;

/// <summary>What failed, by cause, for admins.</summary>
public sealed class FailureList(IDbContextFactory<PortalDb> contexts, SyncItemList items, TimeProvider time)
{
    /// <summary>How far the chart goes back, in days.</summary>
    public const int ChartDays = 14;
    private const int MostCharted = 50_000;

    /// <summary>The causes, the one with most items first, at most 100.</summary>
    public async Task<IReadOnlyList<FailureGroup>> GroupsAsync(FailureFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var groups = await Failing(db, filter).GroupBy(i => new { i.State, i.Failure, i.FailureStatus, i.FailureCode })
            .Select(g => new { g.Key, Items = g.Count(), People = g.Select(i => i.PersonId).Distinct().Count(), Last = g.Max(i => i.FailedAt) }).ToListAsync(cancellationToken);
        var found = new List<FailureGroup>();
        foreach (var group in groups.OrderByDescending(g => g.Items).Take(100))
        {
            var key = new FailureGroupKey(group.Key.State, group.Key.Failure, group.Key.FailureStatus, group.Key.FailureCode);
            var oldest = await Of(db, key, filter).OrderBy(i => i.StateSince).Select(i => new { i.FailureMessage, i.StateSince }).FirstOrDefaultAsync(cancellationToken);
            if (oldest is not null) found.Add(new FailureGroup(key, group.Items, group.People, oldest.FailureMessage, oldest.StateSince, group.Last));
        }
        return found;
    }

    /// <summary>A page of at most 50 items of one cause.</summary>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<SyncItemRow>> ItemsAsync(FailureGroupKey key, FailureFilter filter, string? cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await items.PageAsync(db, Of(db, key, filter), cursor, cancellationToken);
    }

    /// <summary>The last call for an item, as it went and as it was answered; null where none failed.</summary>
    public async Task<FailedCall?> CallAsync(Guid itemId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.FailedCalls.AsNoTracking().SingleOrDefaultAsync(c => c.SyncItemId == itemId, cancellationToken);
    }

    /// <summary>How many attempts failed on each of the last 14 days, the oldest first.</summary>
    /// <param name="zone">Whose days.</param>
    public async Task<IReadOnlyList<FailuresOfDay>> ByDayAsync(TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime);
        var since = DueTimes.AtOn(today.AddDays(1 - ChartDays), TimeOnly.MinValue, zone);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var times = await db.History.AsNoTracking().Where(h => h.At >= since && h.SyncItemId != null && (h.Outcome == HistoryOutcome.Refused || h.Outcome == HistoryOutcome.Failed))
            .OrderByDescending(h => h.Id).Select(h => h.At).Take(MostCharted).ToListAsync(cancellationToken);
        var counts = times.CountBy(t => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(t, zone).DateTime)).ToDictionary();
        return [.. Enumerable.Range(0, ChartDays).Select(n => today.AddDays(1 - ChartDays + n)).Select(d => new FailuresOfDay(d, counts.GetValueOrDefault(d)))];
    }

    /// <summary>What it would do to try again what failed and is not tried by itself.</summary>
    /// <param name="key">Of one cause; null: of all that the filter shows.</param>
    public async Task<TryForecast> ForecastAsync(FailureGroupKey? key, FailureFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var counts = await Failed(db, key, filter).GroupBy(i => new { i.PersonId, IsWork = i.Kind == RecordKind.Work, i.Desired, IsThere = i.PutCode != null })
            .Select(g => new { g.Key, Items = g.Count() }).ToListAsync(cancellationToken);
        var works = counts.Where(c => c.Key is { IsWork: true, IsThere: false }).ToList();
        return new TryForecast(
            counts.Sum(c => c.Items), counts.Select(c => c.Key.PersonId).Distinct().Count(), counts.Where(c => !c.Key.IsThere).Sum(c => c.Items),
            counts.Where(c => c.Key is { IsThere: true, Desired: Desired.Present }).Sum(c => c.Items), counts.Where(c => c.Key is { IsThere: true, Desired: Desired.Absent }).Sum(c => c.Items),
            works.Sum(c => (c.Items + 99) / 100) + counts.Except(works).Sum(c => c.Items));
    }

    /// <summary>What failed and is not tried again by itself: of one cause, or all that the filter shows.</summary>
    internal static IQueryable<SyncItem> Failed(PortalDb db, FailureGroupKey? key, FailureFilter filter) =>
        (key is null ? Failing(db, filter) : Of(db, key, filter)).Where(i => i.State == SyncState.Failed);

    /// <summary>The items of one cause.</summary>
    internal static IQueryable<SyncItem> Of(PortalDb db, FailureGroupKey key, FailureFilter filter) => Failing(db, filter).Where(i =>
        i.State == key.State && i.Failure == key.Kind && i.FailureStatus == key.Status && i.FailureCode == key.Code);

    private static IQueryable<SyncItem> Failing(PortalDb db, FailureFilter filter) => db.SyncItems.Where(i =>
        i.Failure != FailureKind.None && (i.State == SyncState.Failed || i.State == SyncState.Retrying || i.State == SyncState.NeedsFix)
        && (i.IgnoredAt != null) == filter.Ignored && (filter.PersonId == null || i.PersonId == filter.PersonId) && (filter.Kind == null || i.Kind == filter.Kind));
}

/// <summary>How many attempts failed on one day.</summary>
public sealed record FailuresOfDay(DateOnly Day, int Attempts);
