using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>A date may be missing, but it must exist, and its year lie between 1900 and 2100 (9049, 9012).</summary>
internal sealed class DateRule(string field, string code, Func<RecordReading, OrcidPortal.Identifiers.PartialDate?> read) : IRule
{
    public void Check(RecordReading reading, Findings findings)
    {
        if (read(reading) is null && FieldValues.Get(reading.Fields, field) is { } given && !string.IsNullOrWhiteSpace(given))
            findings.Block(code, field, given, PublicationDates.Suggest(given));
    }
}
