using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>An identifier of a person has a type and a value of 1 to 255 characters and an absolute link; the check character of an ISNI fits.</summary>
internal sealed class PersonIdentifierRule : IRule
{
    private const int Longest = 255;

    public void Check(RecordReading reading, Findings findings)
    {
        if (reading.PersonIdentifier is not { Type.Length: > 0, Value.Length: > 0 } id)
        {
            findings.Block(ProblemCodes.PersonIdentifierRequired, FieldPaths.ExternalIds);
            return;
        }
        var field = $"{FieldPaths.ExternalIds}/{id.Given.Key}";
        if (id.Type.Length > Longest || id.Value.Length > Longest) findings.Block(ProblemCodes.PersonIdentifierTooLong, field, id.Value);
        if (id.Url is null) findings.Block(ProblemCodes.PersonIdentifierUrlRequired, field, id.Given.Url ?? id.Value, WebAddress.Suggest(id.Given.Url));
        // ORCID does not look at it.
        if (id.IsWrong) findings.Warn(ProblemCodes.ExternalIdCheckDigitWrong, field, id.Value);
    }
}
