using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>The country of a person is one of ISO 3166 (9037).</summary>
internal sealed class PersonCountryRule : IRule
{
    public void Check(RecordReading reading, Findings findings)
    {
        if (string.IsNullOrWhiteSpace(reading.Fields.Country)) findings.Block(ProblemCodes.CountryRequired, FieldPaths.Country);
        else if (reading.Country is null) findings.Block(ProblemCodes.CountryInvalid, FieldPaths.Country, reading.Fields.Country);
    }
}
