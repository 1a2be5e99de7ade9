using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;

namespace OrcidPortal.Push;

/// <summary>How much of one person may still go today (<c>Push:DailyCap</c>); the day is the institution's.</summary>
public sealed class DailyCap(IOptions<PushOptions> push, IOptions<InstitutionOptions> institution, TimeProvider time)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(institution.Value.TimeZone);

    /// <summary>How many items of a person may still go today.</summary>
    internal async Task<int> LeftAsync(PortalDb db, Guid personId, CancellationToken cancellationToken)
    {
        if (push.Value.DailyCap is not { } cap) return int.MaxValue;
        var since = Today();
        var sent = await db.Batches.Where(b => b.PersonId == personId && b.CreatedAt >= since).SelectMany(b => b.Items).CountAsync(cancellationToken);
        return Math.Max(0, cap - sent);
    }

    /// <summary>Who has had all of today's already.</summary>
    internal async Task<IReadOnlySet<Guid>> ReachedAsync(PortalDb db, CancellationToken cancellationToken)
    {
        if (push.Value.DailyCap is not { } cap) return new HashSet<Guid>();
        var since = Today();
        return (await db.Batches.Where(b => b.CreatedAt >= since).SelectMany(b => b.Items, (b, _) => b.PersonId).GroupBy(p => p).Where(g => g.Count() >= cap).Select(g => g.Key).ToListAsync(cancellationToken)).ToHashSet();
    }

    private DateTimeOffset Today() => DueTimes.AtOn(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), _zone).DateTime), TimeOnly.MinValue, _zone);
}
