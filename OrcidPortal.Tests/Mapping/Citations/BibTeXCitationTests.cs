using OrcidPortal.Identifiers;
using OrcidPortal.Mapping.Citations;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Tests.Mapping.Citations;

public sealed class BibTeXCitationTests
{
    private static readonly WorkMessage Article = new()
    {
        Title = "Lakes & rivers: 100 % of them",
        JournalTitle = "Limnology",
        Type = "journal-article",
        ShortDescription = "An abstract.",
        PublicationDate = new PartialDate(2019, 5, 3),
        Url = "https://example.org/a_b?q=%20x",
        ExternalIds =
        [
            new ExternalId("doi", "https://doi.org/10.1000/One_two", Relationship.Self), new ExternalId("issn", "12345679", Relationship.PartOf),
            new ExternalId("doi", "10.1000/preprint", Relationship.VersionOf),
        ],
        Contributors = [new("Jürgen Müller", "author", "first"), new("World Health Organization", "author", "additional"), new("Ada Roe", "editor", "additional")],
    };

    [Fact]
    public void An_article_says_all_of_it_but_its_abstract() => BibTeXCitation.Of(Article).ShouldBe(
        """
        @article{Muller2019Lakes,
          author = {Müller, Jürgen and {World Health Organization}},
          editor = {Roe, Ada},
          title = {{Lakes \& rivers: 100 \% of them}},
          journal = {{Limnology}},
          year = {2019},
          month = may,
          doi = {10.1000/one_two},
          issn = {1234-5679},
          url = {https://example.org/a_b?q=%20x}
        }

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_title_alone_is_enough() => BibTeXCitation.Of(new WorkMessage { Title = "湖", Type = "data-set" }).ShouldBe("@misc{work,\n  title = {{湖}}\n}\n");

    [Fact]
    public void All_work_types_have_an_entry_type() => BibTeXEntryTypes.Known.ShouldBe(WorkTypes.Orcid, ignoreOrder: true);

    [Theory]
    [InlineData("journal-article", "@article{", "journal = ")]
    [InlineData("book", "@book{", "series = ")]
    [InlineData("book-chapter", "@incollection{", "booktitle = ")]
    [InlineData("conference-paper", "@inproceedings{", "booktitle = ")]
    [InlineData("dissertation-thesis", "@phdthesis{", "series = ")]
    [InlineData("report", "@techreport{", "series = ")]
    [InlineData("data-set", "@misc{", "journal = ")]
    [InlineData("something new", "@misc{", "journal = ")]
    public void The_type_decides_how_the_container_is_called(string type, string start, string field)
    {
        var entry = BibTeXCitation.Of(Article with { Type = type });

        entry.ShouldStartWith(start);
        entry.ShouldContain(field);
    }

    [Fact]
    public void Of_more_than_50_authors_the_rest_are_others()
    {
        var entry = BibTeXCitation.Of(Article with { Contributors = [.. Enumerable.Range(0, 3000).Select(i => new WorkContributor("Jane Doe", "author", null))] });

        entry.Split("Doe, Jane").Length.ShouldBe(51);
        entry.ShouldContain("Doe, Jane and others},");
    }

    [Fact]
    public void Fifty_authors_have_no_others() =>
        BibTeXCitation.Of(Article with { Contributors = [.. Enumerable.Range(0, 50).Select(i => new WorkContributor("Jane Doe", "author", null))] }).ShouldNotContain("others");

    [Fact]
    public void A_person_with_two_roles_of_CRediT_is_named_once()
    {
        const string Role = "http://credit.niso.org/contributor-roles/";

        BibTeXCitation.Of(Article with { Contributors = [new("Jane Doe", Role + "software/", null), new("Jane Doe", Role + "validation/", null)] }).ShouldContain("author = {Doe, Jane},");
    }

    [Fact]
    public void An_entry_never_grows_beyond_its_limit()
    {
        var worst = new string('\\', 1000);
        var name = new WorkContributor(new string('{', 150), "author", null);

        var entry = BibTeXCitation.Of(Article with { Title = worst, Subtitle = worst, JournalTitle = worst, Url = "https://example.org/" + worst, Contributors = [.. Enumerable.Repeat(name, 60)] });

        entry.Length.ShouldBeLessThanOrEqualTo(BibTeXCitation.Longest);
        entry.Count(c => c == '{').ShouldBe(entry.Count(c => c == '}'));
    }

    [Theory]
    [InlineData("Jane Doe", "Doe, Jane")]
    [InlineData("Jane R. Doe", "Doe, Jane R.")]
    [InlineData("J. R. Doe", "Doe, J. R.")]
    [InlineData("Doe, Jane R.", "Doe, Jane R.")]
    [InlineData("Ludwig van Beethoven", "van Beethoven, Ludwig")]
    [InlineData("Jan Peter van der Berg", "van der Berg, Jan Peter")]
    [InlineData("Martin Luther King Jr.", "{Martin Luther King Jr.}")]
    [InlineData("John Doe Jr.", "Doe, Jr., John")]
    [InlineData("Maria Silva Santos", "{Maria Silva Santos}")]
    [InlineData("Doe J.", "{Doe J.}")]
    [InlineData("ATLAS Collaboration", "{ATLAS Collaboration}")]
    [InlineData("Johnson and Sons", "{Johnson and Sons}")]
    [InlineData("山田 太郎", "{山田 太郎}")]
    [InlineData("Plato", "{Plato}")]
    [InlineData("R2 D2", "{R2 D2}")]
    [InlineData("others", "{others}")]
    public void Names_are_taken_apart_where_that_is_sure(string name, string written) =>
        BibTeXCitation.Of(Article with { Contributors = [new(name, null, null)] }).ShouldContain($"author = {{{written}}},");

    [Theory]
    [InlineData("Łukasz Østergård", 2020, "The lakes", "Ostergard2020The")]
    [InlineData("山田 太郎", 2020, "湖 and sea", "work2020And")]
    [InlineData("4 Friends", null, "«On» lakes", "work4On")]
    [InlineData("Jan van der Berg", 1999, "É-mail", "vanderBerg1999E")]
    [InlineData(null, null, "…", "work")]
    public void A_key_has_only_letters_and_digits(string? name, int? year, string title, string key)
    {
        var work = new WorkMessage { Title = title, Type = "book", PublicationDate = year is { } y ? new PartialDate(y) : null, Contributors = [new(name, "author", null)] };

        BibTeXCitation.Of(work).ShouldStartWith($"@book{{{key},");
    }
}
