using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>A citation needs one of ORCID's types (9037); else our own goes in its place.</summary>
internal sealed class CitationTypeRule : IRule
{
    public void Check(RecordReading reading, Findings findings)
    {
        if (Citations.CitationReading.IsTypeUnknown(reading.Fields)) findings.Warn(ProblemCodes.CitationTypeInvalid, FieldPaths.CitationType, reading.Fields.CitationType);
    }
}
