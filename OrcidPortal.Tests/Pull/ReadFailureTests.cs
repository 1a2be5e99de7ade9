using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Live;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;
using OrcidPortal.Pull;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Remote;
using OrcidPortal.Tests.Data;
using OrcidPortal.Tests.Infrastructure;
using OrcidPortal.Tests.Push;

namespace OrcidPortal.Tests.Pull;

/// <summary>Whose record cannot be read: noted, shown by cause, tried again.</summary>
public sealed class ReadFailureTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_reading_that_fails_is_noted_until_one_is_read_and_compared(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        await house.Registry.FaultAsync(new { method = "GET", status = 404, count = 2, body = Error(404, 9016, "The resource was not found.") });

        await house.PullAsync();
        var first = await house.ConnectionAsync();
        await house.PullAsync();
        var second = await house.ConnectionAsync();
        var groups = await house.Get<ReadFailureList>().GroupsAsync(null, Stop);
        var people = await house.Get<ReadFailureList>().PeopleAsync(groups[0].Key, null, null, Stop);
        var count = await house.Get<ReadFailureList>().CountAsync(Stop);
        await house.PullAsync();

        (first.ReadFailure, first.ReadFailureStatus, first.ReadFailureMessage).ShouldBe(("NotFound", 404, "The resource was not found."));
        second.ReadFailedSince.ShouldBe(first.ReadFailedSince);
        groups.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            g => g.Key.ShouldBe(new ReadFailureKey(SyncState.Failed, "NotFound", 404, null)), g => g.People.ShouldBe(1), g => g.Example.ShouldBe("The resource was not found."), g => g.Since.ShouldBe(first.ReadFailedSince!.Value));
        people.Items.ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.Name.ShouldBe("Ada Lovelace"), p => p.TriedAt.ShouldBe(second.ReadTriedAt));
        count.ShouldBe(1);
        (await house.ConnectionAsync()).ShouldSatisfyAllConditions(c => c.ReadFailedSince.ShouldBeNull(), c => c.ReadFailure.ShouldBeNull(), c => c.ReadFailureMessage.ShouldBeNull());
        (await house.Get<ReadFailureList>().GroupsAsync(null, Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Details_that_fail_are_a_failure_though_the_list_was_read()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On difference engines", "10.5555/other.1"));
        await house.Registry.FaultAsync(new { method = "GET", path = "/v3.0/*/works/*", status = 400, count = 2, body = Error(400, 9022, "No.") });

        await house.PullAsync();
        await house.PullAsync();
        var failed = await house.ConnectionAsync();
        house.Clock.Advance(TimeSpan.FromHours(25));
        await house.Get<PullRunner>().RunAsync(Stop);

        (failed.ReadFailure, failed.ReadFailureStatus, failed.ReadFailureCode, failed.ReadFailureMessage).ShouldBe(("Refused", 400, 9022, "No."));
        (await house.ConnectionAsync()).ReadFailedSince.ShouldBeNull();
        (await house.SuggestionsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_record_without_news_that_can_be_read_again_is_no_failure_any_more()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.PullAsync();
        await house.Registry.FaultAsync(new { method = "GET", status = 503 });

        await house.PullAsync();
        var failed = await house.ConnectionAsync();
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await house.Get<PullRunner>().RunAsync(Stop);

        // Nobody waits a day for what passed.
        failed.ReadFailure.ShouldBe("Busy");
        (await house.ConnectionAsync()).ReadFailedSince.ShouldBeNull();
        (await house.Registry.CallsAsync(house.Orcid)).ShouldBe(["GET /record", "GET /record", "GET /record"]);
    }

    [Fact]
    public async Task What_does_not_pass_by_itself_is_tried_once_a_day_and_at_once_when_an_admin_says_so()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Registry.FaultAsync(new { method = "GET", status = 404, count = 100, body = Error(404, 9016, "The resource was not found.") });
        house.Clock.Advance(TimeSpan.FromDays(2));
        await house.Get<PullRunner>().RunAsync(Stop);

        await HoursAsync(house, 12);
        var within = (await house.Registry.CallsAsync(house.Orcid)).Count;
        var asked = await house.Get<ReadingAgain>().AskAsync(new ReadFailureKey(SyncState.Failed, "NotFound", 404, null), null, PushHouse.Curator, Stop);
        await HoursAsync(house, 12);
        var wanted = (await house.Registry.CallsAsync(house.Orcid)).Count;
        await HoursAsync(house, 14);

        (within, asked, wanted).ShouldBe((1, 1, 2));
        (await house.Registry.CallsAsync(house.Orcid)).Count.ShouldBe(3);
        (await house.Database.ReadAsync(db => db.Audit.SingleAsync(a => a.Action == "reading.wanted"))).ShouldSatisfyAllConditions(a => a.Subject.ShouldBe($"person:{house.Ada.Id}"), a => a.By.ShouldContain("Cora Curator"));
    }

    [Fact]
    public async Task Somebody_who_was_never_read_is_tried_once_a_day_too()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite, confirmed: false);
        await house.Registry.FaultAsync(new { method = "GET", status = 404, count = 100, body = Error(404, 9016, "The resource was not found.") });
        var reading = house.Get<FirstRead>();
        var calls = new List<int>();

        foreach (var hours in new[] { 0, 6, 6, 0, 6, 30 })
        {
            house.Clock.Advance(TimeSpan.FromHours(hours) + TimeSpan.FromMinutes(2));
            if (hours == 0 && calls.Count > 0) await house.Get<ReadingAgain>().AskAsync(new ReadFailureKey(SyncState.Failed, "NotFound", 404, null), house.Ada.Id, PushHouse.Curator, Stop);
            await reading.ReadWaitingAsync(Stop);
            calls.Add((await house.Registry.CallsAsync(house.Orcid)).Count);
        }

        calls.ShouldBe([1, 1, 1, 2, 2, 3]);
    }

    [Fact]
    public async Task A_rejected_permission_is_no_failure_and_connecting_forgets_one()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Registry.FaultAsync(new { method = "GET", status = 404, count = 2, body = Error(404, 9016, "The resource was not found.") });
        await house.PullAsync();
        await house.ReconnectAsync();
        var connected = await house.ConnectionAsync();
        await house.PullAsync();
        await house.Registry.RevokeAsync(house.Orcid);

        await house.PullAsync();

        connected.ReadFailedSince.ShouldBeNull();
        (await house.ConnectionAsync()).ShouldSatisfyAllConditions(c => c.State.ShouldBe(ConnectionState.TokenRejected), c => c.ReadFailedSince.ShouldBeNull(), c => c.ReadFailure.ShouldBeNull());
        (await house.Get<ReadFailureList>().GroupsAsync(null, Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Disconnecting_forgets_it()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Registry.FaultAsync(new { method = "GET", status = 404, body = Error(404, 9016, "The resource was not found.") });
        await house.PullAsync();

        await house.DisconnectAsync();

        (await house.ConnectionAsync()).ReadFailedSince.ShouldBeNull();
    }

    [Fact]
    public async Task A_locked_record_waits_for_its_person_and_is_looked_at_when_an_admin_says_so()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Registry.SetStandingAsync(house.Orcid, "locked");
        await house.PullAsync();
        var group = (await house.Get<ReadFailureList>().GroupsAsync(null, Stop)).ShouldHaveSingleItem();
        var count = await house.Get<ReadFailureList>().CountAsync(Stop);
        await house.Registry.SetStandingAsync(house.Orcid, "active");

        await house.Get<ReadingAgain>().AskAsync(group.Key, house.Ada.Id, PushHouse.Curator, Stop);
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        await house.Get<PullRunner>().RunAsync(Stop);

        (group.Key, count).ShouldBe((new ReadFailureKey(SyncState.Blocked, "Locked", 409, 9018), 0));
        (await house.ConnectionAsync()).ShouldSatisfyAllConditions(c => c.LockedAt.ShouldBeNull(), c => c.ReadFailedSince.ShouldBeNull(), c => c.ComparedAt.ShouldBe(c.ReadAt));
        (await house.Database.ReadAsync(db => db.PlanRequests.CountAsync(p => p.Cause == "locked-recheck"))).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_registry_that_is_down_is_one_group_that_needs_nobody_and_what_stays_behind_does(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        var answers = new (string Failure, int? Status)[] { ("Unreachable", null), ("Unreachable", 500), ("Busy", 503), ("Busy", 429), ("ClientLocked", 403) };
        for (var i = 0; i < 40; i++) await FailAsync(house, i, answers[i % 5].Failure, answers[i % 5].Status);
        var list = house.Get<ReadFailureList>();

        var now = await list.GroupsAsync(null, Stop);
        var none = await list.CountAsync(Stop);
        var read = await house.Get<ReadingAgain>().AskAsync(now[0].Key with { State = SyncState.Failed, Result = "Busy", Status = 503 }, null, PushHouse.Curator, Stop);
        house.Clock.Advance(TimeSpan.FromHours(25));
        for (var i = 0; i < CallBudget.SilentCalls; i++) await house.Get<CallBudget>().MetAsync(new OrcidResult.Unreachable());
        var closed = await list.GroupsAsync(null, Stop);
        await house.Get<CallBudget>().MetAsync(new OrcidResult.Ok());
        var open = await list.GroupsAsync(null, Stop);

        now.ShouldHaveSingleItem().ShouldSatisfyAllConditions(g => g.Key.ShouldBe(new ReadFailureKey(SyncState.Retrying, null, null, null)), g => g.People.ShouldBe(40), g => g.Example.ShouldBe("words"));
        (await list.PeopleAsync(now[0].Key, null, null, Stop)).Items.ShouldBeEmpty();
        (none, read).ShouldBe((0, 0));
        closed.ShouldHaveSingleItem().Key.State.ShouldBe(SyncState.Retrying);
        open.Select(g => (g.Key.State, g.Key.Result, g.Key.Status, g.People)).ShouldBe(answers.Select(a => (SyncState.Failed, (string?)a.Failure, a.Status, 8)), ignoreOrder: true);
        (await list.CountAsync(Stop)).ShouldBe(40);
    }

    [Fact]
    public async Task The_people_of_a_cause_come_fifty_at_a_time()
    {
        await using var database = await Databases.OpenAsync(Stop);
        await ManyRows.AddAsync(database);
        var list = database.Compose(b => b.AddOrcidApi().AddRecords().AddHistory().AddLive().AddConnect().AddMapping().AddRemote().AddPull()).GetRequiredService<ReadFailureList>();
        List<Page<ReadFailureRow>> pages = [];

        do pages.Add(await list.PeopleAsync(new ReadFailureKey(SyncState.Failed, "a", 1, 1), null, pages.LastOrDefault()?.Next, Stop));
        while (pages[^1].Next is not null);

        pages.Select(p => p.Items.Count).ShouldBe([50, 50, 20]);
        pages.SelectMany(p => p.Items).Select(r => r.PersonId).Distinct().Count().ShouldBe(ManyRows.Count);
        await Should.ThrowAsync<InvalidCursorException>(list.PeopleAsync(new ReadFailureKey(SyncState.Failed, "a", 1, 1), null, "x", Stop));
    }

    private static async Task HoursAsync(PushHouse house, int hours)
    {
        for (var i = 0; i < hours; i++)
        {
            house.Clock.Advance(TimeSpan.FromHours(1));
            await house.Get<PullRunner>().RunAsync(Stop);
        }
    }

    private static async Task FailAsync(PushHouse house, int n, string failure, int? status)
    {
        var person = new Person { LocalId = $"p{n}", GivenNames = "Pat", FamilyName = $"N{n}", SortName = $"n{n}" };
        await house.Database.AddAsync(person, new Connection
        {
            PersonId = person.Id, Environment = "Simulator", ClientId = "APP-1", State = ConnectionState.Connected, Orcid = $"0000-0000-0000-{n:0000}", ReadAt = PushHouse.Start,
            ReadFailedSince = PushHouse.Start, ReadFailure = failure, ReadFailureStatus = status, ReadFailureMessage = "words",
        });
    }

    private static string Error(int status, int code, string text) =>
        $$"""{"response-code":{{status}},"developer-message":"{{text}}","user-message":"{{text}}","error-code":{{code}},"more-info":""}""";
}
