using System.Globalization;

namespace OrcidPortal.Simulator.Search;

/// <summary>A time as Solr writes it: <c>2026-01-31T12:00:00Z</c> or <c>NOW</c>, each with arithmetic such as <c>-7DAYS/DAY</c>.</summary>
internal static class SolrDate
{
    private const string Now = "NOW";
    private const int MostDigits = 9;
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    /// <returns>Null when it is none.</returns>
    public static DateTimeOffset? Read(string text, DateTimeOffset now)
    {
        var isNow = text.StartsWith(Now, StringComparison.Ordinal);
        var end = isNow ? Now.Length : text.IndexOf('Z', StringComparison.Ordinal) + 1;
        var start = now;
        if (!isNow && !DateTimeOffset.TryParseExact(text.AsSpan(0, end), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out start)) return null;
        return Reckon(start.ToUniversalTime(), text.AsSpan(end));
    }

    private static DateTimeOffset? Reckon(DateTimeOffset at, ReadOnlySpan<char> steps)
    {
        while (steps.Length > 0)
        {
            var sign = steps[0];
            var digits = 1;
            while (digits < steps.Length && char.IsAsciiDigit(steps[digits])) digits++;
            var end = digits;
            while (end < steps.Length && char.IsAsciiLetterUpper(steps[end])) end++;
            if (sign is not ('+' or '-' or '/') || digits == 1 != (sign == '/') || digits - 1 > MostDigits) return null;
            var unit = UnitOf(steps[digits..end]);
            if (unit is null) return null;
            var moved = sign == '/' ? Floor(at, unit) : Move(at, unit, (sign == '-' ? -1 : 1) * long.Parse(steps[1..digits], CultureInfo.InvariantCulture));
            if (moved is null) return null;
            at = moved.Value;
            steps = steps[end..];
        }
        return at;
    }

    private static string? UnitOf(ReadOnlySpan<char> name) => name switch
    {
        "YEAR" or "YEARS" => "YEAR",
        "MONTH" or "MONTHS" => "MONTH",
        "DAY" or "DAYS" or "DATE" => "DAY",
        "HOUR" or "HOURS" => "HOUR",
        "MINUTE" or "MINUTES" => "MINUTE",
        "SECOND" or "SECONDS" => "SECOND",
        "MILLI" or "MILLIS" or "MILLISECOND" or "MILLISECONDS" => "MILLI",
        _ => null,
    };

    private static DateTimeOffset Floor(DateTimeOffset at, string unit) => unit switch
    {
        "YEAR" => new(at.Year, 1, 1, 0, 0, 0, TimeSpan.Zero),
        "MONTH" => new(at.Year, at.Month, 1, 0, 0, 0, TimeSpan.Zero),
        _ => at.AddTicks(-(at.Ticks % TicksOf(unit))),
    };

    /// <returns>Null when there is no such year.</returns>
    private static DateTimeOffset? Move(DateTimeOffset at, string unit, long count)
    {
        if (unit is "YEAR" or "MONTH")
        {
            var months = unit == "YEAR" ? count * 12 : count;
            var total = (at.Year * 12L) + at.Month - 1 + months;
            return total is >= 12 and < 10_000 * 12 ? at.AddMonths((int)months) : null;
        }
        var ticks = at.Ticks + ((Int128)count * TicksOf(unit));
        return ticks >= DateTimeOffset.MinValue.Ticks && ticks <= DateTimeOffset.MaxValue.Ticks ? new DateTimeOffset((long)ticks, TimeSpan.Zero) : null;
    }

    private static long TicksOf(string unit) => unit switch
    {
        "DAY" => TimeSpan.TicksPerDay,
        "HOUR" => TimeSpan.TicksPerHour,
        "MINUTE" => TimeSpan.TicksPerMinute,
        "SECOND" => TimeSpan.TicksPerSecond,
        _ => TimeSpan.TicksPerMillisecond,
    };
}
