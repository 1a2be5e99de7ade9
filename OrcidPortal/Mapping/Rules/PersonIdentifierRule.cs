using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>An identifier of a person has a type and a value of 1 to 255 characters and an absolute link.</summary>
internal sealed class PersonIdentifierRule : IRule
{
    private const int Longest = 255;

    public void Check(RecordReading reading, Findings findings)
    {
        if (reading.Fields.ExternalIds is not [var id, ..] || PlainText.Of(id.Type).Length == 0 || PlainText.Of(id.Value).Length == 0)
        {
            findings.Block(ProblemCodes.PersonIdentifierRequired, FieldPaths.ExternalIds);
            return;
        }
        var field = $"{FieldPaths.ExternalIds}/{id.Key}";
        if (PlainText.Of(id.Type).Length > Longest || PlainText.Of(id.Value).Length > Longest) findings.Block(ProblemCodes.PersonIdentifierTooLong, field, id.Value);
        if (!WebAddress.TryRead(id.Url, out _)) findings.Block(ProblemCodes.PersonIdentifierUrlRequired, field, id.Url ?? id.Value, WebAddress.Suggest(id.Url));
    }
}
