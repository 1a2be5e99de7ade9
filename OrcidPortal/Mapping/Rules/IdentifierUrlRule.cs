using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>The link of an identifier must be absolute (9012); another one is left out.</summary>
internal sealed class IdentifierUrlRule : IWorkRule
{
    public IEnumerable<Problem> Check(WorkMapping mapping)
    {
        foreach (var id in mapping.Identifiers.Where(i => i is { ToSend: not null, UrlUsable: false }))
            yield return new Problem(WorkProblems.ExternalIdUrlInvalid, ProblemSeverity.Warns, $"{FieldPaths.ExternalIds}/{id.Given.Key}", id.Given.Url ?? "", WebAddress.Suggest(id.Given.Url) ?? id.Url);
    }
}
