using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>ORCID takes no work without an identifier that names the work itself, and no funding without any (9023); ours always name the funding, so that a second copy is refused.</summary>
internal sealed class OwnIdentifierRule : IRule
{
    public void Check(RecordReading reading, Findings findings)
    {
        foreach (var id in reading.ExternalIds)
            if (id.Relationship == Identifiers.Relationship.Self) return;
        findings.Block(ProblemCodes.ExternalIdRequired, FieldPaths.ExternalIds);
    }
}
