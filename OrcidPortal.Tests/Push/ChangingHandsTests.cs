using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Simulator;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Push;

/// <summary>People leave, come back, come back with another iD, and iDs go to somebody else.</summary>
public sealed class ChangingHandsTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_comes_back_with_the_same_iD_finds_what_was_sent_and_nothing_goes_again(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        await house.SaveAsync(2);
        await house.PushAsync();
        await house.DisconnectAsync();
        await house.PushAsync();
        var left = await house.StatesAsync();

        var offered = await house.ReturnAsync(house.Orcid);

        left.ShouldBe(new Dictionary<SyncState, int> { [SyncState.NotChosen] = 2 });
        (offered.FromUs.Count, offered.NotThereYet.Count).ShouldBe((2, 0));
        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 2 });
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works"]);
    }

    [Fact]
    public async Task Who_comes_back_after_having_had_another_iD_finds_what_was_sent_to_the_first()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(2);
        await house.PushAsync();
        var codes = (await house.Registry.WorksAsync(house.Orcid)).Select(w => (long?)w.PutCode).Order().ToList();
        var other = await house.Registry.AddPersonAsync("Ada", "King");
        await house.DisconnectAsync();
        await house.ReturnAsync(other);
        await house.DisconnectAsync();

        await house.ReturnAsync(house.Orcid);
        await house.PushAsync();

        (await house.Registry.WorksAsync(other)).Count.ShouldBe(2);
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works"]);
        var items = await house.ItemsAsync();
        items.Select(i => i.PutCode).Order().ShouldBe(codes);
        items.ShouldAllBe(i => i.State == SyncState.InSync);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_iD_that_goes_to_somebody_else_leaves_the_first_persons_items_alone_and_nothing_goes_twice(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        var ben = new Person { LocalId = "ben", GivenNames = "Ada", FamilyName = "Lovelace", SortName = "lovelace ada" };
        await house.Database.AddAsync(ben, new Preference { PersonId = ben.Id, Mode = SendMode.AtOnce });
        await house.SaveAsync(3);
        await house.PushAsync();
        await house.DisconnectAsync();
        await house.SaveAsync(house.Draft(1, person: ben), house.Draft(2, person: ben), house.Draft(4, person: ben));
        await house.ConnectAsync(ben, confirmed: true, house.Orcid);
        await house.Registry.RemoveWorkAsync(house.Orcid, (await house.Registry.WorksAsync(house.Orcid)).Single(w => w.Title.EndsWith('2')).PutCode);
        house.Clock.Advance(TimeSpan.FromMinutes(5));

        await house.Services.GetRequiredService<FirstRead>().ReadAsync(ben.Id, TestContext.Current.CancellationToken);
        await house.PushAsync();
        await house.PushAsync();

        var items = await house.ItemsAsync();
        items.Where(i => i.PersonId == ben.Id).ShouldAllBe(i => i.State == SyncState.InSync && i.PutCode != null);
        items.Where(i => i.PersonId == house.Ada.Id).ShouldAllBe(i => i.State == SyncState.NotChosen && i.RemovedAtOrcidAt == null && i.Failure == FailureKind.None);
        (await house.Registry.WorksAsync(house.Orcid)).Select(w => w.Title[^1]).Order().ShouldBe(['1', '2', '3', '4']);
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works", "POST /works"]);
    }

    [Fact]
    public async Task What_was_under_way_when_the_permission_ended_is_looked_for_before_anything_is_sent()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(2);
        await house.Registry.FaultAsync(new { method = "POST", cutAfter = true });
        await house.PushAsync();
        await house.Registry.RevokeAsync(house.Orcid);
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await house.PushAsync();
        await house.PushAsync();
        var ended = await house.StatesAsync();

        await house.ReconnectAsync();
        await house.PushAsync();
        var unread = await house.Registry.WritesAsync(house.Orcid);
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await house.Services.GetRequiredService<FirstRead>().ReadWaitingAsync(TestContext.Current.CancellationToken);
        await house.PushAsync();

        ended.ShouldBe(new Dictionary<SyncState, int> { [SyncState.Blocked] = 2 });
        unread.ShouldBe(["POST /works"]);
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works"]);
        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 2 });
    }

    [Fact]
    public async Task A_token_that_is_rejected_while_looking_blocks_and_ORCID_is_not_asked_again()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Registry.AddWorkAsync(house.Orcid, "On engines, part 1", "10.5555/engine.1", "2018-10", SimulatorClient.PortalId);
        await house.SaveAsync(1);
        await house.Services.GetRequiredService<FirstRead>().ReadAsync(house.Ada.Id, TestContext.Current.CancellationToken);
        await house.Registry.RevokeAsync(house.Orcid);
        await house.PushAsync();
        var calls = (await house.Registry.CallsAsync(house.Orcid)).Count;

        await house.PushAsync();

        (await house.Registry.CallsAsync(house.Orcid)).Count.ShouldBe(calls);
        (await house.ItemAsync()).ShouldSatisfyAllConditions(i => i.State.ShouldBe(SyncState.Blocked), i => i.PutCode.ShouldNotBeNull());
        (await house.Database.ReadAsync(db => db.Connections.SingleAsync())).State.ShouldBe(ConnectionState.TokenRejected);
    }
}
