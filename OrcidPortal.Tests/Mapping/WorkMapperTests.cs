using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;
using OrcidPortal.Tests.OrcidApi;

namespace OrcidPortal.Tests.Mapping;

public sealed class WorkMapperTests
{
    [Fact]
    public void A_good_article_maps_without_problems_and_is_valid()
    {
        var work = Fields.Article().Map();

        work.Problems.ShouldBeEmpty();
        work.CanBeSent.ShouldBeTrue();
        work.SelfKeys.ShouldBe(["doi:10.1000/one"]);
        work.Work!.Type.ShouldBe("journal-article");
        work.Work!.PublicationDate.ShouldBe(new PartialDate(2019, 5));
        work.Work!.ExternalIds.ShouldBe(
        [
            new ExternalId("doi", "10.1000/one", Relationship.Self, "https://doi.org/10.1000/one"),
            new ExternalId("issn", "1234-5679", Relationship.PartOf, "https://portal.issn.org/resource/ISSN/1234-5679"),
        ]);
        work.Work!.Contributors.ShouldBe([new WorkContributor("Jane Doe", "author", "first"), new WorkContributor("John Roe", "author", "additional")]);
        OrcidData.SchemaErrors(WorkXmlWriter.Write(work.Work!, null)).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_at_all_is_told_in_full()
    {
        var work = new RecordFields().Map();

        work.CanBeSent.ShouldBeFalse();
        work.Problems.Select(p => p.Code).ShouldBe([ProblemCodes.TitleRequired, ProblemCodes.TypeRequired]);
    }

    [Fact]
    public void A_type_without_an_entry_is_a_problem_that_names_it_and_never_other()
    {
        var work = (Fields.Article() with { Type = new TypeValue("bibtex", "misc") }).Map();

        work.CanBeSent.ShouldBeFalse();
        work.Work!.Type.ShouldBeEmpty();
        work.Problem(ProblemCodes.TypeUnknown).ShouldBe(new Problem("type.unknown", ProblemSeverity.Blocks, "type", "misc"));
    }

    [Theory]
    [InlineData("2019-02-30", "2019-02")]
    [InlineData("30.02.2019", "2019-02")]
    [InlineData("2019-05-03T00:00:00Z", "2019-05-03")]
    [InlineData("3.5.2019", "2019-05-03")]
    [InlineData("05/25/2019", "2019-05-25")]
    [InlineData("03/05/2019", "2019")]
    [InlineData("2019/5", "2019-05")]
    [InlineData("May 2019", "2019-05")]
    [InlineData("in press", null)]
    [InlineData("1899", null)]
    [InlineData("2101-01-01", null)]
    public void A_date_ORCID_would_not_take_blocks_and_the_likely_one_is_suggested(string date, string? suggestion)
    {
        var work = (Fields.Article() with { PublicationDate = date }).Map();

        work.CanBeSent.ShouldBeFalse();
        work.Problem(ProblemCodes.PublicationDateInvalid).ShouldBe(new Problem("publication.date-invalid", ProblemSeverity.Blocks, "publication-date", date, suggestion));
    }

    [Theory]
    [InlineData("1900")]
    [InlineData("2100-12-31")]
    [InlineData("2020-02-29")]
    [InlineData(null)]
    public void Dates_stay_as_exact_as_they_are_and_may_be_missing(string? date)
    {
        var work = (Fields.Article() with { PublicationDate = date }).Map();

        work.CanBeSent.ShouldBeTrue();
        work.Work!.PublicationDate?.ToString().ShouldBe(date);
    }

    [Theory]
    [InlineData("en_US", "en")]
    [InlineData("deu", "de")]
    [InlineData("English", "en")]
    [InlineData("he", "iw")]
    [InlineData("zh-TW", "zh_TW")]
    [InlineData("zh-Hans-CN", null)]
    public void Languages_become_ORCIDs_codes(string given, string? expected) =>
        (Fields.Article() with { LanguageCode = given }).Map().Work!.LanguageCode.ShouldBe(expected);

    [Theory]
    [InlineData("zh", "zh_CN")]
    [InlineData("English (US)", "en")]
    [InlineData("klingon", null)]
    public void A_language_ORCID_does_not_know_is_left_out_with_a_warning(string given, string? suggestion)
    {
        var work = (Fields.Article() with { LanguageCode = given }).Map();

        work.CanBeSent.ShouldBeTrue();
        work.Work!.LanguageCode.ShouldBeNull();
        work.Problem(ProblemCodes.LanguageCodeInvalid).ShouldBe(new Problem("language-code.invalid", ProblemSeverity.Warns, "language-code", given, suggestion));
    }

    [Theory]
    [InlineData("www.example.org/a", "https://www.example.org/a")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("see the library", null)]
    public void A_link_that_is_none_is_left_out_with_a_warning(string given, string? suggestion)
    {
        var work = (Fields.Article() with { Url = given }).Map();

        work.CanBeSent.ShouldBeTrue();
        work.Work!.Url.ShouldBeNull();
        work.Problem(ProblemCodes.UrlInvalid).Suggestion.ShouldBe(suggestion);
    }

    [Fact]
    public void Texts_longer_than_ORCID_takes_block_where_cutting_would_falsify()
    {
        var longText = string.Join(' ', Enumerable.Repeat("lakes", 200));
        var work = (Fields.Article() with { Title = longText, Subtitle = longText, JournalTitle = longText }).Map();

        work.Problems.ShouldBe(
        [
            new Problem("title.too-long", ProblemSeverity.Blocks, "title", "1199"),
            new Problem("subtitle.too-long", ProblemSeverity.Blocks, "subtitle", "1199"),
            new Problem("journal-title.too-long", ProblemSeverity.Blocks, "journal-title", "1199"),
        ]);
    }

    [Fact]
    public void A_long_abstract_goes_cut_at_a_word()
    {
        var work = (Fields.Article() with { ShortDescription = string.Join(' ', Enumerable.Repeat("lakes", 1000)) }).Map();

        work.CanBeSent.ShouldBeTrue();
        work.Work!.ShortDescription!.Length.ShouldBeLessThanOrEqualTo(5000);
        work.Work!.ShortDescription.ShouldEndWith(" lakes…");
        work.Problem(ProblemCodes.ShortDescriptionTooLong).Severity.ShouldBe(ProblemSeverity.Warns);
    }

    [Fact]
    public void Names_too_long_go_cut_and_unknown_roles_are_left_out_once_told()
    {
        var work = (Fields.Article() with
        {
            Contributors =
            [
                new FieldContributor("1", new string('x', 200), "author"),
                .. Enumerable.Range(2, 999).Select(i => new FieldContributor($"{i}", $"Person {i}", "narrator")),
                new FieldContributor("t", "Terry", "translator"),
            ],
        }).Map();

        work.CanBeSent.ShouldBeTrue();
        work.Work!.Contributors.Count.ShouldBe(1001);
        work.Work!.Contributors[0].Name!.Length.ShouldBe(150);
        work.Work!.Contributors[1].Role.ShouldBeNull();
        work.Work!.Contributors[^1].Role.ShouldBe("chair-or-translator");
        work.Problem(ProblemCodes.ContributorRoleInvalid).ShouldBe(new Problem("contributor.role-invalid", ProblemSeverity.Warns, "contributors/2", "narrator"));
        work.Problem(ProblemCodes.ContributorNameTooLong).Field.ShouldBe("contributors/1");
        OrcidData.SchemaErrors(WorkXmlWriter.Write(work.Work!, null)).ShouldBeEmpty();
    }

    [Fact]
    public void Tags_entities_and_LaTeX_of_titles_become_text()
    {
        var work = (Fields.Article() with { Title = "The <i>lac</i> operon &amp; CO<sub>2</sub>\n in \\textit{E. coli} {DNA}: $\\alpha$-lakes" }).Map();

        work.Work!.Title.ShouldBe("The lac operon & CO₂ in E. coli DNA: α-lakes");
    }
}
