using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>Only grant numbers, proposal numbers, DOIs and addresses can name what funded a work (9020); others are left out.</summary>
internal sealed class FundedByRule : IWorkRule
{
    public IEnumerable<Problem> Check(WorkMapping mapping)
    {
        foreach (var id in mapping.Identifiers.Where(i => i.TypeKnown && i.Value is not null && !i.FundedByAllowed))
            yield return new Problem(WorkProblems.ExternalIdFundedByInvalid, ProblemSeverity.Warns, $"{FieldPaths.ExternalIds}/{id.Given.Key}", id.Given.Value);
    }
}
