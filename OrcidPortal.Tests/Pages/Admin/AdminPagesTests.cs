using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Admin;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages.Admin;

public sealed class AdminPagesTests
{
    [Fact]
    public async Task The_overview_counts_by_state_and_says_what_comes_first()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Admin);
        await house.ConnectAsync(house.Ada);
        await house.WorkAsync("A", SyncState.InSync);
        await house.WorkAsync("B", SyncState.InSync);
        await house.WorkAsync("C", SyncState.Failed, Failing);

        var page = house.Open<Overview>();

        page.WaitForAssertion(() => page.FindAll("section[aria-labelledby=states-head] tbody tr")
            .Select(r => $"{r.QuerySelector("th")!.TextContent.Trim()}: {r.QuerySelector("td.number")!.TextContent}").ShouldBe(["In sync: 2", "Failed: 1"]));
        page.WaitForAssertion(() => page.Find("section[aria-labelledby=first-head]").TextContent.ShouldContain("1 work failed"));
        page.Find("section[aria-labelledby=connected-head]").TextContent.ShouldContain("1 of 2 people");
        page.Button("Background jobs").GetAttribute("href").ShouldBe("hangfire");
    }

    [Fact]
    public async Task Failures_stand_by_cause_with_ORCIDs_words_and_codes()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Admin);
        await house.WorkAsync("One", SyncState.Failed, Failing);
        await house.WorkAsync("Two", SyncState.Failed, Failing);

        var page = house.Open<Failures>();

        var card = page.WaitForElement(".failure");
        card.QuerySelector("h2")!.TextContent.ShouldBe("The ORCID record is full");
        card.TextContent.ShouldContain("2 entries, 1 person");
        card.TextContent.ShouldContain("HTTP 409");
        card.TextContent.ShouldContain("ORCID code 9048");
        card.QuerySelector("blockquote")!.TextContent.ShouldContain("more than 10,000 works");
    }

    [Fact]
    public async Task An_admin_tries_a_whole_cause_again()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Admin);
        await house.ConnectAsync(house.Ada);
        await house.WorkAsync("One", SyncState.Failed, Failing);
        await house.WorkAsync("Two", SyncState.Failed, Failing);
        var page = house.Open<Failures>();
        page.WaitForElement(".failure");

        var asked = page.ClickAsync("Try 2 again");
        page.WaitForAssertion(() => page.Markup.ShouldContain("2 entries of 1 person are sent again now."));
        await page.FindAll(".mud-dialog button").Single(b => b.TextContent.Trim() == "Try 2 again").ClickAsync(new());
        await asked;

        page.WaitForAssertion(() => page.Markup.ShouldContain("2 entries are tried again now."));
        house.Jobs.Started.ShouldBe(["PushJob.RunAsync()"]);
        (await house.Database.ReadAsync(db => db.SyncItems.CountAsync(i => i.State == SyncState.Failed, TestContext.Current.CancellationToken))).ShouldBe(0);
        page.WaitForAssertion(() => page.Find(".state-card h2").TextContent.ShouldBe("Nothing has failed"));
    }

    [Fact]
    public async Task An_admin_tries_everything_again_that_the_filter_shows_and_knows_before_what_it_does()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Admin);
        await house.ConnectAsync(house.Ada);
        await house.WorkAsync("One", SyncState.Failed, Failing);
        await house.WorkAsync("Two", SyncState.Failed, i => { (i.Failure, i.FailureStatus, i.PutCode, i.SentFingerprint) = (FailureKind.Unexpected, 500, 7, "old"); return i; });
        await house.WorkAsync("Three", SyncState.Retrying, i => { i.Failure = FailureKind.Busy; return i; });
        var page = house.Open<Failures>();
        page.WaitForAssertion(() => page.FindAll(".failure").Count.ShouldBe(3));

        var asked = page.ClickAsync("Try all 2 again");
        page.WaitForAssertion(() => page.Markup.ShouldContain("2 entries of 1 person are sent again now. Added at ORCID: 1, changed: 1, removed: 0. That makes at most 2 notices in ORCID inboxes."));
        await page.FindAll(".mud-dialog button").Single(b => b.TextContent.Trim() == "Try 2 again").ClickAsync(new());
        await asked;

        page.WaitForAssertion(() => page.Markup.ShouldContain("2 entries are tried again now."));
        (await house.Database.ReadAsync(db => db.SyncItems.CountAsync(i => i.Failure != FailureKind.None, TestContext.Current.CancellationToken))).ShouldBe(1);
    }

    [Fact]
    public async Task An_admin_ignores_a_cause_with_a_reason_and_finds_it_again()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Admin);
        await house.WorkAsync("One", SyncState.Failed, Failing);
        var page = house.Open<Failures>();
        page.WaitForElement(".failure .ignore");

        await page.Find(".ignore input").ChangeAsync(new ChangeEventArgs { Value = "The person knows" });
        await page.Find(".ignore form").SubmitAsync();

        page.WaitForAssertion(() => page.Find(".state-card h2").TextContent.ShouldBe("Nothing has failed"));
        house.Navigation.NavigateTo("admin/failures?ignored=true");
        page.WaitForElement(".failure");
        await page.Find(".failure > details:last-of-type").TriggerEventAsync("ontoggle", EventArgs.Empty);
        page.WaitForAssertion(() => page.Find(".failure").TextContent.ShouldContain("The person knows"));
        await page.Find("details.call").TriggerEventAsync("ontoggle", EventArgs.Empty);
        page.WaitForAssertion(() => page.Find("details.call").TextContent.ShouldContain("The call was not kept"));
    }

    [Fact]
    public async Task A_curator_sees_failures_but_does_not_try_again()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await house.WorkAsync("One", SyncState.Failed, Failing);

        var page = house.Open<Failures>();

        page.WaitForElement(".failure");
        page.FindAll("button").ShouldAllBe(b => !b.TextContent.Contains("again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_curator_confirms_a_name_and_the_person_is_planned_anew()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await house.ConnectAsync(house.Ada);
        await house.Database.Transactions.RunAsync(async (db, ct) =>
        {
            var connection = await db.Connections.SingleAsync(ct);
            (connection.NameCheckOpen, connection.NameAtOrcid) = (true, "A. King");
        }, TestContext.Current.CancellationToken);
        var page = house.Open<PersonDetail>(("LocalId", "researcher"));
        page.WaitForAssertion(() => page.Markup.ShouldContain("the ORCID record is named “A. King”"));
        page.Markup.ShouldContain("add and update works and positions");

        await page.ClickAsync("Yes, it is Ada Lovelace");

        (await house.Database.ReadAsync(db => db.Connections.Select(c => c.NameCheckOpen).SingleAsync(TestContext.Current.CancellationToken))).ShouldBeFalse();
        house.Jobs.Started.ShouldBe([$"PushJob.RunAsync({house.Ada.Id})"]);
        page.WaitForAssertion(() => page.FindAll(".problem").ShouldBeEmpty());
    }

    [Fact]
    public async Task People_are_found_by_name_and_by_how_they_are_connected()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await house.ConnectAsync(house.Ada);
        house.Navigation.NavigateTo("admin/people?connected=yes");
        var page = house.Open<PeoplePage>();
        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(1));
        page.Find("tbody tr").TextContent.ShouldContain("Ada Lovelace");

        house.Navigation.NavigateTo("admin/people?q=byr");

        page.WaitForAssertion(() => page.Find("tbody tr").TextContent.ShouldContain("Ben Byron"));
        page.Find("tbody tr .chip").TextContent.ShouldBe("Never connected");
    }

    [Fact]
    public async Task The_start_page_tells_staff_what_needs_them()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Admin);
        await house.WorkAsync("A", SyncState.Failed, Failing);
        await house.WorkAsync("B", SyncState.NeedsFix, problems: ["title.required"]);

        var page = house.Open<OrcidPortal.Pages.Researcher.HomePage>();

        page.WaitForAssertion(() => page.FindAll(".tile-ask").Select(t => t.GetAttribute("href")).ShouldBe(["admin/failures", "curation"]));
        page.FindAll(".tile-ask strong").Select(n => n.TextContent).ShouldBe(["1", "1"]);
    }

    [Fact]
    public async Task Records_that_cannot_be_read_stand_below_by_cause_and_an_admin_has_them_read_again()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Admin);
        await UnreadAsync(house, house.Ada, "NotFound", 404, 9016, "The resource was not found", "0000-0002-1825-0097");
        await UnreadAsync(house, house.Ben, "Unreachable", 500, null, "An HTML page", "0000-0001-5109-3700");
        var page = house.Open<Failures>();

        page.WaitForAssertion(() => page.FindAll(".failure h3").Select(h => h.TextContent).ShouldBe(["ORCID does not know these records", "ORCID is busy or does not answer"]));
        page.FindAll(".state-card").ShouldBeEmpty();
        page.Find("#unread-head").TextContent.ShouldBe("ORCID records that could not be read");
        var card = page.Find("[data-cause=NotFound]");
        foreach (var words in new[] { "Failed", "1 person", "HTTP 404", "ORCID code 9016", "“The resource was not found”" }) card.TextContent.ShouldContain(words);
        // What is tried again by itself needs nobody.
        page.Find("[data-cause=Retrying]").QuerySelectorAll("button").ShouldBeEmpty();
        await card.QuerySelector("details")!.TriggerEventAsync("ontoggle", EventArgs.Empty);
        page.WaitForAssertion(() => page.FindAll("[data-cause=NotFound] td a").Select(a => a.GetAttribute("href")).ShouldBe(["admin/people/researcher", "history?person=researcher"]));
        await page.FindAll("[data-cause=NotFound] td button").ShouldHaveSingleItem().ClickAsync(new());

        page.WaitForAssertion(() => page.Markup.ShouldContain("1 ORCID record is read again now."));
        house.Jobs.Started.ShouldHaveSingleItem().ShouldStartWith("PullJob.RunDueAsync(");
        (await house.Database.ReadAsync(db => db.Connections.SingleAsync(c => c.PersonId == house.Ada.Id, TestContext.Current.CancellationToken)))
            .ShouldSatisfyAllConditions(c => c.ReadWantedAt.ShouldBe(house.Database.Clock.GetUtcNow()), c => c.ReadTriedAt.ShouldBeNull());
        (await house.Database.ReadAsync(db => db.Audit.SingleAsync(a => a.Action == "reading.wanted", TestContext.Current.CancellationToken))).Subject.ShouldBe($"person:{house.Ada.Id}");
    }

    [Fact]
    public async Task A_whole_cause_is_read_again_and_a_person_is_picked_out()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Admin);
        await UnreadAsync(house, house.Ada, "NotFound", 404, 9016, "gone", "0000-0002-1825-0097");
        await UnreadAsync(house, house.Ben, "NotFound", 404, 9016, "gone", "0000-0001-5109-3700");
        var page = house.Open<Failures>();
        page.WaitForElement("[data-cause=NotFound]");

        await page.ClickAsync("Read 2 again");

        page.WaitForAssertion(() => page.Markup.ShouldContain("2 ORCID records are read again now."));
        house.Navigation.NavigateTo("admin/failures?person=ben");
        page.WaitForAssertion(() => page.Find("[data-cause=NotFound]").TextContent.ShouldContain("1 person"));
        house.Navigation.NavigateTo("admin/failures?kind=Work");
        page.WaitForAssertion(() => page.Find(".state-card h2").TextContent.ShouldBe("Nothing has failed"));
    }

    [Fact]
    public async Task A_curator_sees_what_cannot_be_read_and_does_not_read_it_again()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await UnreadAsync(house, house.Ada, "Refused", 400, 9022, "No", "0000-0002-1825-0097");

        var page = house.Open<Failures>();

        page.WaitForElement("[data-cause=Refused]");
        page.FindAll("button").ShouldAllBe(b => !b.TextContent.Contains("again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_overview_and_the_start_page_count_what_does_not_pass_by_itself()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Admin);
        await UnreadAsync(house, house.Ada, "Refused", 400, 9022, "No", "0000-0002-1825-0097");
        await UnreadAsync(house, house.Ben, "Busy", 503, null, "Busy", "0000-0001-5109-3700");

        var overview = house.Open<Overview>();
        overview.WaitForAssertion(() => overview.Find("section[aria-labelledby=first-head]").TextContent.ShouldContain("1 ORCID record could not be read"));
        await house.Browser.DisposeComponentsAsync();

        var start = house.Open<OrcidPortal.Pages.Researcher.HomePage>();
        start.WaitForAssertion(() => start.FindAll(".tile-ask").Select(t => (t.GetAttribute("href"), t.QuerySelector("strong")!.TextContent)).ShouldBe([("admin/failures", "1")]));
    }

    private static Task UnreadAsync(PageHouse house, Person person, string failure, int status, int? code, string words, string orcid) => house.Database.AddAsync(new Connection
    {
        PersonId = person.Id, Environment = "Simulator", ClientId = "APP-1", State = ConnectionState.Connected, Orcid = orcid, Scopes = "/read-limited", ConnectedAt = TestDatabase.Start, ReadAt = TestDatabase.Start,
        ReadTriedAt = TestDatabase.Start, ReadFailedSince = TestDatabase.Start, ReadFailure = failure, ReadFailureStatus = status, ReadFailureCode = code, ReadFailureMessage = words,
    });

    private static SyncItem Failing(SyncItem item)
    {
        (item.Failure, item.FailureStatus, item.FailureCode, item.FailureMessage, item.Approved) = (FailureKind.TooMany, 409, 9048, "There are more than 10,000 works", true);
        return item;
    }
}
