using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Curation;
using OrcidPortal.Curation.ToDeposit;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Records;
using OrcidPortal.Sources;
using OrcidPortal.Sources.BibTeX;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Curation.ToDeposit;

public sealed class DepositFilesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_file_for_DSpace_has_a_new_item_for_each_work_and_only_columns_that_are_used(DatabaseProvider provider)
    {
        await using var house = await CurationHouse.OpenAsync(provider, ("Curation:DepositCollection", "123456789/2"));
        await house.ClaimAsync("On \"engines\", again", "10.5555/1");
        await house.ClaimAsync("=1+1", putCode: 2);

        var text = await DspaceAsync(house, await TakeAsync(house));

        text.ShouldBe("""
            id,collection,dc.contributor.author,dc.identifier.doi,dc.relation.ispartof,dc.date.issued,dc.title,dc.type
            +,123456789/2,"Lovelace, Ada",10.5555/1,Annals of Engines,2019-05,"On ""engines"", again",Article
            +,123456789/2,"Lovelace, Ada",,Annals of Engines,2019-05,“=1+1”,Article

            """.ReplaceLineEndings("\r\n"));
    }

    [Theory]
    [InlineData("10.5555/1")]
    [InlineData(null)]
    public async Task What_DSpace_makes_of_the_file_joins_the_work_when_it_is_imported(string? doi)
    {
        await using var house = await CurationHouse.OpenAsync();
        var id = await house.ClaimAsync("-omics :: what a long || title it has", doi);

        var item = Read(await DspaceAsync(house, await TakeAsync(house))).ShouldHaveSingleItem();
        item["collection"].ShouldBe("");
        var fields = new RecordFields
        {
            Title = item["dc.title"], PublicationDate = item["dc.date.issued"], Type = new TypeValue("dc.type", item["dc.type"]),
            ExternalIds = [new("handle", "123456789/7", "self"), .. item.TryGetValue("dc.identifier.doi", out var known) ? new[] { new FieldIdentifier("doi", known, "self") } : []],
        };
        await house.Get<RecordStore>().SaveAsync([new RecordDraft(RecordKind.Work, "dspace", Guid.NewGuid().ToString(), fields, house.Ada.Id)], Origin.Import, "test", null, Actor.System("test"), Stop);

        var record = (await house.Database.ReadAsync(db => db.Records.Include(r => r.SourceEntries).ToListAsync(Stop))).ShouldHaveSingleItem();
        (record.Id, record.OnlyAtOrcid, record.SourceEntries.Count).ShouldBe((id, false, 2));
        (await house.Get<DepositCounts>().CountAsync(Stop)).ShouldBe(new DepositSummary(0, 0, 0));
    }

    [Theory]
    [InlineData("10.5555/1")]
    [InlineData(null)]
    public async Task What_comes_back_as_BibTeX_joins_the_work(string? doi)
    {
        await using var house = await CurationHouse.OpenAsync();
        var id = await house.ClaimAsync("On the difference engine & its {parts}", doi);

        var text = await BibTeXAsync(house, await TakeAsync(house));
        var entry = BibTeXFile.Parse(text, 10).ShouldBeOfType<ParsedFile.Entries>().Items.ShouldHaveSingleItem();
        await house.Get<RecordStore>().SaveAsync([new RecordDraft(RecordKind.Work, "file:bibtex:ada:back.bib", entry.Key, entry.Fields!, house.Ada.Id)], Origin.Import, "test", null, Actor.System("test"), Stop);

        entry.Fields!.JournalTitle.ShouldBe("Annals of Engines");
        var record = (await house.Database.ReadAsync(db => db.Records.ToListAsync(Stop))).ShouldHaveSingleItem();
        (record.Id, record.OnlyAtOrcid).ShouldBe((id, false));
    }

    [Fact]
    public async Task Where_ORCID_names_nobody_those_who_have_it_are_its_authors()
    {
        await using var house = await CurationHouse.OpenAsync();
        await ClaimedWorks.ClaimAsync(house.Database, house.Get<RecordStore>(), house.Ada, 1, ClaimedWorks.Fields("On engines", "10.5555/1") with { Contributors = [] });
        await ClaimedWorks.ClaimAsync(house.Database, house.Get<RecordStore>(), house.Ben, 2, ClaimedWorks.Fields("On engines", "10.5555/1") with { Contributors = [] });
        var at = await TakeAsync(house);

        Read(await DspaceAsync(house, at)).ShouldHaveSingleItem()["dc.contributor.author"].ShouldBe("Byron, Ben||Lovelace, Ada");
        (await BibTeXAsync(house, at)).ShouldContain("author = {Byron, Ben and Lovelace, Ada}");
        (await house.Database.ReadAsync(db => db.Records.SingleAsync(Stop))).Fields.Contributors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_BibTeX_entry_has_a_key_of_its_own()
    {
        await using var house = await CurationHouse.OpenAsync();
        for (var n = 1; n <= 3; n++) await house.ClaimAsync($"Engines, part {n}", putCode: n);

        var text = await BibTeXAsync(house, await TakeAsync(house));

        BibTeXFile.Parse(text, 10).ShouldBeOfType<ParsedFile.Entries>().Items.Select(i => (i.Key, i.Fields!.Title)).ShouldBe([("Lovelace2019Engines", "Engines, part 1"), ("Lovelace2019EnginesNo2", "Engines, part 2"), ("Lovelace2019EnginesNo3", "Engines, part 3")]);
    }

    [Fact]
    public async Task A_file_is_what_was_taken_then_within_the_departments_of_who_asks()
    {
        await using var house = await CurationHouse.OpenAsync();
        await house.ClaimAsync("The first");
        var first = await TakeAsync(house);
        house.Database.Clock.Advance(TimeSpan.FromSeconds(1));
        await house.ClaimAsync("The second", putCode: 2);
        var second = await TakeAsync(house);

        Read(await DspaceAsync(house, first)).Select(i => i["dc.title"]).ShouldBe(["The first"]);
        Read(await DspaceAsync(house, second)).Select(i => i["dc.title"]).ShouldBe(["The second"]);
        Read(await DspaceAsync(house, second, ["Law"])).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("the library")]
    [InlineData("123456789/2||123456789/3")]
    [InlineData("=1/2")]
    public async Task A_collection_that_is_no_handle_is_said_at_the_start(string handle)
    {
        await using var house = await CurationHouse.OpenAsync(DatabaseProvider.Sqlite, ("Curation:DepositCollection", handle));

        var start = () => house.Get<IOptions<CurationOptions>>().Value;

        start.ShouldThrow<OptionsValidationException>().Message.ShouldContain("Curation:DepositCollection");
    }

    private static async Task<DateTimeOffset> TakeAsync(CurationHouse house) => (await house.Get<Deposits>().TakeAsync(new DepositFilter(), null, house.Curator, Stop)).ShouldNotBeNull().At;

    private static async Task<string> DspaceAsync(CurationHouse house, DateTimeOffset at, ValueList<string>? within = null)
    {
        var (names, lines) = await house.Get<DepositFiles>().DspaceAsync(at, within, Stop);
        await using var stream = new MemoryStream();
        await Spreadsheet.WriteForProgramAsync(stream, names, lines, Stop, DepositFiles.NewItem);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async Task<string> BibTeXAsync(CurationHouse house, DateTimeOffset at) => string.Concat(await house.Get<DepositFiles>().BibTeXAsync(at, null, Stop).ToListAsync(Stop));

    /// <summary>The items of a file, each by the names of its columns.</summary>
    private static List<Dictionary<string, string>> Read(string text)
    {
        using var csv = CsvReader.Create(new StringReader(text), CsvReaderOptions.Default with { HasHeader = false, MalformedData = CsvMalformedDataHandling.Throw });
        var lines = new List<List<string>>();
        while (csv.Read()) lines.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        return [.. lines.Skip(1).Select(line => line.Select((cell, n) => (Name: lines[0][n], cell)).ToDictionary(c => c.Name, c => c.cell))];
    }
}
