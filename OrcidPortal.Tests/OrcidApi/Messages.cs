using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Tests.OrcidApi;

/// <summary>A message of every section, with every part ORCID gives back.</summary>
internal static class Messages
{
    public static readonly OrganizationMessage Brown = new("Brown & Sons University", "Providence", "RI", "US", "https://ror.org/05gq02987", "ROR");

    public static TheoryData<OrcidSection> Sections => [.. Enum.GetValues<OrcidSection>()];

    public static OrcidMessage Of(OrcidSection section) => section switch
    {
        OrcidSection.Work => Works.Everything() with { Contributors = [new WorkContributor("Jane Doe", "author", "first", "0000-0002-1825-0097")] },
        OrcidSection.Funding => Funding(),
        OrcidSection.OtherName => new OtherNameMessage { Content = "J. <Doe> & Co" },
        OrcidSection.Keyword => new KeywordMessage { Content = "lakes & \"rivers\"" },
        OrcidSection.Address => new AddressMessage { Country = "CH" },
        OrcidSection.ResearcherUrl => new ResearcherUrlMessage { Name = "Home", Url = "https://example.org/a?b=1&c=2" },
        OrcidSection.ExternalIdentifier => new PersonIdentifierMessage { Type = "Scopus Author ID", Value = "6602258586", Url = "https://www.scopus.com/6602258586" },
        _ => Affiliation(section),
    };

    /// <summary>The same item saying something else.</summary>
    public static OrcidMessage Changed(OrcidMessage message) => message switch
    {
        WorkMessage work => work with { Title = "On rivers" },
        FundingMessage funding => funding with { Title = "A larger grant", Amount = "2000" },
        AffiliationMessage affiliation => affiliation with { RoleTitle = "Dean", EndDate = null },
        OtherNameMessage name => name with { Content = "Jane D." },
        KeywordMessage keyword => keyword with { Content = "ponds" },
        AddressMessage address => address with { Country = "DE" },
        ResearcherUrlMessage url => url with { Name = null },
        PersonIdentifierMessage id => id with { Value = "7" },
        _ => throw new ArgumentOutOfRangeException(nameof(message)),
    };

    private static FundingMessage Funding() => new()
    {
        Type = "grant",
        OrganizationDefinedType = "Early career",
        Title = "A grant",
        TranslatedTitle = "Une bourse",
        TranslatedTitleLanguage = "fr",
        ShortDescription = "For lakes & rivers.",
        Amount = "1000.50",
        CurrencyCode = "EUR",
        Url = "https://example.org/grant?a=1&b=2",
        StartDate = new PartialDate(2010, 5, 30),
        EndDate = new PartialDate(2012, 6),
        ExternalIds = [new ExternalId("grant_number", "G-1", Relationship.Self, "https://example.org/G-1"), new ExternalId("grant_number", "P-1", Relationship.PartOf)],
        Contributors = [new WorkContributor("J. S. Carberry", "lead", null, "0000-0002-1825-0097"), new WorkContributor("No Role", null, null)],
        Organization = Brown,
    };

    private static AffiliationMessage Affiliation(OrcidSection kind) => new(kind)
    {
        DepartmentName = "Psychoceramics",
        RoleTitle = "Professor",
        StartDate = new PartialDate(2010, 5, 30),
        EndDate = new PartialDate(2012),
        Organization = Brown,
        Url = "https://example.org/people",
        ExternalIds = [new ExternalId("proposal-id", "P-1", Relationship.Self, "https://example.org/P-1")],
    };
}
