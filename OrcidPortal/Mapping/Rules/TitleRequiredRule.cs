using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>ORCID takes no work without a title (9022).</summary>
internal sealed class TitleRequiredRule : IWorkRule
{
    public IEnumerable<Problem> Check(WorkMapping mapping)
    {
        if (mapping.Message.Title.Length == 0)
            yield return new Problem(WorkProblems.TitleRequired, ProblemSeverity.Blocks, FieldPaths.Title, mapping.Fields.Title ?? "");
    }
}
