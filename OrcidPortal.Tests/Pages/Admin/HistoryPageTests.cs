using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Admin;
using OrcidPortal.Pages.Curation;
using OrcidPortal.Pages.Layout;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages.Admin;

public sealed class HistoryPageTests
{
    private static readonly Guid Record = Guid.CreateVersion7();

    [Fact]
    public async Task A_line_says_what_happened_and_opens_to_all_its_facts()
    {
        await using var house = await FilledAsync();
        house.Navigation.NavigateTo("history?outcome=Refused");
        var page = house.Open<HistoryPage>();
        page.WaitForAssertion(() => Lines(page).Count.ShouldBe(1));
        var line = page.Find("tbody tr");
        line.TextContent.ShouldContain("Adding: ORCID would not accept it");
        line.TextContent.ShouldContain("put-code 7 · HTTP 409 · 9021 · There is one already");
        line.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldBe([$"records/{Record}", "admin/people/researcher"]);
        page.FindAll("dl").ShouldBeEmpty();

        await page.ClickAsync("All facts: Adding: ORCID would not accept it");

        Facts(page).ShouldBe(new Dictionary<string, string>
        {
            ["Time"] = "2026-11-02 11:00:00", ["Time (UTC)"] = "2026-11-02 11:00:00", ["Operation"] = "Add", ["Outcome"] = "Refused by ORCID", ["Person"] = "Ada Lovelace",
            ["Id at the institution"] = "researcher", ["ORCID iD"] = "0000-0002-1825-0097", ["Kind"] = "Work", ["Title"] = "On Engines", ["Record"] = Record.ToString(), ["Put-code"] = "7",
            ["HTTP status"] = "409", ["ORCID code"] = "9021", ["ORCID's words or ours"] = "There is one already", ["Started by"] = "Cora Curator",
            ["Agreement"] = "First sync confirmed on 2026-11-02 09:00:00 by Ada Lovelace, text 2026-11: /activities/update", ["Duration in ms"] = "12",
        });
        page.Find("button[aria-expanded=true]").TextContent.Trim().ShouldBe("All facts");
    }

    [Theory]
    [InlineData("", "Refused", "Read", "Connected")]
    [InlineData("?q=engines", "Refused")]
    [InlineData("?operation=Read", "Read")]
    [InlineData("?operation=Nonsense", "Refused", "Read", "Connected")]
    [InlineData("?outcome=Done", "Read", "Connected")]
    [InlineData("?kind=Work", "Refused")]
    [InlineData("?kind=Funding")]
    [InlineData("?code=9021", "Refused")]
    [InlineData("?code=200", "Read")]
    [InlineData("?code=many")]
    [InlineData("?from=2026-11-02", "Refused", "Read")]
    [InlineData("?to=2026-11-01", "Connected")]
    [InlineData("?to=0002-11-01", "Refused", "Read", "Connected")]
    [InlineData("?person=researcher", "Refused", "Connected")]
    [InlineData("?person=nobody")]
    [InlineData("?record=nonsense")]
    public async Task What_the_address_asks_for_is_shown(string query, params string[] lines)
    {
        await using var house = await FilledAsync();
        house.Navigation.NavigateTo("history" + query);

        var page = house.Open<HistoryPage>();

        page.WaitForElement(".filter-bar");
        Lines(page).ShouldBe(lines);
        page.FindAll("a[download]").Select(a => a.GetAttribute("href")).ShouldBe(lines.Length == 0 ? [] : ["history.csv" + query]);
        page.FindAll(".state-card h2").Select(h => h.TextContent).ShouldBe(lines.Length == 0 ? ["No line fits"] : []);
    }

    [Fact]
    public async Task A_filter_goes_into_the_address_and_a_record_can_be_left_again()
    {
        await using var house = await FilledAsync();
        house.Navigation.NavigateTo($"history?record={Record}");
        var page = house.Open<HistoryPage>();
        page.WaitForAssertion(() => Lines(page).ShouldBe(["Refused"]));
        page.Markup.ShouldContain("Only this record:");

        await page.ClickAsync("Show all records");
        page.WaitForAssertion(() => Lines(page).Count.ShouldBe(3));
        await page.Field("From").ChangeAsync(new ChangeEventArgs { Value = "2026-11-02" });
        await page.Field("What was done").ChangeAsync(new ChangeEventArgs { Value = "Read" });

        page.WaitForAssertion(() => Lines(page).ShouldBe(["Read"]));
        house.Navigation.Uri.ShouldEndWith("/history?from=2026-11-02&operation=Read");
    }

    [Fact]
    public async Task More_are_shown_when_asked_and_what_is_shown_stays_while_the_clock_ticks()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await house.Database.AddAsync([.. Enumerable.Range(0, 70).Select(n => new HistoryEntry { At = TestDatabase.Start.AddSeconds(n), Operation = SyncOperation.Read, By = "Read" })]);
        var page = house.Open<HistoryPage>();
        page.WaitForAssertion(() => Lines(page).Count.ShouldBe(50));

        await page.ClickAsync("Show more");
        page.WaitForAssertion(() => Lines(page).Count.ShouldBe(70));
        var clock = page.FindComponent<CascadingValue<Reader>>();
        clock.Render(p => p.Add(c => c.Value, new Reader(TimeZoneInfo.Utc, TestDatabase.Start.AddMinutes(1))).Add(c => c.ChildContent, clock.Instance.ChildContent));

