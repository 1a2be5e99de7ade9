namespace OrcidPortal.Simulator.Messages;

/// <summary>A date of which the month or the day may be missing; the parts as they were written.</summary>
internal sealed record FuzzyDate(string? Year, string? Month, string? Day)
{
    /// <summary>From <c>2012</c>, <c>2012-10</c> or <c>2012-10-31</c>.</summary>
    public static FuzzyDate? From(string? date)
    {
        if (string.IsNullOrWhiteSpace(date)) return null;
        var parts = date.Trim().Split('-');
        return new(parts[0], parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2));
    }

    public override string ToString() => string.Join('-', new[] { Year, Month, Day }.Where(p => p is not null));
}
