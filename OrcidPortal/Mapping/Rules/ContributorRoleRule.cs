using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>ORCID has a closed list of roles (9058); with another one the person is named without a role. One problem for each role, not for each person.</summary>
internal sealed class ContributorRoleRule : IWorkRule
{
    public IEnumerable<Problem> Check(WorkMapping mapping)
    {
        foreach (var contributor in mapping.Fields.Contributors.Where(c => !string.IsNullOrWhiteSpace(c.Role) && ContributorRoles.Resolve(c.Role) is null).DistinctBy(c => c.Role))
            yield return new Problem(WorkProblems.ContributorRoleInvalid, ProblemSeverity.Warns, $"{FieldPaths.Contributors}/{contributor.Key}", contributor.Role);
    }
}
