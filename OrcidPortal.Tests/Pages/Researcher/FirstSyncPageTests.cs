using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Researcher;
using OrcidPortal.Tests.Infrastructure;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages.Researcher;

public sealed class FirstSyncPageTests
{
    [Fact]
    public async Task Who_is_not_connected_is_led_there()
    {
        await using var house = await PageHouse.OpenForAdaAsync();

        var page = house.Open<FirstSyncPage>();

        page.WaitForAssertion(() => page.Find(".state-card h2").TextContent.ShouldBe("Your ORCID iD is not connected"));
        page.Find("a.orcid-button").GetAttribute("href").ShouldBe("connect/orcid");
    }

    [Fact]
    public async Task While_the_record_is_read_it_shows_progress()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.ConnectAsync(house.Ada, confirmed: false, read: false);

        var page = house.Open<FirstSyncPage>();

        page.WaitForElement("[data-reading=true]").TextContent.ShouldContain("Reading your ORCID record");
        page.Find("[role=progressbar]");
    }

    [Fact]
    public async Task A_reading_that_failed_says_why_and_is_tried_again()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.ConnectAsync(house.Ada, confirmed: false, read: false);
        await house.Database.AddAsync(new HistoryEntry
        {
            At = TestDatabase.Start, PersonId = house.Ada.Id, Operation = SyncOperation.Read, Outcome = HistoryOutcome.Failed, Message = "ORCID could not be reached.", By = "OrcidPortal",
        });
        var page = house.Open<FirstSyncPage>();
        page.WaitForAssertion(() => page.Find("[role=alert]").TextContent.ShouldContain("ORCID could not be reached."));

        await page.Button("Try again").ClickAsync(new MouseEventArgs());

        house.Jobs.Started.ShouldBe([$"ReadJob.RunAsync({house.Ada.Id})"]);
        page.WaitForElement("[data-reading=true]");
    }

    [Fact]
    public async Task Works_stand_in_their_groups_and_the_button_counts_what_is_ticked()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await CompareAsync(house);

        var page = house.Open<FirstSyncPage>();

        page.WaitForAssertion(() => page.FindAll("section[data-group]").Select(g => g.GetAttribute("data-group")).ShouldBe(["not-there", "already-there", "looks-the-same", "from-us", "needs-fixing"]));
        Ticks(page).ShouldBe(["New one: True", "New two: True", "Alike: False"]);
        page.Find("[data-group=already-there]").TextContent.ShouldContain("added by Crossref");
        page.FindAll("[data-group=needs-fixing] .problem").Count.ShouldBe(1);
        page.Find(".confirm-bar").TextContent.ShouldContain("2 works are sent now, and ORCID puts one notice into your ORCID inbox.");
        page.Find(".first-sync ~ p.soft").TextContent.ShouldContain("decided at ORCID");
        page.Button("Send 2 works");
    }

    [Fact]
    public async Task Ticking_and_the_switch_change_what_the_button_says()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await CompareAsync(house);
        var page = house.Open<FirstSyncPage>();
        page.WaitForElement(".confirm-bar");

        await page.Button("Tick none").ClickAsync(new MouseEventArgs());
        page.Button("Confirm without sending anything now");
        await page.Find("[data-group=already-there] input").ChangeAsync(new ChangeEventArgs { Value = true });

        page.Button("Send 1 work");
    }

    [Fact]
    public async Task Confirming_sends_what_is_ticked_and_leaves_out_the_rest()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        var items = await CompareAsync(house);
        var page = house.Open<FirstSyncPage>();
        page.WaitForElement(".confirm-bar");
        await page.FindAll("[data-group=not-there] input").Single(i => i.ParentElement!.TextContent.Contains("New two", StringComparison.Ordinal)).ChangeAsync(new ChangeEventArgs { Value = false });

        await page.Button("Send 1 work").ClickAsync(new MouseEventArgs());

        house.Jobs.Started.ShouldBe([$"PushJob.RunAsync({house.Ada.Id})"]);
        house.Navigation.Uri.ShouldEndWith("/works");
        (await house.Database.ReadAsync(db => db.Connections.Select(c => c.FirstSyncConfirmedAt).SingleAsync(TestContext.Current.CancellationToken))).ShouldNotBeNull();
        var left = await house.Database.ReadAsync(db => db.SyncItems.Where(i => i.ExcludedAt != null).Select(i => i.Id).ToListAsync(TestContext.Current.CancellationToken));
        left.ShouldBe([items["New two"], items["Alike"]], ignoreOrder: true);
    }

    [Fact]
    public async Task Who_has_confirmed_reads_when()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.ConnectAsync(house.Ada);

        var page = house.Open<FirstSyncPage>();

        page.WaitForAssertion(() => page.Find(".state-card").TextContent.ShouldContain("You confirmed what is sent on"));
    }

    /// <summary>Two new works, one at ORCID from Crossref, one alike, one from us, one broken.</summary>
    private static async Task<Dictionary<string, Guid>> CompareAsync(PageHouse house)
    {
        await house.ConnectAsync(house.Ada, confirmed: false);
        SyncItem[] items =
        [
            await house.WorkAsync("New one", SyncState.AwaitingApproval, i => { i.SelfKeys = ["doi:10.1000/1"]; return i; }),
            await house.WorkAsync("New two", SyncState.AwaitingApproval, i => { i.SelfKeys = ["doi:10.1000/2"]; return i; }),
            await house.WorkAsync("Theirs", SyncState.AwaitingApproval, i => { i.SelfKeys = ["doi:10.1000/3"]; return i; }),
            await house.WorkAsync("Alike", SyncState.AwaitingApproval, i => { i.SelfKeys = ["doi:10.1000/4"]; return i; }),
            await house.WorkAsync("Ours", SyncState.AwaitingApproval, i => { i.SelfKeys = ["doi:10.1000/5"]; i.PutCode = 5; return i; }),
            await house.WorkAsync("Broken", SyncState.NeedsFix, problems: ["title.required"]),
        ];
        await house.Database.AddAsync(
            Foreign("Something", 2024, "doi:10.1000/3", 31), Foreign("alike", 2024, "doi:10.1000/other", 32));
        return new[] { "New one", "New two", "Theirs", "Alike", "Ours", "Broken" }.Zip(items).ToDictionary(p => p.First, p => p.Second.Id);
    }

    private static ForeignCopy Foreign(string title, int year, string key, long putCode) => new()
    {
        Environment = "Simulator", Orcid = "0000-0002-1825-0097", Section = "work", PutCode = putCode, SourceName = "Crossref", Title = title, Year = year, SelfKeys = [key],
        ReadAt = TestDatabase.Start,
    };

    private static List<string> Ticks(IRenderedComponent<IComponent> page) =>
        [.. page.FindAll(".tick-list label").Select(l => $"{l.QuerySelector("span > span")!.TextContent}: {l.QuerySelector("input")!.HasAttribute("checked")}")];
}
