using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>A date may be missing, but it must exist, and its year lie between 1900 and 2100 (9049, 9012).</summary>
internal sealed class PublicationDateRule : IWorkRule
{
    public IEnumerable<Problem> Check(WorkMapping mapping)
    {
        var given = mapping.Fields.PublicationDate;
        if (!string.IsNullOrWhiteSpace(given) && mapping.Message.PublicationDate is null)
            yield return new Problem(WorkProblems.PublicationDateInvalid, ProblemSeverity.Blocks, FieldPaths.PublicationDate, given, PublicationDates.Suggest(given));
    }
}
