using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>ORCID takes no work without an identifier that names the work itself (9023).</summary>
internal sealed class OwnIdentifierRule : IWorkRule
{
    public IEnumerable<Problem> Check(WorkMapping mapping)
    {
        if (mapping.Message.ExternalIds.All(id => id.Relationship != Relationship.Self))
            yield return new Problem(WorkProblems.ExternalIdRequired, ProblemSeverity.Blocks, FieldPaths.ExternalIds, "");
    }
}
