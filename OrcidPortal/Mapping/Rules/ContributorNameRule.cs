using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>A name has 150 characters at most; a longer one goes cut.</summary>
internal sealed class ContributorNameRule : IWorkRule
{
    private const int Longest = 150;

    public IEnumerable<Problem> Check(WorkMapping mapping)
    {
        foreach (var contributor in mapping.Fields.Contributors.Where(c => PlainText.Of(c.Name).Length > Longest))
            yield return new Problem(WorkProblems.ContributorNameTooLong, ProblemSeverity.Warns, $"{FieldPaths.Contributors}/{contributor.Key}", contributor.Name);
    }
}
