using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>An end needs a beginning in a funding (9050), and lies behind it in a position (9055). ORCID takes a funding that ends before it begins: it goes, with a warning.</summary>
internal sealed class PeriodOrderRule : IRule
{
    public void Check(RecordReading reading, Findings findings)
    {
        if (reading.EndDate is not { } end) return;
        if (reading.StartDate is not { } start)
        {
            if (reading.Kind == RecordKind.Funding && string.IsNullOrWhiteSpace(reading.Fields.StartDate)) findings.Block(ProblemCodes.EndDateWithoutStart, FieldPaths.StartDate, end.ToString());
        }
        else if (IsBefore(end, start))
        {
            if (reading.Kind == RecordKind.Funding) findings.Warn(ProblemCodes.EndDateBeforeStart, FieldPaths.EndDate, end.ToString());
            else findings.Block(ProblemCodes.EndDateBeforeStart, FieldPaths.EndDate, end.ToString());
        }
    }

    /// <summary>Whether the end lies before the start in the parts that ORCID compares: a missing month or day counts as the first.</summary>
    private static bool IsBefore(OrcidPortal.Identifiers.PartialDate end, OrcidPortal.Identifiers.PartialDate start) =>
        (end.Year, end.Month ?? 1, end.Day ?? 1).CompareTo((start.Year, start.Month ?? 1, start.Day ?? 1)) < 0;
}
