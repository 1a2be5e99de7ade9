using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Push;

/// <summary>What keeps the sender from sending: the pause, the pilot, the daily cap, the brake.</summary>
public sealed class HoldingBackTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_one_cause_would_change_is_too_much_and_waits_for_an_admin(DatabaseProvider provider)
    {
        await using var house = await SentAsync(provider, works: 60);
        await house.SaveAsync([.. Enumerable.Range(1, 60).Select(i => house.Draft(i, $"Another title {i}"))]);

        await house.PlanAsync();
        house.Clock.Advance(TimeSpan.FromDays(2));
        await house.PushAsync();

        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.Held] = 60 });
        (await house.ItemsAsync()).ShouldAllBe(i => i.HoldReason == HoldReason.Brake && i.Cause == "import:test");
        var resends = house.Services.GetRequiredService<Resends>();
        var waiting = (await resends.WaitingAsync(Cancellation)).ShouldHaveSingleItem();
        (waiting.Items, waiting.Removals, waiting.People, waiting.Resend.PersonId).ShouldBe((60, 0, 1, (Guid?)null));
        (await resends.ItemsAsync(waiting.Resend.Id, null, Cancellation)).Items.Count.ShouldBe(50);

        (await resends.ReleaseAsync(waiting.Resend.Id, PushHouse.Curator, Cancellation)).ShouldBe(60);
        (await resends.ReleaseAsync(waiting.Resend.Id, PushHouse.Curator, Cancellation)).ShouldBeNull("once");
        await house.PushAsync();

        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 60 });
        (await house.Registry.WorksAsync(house.Orcid)).ShouldAllBe(w => w.Title.StartsWith("Another title"));
        (await resends.WaitingAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Removals_are_braked_too_and_what_comes_back_goes_its_way()
    {
        await using var house = await SentAsync(DatabaseProvider.Sqlite, works: 60);
        foreach (var item in await house.ItemsAsync()) await house.EndAsync(item.RecordId);

        await house.PlanAsync();

        var waiting = (await house.Services.GetRequiredService<Resends>().WaitingAsync(Cancellation)).ShouldHaveSingleItem();
        (waiting.Items, waiting.Removals).ShouldBe((60, 60));
        house.Clock.Advance(TimeSpan.FromDays(30));
        await house.PushAsync();
        (await house.Registry.WorksAsync(house.Orcid)).Count.ShouldBe(60);
    }

    [Fact]
    public async Task What_was_found_at_ORCID_is_counted_also_where_the_person_is_planned_for_something_else()
    {
        await using var house = await SentAsync(DatabaseProvider.Sqlite, works: 60);
        await house.Database.Transactions.RunAsync(async (db, ct) =>
        {
            await db.SyncItems.ExecuteUpdateAsync(s => s.SetProperty(i => i.SentFingerprint, "from an earlier system"), ct);
            foreach (var cause in new[] { "sent", "found at ORCID", "read" }) PlanRequests.Ask(db, PlanScope.Person, house.Ada.Id, cause, house.Clock.GetUtcNow());
        }, Cancellation);

        await house.PlanAsync();

        (await house.ItemsAsync()).ShouldAllBe(i => i.State == SyncState.Held && i.Cause!.StartsWith("found at ORCID"));
        (await house.Services.GetRequiredService<Resends>().WaitingAsync(Cancellation)).ShouldHaveSingleItem().Items.ShouldBe(60);
    }

    [Fact]
    public async Task A_change_of_fifty_goes_by_itself()
    {
        await using var house = await SentAsync(DatabaseProvider.Sqlite, works: 60);
        await house.SaveAsync([.. Enumerable.Range(1, 50).Select(i => house.Draft(i, $"Another title {i}"))]);

        await house.PlanAsync();
        house.Clock.Advance(TimeSpan.FromDays(2));
        await house.PushAsync();

        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 60 });
    }

    [Fact]
    public async Task New_works_are_never_braked()
    {
        await using var house = await SentAsync(DatabaseProvider.Sqlite, works: 120);

        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 120 });
    }

    [Fact]
    public async Task In_a_pilot_only_those_named_are_sent_and_when_it_ends_all_are()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite, settings: ("Push:OnlyFor:0", "somebody"));
        await house.SaveAsync(3);
        await house.PushAsync();
        (await house.ItemsAsync()).ShouldAllBe(i => i.State == SyncState.Held && i.HoldReason == HoldReason.Pilot);

        // Started again without.
        await house.PushAsync(house.Compose(settings: []));

        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 3 });
    }

    [Fact]
    public async Task A_department_may_be_the_pilot()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite, settings: ("Push:OnlyFor:0", "computing"));
        await house.Database.Transactions.RunAsync(async (db, ct) => (await db.People.SingleAsync(ct)).Department = "Computing", Cancellation);
        await house.SaveAsync(1);

        await house.PushAsync();

        (await house.ItemAsync()).State.ShouldBe(SyncState.InSync);
    }

    [Fact]
    public async Task No_more_than_the_cap_goes_on_one_day()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite, settings: ("Push:DailyCap", "3"));
        await house.SaveAsync(5);

        await house.PushAsync();
        await house.PushAsync();
        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 3, [SyncState.Ready] = 2 });
        house.Clock.Advance(TimeSpan.FromDays(1));
        await house.PushAsync();

        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 5 });
    }

    [Fact]
    public async Task While_sending_is_paused_nothing_goes_also_what_was_asked_for()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(2);
        var pause = house.Services.GetRequiredService<SendingSwitch>();
        (await pause.PauseAsync(" ", PushHouse.Curator, Cancellation)).ShouldNotBeNull();
        (await pause.PauseAsync("The repository is moved.", PushHouse.Curator, Cancellation)).ShouldBeNull();

        await house.SendNowAsync();
        await house.PushAsync();
        await house.Services.GetRequiredService<PushSender>().SendAsync(house.Ada.Id, Cancellation);

        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.Ready] = 2 });
        (await pause.FindAsync(Cancellation))!.Reason.ShouldBe("The repository is moved.");
        (await pause.ResumeAsync(PushHouse.Curator, Cancellation)).ShouldBeTrue();
        (await pause.ResumeAsync(PushHouse.Curator, Cancellation)).ShouldBeFalse();
        await house.PushAsync();
        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 2 });
    }

    [Fact]
    public void Every_fourth_place_goes_to_the_shortest_list()
    {
        var people = Enumerable.Range(0, 10).Select(_ => Guid.NewGuid()).ToList();

        PushSender.Fair(people).Select(p => people.IndexOf(p)).ShouldBe([0, 1, 2, 9, 3, 4, 5, 8, 6, 7]);
    }

    private static async Task<PushHouse> SentAsync(DatabaseProvider provider, int works)
    {
        var house = await PushHouse.OpenAsync(provider);
        await house.SaveAsync(works);
        await house.PushAsync();
        return house;
    }
}
