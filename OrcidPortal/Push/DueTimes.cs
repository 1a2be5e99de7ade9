using OrcidPortal.Data.Entities;

namespace OrcidPortal.Push;

/// <summary>When an item may go. Computed from what is stored, so that planning again does not put it off.</summary>
internal static class DueTimes
{
    /// <summary>The time before which it does not go; null: at once.</summary>
    /// <param name="leaving">The person leaves and has everything removed: that waits for nothing. Nor does what was merged into another record: that one stays.</param>
    public static DateTimeOffset? Of(SyncItem item, SendMode mode, PushOptions options, TimeZoneInfo zone, bool leaving = false)
    {
        if (item.Desired == Desired.Absent) return leaving || item.MergedAway ? null : item.DesiredAt + options.RemovalDelay;
        if (item.Desired == Desired.Leave || SyncStates.IsAsDesired(item)) return null;
        // Every update of what is there already is a notice in somebody's inbox: it waits until no further change has come for a while.
        var quiet = item.PutCode is null ? item.DesiredAt : item.DesiredAt + options.QuietTime;
        if (mode == SendMode.AtOnce) return item.PutCode is null ? null : quiet;
        return NextDaily(quiet, options.DailyAt, zone);
    }

    /// <summary>The first time at or after <paramref name="from"/> at which the clock of the zone shows the hour; where the clock jumps over it, the first moment after.</summary>
    public static DateTimeOffset NextDaily(DateTimeOffset from, TimeOnly at, TimeZoneInfo zone)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, zone).DateTime);
        var due = AtOn(day, at, zone);
        return due >= from ? due : AtOn(day.AddDays(1), at, zone);
    }

    /// <summary>The moment at which the clock of the zone shows the hour on a day.</summary>
    public static DateTimeOffset AtOn(DateOnly day, TimeOnly at, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(at);
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(15);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