        Lines(page).Count.ShouldBe(70);
        page.Markup.ShouldNotContain("the CSV file holds");
    }

    [Fact]
    public async Task Where_the_file_cannot_hold_everything_the_page_says_so()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await house.Database.AddAsync(new HistoryEntry { At = TestDatabase.Start, Operation = SyncOperation.Read, By = "Read" });
        await house.Database.Transactions.RunAsync(async (db, ct) =>
        {
            for (var doubled = 1; doubled <= HistoryFile.MostLines; doubled *= 2)
                await db.Database.ExecuteSqlRawAsync("""INSERT INTO "History" ("At", "Operation", "Outcome", "By") SELECT "At", "Operation", "Outcome", "By" FROM "History" """, ct);
        }, TestContext.Current.CancellationToken);

        var page = house.Open<HistoryPage>();

        page.WaitForAssertion(() => page.Markup.ShouldContain("There are more than 100,000 lines: the CSV file holds the newest 100,000 of them."), TimeSpan.FromSeconds(10));
        Lines(page).Count.ShouldBe(50);
    }

    [Fact]
    public async Task The_page_of_a_person_leads_to_their_history()
    {
        await using var house = await FilledAsync();

        var person = house.Open<PersonDetail>(("LocalId", "researcher"));

        person.WaitForAssertion(() => person.Button("All of it, with filters").GetAttribute("href").ShouldBe("history?person=researcher"));
    }

    [Fact]
    public async Task The_page_of_a_record_leads_to_its_history()
    {
        await using var house = await FilledAsync();
        var work = await house.ImportedAsync(new RecordFields { Title = "On Engines" }, house.Ada);
        await house.Database.AddAsync(new HistoryEntry { At = TestDatabase.Start, RecordId = work, Operation = SyncOperation.Add, By = "Push" });

        var record = house.Open<RecordEditor>(("Id", work));

        record.WaitForAssertion(() => record.Button("All of it, with filters").GetAttribute("href").ShouldBe($"history?record={work}"));
    }

    [Fact]
    public async Task Where_nothing_happened_yet_the_page_says_what_will_come()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);

        var page = house.Open<HistoryPage>();

        page.WaitForAssertion(() => page.Find(".state-card h2").TextContent.ShouldBe("Nothing has happened yet"));
        page.FindAll("a[download]").ShouldBeEmpty();
    }

    [Fact]
    public void Every_operation_outcome_and_kind_of_agreement_has_its_words()
    {
        var facts = Words.Of<HistoryFacts>();

        facts.Operations.Concat(facts.Outcomes).Select(c => c.Text).ShouldAllBe(t => !t.Contains('.', StringComparison.Ordinal));
        facts.Names.ShouldAllBe(n => !n.Contains('.', StringComparison.Ordinal));
        foreach (var kind in Enum.GetValues<AgreementKind>())
            facts.Of(new OrcidPortal.History.HistoryRow(new HistoryEntry { By = "" }, null, null, new Agreement { Kind = kind, Orcid = "", TextVersion = "", Language = "", Scopes = "", Preferences = "", By = "" }), TimeZoneInfo.Utc)
                .ShouldAllBe(f => f == null || !f.Contains("Agreement.", StringComparison.Ordinal));
    }

    private static async Task<PageHouse> FilledAsync()
    {
        var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var agreement = new Agreement
        {
            PersonId = house.Ada.Id, Kind = AgreementKind.FirstSync, Orcid = "0000-0002-1825-0097", TextVersion = "2026-11", Language = "en", Scopes = "/activities/update", Preferences = "", By = "Ada Lovelace", At = TestDatabase.Start,
        };
        await house.Database.AddAsync(
            agreement,
            new HistoryEntry { At = TestDatabase.Start.AddDays(-1), PersonId = house.Ada.Id, Operation = SyncOperation.Connect, By = "Ada Lovelace" },
            new HistoryEntry { At = TestDatabase.Start, PersonId = house.Ben.Id, Operation = SyncOperation.Read, HttpStatus = 200, By = "Read" },
            new HistoryEntry
            {
                At = TestDatabase.Start.AddHours(2), PersonId = house.Ada.Id, RecordId = Record, AgreementId = agreement.Id, Orcid = "0000-0002-1825-0097", Operation = SyncOperation.Add, Outcome = HistoryOutcome.Refused,
                Section = "work", PutCode = 7, HttpStatus = 409, OrcidCode = 9021, Title = "On Engines", Message = "There is one already", By = "Cora Curator", DurationMs = 12,
            });
        return house;
    }

    private static List<string> Lines(IRenderedComponent<IComponent> page) => [.. page.FindAll("tbody tr td.wide-cell").Select(c =>
        c.TextContent.Contains("would not accept", StringComparison.Ordinal) ? "Refused" : c.TextContent.Contains("ORCID record read", StringComparison.Ordinal) ? "Read" : "Connected")];

    private static Dictionary<string, string> Facts(IRenderedComponent<IComponent> page) =>
        page.FindAll("dl dt").Zip(page.FindAll("dl dd")).ToDictionary(f => f.First.TextContent, f => f.Second.TextContent);
}
