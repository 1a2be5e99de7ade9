using Bunit;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Researcher;
using OrcidPortal.Security;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages.Researcher;

public sealed class HomePageTests
{
    [Fact]
    public async Task Who_is_not_connected_is_asked_to_connect_first()
    {
        await using var house = await PageHouse.OpenForAdaAsync();

        var page = house.Open<HomePage>();

        page.WaitForAssertion(() => page.Find("h1").TextContent.ShouldBe("Hello, Ada Lovelace"));
        Tasks(page).ShouldBe(["Your ORCID iD is not connected.→connect/orcid"]);
        page.Find("a.orcid-button").GetAttribute("href").ShouldBe("connect/orcid");
        page.Markup.ShouldContain("The library has nothing of yours yet.");
    }

    [Fact]
    public async Task What_needs_one_comes_with_its_number_and_leads_there()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.ConnectAsync(house.Ada, confirmed: false);
        await house.WorkAsync("A", SyncState.NeedsFix, problems: ["title.required"]);
        await house.WorkAsync("B", SyncState.NeedsFix, problems: ["title.required"]);
        await house.WorkAsync("C", SyncState.RemovedAtOrcid);

        var page = house.Open<HomePage>();

        page.WaitForAssertion(() => Tasks(page).ShouldBe(
        [
            "Look at what would be sent to ORCID, and confirm it. Until then nothing is sent.→first-sync",
            "ORCID would not accept 2 things of yours yet. You can fix them, or the library will.→works?state=NeedsFix",
            "You removed something from your ORCID record. Shall it stay away?→works?state=RemovedAtOrcid",
        ]));
        page.FindAll(".count-list a").Select(a => a.GetAttribute("href")).ShouldBe(["works?state=NeedsFix", "works?state=RemovedAtOrcid"]);
    }

    [Fact]
    public async Task Names_that_wait_for_ones_OK_are_named_behind_the_first_sync()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.ConnectAsync(house.Ada);
        await house.WorkAsync("A. A. L.", SyncState.AwaitingApproval, kind: RecordKind.OtherName);

        var page = house.Open<HomePage>();

        page.WaitForAssertion(() => Tasks(page).ShouldBe(["One of your other names waits for your OK: a name is sent only once you have confirmed it.→works?state=AwaitingApproval"]));
    }

    [Fact]
    public async Task When_all_is_well_it_says_so_and_shows_the_iD_as_ORCID_asks()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.ConnectAsync(house.Ada);
        await house.WorkAsync("A", SyncState.InSync);

        var page = house.Open<HomePage>();

        page.WaitForAssertion(() => page.Find("#needs-me").ParentElement!.TextContent.ShouldContain("Nothing. All is taken care of."));
        var badge = page.Find(".orcid-badge");
        badge.QuerySelector("svg").ShouldNotBeNull();
        badge.TextContent.Trim().ShouldBe(badge.GetAttribute("href"));
        badge.TextContent.ShouldEndWith("/0000-0002-1825-0097");
    }

    [Theory]
    [InlineData(ConnectionState.TokenRejected, "ORCID no longer lets us write to your record.")]
    [InlineData(ConnectionState.Disconnected, "You ended the connection. Nothing more is sent")]
    public async Task A_connection_that_ended_says_what_that_means(ConnectionState state, string words)
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.ConnectAsync(house.Ada, state);

        var page = house.Open<HomePage>();

        page.WaitForAssertion(() => page.Find("#connection").ParentElement!.TextContent.ShouldContain(words));
        page.FindAll("a[href='connect/orcid']").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Who_only_confirmed_the_iD_is_offered_the_other_permission_and_no_first_sync()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.ConnectAsync(house.Ada, confirmed: false, scopes: "/authenticate");

        var page = house.Open<HomePage>();

        page.WaitForAssertion(() => page.Markup.ShouldContain("You have confirmed your iD, but not allowed us to add anything"));
        page.FindAll("a[href='first-sync']").ShouldBeEmpty();
    }

    [Fact]
    public async Task Disconnecting_asks_first_and_names_what_stays()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.ConnectAsync(house.Ada);
        await house.WorkAsync("A", SyncState.InSync, i =>
        {
            i.PutCode = 1234567;
            return i;
        });
        var page = house.Open<HomePage>();
        page.WaitForElement("#connection");

        // The handler goes on when the dialog is answered: waiting for it here would wait for ever.
        var asked = page.Button("Disconnect").ClickAsync(new());

        page.WaitForAssertion(() => page.Find(".mud-dialog").TextContent.ShouldContain("that are from this portal: 1."));
        await page.Button("Stay connected").ClickAsync(new());
        await asked;
        (await house.Database.ReadAsync(db => db.Connections.Select(c => c.State).SingleAsync())).ShouldBe(ConnectionState.Connected);
    }

    [Fact]
    public async Task Who_leaves_may_have_removed_what_was_sent()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.ConnectAsync(house.Ada);
        await house.WorkAsync("A", SyncState.InSync, i =>
        {
            i.PutCode = 1234567;
            return i;
        });
        var page = house.Open<HomePage>();
        page.WaitForElement("#connection");
        var asked = page.Button("Disconnect").ClickAsync(new());
        page.WaitForElement(".mud-dialog");

        await page.FindAll(".mud-dialog input[type=radio]")[1].ChangeAsync(new() { Value = "on" });
        await page.FindAll(".mud-dialog button").Single(b => b.TextContent.Trim() == "Disconnect").ClickAsync(new());
        await asked;

        page.WaitForAssertion(() => page.Markup.ShouldContain("You are leaving"));
        (await house.Database.ReadAsync(db => db.Connections.Select(c => c.State).SingleAsync())).ShouldBe(ConnectionState.Disconnecting);
        house.Jobs.Started.ShouldBe([$"PushJob.RunAsync({house.Ada.Id})"]);
        page.Button("Stop removing and disconnect now").ShouldNotBeNull();
    }

    [Fact]
    public async Task An_account_with_a_known_address_is_asked_whether_it_is_that_person()
    {
        await using var house = await PageHouse.OpenAsync();
        await house.SignInAsync("ada@idp", "researcher@example.edu", null, Roles.Researcher);
        var page = house.Open<HomePage>();
        page.WaitForAssertion(() => page.Find("#proposal").TextContent.ShouldBe("Are you Ada Lovelace?"));

        await page.Button("Yes, this is me").ClickAsync(new());

        (await house.Database.ReadAsync(db => db.Accounts.Select(a => a.PersonId).SingleAsync())).ShouldBe(house.Ada.Id);
        house.Navigation.Uri.ShouldBe(house.Navigation.BaseUri);
    }

    [Fact]
    public async Task Who_says_no_to_a_proposal_is_not_asked_again()
    {
        await using var house = await PageHouse.OpenAsync();
        await house.SignInAsync("ada@idp", "researcher@example.edu", null, Roles.Researcher);
        var page = house.Open<HomePage>();
        page.WaitForElement("#proposal");

        await page.Button("No, that is somebody else").ClickAsync(new());

        await house.Browser.DisposeComponentsAsync();
        var again = house.Open<HomePage>();
        again.WaitForAssertion(() => again.Markup.ShouldContain("Your account belongs to nobody yet"));
        again.FindAll("#proposal").ShouldBeEmpty();
        (await house.Database.ReadAsync(db => db.Accounts.Select(a => a.PersonId).SingleAsync(TestContext.Current.CancellationToken))).ShouldBeNull();
    }

    private static List<string> Tasks(IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> page) =>
        [.. page.FindAll("section[aria-labelledby='needs-me'] li").Select(l => l.QuerySelector("span")!.TextContent + "→" + l.QuerySelector("a")!.GetAttribute("href"))];
}
