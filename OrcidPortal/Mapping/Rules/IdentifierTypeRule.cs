using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>ORCID knows 52 types of identifiers (9023); another one is left out.</summary>
internal sealed class IdentifierTypeRule : IWorkRule
{
    public IEnumerable<Problem> Check(WorkMapping mapping)
    {
        foreach (var id in mapping.Identifiers.Where(i => !i.TypeKnown))
            yield return new Problem(WorkProblems.ExternalIdTypeUnknown, ProblemSeverity.Warns, $"{FieldPaths.ExternalIds}/{id.Given.Key}", id.Given.Type);
    }
}
