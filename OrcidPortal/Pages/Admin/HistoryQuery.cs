using System.Globalization;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Mapping;

namespace OrcidPortal.Pages.Admin;

/// <summary>The filters in the address of the history page and of its file; what cannot be read asks for nothing.</summary>
/// <param name="Q">Words of the title or the person's name, or an ORCID iD.</param>
/// <param name="Code">An HTTP status or ORCID's code.</param>
/// <param name="From">The first day, as <c>2026-11-02</c> in the reader's zone.</param>
/// <param name="To">The last day.</param>
/// <param name="Person">The person's local id.</param>
internal sealed record HistoryQuery(
    string? Q, string? Operation, string? Outcome, string? Kind, string? Code, string? From, string? To, string? Person, string? Record)
{
    /// <summary>Whether it asks for anything at all.</summary>
    public bool Asks => !string.IsNullOrEmpty(Q + Operation + Outcome + Kind + Code + From + To + Person + Record);

    /// <summary>The filter it means.</summary>
    /// <param name="person">Who <see cref="Person"/> is; null: nobody, and nothing is found of them.</param>
    /// <param name="zone">Where the days begin.</param>
    public HistoryFilter ToFilter(Person? person, TimeZoneInfo zone) => new(
        Choice<SyncOperation>(Operation), Choice<HistoryOutcome>(Outcome), Choice<RecordKind>(Kind) is { } kind ? KindSections.NameOf(kind) : null, Number(Code),
        Day(From) is { } first ? StartOf(first, zone) : null, Day(To) is { } last ? StartOf(last.AddDays(1), zone) : null, Q,
        string.IsNullOrEmpty(Person) ? null : person?.Id ?? Guid.Empty, string.IsNullOrEmpty(Record) ? null : Guid.TryParse(Record, out var record) ? record : Guid.Empty);

    private static T? Choice<T>(string? text) where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;

    // No line has -1.
    private static int? Number(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>A year with one to three digits is on its way to four.</summary>
    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 3000 ? day : null;

    /// <summary>Where clocks are set back over midnight it comes twice: the day begins with the first.</summary>
    private static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight));
    }
}
