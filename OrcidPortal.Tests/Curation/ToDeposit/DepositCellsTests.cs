using Microsoft.Extensions.Options;
using OrcidPortal.Curation;
using OrcidPortal.Curation.ToDeposit;
using OrcidPortal.Curation.ToRepository;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Tests.Curation.ToDeposit;

public sealed class DepositCellsTests
{
    [Fact]
    public void A_work_fills_the_columns_that_DSpace_maps_to_ORCID()
    {
        var cells = Of(ClaimedWorks.Fields("On engines") with
        {
            ShortDescription = "About\nengines", LanguageCode = "en",
            ExternalIds =
            [
                new("doi", "https://doi.org/10.5555/ABC", "self"), new("doi", "10.5555/the-book", "part-of"), new("issn", "1234-5679", "part-of"), new("arxiv", "2101.00001", "self"), new("handle", "123/4", "self"), new("other-id", "77", null),
                new("source-work-id", "c0ffee", "self"),
            ],
            Contributors = [new("1", "Ada Lovelace", "author"), new("2", "Charles", "editor"), new("3", "Ludwig van der Berg", ""), new("4", "A Press", "assignee"), new("5", "Doe, Jane", "http://credit.niso.org/contributor-roles/investigation/")],
        });

        cells.ShouldBe(new Dictionary<string, string>
        {
            ["dc.title"] = "On engines", ["dc.type"] = "Article", ["dc.date.issued"] = "2019-05", ["dc.relation.ispartof"] = "Annals of Engines", ["dc.description.abstract"] = "About\nengines", ["dc.language.iso"] = "en",
            ["dc.contributor.author"] = "Lovelace, Ada||van der Berg, Ludwig||Doe, Jane", ["dc.contributor.editor"] = "Charles", ["dc.identifier.doi"] = "10.5555/abc", ["dc.identifier.issn"] = "1234-5679",
            ["dc.identifier.other"] = "arXiv:2101.00001||handle:123/4||77",
        }, ignoreOrder: true);
    }

    [Theory]
    [InlineData("conference-paper")]
    [InlineData("website")]
    public void A_type_that_DSpace_has_no_word_for_is_left_to_the_curator(string type) => Of(new RecordFields { Title = "On engines", Type = new TypeValue("orcid", type) }).Keys.ShouldBe(["dc.title"]);

    [Fact]
    public void Columns_of_one_name_are_one()
    {
        var options = new CurationOptions();
        options.DspaceColumns["Work"] = new() { ["external-ids.pmid"] = "dc.identifier.other", ["contributors.editor"] = "" };

        var cells = Of(new RecordFields { Title = "On engines", ExternalIds = [new("pmid", "123", "self"), new("arxiv", "2101.00001", "self")], Contributors = [new("1", "Charles", "editor")] }, options);

        cells["dc.identifier.other"].ShouldBe("123||arXiv:2101.00001");
        cells.Keys.ShouldNotContain(k => k.StartsWith("dc.contributor"));
    }

    [Theory]
    [InlineData("Plain - text", "Plain - text")]
    [InlineData("-omics", "–omics")]
    [InlineData("=HYPERLINK(1)", "“=HYPERLINK(1)”")]
    [InlineData(" \t+1", "“+1”")]
    [InlineData("@home", "“@home”")]
    [InlineData("std::vector and a||b|||c", "std: :vector and a| |b| | |c")]
    [InlineData("the norm |x|", "the norm |x| ")]
    [InlineData(" \n", "")]
    public void What_DSpace_would_cut_or_a_spreadsheet_would_run_only_looks_different(string value, string expected) => DepositCells.Safe(value).ShouldBe(expected);

    private static IReadOnlyDictionary<string, string> Of(RecordFields fields) => Of(fields, new CurationOptions());

    private static IReadOnlyDictionary<string, string> Of(RecordFields fields, CurationOptions options) =>
        DepositCells.Of([.. new DspaceColumns(Options.Create(options)).All.Where(c => c.Kind == RecordKind.Work)], fields);
}
