using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>Another name or keyword has 1 to 255 characters.</summary>
internal sealed class ContentRule : IRule
{
    private static readonly LengthRule Length = new(FieldPaths.Content, ProblemCodes.ContentTooLong, 255, r => r.Content);

    public void Check(RecordReading reading, Findings findings)
    {
        if (reading.Content is null) findings.Block(ProblemCodes.ContentRequired, FieldPaths.Content);
        Length.Check(reading, findings);
    }
}
