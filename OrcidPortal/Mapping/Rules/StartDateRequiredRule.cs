using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>DSpace asks for the beginning of a position; ORCID does not: the position goes without.</summary>
internal sealed class StartDateRequiredRule : IRule
{
    public void Check(RecordReading reading, Findings findings)
    {
        if (string.IsNullOrWhiteSpace(reading.Fields.StartDate)) findings.Warn(ProblemCodes.StartDateRequired, FieldPaths.StartDate);
    }
}
