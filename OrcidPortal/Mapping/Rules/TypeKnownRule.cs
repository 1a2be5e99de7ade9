using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>ORCID takes 59 types of work (9037). A type without an entry in our tables is never sent as <c>other</c>: somebody chooses.</summary>
internal sealed class TypeKnownRule : IWorkRule
{
    public IEnumerable<Problem> Check(WorkMapping mapping)
    {
        if (mapping.Fields.Type is not { Value.Length: > 0 } type)
            yield return new Problem(WorkProblems.TypeRequired, ProblemSeverity.Blocks, FieldPaths.Type, "");
        else if (mapping.Type is null)
            yield return new Problem(WorkProblems.TypeUnknown, ProblemSeverity.Blocks, FieldPaths.Type, type.Value);
    }
}
