using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>ORCID takes no work and no funding without a title (9022).</summary>
internal sealed class TitleRequiredRule : IRule
{
    public void Check(RecordReading reading, Findings findings)
    {
        if (reading.Title.Length == 0) findings.Block(ProblemCodes.TitleRequired, FieldPaths.Title, reading.Fields.Title);
    }
}
