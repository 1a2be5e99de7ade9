using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Remote;

/// <summary>
/// No more than so many calls within any 24 hours, whatever the number of processes: counted by the hour, in rows beside that of the budget. An hour counts until it is over
/// for 24 hours, so that there are never more than 25 rows. Whoever counts holds the budget's row.
/// </summary>
/// <param name="key">The key of the budget's row.</param>
/// <param name="most">Calls within 24 hours.</param>
internal sealed class DailyQuota(string key, int most)
{
    private const int Rows = 25;
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private readonly string[] _keys = [.. Enumerable.Range(0, Rows).Select(n => string.Create(CultureInfo.InvariantCulture, $"{key}|{n:00}"))];

    /// <summary>How many calls are left now, and when more are, where none is.</summary>
    public async Task<(int Calls, DateTimeOffset? MoreAt)> LeftAsync(PortalDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Day;
        var counted = await db.CallAllowances.AsNoTracking().Where(a => _keys.Contains(a.Key) && a.NextAt > since && a.Turn > 0).Select(a => new { a.Turn, Ends = a.NextAt }).ToListAsync(cancellationToken);
        var left = most - counted.Sum(c => c.Turn);
        return left > 0 ? ((int)left, null) : (0, counted.Count == 0 ? now + Day : counted.Min(c => c.Ends) + Day);
    }

    /// <summary>Counts calls that are about to be made.</summary>
    public async Task CountAsync(PortalDb db, int calls, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hour = now.UtcTicks / TimeSpan.TicksPerHour;
        var (place, ends) = (_keys[hour % Rows], new DateTimeOffset((hour + 1) * TimeSpan.TicksPerHour, TimeSpan.Zero));
        var row = await db.CallAllowances.FirstOrDefaultAsync(a => a.Key == place, cancellationToken);
        if (row is null) db.CallAllowances.Add(row = new CallAllowance { Key = place });
        if (row.NextAt != ends) (row.NextAt, row.Turn) = (ends, 0);
        row.Turn += calls;
    }
}
