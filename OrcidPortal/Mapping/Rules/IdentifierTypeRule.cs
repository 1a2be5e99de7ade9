using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>ORCID knows 52 types of identifiers (9023); another one is left out, unless its value shows what it is.</summary>
internal sealed class IdentifierTypeRule : IRule
{
    public void Check(RecordReading reading, Findings findings)
    {
        foreach (var id in reading.Identifiers)
            if (!id.TypeKnown) findings.Warn(ProblemCodes.ExternalIdTypeUnknown, $"{FieldPaths.ExternalIds}/{id.Given.Key}", id.Given.Type, IdentifierGuess.Of(id));
    }
}
