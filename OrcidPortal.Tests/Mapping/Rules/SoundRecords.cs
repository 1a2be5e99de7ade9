using CsCheck;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Records;

namespace OrcidPortal.Tests.Mapping.Rules;

/// <summary>A record of each kind with every field filled in, against which nothing stands.</summary>
internal static class SoundRecords
{
    /// <summary>Fields that may hold anything by themselves; the others belong together in twos and threes.</summary>
    private static readonly string[] Free =
    [
        FieldPaths.Title, FieldPaths.Subtitle, FieldPaths.JournalTitle, FieldPaths.ShortDescription, FieldPaths.PublicationDate, FieldPaths.Url, FieldPaths.UrlName,
        FieldPaths.OrganizationDefinedType, FieldPaths.DepartmentName, FieldPaths.RoleTitle, FieldPaths.Content,
    ];

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

    /// <summary>The same with anything in its free fields against which nothing stands either.</summary>
    /// <param name="but">The field that stays as it is.</param>
    public static Gen<RecordFields> Any(RecordKind kind, string but)
    {
        var free = FieldPaths.Of(kind).Intersect(Free).Where(p => p != but.Split('/')[0]).ToList();
        return AnyRecords.Of(kind)
            .Select(any => free.Aggregate(Of(kind), (fields, path) => FieldValues.Get(any, path) is { Length: > 0 } value ? FieldValues.With(fields, path, value) : fields))
            .Where(fields => RecordMapper.Validate(kind, fields, ContextOf(kind)).Count == 0);
    }

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
