using System.Globalization;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>An abstract has 5,000 characters at most; a longer one goes cut.</summary>
internal sealed class ShortDescriptionRule : IWorkRule
{
    private const int Longest = 5000;

    public IEnumerable<Problem> Check(WorkMapping mapping)
    {
        var length = PlainText.Of(mapping.Fields.ShortDescription).Length;
        if (length > Longest)
            yield return new Problem(WorkProblems.ShortDescriptionTooLong, ProblemSeverity.Warns, FieldPaths.ShortDescription, length.ToString(CultureInfo.InvariantCulture));
    }
}
