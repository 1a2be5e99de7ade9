using System.Collections.Frozen;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records;

/// <summary>The closed list of fields, named as ORCID names them, and which of them a kind of record has.</summary>
public static class FieldPaths
{
    public const string Title = "title";
    public const string Subtitle = "subtitle";
    public const string TranslatedTitle = "translated-title";
    public const string TranslatedTitleLanguage = "translated-title-language";
    public const string JournalTitle = "journal-title";
    public const string ShortDescription = "short-description";
    public const string Type = "type";
    public const string OrganizationDefinedType = "organization-defined-type";
    public const string CitationType = "citation-type";
    public const string CitationValue = "citation-value";
    public const string PublicationDate = "publication-date";
    public const string StartDate = "start-date";
    public const string EndDate = "end-date";
    public const string LanguageCode = "language-code";
    public const string Country = "country";
    public const string Url = "url";
    public const string UrlName = "url-name";
    public const string Amount = "amount";
    public const string CurrencyCode = "currency-code";
    public const string DepartmentName = "department-name";
    public const string RoleTitle = "role-title";
    public const string OrganizationName = "organization-name";
    public const string OrganizationCity = "organization-city";
    public const string OrganizationRegion = "organization-region";
    public const string OrganizationCountry = "organization-country";
    public const string OrganizationId = "organization-id";
    public const string OrganizationIdSource = "organization-id-source";
    public const string Content = "content";
    public const string ExternalIds = "external-ids";
    public const string Contributors = "contributors";

    private static readonly string[] Organization = [OrganizationName, OrganizationId, OrganizationIdSource, OrganizationCity, OrganizationRegion, OrganizationCountry];

    private static readonly string[] Work =
    [
        Title, Subtitle, TranslatedTitle, TranslatedTitleLanguage, Type, PublicationDate, JournalTitle, ExternalIds, Url, Contributors, LanguageCode, Country, ShortDescription,
        CitationType, CitationValue,
    ];

    private static readonly string[] Funding =
    [
        Title, TranslatedTitle, TranslatedTitleLanguage, Type, OrganizationDefinedType, .. Organization, StartDate, EndDate, Amount, CurrencyCode, ExternalIds, Url, Contributors,
        ShortDescription,
    ];

    private static readonly string[] Affiliation = [RoleTitle, DepartmentName, .. Organization, StartDate, EndDate, Url, ExternalIds];

    /// <summary>All paths.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Work.Concat(Funding).Concat(Affiliation).Concat([Content, UrlName]).Distinct()];

    private static readonly FrozenDictionary<string, string> Aliases = All.ToDictionary(Fold)
        .Append(KeyValuePair.Create("identifiers", ExternalIds))
        .Append(KeyValuePair.Create("abstract", ShortDescription))
        .Append(KeyValuePair.Create("journal", JournalTitle))
        .Append(KeyValuePair.Create("date", PublicationDate))
        .Append(KeyValuePair.Create("language", LanguageCode))
        .Append(KeyValuePair.Create("currency", CurrencyCode))
        .Append(KeyValuePair.Create("department", DepartmentName))
        .Append(KeyValuePair.Create("role", RoleTitle))
        .Append(KeyValuePair.Create("organization", OrganizationName))
        .Append(KeyValuePair.Create("organisation", OrganizationName))
        .ToFrozenDictionary();

    /// <summary>The fields a kind of record has, in the order pages show them.</summary>
    public static IReadOnlyList<string> Of(RecordKind kind) => kind switch
    {
        RecordKind.Work => Work,
        RecordKind.Funding => Funding,
        RecordKind.OtherName or RecordKind.Keyword => [Content],
        RecordKind.Country => [Country],
        RecordKind.Website => [UrlName, Url],
        RecordKind.PersonIdentifier => [ExternalIds],
        _ => Affiliation,
    };

    /// <summary>Finds a path by its name in any case, with or without hyphens; <c>identifiers</c> is <c>external-ids</c>.</summary>
    /// <returns>False where there is no such field.</returns>
    public static bool TryParse(string? text, out string path) => Aliases.TryGetValue(Fold(text ?? ""), out path!);

    /// <summary>Whether the field holds elements, which are added, replaced and removed one by one.</summary>
    public static bool IsList(string path) => path is ExternalIds or Contributors;

    private static string Fold(string text) => text.Replace("-", "", StringComparison.Ordinal).Trim().ToLowerInvariant();
}
