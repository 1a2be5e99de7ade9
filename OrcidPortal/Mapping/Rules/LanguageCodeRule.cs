using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>ORCID has a closed list of languages (9037); another one is left out.</summary>
internal sealed class LanguageCodeRule : IRule
{
    public void Check(RecordReading reading, Findings findings)
    {
        if (reading.Language is null && reading.Fields.LanguageCode is { } given && !string.IsNullOrWhiteSpace(given))
            findings.Warn(ProblemCodes.LanguageCodeInvalid, FieldPaths.LanguageCode, given, LanguageSuggestion.Of(reading, given));
    }
}
