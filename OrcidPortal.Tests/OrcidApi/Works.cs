using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Tests.OrcidApi;

/// <summary>Messages for tests.</summary>
internal static class Works
{
    public static WorkMessage Article(string doi = "10.1000/one", string title = "On lakes") => new()
    {
        Title = title,
        Type = "journal-article",
        JournalTitle = "Limnology",
        PublicationDate = new PartialDate(2019, 5),
        ExternalIds = [new ExternalId("doi", doi, Relationship.Self, "https://doi.org/" + doi)],
        Contributors = [new WorkContributor("Jane Doe", "author", "first")],
    };

    /// <summary>Every part the schema has.</summary>
    public static WorkMessage Everything() => Article() with
    {
        Subtitle = "A story",
        TranslatedTitle = "Von Seen",
        TranslatedTitleLanguage = "de",
        ShortDescription = "About lakes & rivers.",
        CitationType = "bibtex",
        CitationValue = "@article{a, title={On lakes}}",
        Url = "https://example.org/a?b=1&c=2",
        LanguageCode = "en",
        Country = "CH",
        PublicationDate = new PartialDate(2019, 5, 3),
        ExternalIds =
        [
            new ExternalId("doi", "10.1000/one", Relationship.Self, "https://doi.org/10.1000/one"),
            new ExternalId("issn", "1234-5679", Relationship.PartOf),
            new ExternalId("grant_number", "ABC 1", Relationship.FundedBy),
            new ExternalId("arxiv", "arXiv:2101.00001", Relationship.VersionOf),
        ],
        Contributors =
        [
            new WorkContributor("Jane Doe", "author", "first", "0000-0002-1825-0097", "jane@example.org"),
            new WorkContributor("John Roe", "http://credit.niso.org/contributor-roles/software/", "additional"),
            new WorkContributor("No Role", null, null),
        ],
    };
}
