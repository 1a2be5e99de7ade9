using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Curation.Duplicates;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Tests.Infrastructure;
using OrcidPortal.Tests.Push;

namespace OrcidPortal.Tests.Curation.Duplicates;

/// <summary>What merging does at the registry: removed first, then changed, and nothing that could stay is removed.</summary>
public sealed class MergingAtOrcidTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Where_both_stand_the_one_that_goes_is_removed_at_once_and_the_one_that_stays_changed_after_it(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        await house.SaveTwoAsync();
        await house.PushAsync();
        var (kept, gone) = (await house.RecordAsync("w1"), await house.RecordAsync("w2"));
        var code = (await house.ItemsAsync()).Single(i => i.RecordId == kept).PutCode;
        var before = await house.Registry.NoticesAsync(house.Orcid);
        var effect = await house.Previews().PreviewAsync((await house.PairAsync()).Id, kept, Stop);

        (await house.MergeAsync("w1")).ShouldBe(new MergeResult.Done(kept));
        await house.PushAsync();
        var afterRemoval = await house.Registry.WritesAsync(house.Orcid);
        await house.SettleAsync();

        afterRemoval.ShouldBe(["POST /works", "DELETE /work"]);
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works", "DELETE /work", "PUT /work"]);
        await house.NothingWasRefusedAsync();
        var item = await house.ItemAsync();
        (item.RecordId, item.State, item.PutCode).ShouldBe((kept, SyncState.InSync, code));
        (await house.Registry.WorksAsync(house.Orcid)).ShouldHaveSingleItem().PutCode.ShouldBe(code!.Value);
        (await house.Database.ReadAsync(db => db.RemoteCopies.Select(c => c.SelfKeys).SingleAsync(Stop))).ShouldContain("doi:10.5555/engine.2", "what the other one had");
        (effect!.Removals, effect.Updates, effect.People, await house.Registry.NoticesAsync(house.Orcid) - before).ShouldBe((1, 1, 1, effect.Notices));
        (await house.FindAsync(gone)).MergedInto.ShouldBe(kept);
    }

    [Fact]
    public async Task Asked_to_send_now_it_is_still_removed_before_its_identifier_goes_to_the_other()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveTwoAsync();
        await house.PushAsync();
        await house.MergeAsync("w2");

        await house.SendNowAsync();
        await house.PushAsync();
        await house.PushAsync();

        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works", "DELETE /work", "PUT /work"]);
        await house.NothingWasRefusedAsync();
    }

    [Fact]
    public async Task A_removal_that_does_not_succeed_keeps_the_change_waiting()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveTwoAsync();
        await house.PushAsync();
        await house.MergeAsync("w1");
        await house.Registry.FaultAsync(new { method = "DELETE", status = 503 });

        await house.SendNowAsync();
        await house.PushAsync();
        var writes = await house.Registry.WritesAsync(house.Orcid);
        for (var hour = 0; hour < 30; hour++)
        {
            house.Clock.Advance(TimeSpan.FromHours(1));
            await house.PushAsync();
        }

        writes.ShouldNotContain("PUT /work");
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works", "DELETE /work", "DELETE /work", "PUT /work"]);
        (await house.ItemAsync()).State.ShouldBe(SyncState.InSync);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_stands_there_for_the_other_one_only_follows_and_is_changed_where_a_reader_would_see_it(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        await house.SaveAsync(house.Draft(1, MergeHouse.Title));
        await house.PushAsync();
        var code = (await house.ItemAsync()).PutCode;
        await house.SaveAsync(house.Draft(2, MergeHouse.Title));
        await house.PlanAsync();
        var kept = await house.RecordAsync("w2");
        var effect = await house.Previews().PreviewAsync((await house.PairAsync()).Id, kept, Stop);

        (await house.MergeAsync("w2")).ShouldBe(new MergeResult.Done(kept));
        await house.PushAsync();
        await house.SettleAsync();

        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works", "PUT /work"]);
        (effect!.Removals, effect.Updates, effect.Notices).ShouldBe((0, 1, 1));
        var item = await house.ItemAsync();
        (item.RecordId, item.State, item.PutCode).ShouldBe((kept, SyncState.InSync, code));
        (await house.Database.ReadAsync(db => db.RemoteCopies.Select(c => c.SyncItemId).SingleAsync(Stop))).ShouldBe(item.Id);
    }

    [Fact]
    public async Task Nothing_at_all_is_sent_where_a_reader_would_see_no_difference()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        var one = house.Draft(1, MergeHouse.Title);
        await house.SaveAsync(one);
        await house.PushAsync();
        // A second entry without an identifier that says less.
        await house.SaveAsync(one with { LocalId = "w2", Fields = one.Fields with { ExternalIds = [] } });
        await house.PlanAsync();
        var effect = await house.Previews().PreviewAsync((await house.PairAsync()).Id, await house.RecordAsync("w1"), Stop);

        await house.MergeAsync("w1");
        await house.SettleAsync();

        (effect!.Removals, effect.Updates, effect.Notices).ShouldBe((0, 0, 0));
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works"]);
        (await house.ItemAsync()).State.ShouldBe(SyncState.InSync);
    }

    [Theory]
    [InlineData("w1")]
    [InlineData("w2")]
    public async Task Who_said_never_of_one_of_them_keeps_what_stands_there_until_they_say_otherwise(string excluded)
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveTwoAsync();
        await house.PushAsync();
        var (kept, never) = (await house.RecordAsync("w1"), await house.RecordAsync(excluded));
        var items = house.Services.GetRequiredService<SyncItems>();
        await items.ExcludeAsync((await house.ItemsAsync()).Single(i => i.RecordId == never).Id, house.Ada.Id, "not mine", PushHouse.Curator, Stop);
        await house.PlanAsync();
        var effect = await house.Previews().PreviewAsync((await house.PairAsync()).Id, kept, Stop);

        await house.MergeAsync("w1");
        await house.SettleAsync();
        var untouched = await house.Registry.WritesAsync(house.Orcid);
        var stays = (await house.ItemsAsync()).Single(i => i.RecordId == kept);
        await items.IncludeAsync(stays.Id, house.Ada.Id, PushHouse.Curator, Stop);
        await house.PushAsync();
        await house.SettleAsync();

        (effect!.Notices, effect.LeftAlone).ShouldBe((0, 1));
        untouched.ShouldBe(["POST /works"]);
        (stays.State, stays.ExcludedReason).ShouldBe((SyncState.Excluded, "not mine"));
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works", "DELETE /work", "PUT /work"]);
        (await house.ItemAsync()).State.ShouldBe(SyncState.InSync);
    }

    [Theory]
    [InlineData("w1", SyncState.InSync)]
    [InlineData("w2", SyncState.InSync)]
    [InlineData(null, SyncState.Excluded)]
    public async Task What_was_left_out_at_the_first_sync_beside_the_other_one_was_no_never(string? sent, SyncState expected)
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveTwoAsync();
        await house.PlanAsync();
        var agreed = sent is null ? Guid.Empty : await house.RecordAsync(sent);
        await house.Database.Transactions.RunAsync(async (db, ct) =>
        {
            foreach (var item in await db.SyncItems.Where(i => i.RecordId != agreed).ToListAsync(ct))
                (item.ExcludedAt, item.ExcludedBy, item.ExcludedReason, item.State) = (house.Clock.GetUtcNow(), "Ada", FirstSync.LeftOut, SyncState.Excluded);
        }, Stop);
        await house.PushAsync();

        await house.MergeAsync("w1");
        await house.SettleAsync();

        (await house.ItemAsync()).State.ShouldBe(expected);
        (await house.Registry.WorksAsync(house.Orcid)).Count.ShouldBe(sent is null ? 0 : 1);
        (await house.Registry.WritesAsync(house.Orcid)).ShouldNotContain("DELETE /work");
    }

    [Fact]
    public async Task What_the_person_removed_at_ORCID_does_not_come_back_under_the_other_name()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(house.Draft(1, MergeHouse.Title));
        await house.PushAsync();
        await house.Database.Transactions.RunAsync(async (db, ct) =>
        {
            var item = await db.SyncItems.SingleAsync(ct);
            db.RemoteCopies.RemoveRange(await db.RemoteCopies.ToListAsync(ct));
            (item.PutCode, item.SentFingerprint, item.RemovedAtOrcidAt) = (null, "", house.Clock.GetUtcNow());
        }, Stop);
        await house.SaveAsync(house.Draft(2, MergeHouse.Title));
        await house.PlanAsync();

        await house.MergeAsync("w2");
        await house.SettleAsync();

        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works"]);
        (await house.ItemAsync()).State.ShouldBe(SyncState.RemovedAtOrcid);
    }

    [Fact]
    public async Task Each_person_is_looked_at_by_themselves()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        var ben = new Person { LocalId = "ben", GivenNames = "Ben", FamilyName = "Byron", SortName = "byron ben" };
        await house.Database.AddAsync(ben, new Preference { PersonId = ben.Id, Mode = SendMode.AtOnce });
        var bensOrcid = await house.ConnectAsync(ben, confirmed: true);
        await house.SaveAsync(house.Draft(1, MergeHouse.Title), house.Draft(2, MergeHouse.Title), house.Draft(2, MergeHouse.Title, person: ben));
        await house.PushAsync();
        var code = (await house.Registry.WorksAsync(bensOrcid)).ShouldHaveSingleItem().PutCode;

        await house.MergeAsync("w1");
        await house.PushAsync();
        await house.SettleAsync();

        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works", "DELETE /work", "PUT /work"]);
        (await house.Registry.WritesAsync(bensOrcid)).ShouldBe(["POST /works", "PUT /work"]);
        (await house.Registry.WorksAsync(bensOrcid)).ShouldHaveSingleItem().PutCode.ShouldBe(code);
        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 2 });
        (await house.Database.ReadAsync(db => db.MergeNotices.CountAsync(Stop))).ShouldBe(2);
    }

    [Fact]
    public async Task A_call_that_is_under_way_comes_first()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveTwoAsync();
        await house.PlanAsync();
        await house.Database.Transactions.RunAsync(async (db, ct) => (await db.SyncItems.OrderBy(i => i.Id).FirstAsync(ct)).BatchId = Guid.NewGuid(), Stop);

        (await house.MergeAsync("w1")).ShouldBe(new MergeResult.Busy());

        (await house.PairAsync()).State.ShouldBe(DuplicateState.Open);
        (await house.FindAsync(await house.RecordAsync("w2"))).MergedInto.ShouldBeNull();
    }
}
