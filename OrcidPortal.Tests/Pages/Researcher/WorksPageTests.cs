using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.Pages.Researcher;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages.Researcher;

public sealed class WorksPageTests
{
    [Fact]
    public async Task An_empty_list_says_how_it_fills()
    {
        await using var house = await PageHouse.OpenForAdaAsync();

        var page = house.Open<WorksPage>();

        page.WaitForAssertion(() => page.Find(".state-card h2").TextContent.ShouldBe("Nothing here yet"));
        page.FindAll("table").ShouldBeEmpty();
    }

    [Fact]
    public async Task It_shows_ones_own_works_only_each_with_its_state_in_words()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.WorkAsync("Mine", SyncState.InSync, i => { i.SentAt = new DateTimeOffset(2026, 5, 3, 9, 0, 0, TimeSpan.Zero); i.PutCode = 77; return i; });
        await house.WorkAsync("Blocked one", SyncState.Blocked, i => { i.BlockReason = BlockReason.NeverConnected; return i; });
        await house.WorkAsync("Not mine", SyncState.InSync, person: house.Ben);

        var page = house.Open<WorksPage>();

        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(2));
        page.Markup.ShouldContain("Connect your ORCID iD and it can be sent.");
        page.Find("tr[data-state=InSync]").TextContent.ShouldContain("In your ORCID record since");
        page.Markup.ShouldNotContain("Not mine");
        page.Find("tr[data-state=InSync]").TextContent.ShouldNotContain("77");
    }

    [Fact]
    public async Task The_state_in_the_address_filters_and_the_filters_are_links_with_counts()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.WorkAsync("Good", SyncState.InSync);
        await house.WorkAsync("Bad", SyncState.NeedsFix, problems: ["title.required"]);
        house.Navigation.NavigateTo("works?state=NeedsFix");

        var page = house.Open<WorksPage>();

        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(1));
        var filters = page.FindAll(".filters a");
        filters.Select(f => string.Join(' ', f.TextContent.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ShouldBe(["All 2", "In your ORCID record 1", "Needs fixing 1"]);
        filters.Single(f => f.HasAttribute("aria-current")).GetAttribute("href")!.ShouldEndWith("works?state=NeedsFix");
    }

    [Fact]
    public async Task Words_in_the_address_search_in_titles_and_nothing_found_has_a_way_out()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.WorkAsync("on engines", SyncState.InSync);
        house.Navigation.NavigateTo("works?q=engines");
        var page = house.Open<WorksPage>();
        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(1));

        house.Navigation.NavigateTo("works?q=poetry");

        page.WaitForAssertion(() => page.Find(".state-card h2").TextContent.ShouldBe("Nothing matches"));
        page.Button("Show all").GetAttribute("href").ShouldBe("works");
    }

    [Fact]
    public async Task What_ORCID_would_refuse_says_why_and_how_to_fix_it()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.WorkAsync("Bad", SyncState.NeedsFix, problems: ["title.required"]);

        var page = house.Open<WorksPage>();

        var problem = page.WaitForElement(".problem");
        problem.GetAttribute("data-field").ShouldBe("title");
        problem.TextContent.ShouldContain("How to fix it:");
        problem.TextContent.ShouldNotContain("title.required");
    }

    [Fact]
    public async Task Never_send_counts_at_once_and_can_be_taken_back()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.ConnectAsync(house.Ada);
        var item = await house.WorkAsync("Draft paper", SyncState.Ready, i => { i.Approved = true; return i; });
        var page = house.Open<WorksPage>();
        page.WaitForElement("tbody tr");

        await page.Button("Never send: Draft paper").ClickAsync(new MouseEventArgs());

        (await StateAsync(house, item)).ShouldBe(SyncState.Excluded);
        page.WaitForAssertion(() => page.Find("tr").ParentElement!.ParentElement!.TextContent.ShouldContain("You decided not to send this."));
        await page.WaitForElement(".mud-snackbar button").ClickAsync(new MouseEventArgs());
        page.WaitForAssertion(() => page.Find("tr[data-item]").GetAttribute("data-state").ShouldNotBe("Excluded"));
        (await StateAsync(house, item)).ShouldNotBe(SyncState.Excluded);
    }

    [Fact]
    public async Task Send_now_starts_a_push_of_this_person_only()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.ConnectAsync(house.Ada);
        var item = await house.WorkAsync("Ready one", SyncState.Ready, i => { i.Approved = true; i.DueAt = house.Database.Clock.GetUtcNow().AddHours(10); return i; });
        var page = house.Open<WorksPage>();
        page.WaitForElement("tbody tr");

        await page.Button("Send now").ClickAsync(new MouseEventArgs());

        house.Jobs.Started.ShouldBe([$"PushJob.RunAsync({house.Ada.Id})"]);
        page.WaitForAssertion(() => page.Markup.ShouldContain("One is on its way to ORCID."));
        (await house.Database.ReadAsync(db => db.SyncItems.Where(i => i.Id == item.Id).Select(i => i.SendNowAt).SingleAsync(TestContext.Current.CancellationToken))).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_the_person_removed_at_ORCID_waits_for_their_answer()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.ConnectAsync(house.Ada);
        var item = await house.WorkAsync("Gone", SyncState.RemovedAtOrcid, i => { i.Approved = true; i.RemovedAtOrcidAt = house.Database.Clock.GetUtcNow(); return i; });
        var page = house.Open<WorksPage>();
        page.WaitForElement("tbody tr");
        page.Button("Leave it so: Gone");

        await page.Button("Add it again: Gone").ClickAsync(new MouseEventArgs());

        (await StateAsync(house, item)).ShouldNotBe(SyncState.RemovedAtOrcid);
        house.Jobs.Started.ShouldBe([$"PushJob.RunAsync({house.Ada.Id})"]);
    }

    [Fact]
    public async Task More_than_a_page_is_loaded_on_request_and_the_count_is_honest()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        for (var i = 0; i < 53; i++) await house.WorkAsync($"Work {i}", SyncState.InSync);
        var page = house.Open<WorksPage>();
        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(50));
        page.Find(".load-more").TextContent.ShouldContain("50 shown, there are more");

        await page.Button("Show more").ClickAsync(new MouseEventArgs());

        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(53));
        page.Find(".load-more").TextContent.ShouldContain("53 shown, that is all");
    }

    [Fact]
    public async Task The_page_changes_by_itself_and_keeps_the_readers_way_of_writing_dates()
    {
        var before = CultureInfo.CurrentCulture;
        await using var house = await PageHouse.OpenForAdaAsync();
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
        await house.WorkAsync("First", SyncState.Ready);
        var page = house.Open<WorksPage>();
        CultureInfo.CurrentCulture = before;
        page.WaitForElement("tr[data-state=Ready]");
        await house.StartLiveAsync();

        await house.WorkAsync("Second", SyncState.InSync, i => { i.SentAt = new DateTimeOffset(2026, 5, 3, 9, 0, 0, TimeSpan.Zero); i.PutCode = 78; return i; });
        await house.Database.Transactions.RunAsync((db, ct) => Topics.TouchAsync(db, Topics.Person(house.Ada.Id), ct), TestContext.Current.CancellationToken);

        page.WaitForAssertion(() => page.Find("tr[data-state=InSync]").TextContent.ShouldContain("In your ORCID record since 3 May."), TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_work_that_stands_well_offers_nothing_in_the_list()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.WorkAsync("Good", SyncState.InSync);

        var page = house.Open<WorksPage>();

        page.WaitForElement("tr[data-state=InSync]").QuerySelectorAll("button").ShouldBeEmpty();
    }

    private static Task<SyncState> StateAsync(PageHouse house, SyncItem item) =>
        house.Database.ReadAsync(db => db.SyncItems.Where(i => i.Id == item.Id).Select(i => i.State).SingleAsync(TestContext.Current.CancellationToken));

    [Fact]
    public async Task The_kind_is_shown_and_filters_where_there_is_more_than_one()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.WorkAsync("On engines", SyncState.InSync);
        var page = house.Open<WorksPage>();
        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(1));
        page.FindAll(".filter-bar select").ShouldBeEmpty();
        await house.WorkAsync("A grant", SyncState.Ready, kind: RecordKind.Funding, fields: new RecordFields { Title = "A grant", Type = new TypeValue("orcid", "grant") });
        await house.WorkAsync("Professor", SyncState.Ready, kind: RecordKind.Employment, fields: new RecordFields { RoleTitle = "Professor" });

        house.Navigation.NavigateTo("works?kind=funding");

        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(1));
        page.Find("tbody tr").TextContent.ShouldContain("Funding: grant · 2024");
        page.FindAll(".filter-bar option").Select(o => o.TextContent).ShouldBe(["Everything", "Work", "Funding", "Employment"]);
        page.Find(".filter-bar option[selected]").TextContent.ShouldBe("Funding");
        await page.Field("Kind").ChangeAsync(new ChangeEventArgs { Value = "Employment" });

        house.Navigation.Uri.ShouldEndWith("works?kind=Employment");
        page.WaitForAssertion(() => page.Find("tbody tr").TextContent.ShouldContain("Employment"));
    }

    [Fact]
    public async Task A_name_is_confirmed_in_the_list()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        var name = await house.WorkAsync("A. A. L.", SyncState.AwaitingApproval, kind: RecordKind.OtherName, fields: new RecordFields { Content = "A. A. L." });
        await house.WorkAsync("On engines", SyncState.AwaitingApproval);
        var page = house.Open<WorksPage>();
        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(2));
        page.FindAll("tbody button").Count(b => b.TextContent.Trim() == "Yes, send this name").ShouldBe(1);

        await page.Button("Yes, send this name: A. A. L.").ClickAsync(new MouseEventArgs());

        page.WaitForAssertion(() => page.Markup.ShouldContain("“A. A. L.” will be sent to your ORCID record."));
        (await house.Database.ReadAsync(db => db.SyncItems.SingleAsync(i => i.Id == name.Id, TestContext.Current.CancellationToken))).ConfirmedVersion.ShouldBe(1);
        house.Jobs.Started.ShouldBe([$"PushJob.RunAsync({house.Ada.Id})"]);
    }

    [Fact]
    public async Task A_name_that_changed_meanwhile_is_not_confirmed()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        var name = await house.WorkAsync("A. A. L.", SyncState.AwaitingApproval, kind: RecordKind.OtherName, fields: new RecordFields { Content = "A. A. L." });
        var page = house.Open<WorksPage>();
        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(1));
        await house.Database.Transactions.RunAsync(async (db, ct) => (await db.SyncItems.SingleAsync(i => i.Id == name.Id, ct)).DesiredVersion = 2, TestContext.Current.CancellationToken);

        await page.Button("Yes, send this name: A. A. L.").ClickAsync(new MouseEventArgs());

        page.WaitForAssertion(() => page.Markup.ShouldContain("changed meanwhile"));
        (await house.Database.ReadAsync(db => db.SyncItems.SingleAsync(i => i.Id == name.Id, TestContext.Current.CancellationToken))).ConfirmedVersion.ShouldBeNull();
    }
}
