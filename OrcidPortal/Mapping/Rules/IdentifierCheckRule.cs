using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>A check digit that is wrong: ORCID takes it (no validation_regex, facts of identifier types), so it goes; somebody should look whether it is a slip.</summary>
internal sealed class IdentifierCheckRule : IRule
{
    public void Check(RecordReading reading, Findings findings)
    {
        foreach (var id in reading.Identifiers)
        {
            if (id is { ToSend: not null, Type: "isbn" or "issn" or "ismn", Value: { } value } && OrcidPortal.Identifiers.ExternalIdCheck.Of(id.Type, value) is OrcidPortal.Identifiers.IdentifierFault.CheckDigit)
                findings.Warn(ProblemCodes.ExternalIdCheckDigitWrong, $"{FieldPaths.ExternalIds}/{id.Given.Key}", value);
        }
    }
}
