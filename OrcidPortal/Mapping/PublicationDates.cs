using System.Globalization;
using System.Text.RegularExpressions;
using OrcidPortal.Identifiers;

namespace OrcidPortal.Mapping;

/// <summary>Dates that ORCID takes (years 1900 to 2100, days that exist), and guesses at those it does not.</summary>
internal static partial class PublicationDates
{
    internal static bool TryRead(string? text, out PartialDate date) => PartialDate.TryParse(text, out date) && date.Year is >= 1900 and <= 2100;

    /// <summary>The date that may have been meant, with just the parts that are sure; null where there is no telling.</summary>
    internal static string? Suggest(string? text)
    {
        var value = (text ?? "").Trim();
        foreach (var guess in Guesses(value))
        {
            if (guess != value && TryRead(guess, out var date)) return date.ToString();
        }
        return null;
    }

    private static IEnumerable<string> Guesses(string value)
    {
        if (YearFirst().Match(value) is { Success: true } a)
        {
            var (year, month) = (a.Groups[1].Value, Two(a.Groups[2].Value));
            if (a.Groups[3].Success) yield return $"{year}-{month}-{Two(a.Groups[3].Value)}";
            yield return $"{year}-{month}";
        }
        if (YearLast().Match(value) is { Success: true } b)
        {
            var (first, second, year) = (Two(b.Groups[1].Value), Two(b.Groups[3].Value), b.Groups[4].Value);
            // 03/05/2019 is May in Europe and March in America: only the point, or a day above 12, tells.
            var dayFirst = b.Groups[2].Value == "." || string.CompareOrdinal(first, "12") > 0;
            if (dayFirst) yield return $"{year}-{second}-{first}";
            if (dayFirst) yield return $"{year}-{second}";
            if (string.CompareOrdinal(second, "12") > 0) yield return $"{year}-{first}-{second}";
        }
        if (MonthName().Match(value) is { Success: true } c && MonthNumber(c.Groups[1].Value) is { } number)
            yield return string.Create(CultureInfo.InvariantCulture, $"{c.Groups[2].Value}-{number:00}");
        if (AnyYear().Match(value) is { Success: true } d) yield return d.Value;
    }

    private static string Two(string digits) => digits.PadLeft(2, '0');

    private static int? MonthNumber(string name)
    {
        var index = Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames, m => m.Length == 3 && name.StartsWith(m, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : index + 1;
    }

    [GeneratedRegex(@"^([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?(?![0-9])")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^([0-9]{1,2})([-/.])\s?([0-9]{1,2})[-/.]\s?([0-9]{4})\z")]
    private static partial Regex YearLast();

    [GeneratedRegex(@"\b([A-Za-z]{3,9})\.?,?\s+(?:[0-9]{1,2},?\s+)?([0-9]{4})\b")]
    private static partial Regex MonthName();

    [GeneratedRegex(@"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")]
    private static partial Regex AnyYear();
}
