using System.Globalization;

namespace OrcidPortal.Commands.Generation;

/// <summary>Dates as sources write them: a year, a month or a day. Pure.</summary>
internal static class GeneratedDates
{
    private static readonly int ThisYear = GenerateOptions.Today.Year;

    /// <summary>A date from 1950 to today, most of the last ten years.</summary>
    public static string Past(Random random) => Of(random, Math.Max(1950, ThisYear - 1 - (int)(-9 * Math.Log(1 - random.NextDouble()))));

    /// <summary>A date in a year: three of ten say only the year, three the month.</summary>
    public static string Of(Random random, int year)
    {
        var way = random.NextDouble();
        var (month, day) = (random.Next(1, 13), random.Next(1, 29));
        return way < 0.3 ? string.Create(CultureInfo.InvariantCulture, $"{year}")
            : way < 0.6 ? string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}-{day:00}");
    }

    /// <summary>A period of some years; without an end for a share.</summary>
    public static (string Start, string? End) Period(Random random, double median, double open)
    {
        var from = Math.Max(1965, ThisYear - 1 - (int)(-10 * Math.Log(1 - random.NextDouble())));
        var years = random.LogNormal(median, 0.6, 1, 40);
        return (Of(random, from), random.Chance(open) ? null : Of(random, from + years));
    }
}
