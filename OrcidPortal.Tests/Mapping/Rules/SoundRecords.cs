using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;

namespace OrcidPortal.Tests.Mapping.Rules;

/// <summary>A record of each kind with every field filled in, against which nothing stands.</summary>
internal static class SoundRecords
{
    public static RecordFields Of(RecordKind kind) => kind switch
    {
        RecordKind.Work => Work,
        RecordKind.Funding => Funding,
        RecordKind.OtherName or RecordKind.Keyword => new RecordFields { Content = "Lakes" },
        RecordKind.Country => new RecordFields { Country = "DE" },
        RecordKind.Website => new RecordFields { UrlName = "Home", Url = "https://example.org/home" },
        RecordKind.PersonIdentifier => new RecordFields { ExternalIds = [new FieldIdentifier("Scopus Author ID", "7004212771", null, "https://example.org/7004212771")] },
        _ => Position,
    };

    /// <summary>The organisation of a position is in the directory, but the directory does not know where it is.</summary>
    public static MappingContext ContextOf(RecordKind kind) => Fields.Context with
    {
        LandingPage = null, Organization = kind is >= RecordKind.Employment and <= RecordKind.Service ? AnyRecords.Brown with { City = null, Region = null, Country = null } : null,
    };

    private static RecordFields Work => new()
    {
        Title = "On lakes",
        Subtitle = "A study",
        TranslatedTitle = "Sur les lacs",
        TranslatedTitleLanguage = "fr",
        JournalTitle = "Limnology",
        ShortDescription = "Lakes are deep.",
        CitationType = "bibtex",
        CitationValue = "@article{lakes, title={On lakes}}",
        Type = new TypeValue("bibtex", "article"),
        PublicationDate = "2019-05-30",
        LanguageCode = "en",
        Country = "CH",
        Url = "https://example.org/lakes",
        ExternalIds = [new FieldIdentifier("doi", "10.5555/lakes"), new FieldIdentifier("issn", "1234-5679", "part-of", "https://example.org/limnology")],
        Contributors = [new FieldContributor("1", "Jane Doe", "author")],
    };

    private static RecordFields Funding => Placed with
    {
        Title = "A grant",
        TranslatedTitle = "Une bourse",
        TranslatedTitleLanguage = "fr",
        ShortDescription = "For lakes.",
        Type = new TypeValue("orcid", "grant"),
        OrganizationDefinedType = "Early career",
        Amount = "1000.50",
        CurrencyCode = "EUR",
        ExternalIds = [new FieldIdentifier("grant_number", "G-1", "self")],
        Contributors = [new FieldContributor("1", "Jane Doe", "lead")],
    };

    private static RecordFields Position => Placed with { RoleTitle = "Professor", DepartmentName = "Physics", Url = "https://example.org/people/1" };

    private static RecordFields Placed => new()
    {
        OrganizationName = "Brown University",
        OrganizationCity = "Providence",
        OrganizationRegion = "RI",
        OrganizationCountry = "US",
        OrganizationId = "https://ror.org/05gq02987",
        OrganizationIdSource = "ROR",
        StartDate = "2010-05-30",
        EndDate = "2012-06-29",
    };
}
