using System.Globalization;
using Microsoft.Extensions.Localization;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Texts;

namespace OrcidPortal.Pages.Parts;

/// <summary>A line of the ledger in words.</summary>
public sealed class HistoryWords(IStringLocalizer<FrameTexts> texts)
{
    /// <summary>"Added to the ORCID record", or "Adding: ORCID would not accept it".</summary>
    public string Sentence(HistoryEntry entry) => entry.Outcome == HistoryOutcome.Done
        ? texts[$"History.Done.{entry.Operation}"]
        : texts["History.NotDone", texts[$"History.Doing.{entry.Operation}"], texts[$"History.Outcome.{entry.Outcome}"]];

    /// <summary>Put-code, codes and ORCID's words, for curators and admins.</summary>
    public string Detail(HistoryEntry entry) => string.Join(" · ", new[]
    {
        entry.PutCode is { } putCode ? texts["History.PutCode", putCode.ToString(CultureInfo.InvariantCulture)].Value : null,
        entry.HttpStatus is { } status ? "HTTP " + status.ToString(CultureInfo.InvariantCulture) : null,
        entry.OrcidCode?.ToString(CultureInfo.InvariantCulture),
        entry.Message,
    }.Where(p => !string.IsNullOrEmpty(p)));
}
