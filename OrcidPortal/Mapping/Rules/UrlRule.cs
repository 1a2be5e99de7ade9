using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>An address must be absolute (9012); another one is left out.</summary>
internal sealed class UrlRule : IWorkRule
{
    public IEnumerable<Problem> Check(WorkMapping mapping)
    {
        var given = mapping.Fields.Url;
        if (!string.IsNullOrWhiteSpace(given) && mapping.Message.Url is null)
            yield return new Problem(WorkProblems.UrlInvalid, ProblemSeverity.Warns, FieldPaths.Url, given, WebAddress.Suggest(given));
    }
}
