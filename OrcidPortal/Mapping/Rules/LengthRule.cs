using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>A text has so many characters at most (9012).</summary>
/// <param name="longest">In UTF-16 units, as ORCID counts.</param>
internal sealed class LengthRule(string field, string code, int longest, Func<RecordReading, string?> read) : IRule
{
    public void Check(RecordReading reading, Findings findings)
    {
        if (read(reading) is { } text && text.Length > longest) findings.Block(code, field, text.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
