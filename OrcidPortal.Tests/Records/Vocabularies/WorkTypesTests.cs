using System.Text.Json;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Vocabularies;
using OrcidPortal.Tests.OrcidApi;

namespace OrcidPortal.Tests.Records.Vocabularies;

public sealed class WorkTypesTests
{
    [Fact]
    public void The_list_is_ORCIDs()
    {
        using var lists = JsonDocument.Parse(File.ReadAllText(OrcidData.PathOf("enumerations.json")));

        WorkTypes.Orcid.Order().ShouldBe(lists.RootElement.GetProperty("work-type").EnumerateArray().Select(t => t.GetString()!).Order());
    }

    [Fact]
    public void Every_entry_of_every_table_is_one_of_ORCIDs_types()
    {
        var targets = BibTexTypes.Table.Values.Concat(CslTypes.Table.Values).Concat(DcTypes.Table.Values);

        targets.Except(WorkTypes.Orcid).ShouldBeEmpty();
    }

    /// <summary>Reviewed by hand; a change here is a change of what people see in their ORCID records.</summary>
    [Theory]
    [InlineData("bibtex", "article", "journal-article")]
    [InlineData("bibtex", "Article", "journal-article")]
    [InlineData("bibtex", "book", "book")]
    [InlineData("bibtex", "booklet", "book")]
    [InlineData("bibtex", "inbook", "book-chapter")]
    [InlineData("bibtex", "incollection", "book-chapter")]
    [InlineData("bibtex", "inproceedings", "conference-paper")]
    [InlineData("bibtex", "conference", "conference-paper")]
    [InlineData("bibtex", "proceedings", "conference-proceedings")]
    [InlineData("bibtex", "collection", "edited-book")]
    [InlineData("bibtex", "manual", "manual")]
    [InlineData("bibtex", "phdthesis", "dissertation-thesis")]
    [InlineData("bibtex", "mastersthesis", "dissertation-thesis")]
    [InlineData("bibtex", "techreport", "report")]
    [InlineData("bibtex", "online", "online-resource")]
    [InlineData("bibtex", "dataset", "data-set")]
    [InlineData("bibtex", "software", "software")]
    [InlineData("bibtex", "misc", null)]
    [InlineData("bibtex", "unpublished", null)]
    [InlineData("csl", "article-journal", "journal-article")]
    [InlineData("csl", "article", "preprint")]
    [InlineData("csl", "article-newspaper", "newspaper-article")]
    [InlineData("csl", "chapter", "book-chapter")]
    [InlineData("csl", "paper-conference", "conference-paper")]
    [InlineData("csl", "thesis", "dissertation-thesis")]
    [InlineData("csl", "motion_picture", "moving-image")]
    [InlineData("csl", "post-weblog", "blog-post")]
    [InlineData("csl", "webpage", "website")]
    [InlineData("csl", "journal-article", "journal-article")]
    [InlineData("csl", "proceedings-article", "conference-paper")]
    [InlineData("csl", "posted-content", "preprint")]
    [InlineData("csl", "monograph", "book")]
    [InlineData("csl", "document", null)]
    [InlineData("csl", "manuscript", null)]
    [InlineData("csl", "legal_case", null)]
    [InlineData("dc.type", "Article", "journal-article")]
    [InlineData("dc.type", "Image, 3-D", "image")]
    [InlineData("dc.type", "Recording, oral", "sound")]
    [InlineData("dc.type", "Technical Report", "report")]
    [InlineData("dc.type", "Thesis", "dissertation-thesis")]
    [InlineData("dc.type", "Presentation", "other")]
    [InlineData("dc.type", "Conference contribution", null)]
    [InlineData("orcid", "journal-article", "journal-article")]
    [InlineData("orcid", "JOURNAL_ARTICLE", "journal-article")]
    [InlineData("orcid", "dissertation", "dissertation-thesis")]
    [InlineData("orcid", "nonsense", null)]
    [InlineData("nowhere", "book", null)]
    public void A_type_has_the_ORCID_type_of_the_reviewed_table(string vocabulary, string value, string? expected) =>
        WorkTypes.Resolve(new TypeValue(vocabulary, value)).ShouldBe(expected);

    [Fact]
    public void No_type_is_no_type() => WorkTypes.Resolve(null).ShouldBeNull();
}
