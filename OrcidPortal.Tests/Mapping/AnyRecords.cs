using CsCheck;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Records.Organizations;

namespace OrcidPortal.Tests.Mapping;

/// <summary>Records of any kind: good ones in which now and then a field holds what nobody would write on purpose.</summary>
internal static class AnyRecords
{
    public static readonly OrganizationMatch Brown = new(Guid.Parse("0198c0de-0000-7000-8000-0000000000b0"), "Brown University", "Providence", "RI", "US", "ROR", "https://ror.org/05gq02987", OrganizationTie.Ours);

    public static TheoryData<RecordKind> Kinds => [.. Enum.GetValues<RecordKind>()];

    private static readonly Gen<string?> Date = Field(Gen.OneOf<string?>("2010", "2012-03", "2015-11-30", null, "1900", "2015-02-29", "2009"));
    private static readonly Gen<string?> Url = Field(Gen.OneOf<string?>("https://example.org/a?b=1&c=<2>", "http://ex\u00E4mple.org/\u00FC", "example.org", null));
    private static readonly Gen<string?> Country = Field(Gen.OneOf<string?>("DE", "us", "Germany", "XK", "GBR", null));

    /// <summary>What mapping knows of a record: sometimes its organisation stands in the directory.</summary>
    public static Gen<MappingContext> Context =>
        from known in Gen.Bool
        select Fields.Context with { RecordId = Guid.CreateVersion7(), Organization = known ? Brown : null, AuthenticatedOrcids = new HashSet<string> { "0000-0002-1825-0097" } };

    public static Gen<RecordFields> Of(RecordKind kind) => kind switch
    {
        RecordKind.Work => Gen.OneOf(Work, AnyFields.Any),
        RecordKind.Funding => Funding,
        RecordKind.OtherName or RecordKind.Keyword => Field(Gen.String[1, 20].Select(s => (string?)s)).Select(c => new RecordFields { Content = c }),
        RecordKind.Country => Country.Select(c => new RecordFields { Country = c }),
        RecordKind.Website => Gen.Select(Field(Gen.OneOf<string?>("Home", "Blog", null)), Website, (n, u) => new RecordFields { UrlName = n, Url = u }),
        RecordKind.PersonIdentifier => PersonIdentifier,
        _ => Affiliation,
    };

    private static Gen<string?> Website => Field(Gen.Int[1, 1_000_000].Select(i => (string?)$"https://example.org/{i}?x=\u00FC y"));

    private static Gen<RecordFields> PersonIdentifier =>
        from type in Field(Gen.OneOf<string?>("Scopus Author ID", "ISNI", "ResearcherID"))
        from value in Field(Gen.Int[1, 1_000_000].Select(i => (string?)$"A-{i}"))
        from url in Website
        select new RecordFields { ExternalIds = [new FieldIdentifier(type ?? "", value ?? "", null, url)] };

    private static Gen<RecordFields> Work =>
        from fields in AnyFields.Any
        from title in Field(Gen.OneOf<string?>("On lakes", "H<sub>2</sub>O & {\\\"u}ber $\\alpha$", "Ãœber"))
        from translated in Field(Gen.OneOf<string?>("Sur les lacs", null))
        from language in Field(Gen.OneOf<string?>("fr", "zh_TW", "zh", null))
        from country in Country
        from citation in Field(Gen.OneOf<string?>("@article{a, title={b}}", null))
        from citationType in Field(Gen.OneOf<string?>("bibtex", "BIBTEX", "ris", "formatted-apa", null))
        from doi in Gen.Int[1, 1_000_000]
        select fields with
        {
            Title = title, TranslatedTitle = translated, TranslatedTitleLanguage = language, Country = country, CitationValue = citation, CitationType = citationType,
            Type = new TypeValue("bibtex", "article"), PublicationDate = "2019", ExternalIds = [new FieldIdentifier("doi", $"10.5555/{doi}"), .. fields.ExternalIds],
        };

    private static Gen<RecordFields> Placed =>
        from name in Field(Gen.OneOf<string?>("Brown University", "Universit\u00E9 <de> Gen\u00E8ve", null))
        from city in Field(Gen.OneOf<string?>("Providence", "Gen\u00E8ve", null))
        from region in Field(Gen.OneOf<string?>("RI", null))
        from country in Country
        from id in Field(Gen.OneOf<string?>("https://ror.org/05gq02987", "http://dx.doi.org/10.13039/100000001", "grid.5254.6", "https://ror.org/05gq02987", null))
        from source in Field(Gen.OneOf<string?>("ROR", "ror", "FUNDREF", null, null))
        select new RecordFields
        {
            OrganizationName = name, OrganizationCity = city, OrganizationRegion = region, OrganizationCountry = country, OrganizationId = id, OrganizationIdSource = source,
        };

    private static Gen<RecordFields> Affiliation =>
        from placed in Placed
        from role in Field(Gen.OneOf<string?>("Professor", null))
        from department in Field(Gen.OneOf<string?>("Physics", null))
        from start in Date
        from end in Date
        from url in Url
        from ids in Gen.OneOf(Gen.Const(AnyFields.Any).SelectMany(g => g).Select(f => f.ExternalIds), Gen.Const((ValueList<FieldIdentifier>)[]))
        select placed with { RoleTitle = role, DepartmentName = department, StartDate = start, EndDate = end, Url = url, ExternalIds = ids };

    private static Gen<RecordFields> Funding =>
        from placed in Placed
        from title in Field(Gen.OneOf<string?>("A grant", null))
        from translated in Field(Gen.OneOf<string?>("Une bourse", null))
        from language in Field(Gen.OneOf<string?>("fr", "french", null))
        from type in Gen.OneOf<TypeValue?>(new TypeValue("orcid", "grant"), new TypeValue("", "Fellowship"), new TypeValue("orcid", "contract"), new TypeValue("x", "loan"))
        from defined in Field(Gen.OneOf<string?>("Early career", null))
        from start in Date
        from end in Date
        from amount in Field(Gen.OneOf<string?>("1000", "1.000,50", "1234.5", "EUR 5 000", "2 Mio. EUR", null, null))
        from currency in Field(Gen.OneOf<string?>("EUR", "euro", "ADP", "US$"))
        from number in Gen.Int[1, 1_000_000]
        from fields in AnyFields.Any
        select placed with
        {
            Title = title, TranslatedTitle = translated, TranslatedTitleLanguage = language, Type = type, OrganizationDefinedType = defined, StartDate = start, EndDate = end,
            Amount = amount, CurrencyCode = currency, Url = fields.Url, ShortDescription = fields.ShortDescription, Contributors = fields.Contributors,
            ExternalIds = [new FieldIdentifier("grant_number", $"G-{number}"), .. fields.ExternalIds],
        };

    /// <summary>One time in twelve something hostile in place of the good value.</summary>
    private static Gen<string?> Field(Gen<string?> good) => Gen.Frequency((11, good), (1, AnyFields.Hostile.Select(s => (string?)s)));
}
