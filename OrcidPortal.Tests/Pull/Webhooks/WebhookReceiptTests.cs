using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pull;
using OrcidPortal.Pull.Webhooks;
using OrcidPortal.Remote;
using OrcidPortal.Tests.Infrastructure;
using OrcidPortal.Tests.Push;

namespace OrcidPortal.Tests.Pull.Webhooks;

public sealed class WebhookReceiptTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_changed_is_read_as_soon_as_ORCID_calls(DatabaseProvider provider)
    {
        await using var house = await WebhookHouse.OpenAsync(provider);
        await house.RegisterAsync();
        await house.ReadDueAsync();
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On difference engines", "10.5555/other.1"));

        await house.CallAsync(await house.CallbackAsync());
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await house.ReadDueAsync();

        (await house.ListAsync(SuggestionGroup.Works)).ShouldHaveSingleItem().Title.ShouldBe("On difference engines");
        (await house.ConnectionAsync()).ReadWantedAt.ShouldBeNull();
        (await house.RegistrationAsync()).CalledAt.ShouldBe(PushHouse.Start);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_storm_is_one_reading(DatabaseProvider provider)
    {
        await using var house = await WebhookHouse.OpenAsync(provider);
        await house.RegisterAsync();
        var callback = await house.CallbackAsync();
        var before = (await house.ConnectionAsync()).Revision;

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => house.CallAsync(callback)));
        var written = (await house.ConnectionAsync()).Revision - before;
        await house.ReadDueAsync();
        var tooEarly = await house.ReadingsAsync();
        house.Clock.Advance(TimeSpan.FromSeconds(3));
        await house.ReadDueAsync();
        house.Clock.Advance(TimeSpan.FromMinutes(10));
        await house.ReadDueAsync();

        (written, tooEarly).ShouldBe((1, 0));
        (await house.ReadingsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_storm_that_does_not_end_is_one_reading_a_minute()
    {
        const int Calls = 100;
        await using var house = await WebhookHouse.OpenAsync();
        await house.RegisterAsync();
        var callback = await house.CallbackAsync();

        for (var i = 0; i < Calls; i++)
        {
            await house.CallAsync(callback);
            await house.ReadDueAsync();
            house.Clock.Advance(TimeSpan.FromSeconds(3));
        }

        (await house.ReadingsAsync()).ShouldBeInRange(4, 6);
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await house.ReadDueAsync();
        (await house.ConnectionAsync()).ShouldSatisfyAllConditions(c => c.ReadWantedAt.ShouldBeNull(), c => c.Revision.ShouldBeLessThan(Calls / 2));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_call_while_the_record_is_read_leads_to_another_reading(DatabaseProvider provider)
    {
        await using var house = await WebhookHouse.OpenAsync(provider);
        await house.RegisterAsync();
        var callback = await house.CallbackAsync();
        await house.CallAsync(callback);
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await house.Registry.FaultAsync(new { method = "GET", path = "/v3.0/*/record", delayMs = 1_000 });

        var reading = house.ReadDueAsync();
        while (house.Get<CallBudget>().UnderWay == 0 && !reading.IsCompleted) await Task.Delay(5, Stop);
        await house.CallAsync(callback);
        await reading;
        var between = await house.ReadingsAsync();
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await house.ReadDueAsync();

        between.ShouldBe(1);
        (await house.ReadingsAsync()).ShouldBe(2);
        (await house.ConnectionAsync()).ReadWantedAt.ShouldBeNull();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Calls_before_and_during_a_push_lead_to_a_reading_after_it_that_finds_nothing_missing(DatabaseProvider provider)
    {
        await using var house = await WebhookHouse.OpenAsync(provider);
        await house.RegisterAsync();
        var callback = await house.CallbackAsync();
        await house.SaveAsync(3);
        await house.PlanAsync();
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On difference engines", "10.5555/other.1"));
        await house.CallAsync(callback);
        await house.Registry.FaultAsync(new { method = "POST", path = "/v3.0/*/works", delayMs = 3_000 });

        var pushing = house.PushAsync();
        while (house.Get<CallBudget>().UnderWay == 0 && !pushing.IsCompleted) await Task.Delay(5, Stop);
        await house.CallAsync(callback);
        // Its turn has come; but the push holds the lease.
        house.Clock.Advance(TimeSpan.FromSeconds(3));
        await house.ReadDueAsync();
        var during = await house.ReadingsAsync();
        await pushing;
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await house.ReadDueAsync();
        await house.PushAsync();

        during.ShouldBe(0);
        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 3 });
        (await house.ListAsync(SuggestionGroup.Works)).ShouldHaveSingleItem().Title.ShouldBe("On difference engines");
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works"]);
        (await house.ConnectionAsync()).ReadWantedAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_reading_that_begins_between_two_calls_does_not_count_for_the_second()
    {
        await using var house = await WebhookHouse.OpenAsync();
        await house.RegisterAsync();
        var callback = await house.CallbackAsync();

        await house.CallAsync(callback);
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        await house.Get<PersonPull>().ReadAsync(house.Ada.Id, Stop);
        await house.CallAsync(callback);
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await house.ReadDueAsync();

        (await house.ReadingsAsync()).ShouldBe(2);
    }

    [Theory, MemberData(nameof(Databases.Servers), MemberType = typeof(Databases))]
    public async Task A_reading_that_ends_at_that_moment_does_not_take_the_call_back(DatabaseProvider provider)
    {
        await using var house = await WebhookHouse.OpenAsync(provider);
        await house.RegisterAsync();
        var callback = await house.CallbackAsync();
        await house.CallAsync(callback);
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        var (began, runs) = (house.Clock.GetUtcNow(), 0);

        await house.Database.Transactions.RunAsync(async (db, ct) =>
        {
            var connection = await db.Connections.SingleAsync(ct);
            if (++runs == 1) await house.CallAsync(callback);
            if (connection.ReadWantedAt < began) connection.ReadWantedAt = null;
            connection.ReadAt = began;
        }, Stop);

        runs.ShouldBe(2);
        (await house.ConnectionAsync()).ReadWantedAt.ShouldBe(began + WebhookReceipt.Folding);
    }

    [Fact]
    public async Task A_wrong_secret_changes_nothing()
    {
        await using var house = await WebhookHouse.OpenAsync();
        await house.RegisterAsync();
        var before = await house.RegistrationAsync();

        foreach (var wrong in new[] { WebhookSecrets.New(), "", "x", new string('é', 43), new string('A', 100_000), before.SecretHash, (await house.CallbackAsync())[..^1] }) await house.CallAsync(wrong);

        (await house.ConnectionAsync()).ReadWantedAt.ShouldBeNull();
        (await house.RegistrationAsync()).ShouldBeEquivalentTo(before);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_call_about_an_iD_that_nobody_has_any_more_ends_the_registration(DatabaseProvider provider)
    {
        await using var house = await WebhookHouse.OpenAsync(provider);
        await house.RegisterAsync();
        var callback = await house.CallbackAsync();
        await house.DisconnectAsync();

        await house.CallAsync(callback);
        var ended = await house.RegistrationAsync();
        await house.CallAsync(callback);
        (await house.RegistrationAsync()).Revision.ShouldBe(ended.Revision);
        await house.RegisterAsync();

        ended.State.ShouldBe(WebhookState.Ending);
        (await house.ConnectionAsync()).ReadWantedAt.ShouldBeNull();
        (await house.Registry.WebhooksAsync()).ShouldBeEmpty();
    }
}
