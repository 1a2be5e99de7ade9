using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>A translated title needs its language and a language its title (9037, 9020); half of the pair is left out.</summary>
internal sealed class TranslatedTitleRule : IRule
{
    public void Check(RecordReading reading, Findings findings)
    {
        var language = reading.Fields.TranslatedTitleLanguage;
        if (reading.TranslatedTitle is null)
        {
            if (!string.IsNullOrWhiteSpace(language)) findings.Warn(ProblemCodes.TranslatedTitleRequired, FieldPaths.TranslatedTitle, language);
        }
        else if (string.IsNullOrWhiteSpace(language)) findings.Warn(ProblemCodes.TranslatedTitleLanguageRequired, FieldPaths.TranslatedTitleLanguage);
        else if (reading.TranslatedTitleLanguage is null)
            findings.Warn(ProblemCodes.TranslatedTitleLanguageInvalid, FieldPaths.TranslatedTitleLanguage, language, LanguageSuggestion.Of(reading, language));
    }
}
