using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>ORCID takes 59 types of work and four of funding (9037, 9051). A type without an entry in the vocabulary is never sent as <c>other</c>: somebody chooses.</summary>
internal sealed class TypeKnownRule : IRule
{
    public void Check(RecordReading reading, Findings findings)
    {
        if (reading.Fields.Type is not { Value.Length: > 0 } type) findings.Block(ProblemCodes.TypeRequired, FieldPaths.Type);
        else if (reading.Type is null) findings.Block(ProblemCodes.TypeUnknown, FieldPaths.Type, type.Value);
    }
}
