using System.Globalization;
using System.Text.RegularExpressions;

namespace OrcidPortal.Identifiers;

/// <summary>A date that may lack its day, or its month and day. Nothing is ever filled in.</summary>
/// <param name="Year">Four digits.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31, only with a month.</param>
public readonly partial record struct PartialDate(int Year, int? Month = null, int? Day = null) : IComparable<PartialDate>
{
    /// <summary>Reads <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c> and checks it against the calendar.</summary>
    /// <returns>False for another shape or a day that does not exist, such as 2019-02-30.</returns>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        var match = Shape().Match(text ?? "");
        if (!match.Success) return false;
        var year = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        int? month = match.Groups[2].Success ? int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : null;
        int? day = match.Groups[3].Success ? int.Parse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture) : null;
        if (year < 1 || month is < 1 or > 12 || day < 1) return false;
        if (day is { } d && d > DateTime.DaysInMonth(year, month!.Value)) return false;
        date = new PartialDate(year, month, day);
        return true;
    }

    /// <summary>Earlier first; a missing month or day sorts before a given one.</summary>
    public int CompareTo(PartialDate other) =>
        (Year, Month ?? 0, Day ?? 0).CompareTo((other.Year, other.Month ?? 0, other.Day ?? 0));

    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;
    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;
    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;
    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    /// <summary>The date with just the parts it has: <c>2019</c>, <c>2019-05</c> or <c>2019-05-03</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Year:0000}") +
        (Month is { } m ? string.Create(CultureInfo.InvariantCulture, $"-{m:00}") : "") +
        (Day is { } d ? string.Create(CultureInfo.InvariantCulture, $"-{d:00}") : "");

    [GeneratedRegex(@"^\s*([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\s*\z")]
    private static partial Regex Shape();
}
