using OrcidPortal.Identifiers;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Tests.Records.Vocabularies;

public sealed class IdentifierRelationshipsTests
{
    [Theory]
    [InlineData("journal-article", "issn", Relationship.PartOf)]
    [InlineData("magazine-article", "issn", Relationship.PartOf)]
    [InlineData("newspaper-article", "issn", Relationship.PartOf)]
    [InlineData("data-set", "issn", Relationship.PartOf)]
    [InlineData("learning-object", "issn", Relationship.PartOf)]
    [InlineData("other", "issn", Relationship.PartOf)]
    [InlineData("conference-paper", "issn", Relationship.PartOf)]
    [InlineData("book", "issn", Relationship.PartOf)]
    [InlineData("journal-issue", "issn", Relationship.PartOf)]
    [InlineData("website", "issn", Relationship.Self)]
    [InlineData("book-chapter", "isbn", Relationship.PartOf)]
    [InlineData("book-review", "isbn", Relationship.PartOf)]
    [InlineData("conference-paper", "isbn", Relationship.PartOf)]
    [InlineData("other", "isbn", Relationship.PartOf)]
    [InlineData(null, "isbn", Relationship.PartOf)]
    [InlineData("book", "isbn", Relationship.Self)]
    [InlineData("edited-book", "isbn", Relationship.Self)]
    [InlineData("conference-proceedings", "isbn", Relationship.Self)]
    [InlineData("dissertation-thesis", "isbn", Relationship.Self)]
    [InlineData("report", "isbn", Relationship.Self)]
    [InlineData("journal-article", "doi", Relationship.Self)]
    [InlineData("book-chapter", "doi", Relationship.Self)]
    [InlineData("journal-article", "grant_number", Relationship.FundedBy)]
    public void A_number_of_a_serial_or_book_names_the_work_only_where_the_work_is_it(string? workType, string identifierType, Relationship expected) =>
        IdentifierRelationships.Of(workType, identifierType).ShouldBe(expected);

    [Fact]
    public void No_work_that_appears_inside_another_has_its_serial_or_book_number_as_its_own()
    {
        string[] parts =
        [
            "journal-article", "magazine-article", "newsletter-article", "newspaper-article", "dictionary-entry", "encyclopedia-entry", "book-chapter", "book-review",
            "conference-abstract", "conference-paper", "conference-poster", "conference-presentation", "preprint", "review", "lecture-speech", "blog-post",
        ];

        foreach (var type in parts)
        {
            IdentifierRelationships.Of(type, "issn").ShouldBe(Relationship.PartOf, type);
            IdentifierRelationships.Of(type, "isbn").ShouldBe(Relationship.PartOf, type);
        }
    }
}
