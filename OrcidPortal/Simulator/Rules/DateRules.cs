using System.Globalization;
using OrcidPortal.Simulator.Messages;

namespace OrcidPortal.Simulator.Rules;

/// <summary>Partial dates: four digits, two digits, and a day that the calendar has.</summary>
internal static class DateRules
{
    public static ApiError? Check(FuzzyDate? date)
    {
        if (date is null) return null;
        var (year, month, day) = (Filled(date.Year), Filled(date.Month), Filled(date.Day));
        if (year is null && (month ?? day) is not null) return ErrorTexts.Of(9020, "Invalid date, please specify a year element");
        if (month is null && day is not null) return ErrorTexts.Of(9020, "Invalid date, please specify a month element");
        if (year is not null && !IsDigits(year, 4)) return ErrorTexts.Of(9020, $"Invalid year {year} please specify a four digits value");
        if (month is not null && !IsDigits(month, 2)) return ErrorTexts.Of(9020, $"Invalid month {month} please specify a two digits value");
        if (day is not null && !IsDigits(day, 2)) return ErrorTexts.Of(9020, $"Invalid day {day} please specify a two digits value");
        return year is null || IsInCalendar(year, month, day) ? null : ErrorTexts.Of(9049, null, ("dateString", date.ToString()));
    }

    private static bool IsInCalendar(string year, string? month, string? day) => DateOnly.TryParseExact(
        $"{year}-{month ?? "01"}-{day ?? "01"}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsDigits(string text, int length) => text.Length == length && text.All(char.IsAsciiDigit);

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
