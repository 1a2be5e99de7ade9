using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pull.Webhooks;
using OrcidPortal.Tests.Infrastructure;
using OrcidPortal.Tests.Push;

namespace OrcidPortal.Tests.Pull.Webhooks;

public sealed class WebhookRegistrarTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_connects_is_registered_and_who_leaves_is_taken_back(DatabaseProvider provider)
    {
        await using var house = await WebhookHouse.OpenAsync(provider);

        await house.RegisterAsync();
        var registered = await house.RegistrationAsync();
        var callback = await house.CallbackAsync();
        await house.RegisterAsync();
        await house.DisconnectAsync();
        await house.RegisterAsync();

        (registered.State, registered.Attempts, registered.DueAt, registered.Message, registered.Orcid).ShouldBe((WebhookState.Registered, 0, null, null, house.Orcid));
        callback.ShouldMatch(@"^https://orcid\.example\.edu/webhooks/orcid/[A-Za-z0-9_-]{43}$");
        registered.SealedSecret.ShouldNotContain(callback.Split('/')[^1]);
        (await house.RegistrationsAsync()).ShouldBeEmpty();
        (await house.Registry.WebhooksAsync()).ShouldBeEmpty();
        house.Registry.ClientTokens.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Each_iD_has_a_secret_of_its_own_however_many_there_are(DatabaseProvider provider)
    {
        await using var house = await WebhookHouse.OpenAsync(provider);
        for (var i = 0; i < 120; i++)
        {
            var person = new Person { LocalId = $"p{i}", GivenNames = "Person", FamilyName = $"{i}", SortName = $"{i} person" };
            await house.Database.AddAsync(person);
            await house.ConnectAsync(person, confirmed: true);
        }

        await house.RegisterAsync();

        var webhooks = await house.Registry.WebhooksAsync();
        webhooks.Select(w => w.Url).Distinct().Count().ShouldBe(121);
        (await house.RegistrationsAsync()).ShouldAllBe(w => w.State == WebhookState.Registered);
    }

    [Theory]
    [InlineData(WebhooksFor.Connected, 0)]
    [InlineData(WebhooksFor.All, 1)]
    public async Task A_rejected_permission_counts_only_where_all_iDs_do(WebhooksFor which, int expected)
    {
        await using var house = await WebhookHouse.OpenAsync(which: which);
        await house.RegisterAsync();

        await house.Database.Transactions.RunAsync((db, ct) => house.Get<Tokens>().RejectedAsync(db, house.Ada.Id, "test", ct), Stop);
        await house.RegisterAsync();

        (await house.Registry.WebhooksAsync()).Count.ShouldBe(expected);
    }

    [Fact]
    public async Task Switched_off_all_of_them_are_taken_back()
    {
        await using var house = await WebhookHouse.OpenAsync();
        await house.RegisterAsync();

        await house.RegisterAsync(house.Compose(settings: []));

        (await house.RegistrationsAsync()).ShouldBeEmpty();
        (await house.Registry.WebhooksAsync()).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_lost_answer_is_asked_for_again_with_the_same_address(DatabaseProvider provider)
    {
        await using var house = await WebhookHouse.OpenAsync(provider);
        await house.Registry.FaultAsync(new { method = "PUT", path = "/*/webhook/*", cutAfter = true });

        await house.RegisterAsync();
        var lost = await house.RegistrationAsync();
        var callback = await house.CallbackAsync();
        await house.RegisterAsync();
        (await house.RegistrationAsync()).State.ShouldBe(WebhookState.Wanted);
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await house.RegisterAsync();

        (lost.State, lost.Attempts).ShouldBe((WebhookState.Wanted, 1));
        lost.Message.ShouldNotBeNull();
        (await house.RegistrationAsync()).State.ShouldBe(WebhookState.Registered);
        (await house.Registry.WebhooksAsync()).ShouldHaveSingleItem().Url.ShouldBe(callback);
    }

    [Fact]
    public async Task What_may_have_been_registered_is_taken_back_although_nobody_knows()
    {
        await using var house = await WebhookHouse.OpenAsync();
        await house.Registry.FaultAsync(new { method = "PUT", path = "/*/webhook/*", cutAfter = true });
        await house.RegisterAsync();

        await house.DisconnectAsync();
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await house.RegisterAsync();

        (await house.RegistrationsAsync()).ShouldBeEmpty();
        (await house.Registry.WebhooksAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_comes_back_before_they_were_taken_back_stays()
    {
        await using var house = await WebhookHouse.OpenAsync();
        await house.RegisterAsync();
        var before = await house.CallbackAsync();
        await house.Registry.FaultAsync(new { method = "DELETE", path = "/*/webhook/*", cutBefore = true });
        await house.DisconnectAsync();
        await house.RegisterAsync();
        (await house.RegistrationAsync()).State.ShouldBe(WebhookState.Ending);

        await house.ReconnectAsync();
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await house.RegisterAsync();

        (await house.RegistrationAsync()).State.ShouldBe(WebhookState.Registered);
        (await house.CallbackAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_missing_permission_is_told_once_and_tried_again_the_next_day()
    {
        await using var house = await WebhookHouse.OpenAsync();
        await house.Registry.AllowAsync("/authenticate /read-limited /activities/update");

        await house.RegisterAsync();
        var told = (await house.RegistrationAsync()).DueAt;
        await house.Registry.AllowAsync("*");
        house.Clock.Advance(TimeSpan.FromHours(23));
        await house.RegisterAsync();
        var standing = await house.Get<WebhookFigures>().LoadAsync(Stop);
        house.Clock.Advance(TimeSpan.FromHours(2));
        await house.RegisterAsync();
        var after = await house.Get<WebhookFigures>().LoadAsync(Stop);

        told.ShouldBe(PushHouse.Start.AddDays(1));
        (standing!.IsScopeMissing, standing.Waiting, standing.Registered).ShouldBe((true, 1, 0));
        (after!.IsScopeMissing, after.Waiting, after.Registered, after.Words).ShouldBe((false, 0, 1, null));
    }

    [Fact]
    public async Task A_token_that_ORCID_no_longer_takes_is_replaced()
    {
        await using var house = await WebhookHouse.OpenAsync();
        await house.RegisterAsync();
        house.Registry.EndClientTokens();
        await house.DisconnectAsync();

        await house.RegisterAsync();

        (await house.RegistrationsAsync()).ShouldBeEmpty();
        house.Registry.ClientTokens.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_portal_that_moves_is_called_at_its_new_address_only(DatabaseProvider provider)
    {
        await using var house = await WebhookHouse.OpenAsync(provider);
        await house.RegisterAsync();
        var before = await house.CallbackAsync();

        await house.RegisterAsync(house.Compose(settings: WebhookHouse.Settings(WebhooksFor.Connected, "https://new.example.edu/orcid/")));

        (await house.CallbackAsync()).ShouldStartWith("https://new.example.edu/orcid/webhooks/orcid/");
        (await house.CallbackAsync()).Split('/')[^1].ShouldNotBe(before.Split('/')[^1]);
        (await house.RegistrationAsync()).State.ShouldBe(WebhookState.Registered);
    }

    [Fact]
    public async Task What_ORCID_refuses_waits_with_its_words()
    {
        await using var house = await WebhookHouse.OpenAsync();
        var nobody = new Person { LocalId = "nobody", GivenNames = "No", FamilyName = "Body", SortName = "body no" };
        await house.Database.AddAsync(nobody);
        await house.ConnectAsync(nobody, confirmed: true);
        await house.Database.Transactions.RunAsync((db, ct) => db.Connections.Where(c => c.PersonId == nobody.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Orcid, "0000-0001-5000-0007"), ct), Stop);

        await house.RegisterAsync();
        await house.RegisterAsync();

        var refused = (await house.RegistrationsAsync()).Single(w => w.Orcid == "0000-0001-5000-0007");
        (refused.State, refused.Attempts, refused.DueAt).ShouldBe((WebhookState.Refused, 1, PushHouse.Start.AddDays(1)));
        refused.Message.ShouldNotBeNullOrEmpty();
        (await house.Registry.WebhooksAsync()).ShouldHaveSingleItem().Orcid.ShouldBe(house.Orcid);
        (await house.Get<WebhookFigures>().LoadAsync(Stop))!.Words.ShouldBe(refused.Message);
    }

    [Fact]
    public async Task A_registry_that_does_not_answer_uses_up_one_attempt_and_no_more()
    {
        await using var house = await WebhookHouse.OpenAsync();
        var grace = new Person { LocalId = "grace", GivenNames = "Grace", FamilyName = "Hopper", SortName = "hopper grace" };
        await house.Database.AddAsync(grace);
        await house.ConnectAsync(grace, confirmed: true);
        await house.Registry.FaultAsync(new { path = "/*/webhook/*", status = 503, count = 5 });

        await house.RegisterAsync();

        (await house.RegistrationsAsync()).Select(w => w.Attempts).Order().ShouldBe([0, 1]);
    }

    [Theory, MemberData(nameof(Databases.Servers), MemberType = typeof(Databases))]
    public async Task Two_processes_register_each_iD_once(DatabaseProvider provider)
    {
        await using var house = await WebhookHouse.OpenAsync(provider);
        for (var i = 0; i < 20; i++)
        {
            var person = new Person { LocalId = $"p{i}", GivenNames = "Person", FamilyName = $"{i}", SortName = $"{i} person" };
            await house.Database.AddAsync(person);
            await house.ConnectAsync(person, confirmed: true);
        }
        ServiceProvider[] processes = [house.Compose(), house.Compose(), house.Compose()];

        await Task.WhenAll(processes.Select(p => house.RegisterAsync(p)));

        (await house.Registry.WebhooksAsync()).Count.ShouldBe(21);
        (await house.RegistrationsAsync()).Count(w => w.State == WebhookState.Registered).ShouldBe(21);
    }

    [Fact]
    public async Task With_lost_keys_an_address_is_given_up_and_a_new_one_registered()
    {
        await using var house = await WebhookHouse.OpenAsync();
        await house.Registry.FaultAsync(new { method = "PUT", path = "/*/webhook/*", cutBefore = true });
        await house.RegisterAsync();
        await house.Database.Transactions.RunAsync((db, ct) => db.WebhookRegistrations.ExecuteUpdateAsync(s => s.SetProperty(w => w.SealedSecret, "unreadable"), ct), Stop);

        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await house.RegisterAsync();

        var registered = await house.RegistrationAsync();
        registered.State.ShouldBe(WebhookState.Registered);
        registered.SecretHash.ShouldBe(WebhookSecrets.Hash((await house.CallbackAsync()).Split('/')[^1]));
    }
}
