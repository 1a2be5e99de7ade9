using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>A funding names its funder (9046).</summary>
internal sealed class FunderRule : IRule
{
    public void Check(RecordReading reading, Findings findings)
    {
        if (!reading.Organization.Given) findings.Block(ProblemCodes.FunderRequired, FieldPaths.OrganizationName);
    }
}
