using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>A name has 150 characters at most; a longer one goes cut.</summary>
internal sealed class ContributorNameRule : IRule
{
    private const int Longest = 150;

    public void Check(RecordReading reading, Findings findings)
    {
        foreach (var contributor in reading.Fields.Contributors)
            if (contributor.Name?.Length > Longest && PlainText.Of(contributor.Name).Length > Longest)
                findings.Warn(ProblemCodes.ContributorNameTooLong, $"{FieldPaths.Contributors}/{contributor.Key}", contributor.Name);
    }
}
