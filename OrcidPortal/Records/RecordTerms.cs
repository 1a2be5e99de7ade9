using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Records;

/// <summary>Which values of vocabularies and which organisations a record uses. ORCID's own words are left out: no entry changes them. Pure.</summary>
internal static class RecordTerms
{
    /// <summary>The terms of a record's effective fields, without repetition.</summary>
    public static IReadOnlySet<(string Vocabulary, string Value)> Of(RecordKind kind, RecordFields fields)
    {
        var terms = new HashSet<(string, string)>();
        if (fields.Type is { } type && type.Vocabulary != "orcid")
            Add(kind == RecordKind.Funding ? VocabularyNames.FundingType : VocabularyNames.WorkType, $"{type.Vocabulary}:{type.Value}");
        AddForeign(VocabularyNames.Language, fields.LanguageCode);
        AddForeign(VocabularyNames.Language, fields.TranslatedTitleLanguage);
        AddForeign(VocabularyNames.Currency, fields.CurrencyCode);
        AddForeign(VocabularyNames.Country, fields.Country);
        AddForeign(VocabularyNames.Country, fields.OrganizationCountry);
        foreach (var contributor in fields.Contributors)
            AddForeign(kind == RecordKind.Funding ? VocabularyNames.FundingRole : VocabularyNames.ContributorRole, contributor.Role);
        foreach (var id in fields.ExternalIds)
            if (!Identifiers.ExternalIdTypes.IsKnown(VocabularyKeys.Of(id.Type).Replace("grant-number", "grant_number", StringComparison.Ordinal))) Add(VocabularyNames.IdentifierType, id.Type);
        foreach (var key in OrganizationKeys.Of(fields)) terms.Add((VocabularyNames.Organization, key));
        return terms;

        void AddForeign(string vocabulary, string? value)
        {
            if (VocabularyKeys.Of(value) is { Length: > 0 } key && VocabularyDefaults.Resolve(vocabulary, key) is var found && (found is null || VocabularyKeys.Of(found) != key)) terms.Add((vocabulary, key));
        }

        void Add(string vocabulary, string? value)
        {
            if (VocabularyKeys.Of(value) is { Length: > 0 } key) terms.Add((vocabulary, key));
        }
    }
}
