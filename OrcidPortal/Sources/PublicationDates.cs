using System.Globalization;
using System.Text.RegularExpressions;

namespace OrcidPortal.Sources;

/// <summary>Reads dates as people and tools write them. What cannot be read stays as it was given; the rules judge it.</summary>
internal static partial class PublicationDates
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>A date in one text: ISO 8601 and its extensions (a range takes its start), a year among words, a month by name.</summary>
    /// <returns><c>yyyy</c>, <c>yyyy-MM</c>, <c>yyyy-MM-dd</c>; else the text itself; null for none.</returns>
    public static string? OfText(string? text)
    {
        if (CleanText.Line(text) is not { } given) return null;
        var start = given.TrimStart('/', '.', '[').Split('/')[0].Trim('~', '?', '%', '*', ' ', ']');
        if (Iso().Match(start) is { Success: true } iso) return OfParts(iso.Groups[1].Value, iso.Groups[2].Value, iso.Groups[3].Value);
        if (Year().Match(given) is not { Success: true } year) return Cut(given);
        var month = OfMonth(given.Remove(year.Index, year.Length));
        return month is null ? year.Value : OfParts(year.Value, month.Value.Month, month.Value.Day);
    }

    /// <summary>A date in parts.</summary>
    /// <param name="year">A year, or a whole date.</param>
    /// <param name="month">A number, a name, or a name with a day (<c>July 30th</c>); seasons and words are left out.</param>
    /// <param name="day">A number.</param>
    public static string? OfFields(string? year, string? month, string? day)
    {
        var whole = OfText(year);
        if (whole is not { Length: 4 } || !Year().IsMatch(whole)) return whole;
        if (OfMonth(CleanText.Line(month)) is not { } read) return whole;
        return OfParts(whole, read.Month, FirstNumber(day) is > 0 and <= 99 and var d ? Text(d) : read.Day);
    }

    /// <summary>A date in numbers. A month that is none (a season, 21 to 41) is left out; a day that does not exist stays, for the rules to report.</summary>
    public static string? OfParts(string year, string? month, string? day)
    {
        if (!int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var m) || m is 0 or (> 20 and < 42)) return year;
        var withMonth = string.Create(CultureInfo.InvariantCulture, $"{year}-{m:00}");
        return int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var d) && d > 0 ? string.Create(CultureInfo.InvariantCulture, $"{withMonth}-{d:00}") : withMonth;
    }

    private static (string Month, string? Day)? OfMonth(string? text)
    {
        if (text is null) return null;
        foreach (Match word in Word().Matches(text))
        {
            var month = Array.IndexOf(Months, InEnglish(word.Value.ToLowerInvariant())) + 1;
            if (month > 0) return (Text(month), FirstNumber(text) is > 0 and <= 31 and var day ? Text(day) : null);
        }
        return Word().IsMatch(text) || Number().Count(text) != 1 ? null : FirstNumber(text) is > 0 and <= 12 and var number ? (Text(number), null) : null;
    }

    private static string InEnglish(string word)
    {
        if (word.Length < 3) return "";
        return word[..3] switch { "mär" or "mrz" => "mar", "mai" => "may", "okt" => "oct", "dez" => "dec", var english => english };
    }

    private static int? FirstNumber(string? text) =>
        text is not null && Number().Match(text) is { Success: true } m ? int.Parse(m.ValueSpan, CultureInfo.InvariantCulture) : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    private static string Cut(string text) => text.Length <= 60 ? text : text[..60];

    [GeneratedRegex(@"^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ]\d{1,2}:.*|-XX|-uu)*$", RegexOptions.IgnoreCase)]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<!\d)(?:1[4-9]|20|21)\d\d(?!\d)")]
    private static partial Regex Year();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<!\d)\d{1,2}(?!\d)")]
    private static partial Regex Number();
}
