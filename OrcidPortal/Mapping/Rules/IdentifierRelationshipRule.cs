using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>ORCID has four relationships (9023); for another word the type of the record decides.</summary>
internal sealed class IdentifierRelationshipRule : IRule
{
    public void Check(RecordReading reading, Findings findings)
    {
        foreach (var id in reading.Identifiers)
            if (id is { ToSend: not null, RelationshipKnown: false })
                findings.Warn(ProblemCodes.ExternalIdRelationshipInvalid, $"{FieldPaths.ExternalIds}/{id.Given.Key}", id.Given.Relationship, OrcidApi.RelationshipNames.Write(id.Relationship));
    }
}
