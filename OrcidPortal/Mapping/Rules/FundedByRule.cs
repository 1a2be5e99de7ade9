using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>Only grant numbers, proposal numbers, DOIs and addresses can name what funded a work (9020); others are left out.</summary>
internal sealed class FundedByRule : IRule
{
    public void Check(RecordReading reading, Findings findings)
    {
        foreach (var id in reading.Identifiers)
            if (id is { TypeKnown: true, Value: not null, FundedByAllowed: false }) findings.Warn(ProblemCodes.ExternalIdFundedByInvalid, $"{FieldPaths.ExternalIds}/{id.Given.Key}", id.Given.Value);
    }
}
