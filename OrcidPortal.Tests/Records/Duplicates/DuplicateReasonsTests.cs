using OrcidPortal.Data.Entities;
using OrcidPortal.Records;
using OrcidPortal.Records.Duplicates;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Tests.Records.Duplicates;

public sealed class DuplicateReasonsTests
{
    private const string Long = "On the economy of machinery and manufactures";

    [Fact]
    public void An_identifier_of_the_work_itself_that_both_have_is_a_reason() =>
        Reason(Work("One", doi: "10.5555/A"), Work("Other", doi: "https://doi.org/10.5555/a"), inCommon: false).ShouldBe(new DuplicateFound(DuplicateReason.SharedIdentifier, "doi:10.5555/a"));

    [Fact]
    public void The_identifier_of_a_journal_or_of_the_whole_book_is_none()
    {
        var (one, other) = (Work("One", doi: null, new FieldIdentifier("issn", "1234-5679")), Work("Other", doi: null, new FieldIdentifier("issn", "1234-5679")));

        Reason(one, other).ShouldBeNull();
    }

    [Theory]
    [InlineData("Engines", "Engines", true)]
    [InlineData("Engines", "Poems", false)]
    public void Two_books_of_one_ISBN_are_the_same_where_their_titles_are_alike(string title, string otherTitle, bool same)
    {
        var isbn = new FieldIdentifier("isbn", "9783161484100");

        (Reason(Work(title, null, isbn, type: "book"), Work(otherTitle, null, isbn, type: "book"), inCommon: false) is not null).ShouldBe(same);
    }

    [Fact]
    public void Title_year_and_type_are_a_reason_with_somebody_in_common()
    {
        Reason(Work(Long), Work("On the Economy of Machinery, and Manufactures!")).ShouldBe(new DuplicateFound(DuplicateReason.SameTitle, null));
        Reason(Work(Long), Work(Long), inCommon: false).ShouldBeNull();
    }

    [Theory]
    [InlineData("2019", "journal-article", false)]
    [InlineData(null, "journal-article", false)]
    [InlineData("2018", "book", false)]
    [InlineData("2018-03", null, true)]
    [InlineData("2018", "something unknown", true)]
    public void Year_and_type_must_agree_where_they_are_known(string? date, string? type, bool same) =>
        (Reason(Work(Long), Work(Long, date: date, type: type)) is not null).ShouldBe(same);

    [Theory]
    [InlineData("Editorial", false)]
    [InlineData("Book review", false)]
    [InlineData("Introduction: methods", true)]
    [InlineData("A short note", true)]
    [InlineData("", false)]
    public void One_or_two_short_words_are_no_title_to_go_by(string title, bool same) => (Reason(Work(title), Work(title)) is not null).ShouldBe(same);

    [Fact]
    public void A_work_and_a_funding_are_never_the_same_nor_is_what_was_merged()
    {
        var merged = Work(Long, doi: "10.5555/a");
        merged.MergedInto = Guid.NewGuid();

        Reason(Work(Long), Of(RecordKind.Funding, new RecordFields { Title = Long, StartDate = "2018" })).ShouldBeNull();
        Reason(merged, Work(Long, doi: "10.5555/a")).ShouldBeNull();
    }

    [Fact]
    public void Family_names_are_found_with_and_without_parts() =>
        DuplicateReasons.FamilyNames(new RecordFields { Contributors = [new("1", "Ada King-Lovelace", "author", "Ada", "King-Lovelace"), new("2", "Charles Babbage", "author"), new("3", "", "author")] })
            .ShouldBe(["king lovelace", "babbage"]);

    private static DuplicateFound? Reason(Record one, Record other, bool inCommon = true) => DuplicateReasons.Of(one, other, () => inCommon, VocabularySnapshot.Defaults);

    private static Record Work(string title, string? doi = null, FieldIdentifier? more = null, string? date = "2018", string? type = "journal-article") => Of(RecordKind.Work, new RecordFields
    {
        Title = title, PublicationDate = date, Type = type is null ? null : new TypeValue("orcid", type), ExternalIds = [.. new[] { doi is null ? null : new FieldIdentifier("doi", doi), more }.OfType<FieldIdentifier>()],
    });

    private static Record Of(RecordKind kind, RecordFields fields)
    {
        var record = new Record { Kind = kind };
        record.SourceEntries.Add(new SourceEntry { Source = "test", LocalId = "1", Fields = fields });
        RecordUpdate.Apply(record, DateTimeOffset.UnixEpoch);
        return record;
    }
}
