using OrcidPortal.Curation.ToRepository;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Tests.Curation.ToRepository;

public sealed class DspaceCellsTests
{
    [Theory]
    [InlineData("On Engines", "On Engines", null)]
    [InlineData(null, "", null)]
    [InlineData("A || B", null, ByHandReason.CannotCarry)]
    [InlineData("std::vector at work", null, ByHandReason.CannotCarry)]
    [InlineData("=SUM(A1)", null, ByHandReason.CannotCarry)]
    [InlineData("+plus", null, ByHandReason.CannotCarry)]
    [InlineData("-omics", null, ByHandReason.CannotCarry)]
    [InlineData("@home", null, ByHandReason.CannotCarry)]
    [InlineData("a = b", "a = b", null)]
    [InlineData("a: b", "a: b", null)]
    public void A_value_goes_whole_or_not_at_all(string? title, string? cell, ByHandReason? why) =>
        DspaceCells.Of(Column(FieldPaths.Title), new RecordFields { Title = title }).ShouldBe((cell, why));

    [Theory]
    [InlineData("orcid", "journal-article", "Article")]
    [InlineData("orcid", "dissertation-thesis", "Thesis")]
    [InlineData("dc.type", "Conference paper", "Conference paper")]
    [InlineData("orcid", "conference-paper", null)]
    [InlineData("bibtex", "misc", null)]
    public void A_type_is_DSpaces_word_for_it(string vocabulary, string value, string? word) =>
        DspaceCells.Of(Column(FieldPaths.Type), new RecordFields { Type = new TypeValue(vocabulary, value) }).ShouldBe((word, word is null ? ByHandReason.NoWord : null));

    [Fact]
    public void A_list_says_all_its_elements_of_the_part_in_order()
    {
        var fields = new RecordFields
        {
            ExternalIds = [new("doi", "10.5555/1"), new("isbn", "9780000000002"), new("DOI", "10.5555/2")],
            Contributors = [new("1", "Ada Lovelace", "author", "Ada", "Lovelace"), new("2", "Ed Itor", "editor"), new("3", "The Group", "Author")],
        };

        DspaceCells.Of(Column(FieldPaths.ExternalIds, "doi"), fields).Text.ShouldBe("10.5555/1||10.5555/2");
        DspaceCells.Of(Column(FieldPaths.Contributors, "author"), fields).Text.ShouldBe("Lovelace, Ada||The Group");
        DspaceCells.Of(Column(FieldPaths.Contributors, "editor"), fields).Text.ShouldBe("Ed Itor");
        DspaceCells.Of(Column(FieldPaths.ExternalIds, "pmid"), fields).Text.ShouldBe("");
    }

    [Fact]
    public void Who_was_an_author_and_is_an_editor_changes_both_columns() => DspaceCells.PartsOf(new Correction
    {
        Field = FieldPaths.Contributors, Key = "1", By = "Cora",
        BaseValue = FieldValues.Write(new FieldContributor("1", "Ed Itor", "author")), Value = FieldValues.Write(new FieldContributor("1", "Ed Itor", "editor")),
    }).ShouldBe(["editor", "author"]);

    private static DspaceColumn Column(string field, string? part = null) => new(RecordKind.Work, field, part, "dc.x");
}
