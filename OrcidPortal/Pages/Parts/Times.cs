using System.Globalization;
using Microsoft.Extensions.Localization;
using OrcidPortal.Pages.Texts;

namespace OrcidPortal.Pages.Parts;

/// <summary>Points in time in words, in the zone and culture of whoever reads.</summary>
public sealed class Times(IStringLocalizer<FrameTexts> texts)
{
    /// <summary>"just now", "5 minutes ago", "yesterday at 14:32", "in 3 minutes", "today at 22:00"; beyond a week the day.</summary>
    public string Relative(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone) => at > now.AddSeconds(30) ? Coming(at, now, zone) : Past(at, now, zone);

    /// <summary>A coming time: "in 3 minutes", "today at 22:00", "tomorrow at 08:00", "on 3 May at 08:00".</summary>
    public string Coming(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (at <= now.AddSeconds(30)) return texts["Time.AnyMoment"];
        if (at - now < TimeSpan.FromMinutes(10)) return Count("Time.InMinutes", (int)Math.Ceiling((at - now).TotalMinutes));
        return DaysBetween(now, at, zone) switch
        {
            0 => texts["Time.Today", Clock(at, zone)],
            1 => texts["Time.Tomorrow", Clock(at, zone)],
            _ => texts["Time.OnDay", Day(at, now, zone), Clock(at, zone)],
        };
    }

    /// <summary>The hour and minute, <c>14:32</c> or <c>2:32 PM</c>.</summary>
    public string Clock(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("t", CultureInfo.CurrentCulture);

    /// <summary>The day: <c>3 May</c>, with the year where it is another one.</summary>
    public string Day(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var monthFirst = CultureInfo.CurrentCulture.DateTimeFormat.MonthDayPattern.StartsWith('M');
        var sameYear = local.Year == TimeZoneInfo.ConvertTime(now, zone).Year;
        return local.ToString((monthFirst, sameYear) switch { (true, true) => "MMMM d", (true, false) => "MMMM d, yyyy", (false, true) => "d MMMM", _ => "d MMMM yyyy" }, CultureInfo.CurrentCulture);
    }

    /// <summary>Day, time and offset, for the hover.</summary>
    public string Exact(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var offset = local.Offset == TimeSpan.Zero ? "UTC" : local.ToString("'UTC'zzz", CultureInfo.InvariantCulture);
        return $"{local.ToString("D", CultureInfo.CurrentCulture)}, {local.ToString("T", CultureInfo.CurrentCulture)} ({offset})";
    }

    private string Past(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone)
    {
        var age = now - at;
        if (age < TimeSpan.FromMinutes(1)) return texts["Time.JustNow"];
        if (age < TimeSpan.FromHours(1)) return Count("Time.MinutesAgo", (int)age.TotalMinutes);
        return DaysBetween(at, now, zone) switch
        {
            0 => Count("Time.HoursAgo", (int)age.TotalHours),
            1 => texts["Time.Yesterday", Clock(at, zone)],
            var days and < 8 => Count("Time.DaysAgo", days),
            _ => Day(at, now, zone),
        };
    }

    private string Count(string key, int n) => texts[n == 1 ? key + ".One" : key, n];

    private static int DaysBetween(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone) =>
        (TimeZoneInfo.ConvertTime(to, zone).Date - TimeZoneInfo.ConvertTime(from, zone).Date).Days;
}
