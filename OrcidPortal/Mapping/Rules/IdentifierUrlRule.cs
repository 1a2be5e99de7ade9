using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>The link of an identifier must be absolute (9012); another one is left out.</summary>
internal sealed class IdentifierUrlRule : IRule
{
    public void Check(RecordReading reading, Findings findings)
    {
        foreach (var id in reading.Identifiers)
            if (id is { ToSend: not null, UrlUsable: false })
                findings.Warn(ProblemCodes.ExternalIdUrlInvalid, $"{FieldPaths.ExternalIds}/{id.Given.Key}", id.Given.Url, WebAddress.Suggest(id.Given.Url) ?? id.Url);
    }
}
