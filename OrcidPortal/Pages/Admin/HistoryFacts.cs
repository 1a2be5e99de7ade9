using System.Globalization;
using Microsoft.Extensions.Localization;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Mapping;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Pages.Texts;

namespace OrcidPortal.Pages.Admin;

/// <summary>All that a line of the ledger tells, fact by fact: the same on the page and in its file.</summary>
public sealed class HistoryFacts
{
    private readonly IStringLocalizer<AdminTexts> _texts;
    private readonly (string Name, Func<HistoryRow, TimeZoneInfo, string?> Value)[] _facts;

    public HistoryFacts(IStringLocalizer<AdminTexts> texts, KindNames kinds)
    {
        _texts = texts;
        _facts =
        [
            ("When", (row, zone) => Time(row.Line.At, zone)),
            ("Utc", (row, _) => Time(row.Line.At, TimeZoneInfo.Utc)),
            ("Operation", (row, _) => Word(row.Line.Operation)),
            ("Outcome", (row, _) => Word(row.Line.Outcome)),
            ("Person", (row, _) => row.Person?.DisplayName),
            ("LocalId", (row, _) => row.Person?.LocalId),
            ("Orcid", (row, _) => row.Line.Orcid),
            ("Kind", (row, _) => KindSections.Of(row.Line.Section) is { } kind ? kinds.Of(kind) : row.Line.Section),
            ("Title", (row, _) => row.Title),
            ("Record", (row, _) => row.Line.RecordId?.ToString()),
            ("PutCode", (row, _) => row.Line.PutCode?.ToString(CultureInfo.InvariantCulture)),
            ("HttpStatus", (row, _) => row.Line.HttpStatus?.ToString(CultureInfo.InvariantCulture)),
            ("OrcidCode", (row, _) => row.Line.OrcidCode?.ToString(CultureInfo.InvariantCulture)),
            ("Message", (row, _) => row.Line.Message),
            ("By", (row, _) => row.Line.By),
            ("Agreement", (row, zone) => row.Agreement is { } a ? texts["Agreement.Words", texts[$"Agreement.{a.Kind}"], Time(a.At, zone), a.By, a.TextVersion, a.Scopes].Value : null),
            ("Duration", (row, _) => row.Line.DurationMs?.ToString(CultureInfo.InvariantCulture)),
            ("Call", (row, _) => row.Line.BatchId?.ToString()),
        ];
    }

    /// <summary>The facts' names, in their order.</summary>
    public string[] Names => [.. _facts.Select(f => _texts[$"Fact.{f.Name}"].Value)];

    /// <summary>A line's facts in the same order; null where the line has none.</summary>
    /// <param name="row">The line.</param>
    /// <param name="zone">The reader's zone.</param>
    public string?[] Of(HistoryRow row, TimeZoneInfo zone) => [.. _facts.Select(f => f.Value(row, zone))];

    /// <summary>All operations with their words, for a choice.</summary>
    public IEnumerable<(string Value, string Text)> Operations => Enum.GetValues<SyncOperation>().Select(o => (o.ToString(), Word(o)));

    /// <summary>All outcomes with their words, for a choice.</summary>
    public IEnumerable<(string Value, string Text)> Outcomes => Enum.GetValues<HistoryOutcome>().Select(o => (o.ToString(), Word(o)));

    private string Word(SyncOperation operation) => _texts[$"Operation.{operation}"];

    private string Word(HistoryOutcome outcome) => _texts[$"Outcome.{outcome}"];

    // As spreadsheets read and sort it.
    private static string Time(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
