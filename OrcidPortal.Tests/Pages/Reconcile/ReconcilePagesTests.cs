using System.Net;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Admin;
using OrcidPortal.Pages.Reconcile;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages.Reconcile;

public sealed class ReconcilePagesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_nobody_is_connected_there_is_nothing_to_compare()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Admin);

        var page = house.Open<ComparisonsPage>();

        page.WaitForAssertion(() => page.Markup.ShouldContain("Nobody is connected"));
        page.Button("To the people").GetAttribute("href").ShouldBe("admin/people");
    }

    [Fact]
    public async Task An_admin_compares_everybody_and_is_led_to_the_report()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Admin);
        await house.ConnectAsync(house.Ada);
        var page = house.Open<ComparisonsPage>();
        page.WaitForAssertion(() => page.Button("Compare 1 person"));

        await page.ClickAsync("Compare 1 person");

        var run = await house.Database.ReadAsync(db => db.Comparisons.AsNoTracking().SingleAsync(Stop));
        run.PersonId.ShouldBeNull();
        house.Jobs.Started.ShouldBe([$"ReconcileJob.RunAsync({run.Id})"]);
        house.Navigation.Uri.ShouldEndWith($"admin/reconcile/{run.Id}");
        await house.Browser.DisposeComponentsAsync();
        var list = house.Open<ComparisonsPage>();
        list.WaitForAssertion(() => list.Button("See how far it is").GetAttribute("href").ShouldBe($"admin/reconcile/{run.Id}"));
    }

    [Fact]
    public async Task A_curator_compares_one_person_from_their_page()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await house.ConnectAsync(house.Ada);
        var page = house.Open<PersonDetail>(("LocalId", "researcher"));
        page.WaitForAssertion(() => page.Button("Compare with ORCID"));

        await page.ClickAsync("Compare with ORCID");

        var run = await house.Database.ReadAsync(db => db.Comparisons.AsNoTracking().SingleAsync(Stop));
        (run.PersonId, run.By).ShouldBe((house.Ada.Id, "Ada Lovelace"));
        house.Navigation.Uri.ShouldEndWith($"admin/reconcile/{run.Id}");
        await house.Browser.DisposeComponentsAsync();
        var report = house.Open<ComparisonPage>(("Id", run.Id));
        report.WaitForAssertion(() => report.Find("[role=status]").TextContent.ShouldBe("0 of 1 people read. Nothing is changed."));
        report.FindAll("button").ShouldAllBe(b => !b.TextContent.Contains("Stop"));
    }

    [Fact]
    public async Task The_report_says_what_differs_and_beforehand_what_a_repair_does()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Admin);
        var id = await ReportAsync(house, null);

        var page = house.Open<ComparisonPage>(("Id", id));

        page.WaitForAssertion(() => page.FindAll("section[aria-labelledby=differ-head] tbody tr").Count.ShouldBe(3));
        var card = page.Find("section[aria-labelledby=differ-head]");
        card.QuerySelectorAll("li").Select(l => l.TextContent).ShouldBe(["2 put-codes are written down", "1 entry is noted as it stands at ORCID", "1 entry is marked as removed at ORCID by its owner"]);
        card.TextContent.ShouldContain("at most 1 entry is sent again (1 changed). That causes at most 1 inbox notice.");
        page.Button("Repair 4 differences");
        page.FindAll("section[aria-labelledby=rows-head] tbody tr").Count.ShouldBe(4);
        page.Find("section[aria-labelledby=unread-head] tbody").TextContent.ShouldContain("ORCID has locked the record.");
        page.Button("Save as a file").GetAttribute("href").ShouldBe($"reconcile/{id}.csv");
    }

    [Fact]
    public async Task Only_the_chosen_kinds_are_repaired_and_after_a_yes()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Admin);
        var id = await ReportAsync(house, null);
        var page = house.Open<ComparisonPage>(("Id", id));
        page.WaitForAssertion(() => page.Button("Repair 4 differences"));

        await page.FindAll("section[aria-labelledby=differ-head] input[type=checkbox]")[1].ChangeAsync(new ChangeEventArgs { Value = false });
        page.Find("section[aria-labelledby=differ-head]").TextContent.ShouldContain("Afterwards nothing has to be sent.");
        var asked = page.ClickAsync("Repair 3 differences");
        page.WaitForAssertion(() => page.FindAll(".mud-dialog button").Count.ShouldBe(2));
        page.Find(".mud-dialog").TextContent.ShouldContain("2 put-codes are written down, 1 entry is marked as removed at ORCID by its owner. Afterwards nothing has to be sent. This cannot be taken back.");
        await page.FindAll(".mud-dialog button")[1].ClickAsync(new());
        await asked;

        var run = await house.Database.ReadAsync(db => db.Comparisons.AsNoTracking().SingleAsync(Stop));
        (run.State, run.RepairKinds).ShouldBe((ComparisonState.Repairing, "PutCodeUnknown Removed"));
        house.Jobs.Started.ShouldBe([$"ReconcileJob.RunAsync({id})"]);
        page.WaitForAssertion(() => page.Button("Stop the repair"));
        await page.ClickAsync("Stop the repair");
        page.WaitForAssertion(() => page.Button("Repair 3 differences"));
    }

    [Fact]
    public async Task The_differences_are_narrowed_by_kind_in_the_address()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Admin);
        var id = await ReportAsync(house, null);
        house.Navigation.NavigateTo($"admin/reconcile/{id}?kind=Removed");

        var page = house.Open<ComparisonPage>(("Id", id));

        page.WaitForAssertion(() => page.FindAll("section[aria-labelledby=rows-head] tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("No longer at ORCID"));
        page.Button("Save as a file").GetAttribute("href").ShouldBe($"reconcile/{id}.csv?kind=Removed");
    }

    [Fact]
    public async Task A_curator_sees_one_persons_report_without_a_repair_and_none_of_everybody()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var one = await ReportAsync(house, house.Ada.Id);
        var all = await ReportAsync(house, null);

        var own = house.Open<ComparisonPage>(("Id", one));
        own.WaitForAssertion(() => own.Markup.ShouldContain("An admin can repair this."));
        own.FindAll("input[type=checkbox]").ShouldBeEmpty();
        await house.Browser.DisposeComponentsAsync();
        var others = house.Open<ComparisonPage>(("Id", all));

        others.WaitForAssertion(() => others.Markup.ShouldContain("There is no such comparison"));
    }

    [Fact]
    public async Task The_file_of_everybody_is_for_admins_and_the_one_of_a_person_for_curators()
    {
        await using var app = new PortalApp(("Jobs:Enabled", "false"));
        using var admin = await app.SignedInAsync("admin");
        using var curator = await app.SignedInAsync("curator");
        var person = new Person { LocalId = "ada", GivenNames = "Ada", FamilyName = "Lovelace" };
        var (all, one) = (New(null), New(person.Id));
        await app.Services.GetRequiredService<Transactions>().RunAsync((db, _) =>
        {
            db.AddRange(person, all, one, Difference(all, person.Id, DifferenceKind.Removed, "=On engines"), Difference(one, person.Id, DifferenceKind.NoRecord, "On engines"));
            return Task.CompletedTask;
        }, Stop);

        using var refused = await curator.GetAsync($"/reconcile/{all.Id}.csv", Stop);
        var file = await admin.GetStringAsync($"/reconcile/{all.Id}.csv", Stop);
        var none = await admin.GetStringAsync($"/reconcile/{all.Id}.csv?kind=Stuck", Stop);

        refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        file.TrimStart('\uFEFF').ShouldBe("Person,Id at the institution,What differs,Kind,Title,Record,Put-code here,Put-code at ORCID,Afterwards,State\r\nAda Lovelace,ada,No longer at ORCID,Work,\"'=On engines\",,7,,Nothing is sent,Not repaired\r\n");
        none.Split("\r\n").Length.ShouldBe(2);
        (await curator.GetStringAsync($"/reconcile/{one.Id}.csv", Stop)).ShouldContain("At ORCID from us");
    }

    private static Comparison New(Guid? personId) => new() { PersonId = personId, By = "Ada Admin", CreatedAt = TestDatabase.Start, State = ComparisonState.Compared, Total = 2 };

    private static Difference Difference(Comparison run, Guid personId, DifferenceKind kind, string title, SyncOperation? sends = null) =>
        new() { ComparisonId = run.Id, PersonId = personId, Kind = kind, Section = "work", Title = title, PutCode = 7, Sends = sends };

    /// <summary>Ada was read, with four differences; Ben's record is locked.</summary>
    private static async Task<Guid> ReportAsync(PageHouse house, Guid? personId)
    {
        var run = New(personId);
        await house.Database.AddAsync(
            run,
            new ComparedPerson { ComparisonId = run.Id, PersonId = house.Ada.Id, State = ComparedState.Compared, Entries = 12 },
            new ComparedPerson { ComparisonId = run.Id, PersonId = house.Ben.Id, State = ComparedState.Unread, Reason = UnreadReason.RecordLocked },
            Difference(run, house.Ada.Id, DifferenceKind.PutCodeUnknown, "One"), Difference(run, house.Ada.Id, DifferenceKind.PutCodeUnknown, "Two"),
            Difference(run, house.Ada.Id, DifferenceKind.OtherContent, "Three", SyncOperation.Update), Difference(run, house.Ada.Id, DifferenceKind.Removed, "Four"));
        return run.Id;
    }
}
