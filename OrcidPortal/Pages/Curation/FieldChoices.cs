using System.Globalization;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Records;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Pages.Curation;

/// <summary>The fields that are chosen from a closed list of ORCID's, with the names of the values in the reader's language, and what the words of sources mean there.</summary>
public sealed class FieldChoices(VocabularyStore vocabularies, WorkTypeNames types)
{
    /// <summary>The values with their names, by name; empty: the field is free text.</summary>
    public IReadOnlyList<(string Value, string Name)> Of(RecordKind kind, string path)
    {
        var values = path switch
        {
            FieldPaths.Type => VocabularySnapshot.Targets(kind == RecordKind.Funding ? VocabularyNames.FundingType : VocabularyNames.WorkType),
            FieldPaths.CitationType => RecordMapper.CitationTypes,
            FieldPaths.OrganizationIdSource => ["ROR", "FUNDREF", "GRID", "RINGGOLD", "LEI"],
            _ when VocabularyOf(path) is { } vocabulary => VocabularySnapshot.Targets(vocabulary),
            _ => [],
        };
        return [.. values.Select(v => (v, NameOf(path, v))).OrderBy(c => c.Item2, StringComparer.CurrentCulture)];
    }

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

    private string NameOf(string path, string value) => path switch
    {
        FieldPaths.Type or FieldPaths.CitationType => types.Of(value) ?? value,
        FieldPaths.Country or FieldPaths.OrganizationCountry => Named(value, () => new RegionInfo(value).DisplayName),
        FieldPaths.LanguageCode or FieldPaths.TranslatedTitleLanguage => Named(value, () => CultureInfo.GetCultureInfo(value.Replace('_', '-')).DisplayName),
        _ => value,
    };

    /// <summary>With the code behind it, by which many know it.</summary>
    private static string Named(string code, Func<string> name)
    {
        try
        {
            return name() is { Length: > 0 } found && !found.Equals(code, StringComparison.OrdinalIgnoreCase) ? $"{found} ({code})" : code;
        }
        catch (Exception e) when (e is ArgumentException or CultureNotFoundException)
        {
            return code;
        }
    }
}
