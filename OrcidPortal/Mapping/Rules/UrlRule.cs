using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>An address must be absolute (9012); another one is left out.</summary>
internal sealed class UrlRule : IRule
{
    public void Check(RecordReading reading, Findings findings)
    {
        if (reading.Url is null && reading.Fields.Url is { } given && !string.IsNullOrWhiteSpace(given))
            findings.Warn(ProblemCodes.UrlInvalid, FieldPaths.Url, given, WebAddress.Suggest(given));
    }
}
