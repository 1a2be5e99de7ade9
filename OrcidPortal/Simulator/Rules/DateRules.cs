using System.Globalization;
using System.Xml.Linq;
using OrcidPortal.Simulator.Messages;

namespace OrcidPortal.Simulator.Rules;

/// <summary>Partial dates: four digits, two digits, and a day that the calendar has. For works alone the registry says what is missing (9020).</summary>
internal static class DateRules
{
    public static ApiError? Check(XElement? date)
    {
        if (date is null) return null;
        var (year, month, day) = Parts(date);
        if (year is null && (month ?? day) is not null) return ErrorTexts.Of(9020, "Invalid date, please specify a year element");
        if (month is null && day is not null) return ErrorTexts.Of(9020, "Invalid date, please specify a month element");
        if (year is not null && !IsDigits(year, 4)) return ErrorTexts.Of(9020, $"Invalid year {year} please specify a four digits value");
        if (month is not null && !IsDigits(month, 2)) return ErrorTexts.Of(9020, $"Invalid month {month} please specify a two digits value");
        if (day is not null && !IsDigits(day, 2)) return ErrorTexts.Of(9020, $"Invalid day {day} please specify a two digits value");
        return year is null ? null : CheckCalendar(date);
    }

    /// <summary>A date that can be read as <c>2012</c>, <c>2012-10</c> or <c>2012-10-31</c> (9049).</summary>
    public static ApiError? CheckCalendar(XElement? date)
    {
        if (date is null) return null;
        var (year, month, day) = Parts(date);
        return IsInCalendar(year, month, day) ? null : ErrorTexts.Of(9049, null, ("dateString", string.Join('-', new[] { year, month, day }.OfType<string>())));
    }

    /// <summary>Whether the end is before the start, as far as both say the same parts.</summary>
    public static bool EndsBeforeStart(XElement start, XElement end)
    {
        var (from, to) = (Parts(start), Parts(end));
        if (from.Year is null || to.Year is null) return false;
        var order = string.CompareOrdinal(to.Year, from.Year);
        if (order == 0 && from.Month is not null && to.Month is not null) order = string.CompareOrdinal(to.Month, from.Month);
        if (order == 0 && from.Day is not null && to.Day is not null) order = string.CompareOrdinal(to.Day, from.Day);
        return order < 0;
    }

    /// <summary>An element of the parts of <c>2012</c>, <c>2012-10</c> or <c>2012-10-31</c>.</summary>
    public static XElement? Of(XName name, string? date)
    {
        if (string.IsNullOrWhiteSpace(date)) return null;
        string[] parts = ["year", "month", "day"];
        return new XElement(name, date.Trim().Split('-').Zip(parts, (text, part) => new XElement(Names.Common + part, text)));
    }

    /// <summary>As people write it.</summary>
    public static string Text(XElement? date) => date is null ? "" : string.Join('-', date.Elements().Select(e => e.Value));

    private static (string? Year, string? Month, string? Day) Parts(XElement date) => (Part(date, "year"), Part(date, "month"), Part(date, "day"));

    private static string? Part(XElement date, string name) => date.Text(Names.Common + name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static bool IsInCalendar(string? year, string? month, string? day) => DateOnly.TryParseExact(
        $"{year}-{month ?? "01"}-{day ?? "01"}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsDigits(string text, int length) => text.Length == length && text.All(char.IsAsciiDigit);
}
