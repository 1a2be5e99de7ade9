using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>An abstract has 5,000 characters at most (9012); a longer one goes cut.</summary>
internal sealed class ShortDescriptionRule : IRule
{
    private const int Longest = 5000;

    public void Check(RecordReading reading, Findings findings)
    {
        if (reading.ShortDescription is { Length: > Longest and var length })
            findings.Warn(ProblemCodes.ShortDescriptionTooLong, FieldPaths.ShortDescription, length.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
