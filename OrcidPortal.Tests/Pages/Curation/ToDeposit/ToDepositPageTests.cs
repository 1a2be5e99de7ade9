using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Curation.ToDeposit;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.Pages.Curation.ToDeposit;
using OrcidPortal.Pages.Layout;
using OrcidPortal.Records;
using OrcidPortal.Security;
using OrcidPortal.Tests.Curation.ToDeposit;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages.Curation.ToDeposit;

public sealed class ToDepositPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_to_deposit_is_said_with_how_it_fills()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);

        var page = house.Open<ToDepositPage>();

        page.WaitForAssertion(() => page.Find(".state-card h2").TextContent.ShouldBe("Nothing to deposit"));
        page.Markup.ShouldContain("it appears here by itself");
        page.FindAll("table, .filter-bar").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_work_is_shown_with_whose_it_is_and_where_it_came_from()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await ClaimAsync(house, "On <b>engines</b>", 1);

        var page = house.Open<ToDepositPage>();

        var row = page.WaitForElement("tbody tr").TextContent;
        foreach (var part in new[] { "On <b>engines</b>", "Journal article, 2019", "Annals of Engines", "DOI 10.5555/1", "Ada Lovelace", "at ORCID from Crossref" }) row.ShouldContain(part);
        page.FindAll("tbody b").ShouldBeEmpty();
        page.FindAll("nav.filters a").Select(a => a.TextContent.Trim()).ShouldBe(["Waiting 1", "Taken into a file 0", "Declined 0"]);
    }

    [Fact]
    public async Task A_file_of_all_that_is_shown_is_downloaded_marks_them_and_is_put_back()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await ClaimAsync(house, "The first", 1);
        await ClaimAsync(house, "The second", 2);
        var page = house.Open<ToDepositPage>();
        page.WaitForElement("tbody tr");

        await page.ClickAsync("DSpace CSV (2)");

        page.WaitForAssertion(() => page.Find(".state-card h2").TextContent.ShouldBe("Nothing waits for the repository"));
        var download = ((BunitNavigationManager)house.Navigation).History.Last(h => h.Uri.Contains("to-deposit.csv", StringComparison.Ordinal));
        var at = (await DepositsAsync(house)).Select(d => d.TakenAt).Distinct().ShouldHaveSingleItem()!.Value;
        (download.Uri, download.Options.ForceLoad).ShouldBe(($"curation/to-deposit.csv?taken={at.ToUnixTimeMilliseconds()}", true));
        page.WaitForAssertion(() => page.Markup.ShouldContain("2 works are in the file, and marked as taken"));

        await page.ClickAsync("Put back");

        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(2));
        (await DepositsAsync(house)).ShouldAllBe(d => d.TakenAt == null);
    }

    [Fact]
    public async Task What_is_selected_goes_into_a_file_alone()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var first = await ClaimAsync(house, "The first", 1);
        await ClaimAsync(house, "The second", 2);
        var page = house.Open<ToDepositPage>();
        page.WaitForElement("tbody tr");

        await page.Find("tbody input[type=checkbox]").ClickAsync(new MouseEventArgs());
        page.Find(".bulk-bar strong").TextContent.ShouldBe("1 selected");
        await page.Find(".bulk-bar").QuerySelectorAll("button").First(b => b.TextContent.Trim() == "BibTeX").ClickAsync(new MouseEventArgs());

        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(1));
        (await DepositsAsync(house)).ShouldHaveSingleItem().RecordId.ShouldBe(first);
        page.FindAll(".bulk-bar").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_work_that_does_not_belong_there_is_declined_with_a_reason_that_others_read()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await ClaimAsync(house, "A blog post", 1);
        var page = house.Open<ToDepositPage>();
        page.WaitForElement("tbody tr");

        await page.ClickAsync("Does not belong there …: A blog post");
        await page.Find("tbody textarea").ChangeAsync(new ChangeEventArgs { Value = "<i>No blogs</i>" });
        await page.Find("tbody form").SubmitAsync();

        page.WaitForAssertion(() => page.Find("nav.filters").TextContent.ShouldContain("Declined 1"));
        house.Navigation.NavigateTo("curation/to-deposit?state=declined");
        page.WaitForAssertion(() => page.Find("tbody").TextContent.ShouldContain("<i>No blogs</i>"));
        page.FindAll("tbody i").ShouldBeEmpty();
        await page.ClickAsync("Take back: A blog post");
        page.WaitForAssertion(() => page.Find("nav.filters").TextContent.ShouldContain("Waiting 1"));
    }

    [Fact]
    public async Task A_file_that_was_made_is_offered_again()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await ClaimAsync(house, "The first", 1);
        var taken = await house.Get<Deposits>().TakeAsync(new DepositFilter(), null, OrcidPortal.Tests.Curation.CurationHouse.User("Cora", null, Roles.Curator), Stop);
        house.Navigation.NavigateTo($"curation/to-deposit?state=taken&file={taken!.At.ToUnixTimeMilliseconds()}");

        var page = house.Open<ToDepositPage>();

        page.WaitForElement("tbody tr").TextContent.ShouldContain("by Cora");
        page.FindAll("a[download]").Select(a => a.GetAttribute("href")).ShouldBe([$"curation/to-deposit.csv?taken={taken.At.ToUnixTimeMilliseconds()}", $"curation/to-deposit.bib?taken={taken.At.ToUnixTimeMilliseconds()}"]);
        house.Navigation.NavigateTo("curation/to-deposit?state=taken&file=nonsense");
        page.WaitForAssertion(() => page.Find(".state-card h2").TextContent.ShouldBe("No work matches these filters"));
    }

    [Fact]
    public async Task A_person_and_a_word_narrow_it()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await ClaimAsync(house, "On engines", 1);
        await ClaimAsync(house, "On ships", 2, house.Ben);
        house.Navigation.NavigateTo("curation/to-deposit?person=ben&q=ships");

        var page = house.Open<ToDepositPage>();

        page.WaitForElement("tbody tr").TextContent.ShouldContain("On ships");
        page.FindAll("tbody tr").Count.ShouldBe(1);
        house.Navigation.NavigateTo("curation/to-deposit?person=nobody");
        page.WaitForAssertion(() => page.Find(".state-card h2").TextContent.ShouldBe("No work matches these filters"));
    }

    [Fact]
    public async Task What_an_import_brings_leaves_the_list_by_itself()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await ClaimAsync(house, "On engines", 1);
        await house.StartLiveAsync();
        var page = house.Open<ToDepositPage>();
        page.WaitForElement("tbody tr");

        await house.ImportedAsync(ClaimedWorks.Fields("On engines", "10.5555/1"));
        await house.Database.Transactions.RunAsync((db, ct) => Topics.TouchAsync(db, Topics.Imports, ct), Stop);

        page.WaitForAssertion(() => page.Find(".state-card h2").TextContent.ShouldBe("Nothing to deposit"), TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task The_drawer_counts_what_waits()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await ClaimAsync(house, "On engines", 1);

        var link = house.Open<DepositLink>();

        link.WaitForAssertion(() => link.Find("a").TextContent.ShouldBe("To deposit1 waiting"));
    }

    private static Task<Guid> ClaimAsync(PageHouse house, string title, int putCode, Person? person = null) =>
        ClaimedWorks.ClaimAsync(house.Database, house.Get<RecordStore>(), person ?? house.Ada, putCode, ClaimedWorks.Fields(title, $"10.5555/{putCode}"));

    private static Task<List<Deposit>> DepositsAsync(PageHouse house) => house.Database.ReadAsync(db => db.Deposits.AsNoTracking().ToListAsync(Stop));
}
