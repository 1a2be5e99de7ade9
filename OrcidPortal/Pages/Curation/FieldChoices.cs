using System.Globalization;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Records;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Pages.Curation;

/// <summary>The fields that are chosen from a closed list of ORCID's, with the names of the values in the reader's language, and what the words of sources mean there.</summary>
public sealed class FieldChoices(VocabularyStore vocabularies, WorkTypeNames types)
{
    private static readonly Lazy<ILookup<string, string>> CurrencyNames = new(() => CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(c => new RegionInfo(c.Name)).ToLookup(r => r.ISOCurrencySymbol, r => r.CurrencyEnglishName));

    /// <summary>The values with their names, by name; empty: the field is free text.</summary>
    public IReadOnlyList<(string Value, string Name)> Of(RecordKind kind, string path)
    {
        var values = path switch
        {
            FieldPaths.Type => VocabularySnapshot.Targets(kind == RecordKind.Funding ? VocabularyNames.FundingType : VocabularyNames.WorkType),
            FieldPaths.CitationType => RecordMapper.CitationTypes,
            FieldPaths.OrganizationIdSource => OrganizationIdForm.Sources,
            _ when VocabularyOf(path) is { } vocabulary => VocabularySnapshot.Targets(vocabulary),
            _ => [],
        };
        return [.. values.Select(v => (v, NameOf(path, v))).OrderBy(c => c.Item2, StringComparer.CurrentCulture)];
    }

    /// <summary>What a word of a vocabulary may be at ORCID, with the names of the values, by name.</summary>
    public IReadOnlyList<(string Value, string Name)> OfWord(string vocabulary) =>
        [.. VocabularySnapshot.Targets(vocabulary).Select(v => (v, NameOfWord(vocabulary, v))).OrderBy(c => c.Item2, StringComparer.CurrentCulture)];

    /// <summary>What people call a value that ORCID has for the words of a vocabulary.</summary>
    public string NameOfWord(string vocabulary, string value) => vocabulary switch
    {
        VocabularyNames.WorkType or VocabularyNames.FundingType => NameOf(FieldPaths.Type, value),
        VocabularyNames.Language => NameOf(FieldPaths.LanguageCode, value),
        VocabularyNames.Currency => NameOf(FieldPaths.CurrencyCode, value),
        VocabularyNames.Country => NameOf(FieldPaths.Country, value),
        _ => value,
    };

    /// <summary>What a source's word means at ORCID; null: nothing.</summary>
    public string? Meaning(RecordKind kind, string path, string word) => path == FieldPaths.Type
        ? word.Split(':', 2) is [var scheme, var value] ? vocabularies.Latest.TypeOf(kind, new TypeValue(scheme, value)) : null
        : VocabularyOf(path) is { } vocabulary ? vocabularies.Latest.Resolve(vocabulary, word) : null;

    private static string? VocabularyOf(string path) => path switch
    {
        FieldPaths.Country or FieldPaths.OrganizationCountry => VocabularyNames.Country,
        FieldPaths.CurrencyCode => VocabularyNames.Currency,
        FieldPaths.LanguageCode or FieldPaths.TranslatedTitleLanguage => VocabularyNames.Language,
        _ => null,
    };

    /// <summary>What people call a value that ORCID takes, with the code behind it, by which many know it.</summary>
    public string NameOf(string path, string value) => path switch
    {
        FieldPaths.Type or FieldPaths.CitationType => types.Of(value) ?? value,
        FieldPaths.Country or FieldPaths.OrganizationCountry => Named(value, Countries.DisplayName(value) ?? value),
        FieldPaths.LanguageCode or FieldPaths.TranslatedTitleLanguage => Named(value, CultureInfo.GetCultureInfo(value.Replace('_', '-')).DisplayName),
        FieldPaths.CurrencyCode => CurrencyNames.Value[value].FirstOrDefault() is { Length: > 0 } name ? $"{value} – {name}" : value,
        _ => value,
    };

    private static string Named(string code, string name) => name.Length == 0 || name.Equals(code, StringComparison.OrdinalIgnoreCase) ? code : $"{name} ({code})";
}
