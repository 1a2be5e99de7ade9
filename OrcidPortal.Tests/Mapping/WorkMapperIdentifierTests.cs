using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Mapping;

namespace OrcidPortal.Tests.Mapping;

public sealed class WorkMapperIdentifierTests
{
    private static MappedRecord Map(params FieldIdentifier[] ids) => (Fields.Article() with { ExternalIds = [.. ids] }).Map();

    [Fact]
    public void The_address_of_a_work_without_identifier_becomes_its_own_identifier()
    {
        var work = (Fields.Article() with { ExternalIds = [new FieldIdentifier("issn", "12345679")], Url = "https://repository.example.org/items/42" }).Map();

        work.SelfKeys.ShouldBe(["uri:https://repository.example.org/items/42"]);
        work.Work!.ExternalIds[^1].ShouldBe(new ExternalId("uri", "https://repository.example.org/items/42", Relationship.Self, "https://repository.example.org/items/42"));
        work.CanBeSent.ShouldBeTrue();
    }

    [Theory]
    [InlineData("https://hdl.handle.net/1234/ABC", "handle:1234/abc")]
    [InlineData("https://doi.org/10.1000/ABC", "doi:10.1000/abc")]
    public void An_address_at_a_resolver_is_the_identifier_it_resolves(string url, string key) =>
        (Fields.Article() with { ExternalIds = [], Url = url }).Map().SelfKeys.ShouldBe([key]);

    [Fact]
    public void A_work_with_neither_gets_the_number_of_its_record_with_its_page()
    {
        var work = Map();

        work.Work!.ExternalIds.ShouldBe([new ExternalId(
            "source-work-id", "abcdef123456:0198c0de-0000-7000-8000-00000000abcd", Relationship.Self, "https://portal.example.org/works/1")]);
        work.CanBeSent.ShouldBeTrue();
    }

    [Fact]
    public void An_own_identifier_keeps_the_address_out_of_the_identifiers()
    {
        var work = (Fields.Article() with { Url = "https://repository.example.org/items/42" }).Map();

        work.SelfKeys.ShouldBe(["doi:10.1000/one"]);
        work.Work!.Url.ShouldBe("https://repository.example.org/items/42");
    }

    [Fact]
    public void Only_where_no_identifier_can_be_made_one_is_required()
    {
        var work = RecordMapper.Map(RecordKind.Work, Fields.Article() with { ExternalIds = [] }, new MappingContext("", Guid.Empty, null));

        work.CanBeSent.ShouldBeFalse();
        work.Problem(ProblemCodes.ExternalIdRequired).Field.ShouldBe("external-ids");
    }

    [Fact]
    public void Two_spellings_of_one_identifier_go_once() =>
        Map(new FieldIdentifier("doi", "10.1000/ONE"), new FieldIdentifier("DOI", "https://doi.org/10.1000/one")).Work!.ExternalIds.ShouldHaveSingleItem();

    [Theory]
    [InlineData("doi", "1O.1000/one", null)]
    [InlineData("doi", "10.1000/ one", "10.1000/one")]
    [InlineData("isbn", "978–3–16–148410–0", "9783161484100")]
    [InlineData("issn", "unknown", null)]
    public void A_broken_identifier_is_left_out_with_a_warning(string type, string value, string? suggestion)
    {
        var work = Map(new FieldIdentifier("pmid", "12345"), new FieldIdentifier(type, value));

        work.CanBeSent.ShouldBeTrue();
        work.Work!.ExternalIds.ShouldHaveSingleItem().Type.ShouldBe("pmid");
        var problem = work.Problem(ProblemCodes.ExternalIdValueInvalid);
        problem.Severity.ShouldBe(ProblemSeverity.Warns);
        problem.Field.ShouldBe($"external-ids/{new FieldIdentifier(type, value).Key}");
        problem.Suggestion.ShouldBe(suggestion);
    }

    [Fact]
    public void A_kind_of_identifier_ORCID_does_not_know_is_left_out_with_a_warning()
    {
        var work = Map(new FieldIdentifier("doi", "10.1000/one"), new FieldIdentifier("mendeley", "42"));

        work.Work!.ExternalIds.ShouldHaveSingleItem();
        work.Problem(ProblemCodes.ExternalIdTypeUnknown).ShouldBe(new Problem("external-id.type-unknown", ProblemSeverity.Warns, "external-ids/mendeley:42", "mendeley"));
    }

    [Fact]
    public void What_the_source_says_of_the_relationship_counts()
    {
        var work = Map(new FieldIdentifier("doi", "10.1000/one"), new FieldIdentifier("doi", "10.1000/preprint", "version-of"), new FieldIdentifier("doi", "10.1000/grant", "funded-by"));

        work.SelfKeys.ShouldBe(["doi:10.1000/one"]);
        work.Work!.ExternalIds.Select(i => i.Relationship).ShouldBe([Relationship.Self, Relationship.VersionOf, Relationship.FundedBy]);
        work.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void An_unknown_relationship_is_decided_by_the_type_and_told()
    {
        var work = Map(new FieldIdentifier("doi", "10.1000/one", "cites"));

        work.SelfKeys.ShouldBe(["doi:10.1000/one"]);
        work.Problem(ProblemCodes.ExternalIdRelationshipInvalid).ShouldBe(
            new Problem("external-id.relationship-invalid", ProblemSeverity.Warns, "external-ids/doi:10.1000/one", "cites", "self"));
    }

    [Fact]
    public void An_ISBN_cannot_fund_a_work()
    {
        var work = Map(new FieldIdentifier("doi", "10.1000/one"), new FieldIdentifier("isbn", "978-3-16-148410-0", "funded-by"));

        work.Work!.ExternalIds.ShouldHaveSingleItem();
        work.Problem(ProblemCodes.ExternalIdFundedByInvalid).Severity.ShouldBe(ProblemSeverity.Warns);
    }

    [Fact]
    public void A_broken_link_of_an_identifier_is_replaced_by_its_resolver()
    {
        var work = Map(new FieldIdentifier("doi", "10.1000/one", null, "not a link"));

        work.Work!.ExternalIds.Single().Url.ShouldBe("https://doi.org/10.1000/one");
        work.Problem(ProblemCodes.ExternalIdUrlInvalid).Suggestion.ShouldBe("https://doi.org/10.1000/one");
    }

    [Fact]
    public void The_book_number_of_a_chapter_names_its_book_and_that_of_a_book_the_book()
    {
        var isbn = new FieldIdentifier("isbn", "978-3-16-148410-0");
        var chapter = (Fields.Article() with { Type = new TypeValue("csl", "chapter"), ExternalIds = [isbn] }).Map();
        var book = (Fields.Article() with { Type = new TypeValue("csl", "book"), ExternalIds = [isbn] }).Map();

        chapter.Work!.ExternalIds[0].Relationship.ShouldBe(Relationship.PartOf);
        chapter.SelfKeys.ShouldHaveSingleItem().ShouldStartWith("source-work-id:");
        book.SelfKeys.ShouldBe(["isbn:9783161484100"]);
        book.Work!.ExternalIds.Single().Url.ShouldBeNull();
    }

    [Fact]
    public void Two_works_of_a_person_with_one_identifier_are_a_problem_that_names_the_other()
    {
        var problem = PersonRules.SharedSelfKey(RecordKind.Work, "doi:10.1000/one", "On other lakes");

        problem.ShouldBe(new Problem("external-id.shared", ProblemSeverity.Blocks, "external-ids/doi:10.1000/one", "On other lakes"));
    }
}
