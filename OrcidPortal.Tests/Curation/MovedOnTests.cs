using Microsoft.EntityFrameworkCore;
using OrcidPortal.Curation;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Curation;

public sealed class MovedOnTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_the_source_changed_under_a_correction_is_listed_until_somebody_decides(DatabaseProvider provider)
    {
        await using var house = await CurationHouse.OpenAsync(provider);
        var id = await MovedAsync(house, "A");

        var row = (await house.Get<MovedOnList>().ListAsync(null, null, Cancel)).Items.ShouldHaveSingleItem();
        (row.Correction.Value, row.Correction.BaseValue, row.Theirs, row.Correction.RecordId).ShouldBe(("Ours", "A", "A, second edition", id));
        (await house.Get<MovedOnList>().FieldsAsync(Cancel)).ShouldBe([(FieldPaths.Title, 1)]);
        (await house.Get<MovedOnList>().ListAsync(FieldPaths.Url, null, Cancel)).Items.ShouldBeEmpty();

        (await house.Get<MovedOnChoices>().KeepAsync([row.Correction.Id], house.Curator.Actor, Cancel)).Count.ShouldBe(1);
        (await house.Get<MovedOnChoices>().TakeAsync([row.Correction.Id], house.Curator.Actor, Cancel)).ShouldBeEmpty();

        (await TitleAsync(house, id)).ShouldBe("Ours");
        (await house.Get<MovedOnList>().ListAsync(null, null, Cancel)).Items.ShouldBeEmpty();

        await ImportAsync(house, "A", "A, third edition");
        (await house.Get<MovedOnList>().ListAsync(null, null, Cancel)).Items.ShouldHaveSingleItem().Theirs.ShouldBe("A, third edition");
        await ImportAsync(house, "A", "Ours");
        (await house.Get<MovedOnList>().ListAsync(null, null, Cancel)).Items.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Theirs_is_taken_for_many_and_given_back_unless_somebody_corrected_since(DatabaseProvider provider)
    {
        await using var house = await CurationHouse.OpenAsync(provider);
        var ids = new List<Guid>();
        for (var i = 0; i < 30; i++) ids.Add(await MovedAsync(house, $"Work {i}"));
        var rows = (await house.Get<MovedOnList>().ListAsync(null, null, Cancel)).Items;

        var taken = await house.Get<MovedOnChoices>().TakeAsync([.. rows.Select(r => r.Correction.Id)], house.Curator.Actor, Cancel);

        taken.Count.ShouldBe(30);
        (await TitleAsync(house, ids[7])).ShouldBe("Work 7, second edition");
        (await house.Database.ReadAsync(db => db.RecordChanges.CountAsync(c => c.Cause == "correction.given-up", Cancel))).ShouldBe(30);

        (await house.Get<RecordCorrections>().CorrectAsync(ids[0], [new CorrectionRequest(FieldPaths.Title, null, CorrectionOp.Replace, "Newer")], null, null, house.Curator.Actor, Cancel)).ShouldBeOfType<CorrectionResult.Saved>();
        (await house.Get<MovedOnChoices>().UndoAsync(taken, house.Curator.Actor, Cancel)).ShouldBe(29);

        ((await TitleAsync(house, ids[0])), (await TitleAsync(house, ids[7]))).ShouldBe(("Newer", "Ours"));
        (await house.Get<MovedOnList>().ListAsync(null, null, Cancel)).Items.Count.ShouldBe(29);
    }

    [Fact]
    public async Task Keeping_is_asked_again_when_it_is_taken_back()
    {
        await using var house = await CurationHouse.OpenAsync();
        await MovedAsync(house, "A");
        var correction = (await house.Get<MovedOnList>().ListAsync(null, null, Cancel)).Items.Single().Correction;
        var kept = await house.Get<MovedOnChoices>().KeepAsync([correction.Id], house.Curator.Actor, Cancel);

        (await house.Get<MovedOnChoices>().UndoAsync(kept, house.Curator.Actor, Cancel)).ShouldBe(1);

        (await house.Get<MovedOnList>().ListAsync(null, null, Cancel)).Items.ShouldHaveSingleItem().Correction.BaseValue.ShouldBe("A");
        (await house.Database.ReadAsync(db => db.Audit.OrderBy(a => a.Id).Select(a => a.Action).ToListAsync(Cancel))).ShouldBe(["correction.made", "correction.kept", "correction.asked-again"]);
    }

    private static async Task<Guid> MovedAsync(CurationHouse house, string title)
    {
        var id = await ImportAsync(house, title, title);
        (await house.Get<RecordCorrections>().CorrectAsync(id, [new CorrectionRequest(FieldPaths.Title, null, CorrectionOp.Replace, "Ours")], null, "because", house.Curator.Actor, Cancel)).ShouldBeOfType<CorrectionResult.Saved>();
        return await ImportAsync(house, title, $"{title}, second edition");
    }

    private static Task<Guid> ImportAsync(CurationHouse house, string key, string title) => house.WorkAsync(key, new RecordFields { Title = title, PublicationDate = "2024", Type = new TypeValue("bibtex", "article") });

    private static Task<string?> TitleAsync(CurationHouse house, Guid id) => house.Database.ReadAsync(db => db.Records.Where(r => r.Id == id).Select(r => (string?)r.Title).SingleAsync(Cancel));
}
