using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>The country of a work must be one of ISO 3166 (9037); another word is left out.</summary>
internal sealed class CountryKnownRule : IRule
{
    public void Check(RecordReading reading, Findings findings)
    {
        if (reading.Country is null && reading.Fields.Country is { } given && !string.IsNullOrWhiteSpace(given)) findings.Warn(ProblemCodes.CountryInvalid, FieldPaths.Country, given);
    }
}
