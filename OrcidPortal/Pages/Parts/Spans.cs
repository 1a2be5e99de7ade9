using System.Globalization;

namespace OrcidPortal.Pages.Parts;

/// <summary>Lengths of time, as settings give them.</summary>
internal static class Spans
{
    /// <summary>"7 days", "24 h", "90 s": in the largest unit that loses nothing.</summary>
    public static string Of(TimeSpan span) => span switch
    {
        { Ticks: 0 } => "0",
        { TotalDays: >= 1 } when span.Ticks % TimeSpan.TicksPerDay == 0 => string.Create(CultureInfo.CurrentCulture, $"{span.TotalDays:0} d"),
        { TotalHours: >= 1 } when span.Ticks % TimeSpan.TicksPerHour == 0 => string.Create(CultureInfo.CurrentCulture, $"{span.TotalHours:0} h"),
        { TotalMinutes: >= 1 } when span.Ticks % TimeSpan.TicksPerMinute == 0 => string.Create(CultureInfo.CurrentCulture, $"{span.TotalMinutes:0} min"),
        _ => string.Create(CultureInfo.CurrentCulture, $"{span.TotalSeconds:0.#} s"),
    };
}
