using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;
using OrcidPortal.Pull;
using OrcidPortal.Pull.Webhooks;
using OrcidPortal.Push;
using OrcidPortal.Remote;
using OrcidPortal.Simulator;
using OrcidPortal.Tests.Infrastructure;
using OrcidPortal.Tests.Push;

namespace OrcidPortal.Tests.Pull;

/// <summary>Of people whose permission ORCID no longer takes what is public is read, with the institution's token.</summary>
public sealed class PublicReadingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_public_is_asked_about_and_what_is_not_goes(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On secrets", "10.5555/other.1"), visibility: "limited");
        var hidden = await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On looms", "10.5555/other.2"));
        await house.PullAsync();
        var before = (await house.SuggestionsAsync()).Count;
        await house.Registry.ShowAsync(house.Orcid, "work", hidden, new { visibility = "private" });
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On difference engines", "10.5555/other.3", author: "Ada Lovelace"));
        await house.Registry.AddItemAsync(house.Orcid, "employment", PullHouse.Employment("University of Elsewhere", "Analyst", "1942"), source: "user");
        var read = (await house.ConnectionAsync()).ReadAt;
        await RejectAsync(house);

        await DayAsync(house);
        var now = await house.SuggestionsAsync();
        var connection = await house.ConnectionAsync();
        await DayAsync(house);

        before.ShouldBe(2);
        now.Select(s => s.Title).ShouldBe(["Analyst, University of Elsewhere", "On difference engines"], ignoreOrder: true);
        (await house.Database.ReadAsync(db => db.ForeignCopies.Select(c => c.Visibility).ToListAsync())).ShouldBe(["public", "public"]);
        (await house.ListAsync(SuggestionGroup.Works)).ShouldHaveSingleItem().Fields.Contributors.ShouldHaveSingleItem().Name.ShouldBe("Ada Lovelace");
        (connection.State, connection.ReadAt).ShouldBe((ConnectionState.TokenRejected, read));
        connection.PublicReadAt.ShouldNotBeNull();
        (await house.ConnectionAsync()).ShouldSatisfyAllConditions(c => c.PublicReadAt!.Value.ShouldBeGreaterThan(connection.PublicReadAt.Value), c => c.ComparedAt.ShouldBe(c.PublicReadAt), c => c.ReadAt.ShouldBe(read));
        // The second day is one call: nothing has changed.
        (await house.Registry.PublicCallsAsync(house.Orcid)).ShouldBe(["GET /record", $"GET /works/{now.Single(s => s.Section == "work").PutCode}", "GET /record"]);
        (await house.ClaimAsync([.. now.Select(s => s.Id)])).ShouldBe(2);
    }

    /// <param name="mistake">One put in to show that this test would find it.</param>
    [Theory, InlineData("None", 0), InlineData("RemovedByBlindReading", 2)]
    public async Task What_everybody_does_not_see_was_not_removed(string mistake, int missing)
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(3);
        await house.PushAsync();
        await house.PullAsync();
        var works = (await house.Registry.WorksAsync(house.Orcid)).OrderBy(w => w.Title, StringComparer.Ordinal).ToList();
        await RejectAsync(house);
        await house.Registry.ShowAsync(house.Orcid, "work", works[0].PutCode, new { visibility = "private" });
        await house.Registry.RemoveWorkAsync(house.Orcid, works[1].PutCode);
        house.Get<Mistakes>().Made = Enum.Parse<Mistake>(mistake);

        await DayAsync(house);
        await house.PushAsync();
        var blind = await house.Database.ReadAsync(db => db.RemoteCopies.CountAsync(c => c.MissingSince != null));
        house.Get<Mistakes>().Made = Mistake.None;
        var states = await house.StatesAsync();
        await house.ReconnectAsync();
        await DayAsync(house);

        blind.ShouldBe(missing);
        if (missing > 0) return;
        states.Keys.ShouldNotContain(SyncState.RemovedAtOrcid);
        // With the permission again it is known what was removed, and what was only hidden.
        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 2, [SyncState.RemovedAtOrcid] = 1 }, ignoreOrder: true);
        (await house.ConnectionAsync()).ShouldSatisfyAllConditions(c => c.PublicReadAt.ShouldBeNull(), c => c.ReadAt.ShouldNotBeNull());
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works"]);
    }

    [Fact]
    public async Task What_the_person_decided_about_something_hidden_is_there_when_they_connect_again()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On secrets", "10.5555/other.1"), visibility: "limited");
        await house.PullAsync();
        await house.Get<SuggestionAnswers>().DismissAsync(house.Ada.Id, (await house.SuggestionAsync()).Id, PullHouse.Ada, Stop);
        await RejectAsync(house);
        await DayAsync(house);
        var meanwhile = await house.SuggestionAsync();

        await house.ReconnectAsync();
        await DayAsync(house);

        (meanwhile.State, meanwhile.IsGone).ShouldBe((SuggestionState.Dismissed, true));
        (await house.SuggestionAsync()).ShouldSatisfyAllConditions(s => s.State.ShouldBe(SuggestionState.Dismissed), s => s.IsGone.ShouldBeFalse());
    }

    [Fact]
    public async Task Somebody_who_disconnected_is_not_read()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.PullAsync();
        await house.DisconnectAsync();

        await DayAsync(house);
        var asked = await house.PullAsync();

        asked.ShouldBeOfType<ReadOutcome.NotConnected>();
        (await house.Registry.PublicCallsAsync(house.Orcid)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Works_are_read_whole_a_hundred_at_a_time()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await RejectAsync(house);
        for (var i = 0; i < 130; i++) await house.Registry.AddWorkAsync(house.Orcid, $"A work about the number {i}", $"10.5555/other.{i}", "2019-05");

        await DayAsync(house);

        (await house.Registry.PublicCallsAsync(house.Orcid)).Count.ShouldBe(3);
        (await house.SuggestionsAsync()).Count.ShouldBe(130);
        (await house.Database.ReadAsync(db => db.ForeignCopies.CountAsync(c => c.DetailsAt == null))).ShouldBe(0);
    }

    [Fact]
    public async Task Those_with_a_permission_come_first_and_then_the_longest_unread()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite, settings: ("Pull:PeopleAtOnce", "1"));
        var people = new Dictionary<string, string>();
        foreach (var (name, days) in new[] { ("new", 2), ("old", 9), ("never", 0) })
        {
            var person = new Person { LocalId = name, GivenNames = "Pat", FamilyName = name, SortName = name };
            await house.Database.AddAsync(person);
            people[name] = await house.ConnectAsync(person, confirmed: true);
            await house.Database.Transactions.RunAsync((db, ct) => db.Connections.Where(c => c.PersonId == person.Id).ExecuteUpdateAsync(
                s => s.SetProperty(c => c.State, ConnectionState.TokenRejected).SetProperty(c => c.ReadAt, days == 0 ? null : PushHouse.Start.AddDays(-days)), ct), Stop);
        }

        await DayAsync(house);

        var order = (await house.HistoryAsync()).Where(h => h.Operation == SyncOperation.Read).Select(h => h.Orcid).ToList();
        order.ShouldBe([house.Orcid, people["never"], people["old"], people["new"]]);
    }

    [Fact]
    public async Task The_calls_of_a_day_are_kept_and_nobody_is_blamed()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite, settings: [("Pull:PeopleAtOnce", "1"), ("Orcid:PublicReadsPerDay", "3")]);
        for (var i = 0; i < 4; i++)
        {
            var person = new Person { LocalId = $"p{i}", GivenNames = "Pat", FamilyName = $"N{i}", SortName = $"n{i}" };
            await house.Database.AddAsync(person);
            await house.ConnectAsync(person, confirmed: true);
        }
        await house.Database.Transactions.RunAsync((db, ct) => db.Connections.ExecuteUpdateAsync(s => s.SetProperty(c => c.State, ConnectionState.TokenRejected), ct), Stop);
        house.Clock.Advance(TimeSpan.FromDays(2));

        await house.Get<PullRunner>().RunAsync(Stop);
        var first = await ReadAsync(house);
        house.Clock.Advance(TimeSpan.FromHours(2));
        await house.Get<PullRunner>().RunAsync(Stop);
        var later = await ReadAsync(house);
        house.Clock.Advance(TimeSpan.FromHours(23));
        await house.Get<PullRunner>().RunAsync(Stop);

        (first, later, await ReadAsync(house)).ShouldBe((3, 3, 5));
        (await house.HistoryAsync()).ShouldAllBe(h => h.Outcome == HistoryOutcome.Done);
        (await house.Get<ReadFailureList>().GroupsAsync(null, Stop)).ShouldBeEmpty();
        (await house.Get<CallBudget>().ClosedAsync(Stop)).ShouldBeNull("the member API has its own");

        static Task<int> ReadAsync(PushHouse house) => house.Database.ReadAsync(db => db.Connections.CountAsync(c => c.PublicReadAt != null));
    }

    [Fact]
    public async Task Without_a_token_for_what_is_public_nothing_is_read_and_ORCID_is_asked_once_an_hour()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await RejectAsync(house);
        await house.Registry.AllowAsync("/authenticate /read-limited");

        for (var i = 0; i < 5; i++) await DayAsync(house, TimeSpan.FromMinutes(i == 0 ? 1500 : 10));
        var refused = house.Registry.ClientTokens;
        var connection = await house.ConnectionAsync();
        await house.Registry.AllowAsync("*");
        await DayAsync(house, TimeSpan.FromMinutes(10));
        var stillResting = await house.Registry.PublicCallsAsync(house.Orcid);
        await DayAsync(house, TimeSpan.FromMinutes(61));

        refused.ShouldBe(0);
        (connection.PublicReadAt, connection.ReadFailedSince).ShouldBe((null, null));
        stillResting.ShouldBeEmpty();
        (await house.ConnectionAsync()).PublicReadAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task That_there_is_no_token_stands_in_the_log_once_until_there_was_one()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await RejectAsync(house);
        await house.Registry.AllowAsync("/authenticate /read-limited");
        var log = new Lines();
        var everybody = new PublicAccess(
            house.Get<InstitutionTokens>(), house.Get<IDbContextFactory<PortalDb>>(), house.Services.GetRequiredKeyedService<CallBudget>(CallBudget.Public), house.Get<IOptions<OrcidOptions>>(), house.Clock, log);

        for (var hour = 0; hour < 5; hour++) (await OpenAsync()).ShouldBeNull();
        var said = log.Count;
        await house.Registry.AllowAsync("*");
        (await OpenAsync()).ShouldNotBeNull().ShouldSatisfyAllConditions(a => a.IsPublic.ShouldBeTrue(), a => a.Orcid.Value.ShouldBe(house.Orcid));
        everybody.Refused(new OrcidResult.MissingScope());

        (said, log.Count).ShouldBe((1, 2));
        log.ShouldAllBe(l => l.StartsWith("ORCID gave the institution no token for what is public: MissingScope", StringComparison.Ordinal));

        Task<OrcidPortal.Connect.ConnectionAccess?> OpenAsync()
        {
            house.Clock.Advance(TimeSpan.FromMinutes(61));
            return everybody.OpenAsync(house.Ada.Id, Stop);
        }
    }

    [Fact]
    public async Task A_token_of_the_institution_that_ended_is_replaced_and_says_nothing_about_the_person()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await RejectAsync(house);
        await DayAsync(house);
        house.Registry.EndClientTokens();

        await DayAsync(house);
        var refused = await house.ConnectionAsync();
        await DayAsync(house, TimeSpan.FromMinutes(2));

        (refused.State, refused.ReadFailedSince, refused.Scopes).ShouldBe((ConnectionState.TokenRejected, null, "/read-limited /activities/update"));
        (await house.ConnectionAsync()).PublicReadAt!.Value.ShouldBeGreaterThan(refused.PublicReadAt!.Value);
        house.Registry.ClientTokens.ShouldBe(2);
    }

    [Fact]
    public async Task A_webhook_is_answered_with_what_is_public()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite, settings: [("Pull:Webhooks", "All"), ("Pull:WebhookUrl", "https://orcid.example.edu")]);
        await RejectAsync(house);
        await DayAsync(house);
        await house.Get<WebhookRegistrar>().RunAsync(Stop);
        var secret = (await house.Registry.WebhooksAsync()).ShouldHaveSingleItem().Url.Split('/')[^1];
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On difference engines", "10.5555/other.1"));

        house.Clock.Advance(TimeSpan.FromMinutes(5));
        await house.Get<WebhookReceipt>().ReceiveAsync(secret, Stop);
        house.Clock.Advance(TimeSpan.FromSeconds(3));
        await house.Get<PullRunner>().RunAsync(Stop);

        (await house.SuggestionAsync()).Title.ShouldBe("On difference engines");
        (await house.ConnectionAsync()).ReadWantedAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_reading_that_fails_is_listed_and_a_merged_record_is_followed()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await RejectAsync(house);
        await house.Registry.FaultAsync(new { method = "GET", path = "/pub/v3.0/*", status = 404, body = """{"response-code":404,"developer-message":"The resource was not found.","user-message":"gone","error-code":9016,"more-info":""}""" });
        await DayAsync(house);
        var failed = (await house.Get<ReadFailureList>().GroupsAsync(null, Stop)).ShouldHaveSingleItem();
        var other = await house.Registry.AddPersonAsync("Ada", "King");
        await house.Registry.AddItemAsync(other, "work", PullHouse.Work("On difference engines", "10.5555/other.1"));
        await house.Registry.MergeAsync(house.Orcid, other);

        await DayAsync(house, TimeSpan.FromHours(25));
        var followed = await house.ConnectionAsync();
        await DayAsync(house, TimeSpan.FromMinutes(2));

        failed.Key.ShouldBe(new ReadFailureKey(SyncState.Failed, "NotFound", 404, null));
        (followed.Orcid, followed.State, followed.ReadFailedSince).ShouldBe((other, ConnectionState.TokenRejected, null));
        (await house.SuggestionAsync()).Orcid.ShouldBe(other);
        (await house.ConnectionAsync()).PublicReadAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_holds_the_lease_is_alone_also_with_what_is_public()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await RejectAsync(house);
        house.Clock.Advance(TimeSpan.FromDays(2));

        await using (await house.Get<Leases>().TakeAsync(Leases.KeyOf("Simulator", SimulatorClient.PortalId, house.Orcid), Stop)) await house.Get<PullRunner>().RunAsync(Stop);
        var meanwhile = await house.Registry.PublicCallsAsync(house.Orcid);
        await house.Get<PullRunner>().RunAsync(Stop);

        meanwhile.ShouldBeEmpty();
        (await house.Registry.PublicCallsAsync(house.Orcid)).ShouldBe(["GET /record"]);
    }

    private sealed class Lines : List<string>, ILogger<PublicAccess>
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Add(formatter(state, exception));
    }

    /// <summary>Ada ends the permission at ORCID, and the portal finds out.</summary>
    private static async Task RejectAsync(PushHouse house)
    {
        await house.Registry.RevokeAsync(house.Orcid);
        (await house.PullAsync()).ShouldBeOfType<ReadOutcome.TokenRejected>();
    }

    /// <summary>Time goes on, and what is due is read, as the jobs do it.</summary>
    private static async Task DayAsync(PushHouse house, TimeSpan? time = null)
    {
        house.Clock.Advance(time ?? TimeSpan.FromHours(25));
        await house.Get<FirstRead>().ReadWaitingAsync(Stop);
        await house.Get<PullRunner>().RunAsync(Stop);
        await house.PushAsync();
    }
}
