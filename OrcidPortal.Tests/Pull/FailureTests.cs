using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pull;
using OrcidPortal.Remote;
using OrcidPortal.Simulator;
using OrcidPortal.Tests.Infrastructure;
using OrcidPortal.Tests.Push;

namespace OrcidPortal.Tests.Pull;

public sealed class FailureTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_that_is_rejected_blocks_once_and_nobody_knocks_with_it_again()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.PushAsync();
        await house.Registry.RevokeAsync(house.Orcid);

        var first = await house.PullAsync();
        var second = await house.PullAsync();
        house.Clock.Advance(TimeSpan.FromDays(2));
        await house.Get<PullRunner>().RunAsync(Stop);

        first.ShouldBeOfType<ReadOutcome.TokenRejected>();
        // What is public is read without it.
        second.ShouldBeOfType<ReadOutcome.Complete>();
        (await house.Registry.CallsAsync(house.Orcid)).Count(c => c == "GET /record").ShouldBe(1);
        (await house.HistoryAsync()).Count(h => h.Operation == SyncOperation.Disconnect).ShouldBe(1);
        // What was read blindly says nothing about what was removed.
        (await house.ItemAsync()).ShouldSatisfyAllConditions(i => i.RemovedAtOrcidAt.ShouldBeNull(), i => i.PutCode.ShouldNotBeNull());
    }

    [Fact]
    public async Task A_locked_record_is_left_alone_for_a_week()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Registry.SetStandingAsync(house.Orcid, "locked");

        await house.PullAsync();
        house.Clock.Advance(TimeSpan.FromDays(3));
        await house.Get<PullRunner>().RunAsync(Stop);
        var knocked = (await house.Registry.CallsAsync(house.Orcid)).Count;
        await house.Registry.SetStandingAsync(house.Orcid, "active");
        house.Clock.Advance(TimeSpan.FromDays(5));
        await house.Get<LockedRecords>().RecheckAsync(Stop);
        await house.Get<PullRunner>().RunAsync(Stop);

        knocked.ShouldBe(1);
        (await house.Database.ReadAsync(db => db.Connections.SingleAsync())).ShouldSatisfyAllConditions(c => c.LockedAt.ShouldBeNull(), c => c.ComparedAt.ShouldBe(c.ReadAt));
    }

    /// <param name="code">Locked, deactivated, not claimed yet.</param>
    [Theory, InlineData(9018), InlineData(9044), InlineData(9036)]
    public async Task A_record_that_stays_closed_is_looked_at_once_a_week(int code)
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Registry.FaultAsync(new { method = "GET", status = 409, count = 100, body = $$"""{"response-code":409,"developer-message":"closed","user-message":"closed","error-code":{{code}},"more-info":""}""" });

        for (var day = 0; day < 15; day++)
        {
            house.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
            await house.Get<LockedRecords>().RecheckAsync(Stop);
            await house.Get<PullRunner>().RunAsync(Stop);
        }

        (await house.Registry.CallsAsync(house.Orcid)).ShouldBe(["GET /record", "GET /record", "GET /record"]);
        (await house.ConnectionAsync()).ShouldSatisfyAllConditions(c => c.LockedAt.ShouldNotBeNull(), c => c.State.ShouldBe(ConnectionState.Connected));
        (await house.HistoryAsync()).Count(h => h.Operation == SyncOperation.Read && h.Outcome == HistoryOutcome.Failed).ShouldBe(3);
    }

    [Fact]
    public async Task A_registry_that_does_not_answer_is_not_asked_for_everybody()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite, settings: ("Pull:PeopleAtOnce", "1"));
        for (var i = 0; i < 8; i++)
        {
            var person = new Person { LocalId = $"p{i}", GivenNames = "Pat", FamilyName = $"N{i}", SortName = $"n{i}" };
            await house.Database.AddAsync(person);
            await house.ConnectAsync(person, confirmed: true);
        }
        house.Clock.Advance(TimeSpan.FromDays(2));
        await house.Registry.FaultAsync(new { method = "GET", status = 503, count = 100 });

        await house.Get<PullRunner>().RunAsync(Stop);

        var attempts = await house.Database.ReadAsync(db => db.History.CountAsync(h => h.Operation == SyncOperation.Read && h.Outcome == HistoryOutcome.Failed));
        attempts.ShouldBeInRange(CallBudget.SilentCalls, CallBudget.SilentCalls + 1);
        (await house.Get<CallBudget>().ClosedAsync(Stop)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_is_with_somebody_else_is_read_as_soon_as_they_are_done()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On difference engines", "10.5555/other.1"));
        house.Clock.Advance(TimeSpan.FromDays(2));
        var key = Leases.KeyOf("Simulator", SimulatorClient.PortalId, house.Orcid);

        await using (await house.Get<Leases>().TakeAsync(key, Stop)) await house.Get<PullRunner>().RunAsync(Stop);
        var meanwhile = (await house.SuggestionsAsync()).Count;
        await house.Get<PullRunner>().RunAsync(Stop);

        meanwhile.ShouldBe(0);
        (await house.SuggestionsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_asks_while_somebody_else_is_at_it_is_read_as_soon_as_they_are_done()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.PullAsync();
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On difference engines", "10.5555/other.1"));
        var key = Leases.KeyOf("Simulator", SimulatorClient.PortalId, house.Orcid);
        house.Clock.Advance(TimeSpan.FromSeconds(1));

        await using (await house.Get<Leases>().TakeAsync(key, Stop)) (await house.Get<PersonPull>().ReadAsync(house.Ada.Id, Stop)).ShouldBeNull();
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        await house.Get<PullRunner>().RunAsync(Stop);

        (await house.SuggestionsAsync()).Count.ShouldBe(1);
        (await house.ConnectionAsync()).ReadWantedAt.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_sent_while_a_record_is_read_was_not_removed()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.PlanAsync();
        await house.Registry.FaultAsync(new { method = "GET", delayMs = 700 });

        // Whoever comes second finds the lease taken, and comes back.
        var reading = house.Get<PersonPull>().ReadAsync(house.Ada.Id, Stop);
        await Task.Yield();
        await house.PushAsync();
        await reading;
        await house.PushAsync();
        await house.PullAsync();

        (await house.ItemAsync()).State.ShouldBe(SyncState.InSync);
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works"]);
    }

    [Fact]
    public async Task What_the_person_removed_and_hid_at_ORCID_is_noted_and_not_fought()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(3);
        await house.PushAsync();
        await house.PullAsync();
        var works = (await house.Registry.WorksAsync(house.Orcid)).OrderBy(w => w.Title, StringComparer.Ordinal).ToList();
        await house.Registry.RemoveWorkAsync(house.Orcid, works[0].PutCode);
        await house.Registry.ShowAsync(house.Orcid, "work", works[1].PutCode, new { visibility = "limited" });
        var other = await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On engines, part 3", "10.5555/engine.3", "2018-10"));
        await house.Registry.ShowAsync(house.Orcid, "work", other, new { displayIndex = 9 });

        await house.PullAsync();
        await house.PushAsync();
        await house.PushAsync();

        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 2, [SyncState.RemovedAtOrcid] = 1 }, ignoreOrder: true);
        var copies = await house.Database.ReadAsync(db => db.RemoteCopies.AsNoTracking().OrderBy(c => c.PutCode).ToListAsync(Stop));
        copies.OrderBy(c => c.Title, StringComparer.Ordinal).Select(c => (c.Visibility, c.PreferredFrom)).ShouldBe([("limited", null), ("public", "Crossref")]);
        (await house.HistoryAsync()).Single(h => h.Message == "Who may see it was changed at ORCID from public to limited.").RecordId.ShouldNotBeNull();
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works"]);
    }
}
