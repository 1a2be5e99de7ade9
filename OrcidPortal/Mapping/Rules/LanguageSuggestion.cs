using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>The language that may have been meant by a word that is none.</summary>
internal static class LanguageSuggestion
{
    /// <summary>ORCID's code for its first part, where that is one; <c>zh</c> alone is most often the simplified form.</summary>
    public static string? Of(RecordReading reading, string given)
    {
        var first = given.Split([' ', ',', ';', '(', '/', '-', '_'], 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
        return first is null ? null
            : first.ToLowerInvariant() is "zh" or "chi" or "zho" or "chinese" ? "zh_CN"
            : reading.Context.Vocabularies.Resolve(OrcidPortal.Records.Vocabularies.VocabularyNames.Language, first);
    }
}
