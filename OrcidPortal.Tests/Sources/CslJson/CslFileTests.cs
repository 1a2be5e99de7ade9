using OrcidPortal.Data.Entities;
using OrcidPortal.Sources;
using OrcidPortal.Sources.CslJson;

namespace OrcidPortal.Tests.Sources.CslJson;

public sealed class CslFileTests
{
    [Fact]
    public void An_item_is_read_whole()
    {
        var fields = Fields("""
            [{"id": "x", "type": "Article-Journal", "title": "A <i>tale</i> of A&amp;B", "container-title": ["Nature", "Nat."], "doi": "10.1/A", "ISSN": ["1234-5679"], "PMID": 12345, "PMCID": "PMC123456",
              "author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van den", "suffix": "Jr.", "ORCID": "http://orcid.org/0000-0002-1825-0097"}, {"literal": "ACME"}],
              "editor": [{"family": "Doe"}], "issued": {"date-parts": [["2019", "5", 3], [2020]]}, "abstract": "<jats:p>Short.</jats:p>", "language": "en", "URL": "https://example.org/"}]
            """);

        fields.ShouldBe(new RecordFields
        {
            Title = "A tale of A&B",
            JournalTitle = "Nature",
            ShortDescription = "Short.",
            Type = new TypeValue("csl", "article-journal"),
            PublicationDate = "2019-05-03",
            LanguageCode = "en",
            Url = "https://example.org/",
            ExternalIds = [new("doi", "10.1/A"), new("pmid", "12345"), new("pmc", "PMC123456"), new("issn", "1234-5679")],
            Contributors =
            [
                new("author:van-den-berg-jan", "Jan van den Berg Jr.", "author", "Jan", "van den Berg", "0000-0002-1825-0097"),
                new("author:acme", "ACME", "author"),
                new("editor:doe", "Doe", "editor", null, "Doe"),
            ],
        });
    }

    [Theory]
    [InlineData("""[{"id": "a", "title": "T"}]""", "a")]
    [InlineData("""{"id": 7, "title": ["T"]}""", "7")]
    [InlineData("""{"a": {"title": "T"}}""", "a")]
    [InlineData("""{"items": [{"id": "a", "title": "T"}]}""", "a")]
    [InlineData("""{"status": "ok", "message-type": "work", "message": {"title": ["T"], "type": "journal-article"}}""", "")]
    [InlineData("""{"status": "ok", "message-type": "work-list", "message": {"items": [{"title": ["T"]}]}}""", "")]
    public void Every_envelope_gives_its_items(string json, string key)
    {
        var entry = Entries(json).ShouldHaveSingleItem();

        (entry.Key, entry.Fields!.Title).ShouldBe((key, "T"));
    }

    [Theory]
    [InlineData("""{"date-parts": [[2019]]}""", "2019")]
    [InlineData("""{"date-parts": [[2019, 2, 30]]}""", "2019-02-30")]
    [InlineData("""{"date-parts": [2019, 2]}""", "2019-02")]
    [InlineData("""{"date-parts": [[]]}""", null)]
    [InlineData("""{"date-parts": [[null]]}""", null)]
    [InlineData("""{"date-parts": []}""", null)]
    [InlineData("""{"raw": "2019-05"}""", "2019-05")]
    [InlineData("""{"literal": "in press"}""", "in press")]
    [InlineData("""{"year": 2019, "month": "May"}""", "2019-05")]
    [InlineData("\"2019-05-03\"", "2019-05-03")]
    [InlineData("2019", "2019")]
    [InlineData("null", null)]
    public void Dates_come_in_many_forms(string issued, string? expected)
    {
        var fields = Fields($$"""[{"title": "T", "issued": {{issued}}}]""");

        fields.PublicationDate.ShouldBe(expected);
    }

    [Theory]
    [InlineData("\"Smith, John and Roe, Rick\"", "John Smith|Rick Roe")]
    [InlineData("""["Smith, John", 7, null]""", "John Smith")]
    [InlineData("""{"family": "Smith"}""", "Smith")]
    [InlineData("[]", "")]
    public void Names_come_in_many_forms(string author, string expected)
    {
        var fields = Fields($$"""[{"title": "T", "author": {{author}}}]""");

        string.Join('|', fields.Contributors.Select(c => c.Name)).ShouldBe(expected);
    }

    [Fact]
    public void An_item_knows_its_line_and_what_is_no_item_is_rejected()
    {
        var entries = Entries("[\n  {\"title\": \"A\"},\n  \"B\",\n  {\"type\": \"book\"}\n]");

        entries.Select(e => (e.Line, e.Rejection)).ShouldBe([(2, null), (3, Rejections.NotAnObject), (4, Rejections.NothingToKnowItBy)]);
    }

    [Theory]
    [InlineData("[{\"title\": \"A\"},\n{\"title\": ", "line 2")]
    [InlineData("[{\"title\": \"A\"}] more", "line 1")]
    [InlineData("{\"name\": \"package\", \"version\": 1}", "no item")]
    [InlineData("{\"a\": {\"b\": 1}}", "not CSL-JSON")]
    [InlineData("[]", "no item")]
    [InlineData("[1, 2]", "not CSL-JSON")]
    public void What_is_no_CSL_is_refused_with_a_reason(string json, string reason)
    {
        var parsed = CslFile.Parse(json, 1000);

        parsed.ShouldBeOfType<ParsedFile.Unreadable>().Sentence.ShouldContain(reason);
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var parsed = CslFile.Parse(new string('[', 100_000), 1000);

        parsed.ShouldBeOfType<ParsedFile.Unreadable>();
    }

    [Fact]
    public void Half_characters_and_escaped_control_characters_do_no_harm()
    {
        var fields = Fields("""[{"title": "a\ud800b \u0000 \ud83d\ude00 \\ud800 שלום"}]""");

        fields.Title.ShouldBe("a\uFFFDb 😀 \\ud800 שלום");
    }

    private static RecordFields Fields(string json) => Entries(json)[0].Fields.ShouldNotBeNull();

    private static IReadOnlyList<ParsedEntry> Entries(string json) => CslFile.Parse(json, 1000).ShouldBeOfType<ParsedFile.Entries>().Items;
}
