using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>ORCID has four relationships (9023); for another word the type of the work decides.</summary>
internal sealed class IdentifierRelationshipRule : IWorkRule
{
    public IEnumerable<Problem> Check(WorkMapping mapping)
    {
        foreach (var id in mapping.Identifiers.Where(i => i is { ToSend: not null, RelationshipKnown: false }))
            yield return new Problem(WorkProblems.ExternalIdRelationshipInvalid, ProblemSeverity.Warns, $"{FieldPaths.ExternalIds}/{id.Given.Key}", id.Given.Relationship ?? "", RelationshipNames.Write(id.Relationship));
    }
}
