using Microsoft.Extensions.Options;
using OrcidPortal.Curation;
using OrcidPortal.Curation.ToRepository;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Curation.ToRepository;

public sealed class RepositoryCorrectionsTests
{
    private static readonly Guid Item = new("0192f2a4-6f6e-7c21-9a3b-2f1f5d0c8e11");
    private static readonly CorrectionRequest NewTitle = new(FieldPaths.Title, null, CorrectionOp.Replace, "On Engines");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_file_says_what_was_corrected_of_the_items_the_repository_knows(DatabaseProvider provider)
    {
        await using var house = await CurationHouse.OpenAsync(provider);
        var known = await SaveAsync(house, Item.ToString(), "Of Engines");
        var byAddress = await SaveAsync(house, "b", "Of Looms", $"https://repository.example.edu/entities/publication/{Item:D}/full");
        var unknown = await SaveAsync(house, "c", "Of Nothing");
        await SaveAsync(house, Guid.NewGuid().ToString(), "Untouched");
        foreach (var id in new[] { known, byAddress, unknown }) await house.SaveAsync(id, house.Curator, NewTitle, new(FieldPaths.Url, null, CorrectionOp.Replace, "https://example.org/1"));

        var lines = await house.Get<RepositoryCorrections>().LinesAsync(TitleOf(house), null, Stop).ToListAsync(Stop);
        var byHand = await house.Get<RepositoryCorrections>().ByHandAsync(null, Stop).ToListAsync(Stop);
        var fields = await house.Get<RepositoryCorrections>().FieldsAsync(Stop);

        lines.ShouldBe([(Item, "On Engines"), (Item, "On Engines")]);
        byHand.Select(b => (b.RecordId, b.Correction.Field, b.Reason)).ShouldBe(
        [
            (known, FieldPaths.Url, ByHandReason.NoColumn), (byAddress, FieldPaths.Url, ByHandReason.NoColumn),
            (unknown, FieldPaths.Title, ByHandReason.NoItemId), (unknown, FieldPaths.Url, ByHandReason.NoColumn),
        ], ignoreOrder: true);
        fields.Select(f => (f.Field, f.Records, string.Join(' ', f.Columns))).ShouldBe([(FieldPaths.Title, 3, "dc.title"), (FieldPaths.Url, 3, "")]);
    }

    [Fact]
    public async Task What_the_source_says_by_now_and_what_was_undone_is_not_said_again()
    {
        await using var house = await CurationHouse.OpenAsync();
        var caughtUp = await SaveAsync(house, Item.ToString(), "Of Engines");
        await house.SaveAsync(caughtUp, house.Curator, NewTitle);
        await SaveAsync(house, Item.ToString(), "On Engines");

        (await house.Get<RepositoryCorrections>().LinesAsync(TitleOf(house), null, Stop).ToListAsync(Stop)).ShouldBeEmpty();
        (await house.Get<RepositoryCorrections>().FieldsAsync(Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_repository_changed_since_waits_for_a_choice()
    {
        await using var house = await CurationHouse.OpenAsync();
        var work = await SaveAsync(house, Item.ToString(), "Of Engines");
        await house.SaveAsync(work, house.Curator, NewTitle);
        await SaveAsync(house, Item.ToString(), "Of Engines and Looms");

        (await house.Get<RepositoryCorrections>().LinesAsync(TitleOf(house), null, Stop).ToListAsync(Stop)).ShouldBeEmpty();
        (await house.Get<RepositoryCorrections>().ByHandAsync(null, Stop).ToListAsync(Stop)).ShouldHaveSingleItem().Reason.ShouldBe(ByHandReason.SourceMovedOn);
    }

    [Fact]
    public async Task A_field_that_was_emptied_empties_the_cell()
    {
        await using var house = await CurationHouse.OpenAsync();
        var work = await SaveAsync(house, Item.ToString(), "Of Engines");
        await house.SaveAsync(work, house.Curator, new CorrectionRequest(FieldPaths.PublicationDate, null, CorrectionOp.Remove, null));

        var column = house.Get<DspaceColumns>().Find(RecordKind.Work, FieldPaths.PublicationDate, null)!;
        (await house.Get<RepositoryCorrections>().LinesAsync(column, null, Stop).ToListAsync(Stop)).ShouldBe([(Item, "")]);
    }

    [Fact]
    public async Task More_records_than_one_reading_takes_are_all_said()
    {
        await using var house = await CurationHouse.OpenAsync();
        var store = house.Get<RecordStore>();
        foreach (var chunk in Enumerable.Range(0, 1203).Chunk(100))
            await store.SaveAsync([.. chunk.Select(n => new RecordDraft(RecordKind.Work, "dspace", Guid.NewGuid().ToString(), new RecordFields { Title = $"Work {n}", ShortDescription = "x" }, house.Ada.Id))], Origin.Import, "test", null, Actor.System("test"), Stop);
        var ids = await house.Database.ReadAsync(db => Task.FromResult(db.Records.Select(r => r.Id).ToList()));
        await house.Database.AddAsync([.. ids.Select(id => new Correction { RecordId = id, Field = FieldPaths.ShortDescription, Op = CorrectionOp.Replace, Value = "y", BaseValue = "x", By = "Cora", At = TestDatabase.Start })]);

        var column = house.Get<DspaceColumns>().Find(RecordKind.Work, FieldPaths.ShortDescription, null)!;
        var items = await house.Get<RepositoryCorrections>().LinesAsync(column, null, Stop).Select(l => l.Item).ToListAsync(Stop);

        items.Distinct().Count().ShouldBe(1203);
        items.Count.ShouldBe(1203);
    }

    [Theory]
    [InlineData("Work", "title", "dc.title[en]", null)]
    [InlineData("work", "external-ids.arxiv", "dc.identifier.arxiv", null)]
    [InlineData("Funding", "contributors.lead", "", null)]
    [InlineData("Employment", "role-title", "dc.title", "Curation:DspaceColumns:Employment")]
    [InlineData("Work", "tittle", "dc.title", "Curation:DspaceColumns:Work:tittle")]
    [InlineData("Work", "external-ids", "dc.identifier", "Curation:DspaceColumns:Work:external-ids")]
    [InlineData("Work", "title.en", "dc.title", "Curation:DspaceColumns:Work:title.en")]
    [InlineData("Work", "title", "title,id", "Curation:DspaceColumns:Work:title")]
    public void The_institutions_columns_are_read_at_the_start(string kind, string field, string name, string? complaint)
    {
        var options = new CurationOptions();
        options.DspaceColumns[kind] = new() { [field] = name };

        var mistake = new CurationOptionsCheck().Validate(null, options).FailureMessage;

        if (complaint is not null) mistake.ShouldNotBeNull().ShouldStartWith(complaint);
        else
        {
            mistake.ShouldBeNull();
            new DspaceColumns(Options.Create(options)).All.Any(c => c.Name == name).ShouldBe(name.Length > 0);
        }
    }

    private static DspaceColumn TitleOf(CurationHouse house) => house.Get<DspaceColumns>().Find(RecordKind.Work, FieldPaths.Title, null)!;

    private static async Task<Guid> SaveAsync(CurationHouse house, string localId, string title, string? url = null) =>
        (await house.Get<RecordStore>().SaveAsync(
            [new RecordDraft(RecordKind.Work, "dspace", localId, new RecordFields { Title = title, PublicationDate = "2024", Url = url, Type = new TypeValue("dc.type", "Article") }, house.Ada.Id)],
            Origin.Import, "test", null, Actor.System("test"), Stop))[0].RecordId!.Value;
}
