using Microsoft.EntityFrameworkCore;
using OrcidPortal.Curation;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Curation;

public sealed class HandoverTests
{
    private static readonly FailureGroupKey Full = new(SyncState.Failed, FailureKind.TooMany, 409, 9048);
    private static readonly SignedIn Admin = CurationHouse.User("Adam Admin", null, Roles.Curator, Roles.Admin);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_whole_cause_is_handed_over_once_with_its_cause_and_words(DatabaseProvider provider)
    {
        await using var house = await CurationHouse.OpenAsync(provider);
        await FailedAsync(house, 100);
        await FailedAsync(house, 1, FailureKind.Unexpected);
        var handovers = house.Get<Handovers>();

        (await handovers.HandOverAsync(Full, new FailureFilter(), null, "Too many <b>works</b>?", Admin, Cancel)).ShouldBe(100);
        (await handovers.HandOverAsync(Full, new FailureFilter(), null, "Again", Admin, Cancel)).ShouldBe(0);

        var first = await house.Get<HandoverList>().ListAsync(null, null, Cancel);
        (first.Items.Count, (await house.Get<HandoverList>().ListAsync(null, first.Next, Cancel)).Items.Count).ShouldBe((50, 50));
        var row = first.Items[0];
        (row.Handover.Failure, row.Handover.Code, row.Handover.Message, row.Handover.Note, row.Handover.By, row.PersonName).ShouldBe((FailureKind.TooMany, 9048, "full", "Too many <b>works</b>?", "Adam Admin", "Ada Lovelace"));
        (await house.Get<HandCounts>().CountAsync(Cancel)).HandedOver.ShouldBe(100);
    }

    [Fact]
    public async Task One_item_is_handed_over_tried_again_and_leaves_the_list()
    {
        await using var house = await CurationHouse.OpenAsync();
        var ids = await FailedAsync(house, 2);
        var handovers = house.Get<Handovers>();
        await handovers.HandOverAsync(Full, new FailureFilter(), [ids[0]], "Look", Admin, Cancel);
        var id = await house.Database.ReadAsync(db => db.Handovers.Select(h => h.Id).SingleAsync(Cancel));

        var results = await Task.WhenAll(handovers.TryAgainAsync(id, house.Curator, Cancel), handovers.TryAgainAsync(id, Admin, Cancel));

        results.ShouldBe([HandResult.Done, HandResult.NotOpen], ignoreOrder: true);
        var items = await house.Database.ReadAsync(db => db.SyncItems.AsNoTracking().ToDictionaryAsync(i => i.Id, Cancel));
        (items[ids[0]].State, items[ids[1]].State).ShouldBe((SyncState.Ready, SyncState.Failed));
        (await house.Get<HandoverList>().ListAsync(null, null, Cancel)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_back_it_says_why_to_the_admins()
    {
        await using var house = await CurationHouse.OpenAsync();
        var ids = await FailedAsync(house, 1);
        var handovers = house.Get<Handovers>();
        await handovers.HandOverAsync(Full, new FailureFilter(), null, "Look", Admin, Cancel);
        var id = await house.Database.ReadAsync(db => db.Handovers.Select(h => h.Id).SingleAsync(Cancel));

        (await handovers.GiveBackAsync(id, "", house.Curator, Cancel)).ShouldBe(HandResult.Empty);
        (await handovers.GiveBackAsync(id, "Nothing wrong here", house.Curator, Cancel)).ShouldBe(HandResult.Done);

        (await handovers.GiveBackAsync(id, "Twice", house.Curator, Cancel)).ShouldBe(HandResult.NotOpen);
        (await handovers.TryAgainAsync(id, house.Curator, Cancel)).ShouldBe(HandResult.NotOpen);
        var back = (await house.Get<HandoverList>().OfItemsAsync(ids, Cancel))[ids[0]];
        (back.State, back.DoneBy, back.Words).ShouldBe((HandoverState.GivenBack, "Cora Curator", "Nothing wrong here"));
        (await handovers.HandOverAsync(Full, new FailureFilter(), null, "Please look again", Admin, Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task What_fails_no_more_or_fails_anew_is_no_longer_with_the_curators()
    {
        await using var house = await CurationHouse.OpenAsync();
        var ids = await FailedAsync(house, 2);
        await house.Get<Handovers>().HandOverAsync(Full, new FailureFilter(), null, "Look", Admin, Cancel);

        await house.Database.Transactions.RunAsync(async (db, ct) =>
        {
            (await db.SyncItems.SingleAsync(i => i.Id == ids[0], ct)).State = SyncState.InSync;
            (await db.SyncItems.SingleAsync(i => i.Id == ids[1], ct)).FailedAt = TestDatabase.Start.AddDays(1);
        }, Cancel);

        (await house.Get<HandoverList>().ListAsync(null, null, Cancel)).Items.ShouldBeEmpty();
        (await house.Get<HandoverList>().OfItemsAsync(ids, Cancel)).Keys.ShouldBe([ids[0]]);
        (await house.Get<Handovers>().HandOverAsync(Full, new FailureFilter(), null, "Look", Admin, Cancel)).ShouldBe(1);
    }

    [Fact]
    public async Task Only_admins_hand_over_and_only_curators_take()
    {
        await using var house = await CurationHouse.OpenAsync();
        await FailedAsync(house, 1);
        var handovers = house.Get<Handovers>();

        (await handovers.HandOverAsync(Full, new FailureFilter(), null, "Look", house.Curator, Cancel)).ShouldBeNull();
        (await handovers.HandOverAsync(Full, new FailureFilter(), null, " ", Admin, Cancel)).ShouldBeNull();
        await handovers.HandOverAsync(Full, new FailureFilter(), null, "Look", Admin, Cancel);
        var id = await house.Database.ReadAsync(db => db.Handovers.Select(h => h.Id).SingleAsync(Cancel));
        (await handovers.TryAgainAsync(id, house.AdaSignedIn, Cancel)).ShouldBe(HandResult.NotFound);
        (await handovers.GiveBackAsync(id, "No", house.AdaSignedIn, Cancel)).ShouldBe(HandResult.NotFound);
        (await handovers.TryAgainAsync(Guid.NewGuid(), house.Curator, Cancel)).ShouldBe(HandResult.NotOpen);

        (await house.Database.ReadAsync(db => db.SyncItems.SingleAsync(Cancel))).State.ShouldBe(SyncState.Failed);
    }

    private static async Task<List<Guid>> FailedAsync(CurationHouse house, int count, FailureKind kind = FailureKind.TooMany)
    {
        var records = Enumerable.Range(0, count).Select(n => new Record { Title = $"Work {kind} {n}", CreatedAt = TestDatabase.Start, ChangedAt = TestDatabase.Start }).ToList();
        var items = records.Select(r => new SyncItem
        {
            RecordId = r.Id, PersonId = house.Ada.Id, State = SyncState.Failed, StateSince = TestDatabase.Start, Desired = Desired.Present, DesiredVersion = 1, Approved = true, DesiredFingerprint = "f",
            Failure = kind, FailureStatus = 409, FailureCode = 9048, FailureMessage = "full", FailedAt = TestDatabase.Start,
        }).ToList();
        await house.Database.AddAsync([.. records, .. items]);
        return [.. items.Select(i => i.Id)];
    }
}
