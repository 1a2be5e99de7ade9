using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Records;

public sealed class RecordCorrectionsTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_correction_survives_the_next_import_and_the_curator_is_told_when_the_source_moves_on(DatabaseProvider provider)
    {
        await using var house = await RecordHouse.OpenAsync(provider);
        var id = (await house.SaveAsync(house.Draft("k", "On enginez", "10.1000/e")))[0].RecordId!.Value;

        var result = await CorrectAsync(house, id, new CorrectionRequest("title", null, CorrectionOp.Replace, "On engines"));
        await house.SaveAsync(house.Draft("k", "On the enginez", "10.1000/e"));

        result.ShouldBe(new CorrectionResult.Saved(2));
        var detail = await house.FindAsync(id);
        detail.Record.Title.ShouldBe("On engines");
        detail.FromSources.Title.ShouldBe("On the enginez");
        var correction = detail.Corrections.ShouldHaveSingleItem();
        (correction.SourceMovedOn, correction.BaseValue, correction.By).ShouldBe((true, "On enginez", "Cora Curator"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_correction_retires_when_the_source_says_the_same(DatabaseProvider provider)
    {
        await using var house = await RecordHouse.OpenAsync(provider);
        var id = (await house.SaveAsync(house.Draft("k", "On enginez")))[0].RecordId!.Value;
        await CorrectAsync(house, id, new CorrectionRequest("title", null, CorrectionOp.Replace, "On engines"));

        await house.SaveAsync(house.Draft("k", "On engines"));

        var detail = await house.FindAsync(id);
        detail.Corrections.ShouldHaveSingleItem().RetiredAt.ShouldNotBeNull();
        (detail.Record.Title, detail.Record.Version).ShouldBe(("On engines", 2));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Elements_of_lists_are_added_replaced_and_removed_and_undone(DatabaseProvider provider)
    {
        await using var house = await RecordHouse.OpenAsync(provider);
        var id = (await house.SaveAsync(house.Draft("k", "T", "10.1000/wrong")))[0].RecordId!.Value;

        await CorrectAsync(house, id,
            new CorrectionRequest("identifiers", "doi:10.1000/wrong", CorrectionOp.Replace, """{"type":"doi","value":"10.1000/right"}"""),
            new CorrectionRequest("externalIds", null, CorrectionOp.Add, "pmid:12345"),
            new CorrectionRequest("contributors", null, CorrectionOp.Add, "Ada Lovelace"));

        var detail = await house.FindAsync(id);
        detail.Record.Fields.ExternalIds.Select(i => i.Key).ShouldBe(["doi:10.1000/right", "pmid:12345"]);
        detail.Record.Fields.Contributors.ShouldHaveSingleItem().Name.ShouldBe("Ada Lovelace");
        (await house.Database.ReadAsync(db => db.RecordKeys.Where(k => k.RecordId == id).Select(k => k.Value).OrderBy(v => v).ToListAsync()))
            .ShouldBe(["10.1000/right", "10.1000/wrong", "12345"]);

        foreach (var correction in detail.Corrections) await house.Corrections.UndoAsync(correction.Id, RecordHouse.Curator, TestContext.Current.CancellationToken);

        (await house.FindAsync(id)).Record.Fields.ShouldBe(detail.FromSources);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_second_of_two_curators_is_told_and_overwrites_nothing(DatabaseProvider provider)
    {
        await using var house = await RecordHouse.OpenAsync(provider);
        var id = (await house.SaveAsync(house.Draft("k", "T")))[0].RecordId!.Value;
        await CorrectAsync(house, id, new CorrectionRequest("title", null, CorrectionOp.Replace, "First"));

        var second = await house.Corrections.CorrectAsync(
            id, [new CorrectionRequest("title", null, CorrectionOp.Replace, "Second")], seenVersion: 1, null, RecordHouse.Curator, TestContext.Current.CancellationToken);

        second.ShouldBe(new CorrectionResult.Conflict(2));
        (await house.FindAsync(id)).Record.Title.ShouldBe("First");
    }

    [Theory]
    [InlineData("nonsense", null, CorrectionOp.Replace, "x")]
    [InlineData("title", null, CorrectionOp.Add, "x")]
    [InlineData("publication-date", null, CorrectionOp.Replace, "2019-02-30")]
    [InlineData("type", null, CorrectionOp.Replace, "conference-thing")]
    [InlineData("identifiers", null, CorrectionOp.Add, "no type here")]
    [InlineData("identifiers", null, CorrectionOp.Add, "doi:10.1000/E")]
    [InlineData("identifiers", "doi:10.1000/unknown", CorrectionOp.Remove, null)]
    [InlineData("contributors", null, CorrectionOp.Add, "{\"role\":\"author\"}")]
    public async Task What_cannot_be_a_correction_is_refused_in_a_sentence_and_nothing_is_saved(string field, string? key, CorrectionOp op, string? value)
    {
        await using var house = await RecordHouse.OpenAsync(DatabaseProvider.Sqlite);
        var id = (await house.SaveAsync(house.Draft("k", "T", "10.1000/e")))[0].RecordId!.Value;

        var result = await CorrectAsync(house, id, new CorrectionRequest("title", null, CorrectionOp.Replace, "Good"), new CorrectionRequest(field, key, op, value));

        result.ShouldBeOfType<CorrectionResult.Invalid>().Sentence.ShouldEndWith(".");
        (await house.FindAsync(id)).Record.Title.ShouldBe("T");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Typing_the_sources_value_again_takes_the_correction_back(DatabaseProvider provider)
    {
        await using var house = await RecordHouse.OpenAsync(provider);
        var id = (await house.SaveAsync(house.Draft("k", "T")))[0].RecordId!.Value;
        await CorrectAsync(house, id, new CorrectionRequest("title", null, CorrectionOp.Replace, "Other"));

        await CorrectAsync(house, id, new CorrectionRequest("title", null, CorrectionOp.Replace, "T"));

        var detail = await house.FindAsync(id);
        detail.Record.Title.ShouldBe("T");
        detail.Corrections.ShouldAllBe(c => c.RetiredAt != null);
        (await house.Database.ReadAsync(db => db.Audit.CountAsync(a => a.Action == "correction.made"))).ShouldBe(2);
    }

    private static Task<CorrectionResult> CorrectAsync(RecordHouse house, Guid id, params CorrectionRequest[] requests) =>
        house.Corrections.CorrectAsync(id, requests, null, "test", RecordHouse.Curator, TestContext.Current.CancellationToken);
}
