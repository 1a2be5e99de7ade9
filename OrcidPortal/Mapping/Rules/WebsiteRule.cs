using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>A website has an absolute address of at most 2,000 characters, and a name of at most 350.</summary>
internal sealed class WebsiteRule : IRule
{
    private static readonly LengthRule Name = new(FieldPaths.UrlName, ProblemCodes.UrlNameTooLong, 350, r => r.UrlName);

    public void Check(RecordReading reading, Findings findings)
    {
        if (string.IsNullOrWhiteSpace(reading.Fields.Url)) findings.Block(ProblemCodes.UrlRequired, FieldPaths.Url);
        else if (reading.Url is null) findings.Block(ProblemCodes.UrlInvalid, FieldPaths.Url, reading.Fields.Url, WebAddress.Suggest(reading.Fields.Url));
        Name.Check(reading, findings);
    }
}
