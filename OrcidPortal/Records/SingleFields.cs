using System.Collections.Frozen;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records;

/// <summary>How each single field is read and written, by path.</summary>
internal static class SingleFields
{
    private static readonly FrozenDictionary<string, (Func<RecordFields, string?> Get, Func<RecordFields, string?, RecordFields> With)> Table =
        new Dictionary<string, (Func<RecordFields, string?>, Func<RecordFields, string?, RecordFields>)>
        {
            [FieldPaths.Title] = (f => f.Title, (f, v) => f with { Title = v }),
            [FieldPaths.Subtitle] = (f => f.Subtitle, (f, v) => f with { Subtitle = v }),
            [FieldPaths.TranslatedTitle] = (f => f.TranslatedTitle, (f, v) => f with { TranslatedTitle = v }),
            [FieldPaths.TranslatedTitleLanguage] = (f => f.TranslatedTitleLanguage, (f, v) => f with { TranslatedTitleLanguage = v }),
            [FieldPaths.JournalTitle] = (f => f.JournalTitle, (f, v) => f with { JournalTitle = v }),
            [FieldPaths.ShortDescription] = (f => f.ShortDescription, (f, v) => f with { ShortDescription = v }),
            [FieldPaths.Type] = (f => Write(f.Type), (f, v) => f with { Type = ReadType(v) }),
            [FieldPaths.OrganizationDefinedType] = (f => f.OrganizationDefinedType, (f, v) => f with { OrganizationDefinedType = v }),
            [FieldPaths.CitationType] = (f => f.CitationType, (f, v) => f with { CitationType = v }),
            [FieldPaths.CitationValue] = (f => f.CitationValue, (f, v) => f with { CitationValue = v }),
            [FieldPaths.PublicationDate] = (f => f.PublicationDate, (f, v) => f with { PublicationDate = v }),
            [FieldPaths.StartDate] = (f => f.StartDate, (f, v) => f with { StartDate = v }),
            [FieldPaths.EndDate] = (f => f.EndDate, (f, v) => f with { EndDate = v }),
            [FieldPaths.LanguageCode] = (f => f.LanguageCode, (f, v) => f with { LanguageCode = v }),
            [FieldPaths.Country] = (f => f.Country, (f, v) => f with { Country = v }),
            [FieldPaths.Url] = (f => f.Url, (f, v) => f with { Url = v }),
            [FieldPaths.UrlName] = (f => f.UrlName, (f, v) => f with { UrlName = v }),
            [FieldPaths.Amount] = (f => f.Amount, (f, v) => f with { Amount = v }),
            [FieldPaths.CurrencyCode] = (f => f.CurrencyCode, (f, v) => f with { CurrencyCode = v }),
            [FieldPaths.DepartmentName] = (f => f.DepartmentName, (f, v) => f with { DepartmentName = v }),
            [FieldPaths.RoleTitle] = (f => f.RoleTitle, (f, v) => f with { RoleTitle = v }),
            [FieldPaths.OrganizationName] = (f => f.OrganizationName, (f, v) => f with { OrganizationName = v }),
            [FieldPaths.OrganizationCity] = (f => f.OrganizationCity, (f, v) => f with { OrganizationCity = v }),
            [FieldPaths.OrganizationRegion] = (f => f.OrganizationRegion, (f, v) => f with { OrganizationRegion = v }),
            [FieldPaths.OrganizationCountry] = (f => f.OrganizationCountry, (f, v) => f with { OrganizationCountry = v }),
            [FieldPaths.OrganizationId] = (f => f.OrganizationId, (f, v) => f with { OrganizationId = v }),
            [FieldPaths.OrganizationIdSource] = (f => f.OrganizationIdSource, (f, v) => f with { OrganizationIdSource = v }),
            [FieldPaths.Content] = (f => f.Content, (f, v) => f with { Content = v }),
        }.ToFrozenDictionary();

    public static string? Get(RecordFields fields, string path) => Entry(path).Get(fields);

    public static RecordFields With(RecordFields fields, string path, string? value) => Entry(path).With(fields, value);

    private static (Func<RecordFields, string?> Get, Func<RecordFields, string?, RecordFields> With) Entry(string path) =>
        Table.TryGetValue(path, out var entry) ? entry : throw new ArgumentOutOfRangeException(nameof(path), path, "Not a single field of a record.");

    private static string? Write(TypeValue? type) => type is null ? null : type.Vocabulary == "orcid" ? type.Value : $"{type.Vocabulary}:{type.Value}";

    private static TypeValue? ReadType(string? value) => value?.IndexOf(':', StringComparison.Ordinal) switch
    {
        null => null,
        > 0 and var colon => new TypeValue(value[..colon], value[(colon + 1)..]),
        _ => new TypeValue("orcid", value),
    };
}
