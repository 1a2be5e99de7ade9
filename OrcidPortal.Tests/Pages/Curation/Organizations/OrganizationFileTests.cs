using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Pages.Curation.Organizations;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages.Curation.Organizations;

public sealed class OrganizationFileTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_shown_as_what_it_would_do_and_saved_at_a_click()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var id = await SaveAsync(house, new OrganizationDraft("Museum", "London", null, "GB"));
        var page = house.Open<OrganizationImportPage>();
        page.WaitForElement("input[type=file]");
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("Name,City,Country\nMuseum,Oxford,\nNew one,Bonn,DE\nOdd,,Atlantis\n", "orgs.csv"));

        page.WaitForAssertion(() => page.FindAll(".figures dd").Select(d => d.TextContent).ShouldBe(["1", "1", "0", "1"]));
        page.Markup.ShouldContain("is not a country code");
        await page.ClickAsync("Save 2 changes");

        page.WaitForAssertion(() => page.Find(".saved").TextContent.ShouldContain("2 organisations are saved."));
        (await house.Get<OrganizationDirectory>().FindAsync(id, Stop))!.Organization.City.ShouldBe("Oxford");
    }

    [Fact]
    public async Task An_organisation_shows_who_uses_it_and_who_changed_it()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var id = await SaveAsync(house, new OrganizationDraft("Museum", "London", null, "GB"));
        await house.ImportedAsync(OrcidPortal.Data.Entities.RecordKind.Employment, new OrcidPortal.Data.Entities.RecordFields { RoleTitle = "Keeper", OrganizationName = "Museum" });
        var page = house.Open<OrganizationPage>(("Id", id));

        page.WaitForElement("dl.pairs a[href='records?organization=" + id + "']").TextContent.ShouldBe("1 record names it");
        page.Find("section tbody tr").TextContent.ShouldContain("Added");
        page.Find("a[href='organizations/" + id + "/merge']").ShouldNotBeNull();

        await house.Browser.DisposeComponentsAsync();
        house.Navigation.NavigateTo($"records?organization={id}");
        var works = house.Open<OrcidPortal.Pages.Curation.AllWorks>();
        works.WaitForElement(".chosen-group").TextContent.ShouldContain("Only records that name Museum");
        works.FindAll("tbody tr").Count.ShouldBe(1);

        await house.Browser.DisposeComponentsAsync();
        house.Navigation.NavigateTo("organizations");
        var list = house.Open<OrganizationsPage>();
        list.WaitForElement("td.number a").GetAttribute("href").ShouldBe($"records?organization={id}");
    }

    [Fact]
    public async Task Two_that_are_the_same_are_merged_after_what_follows_was_shown_and_the_old_address_leads_on()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var kept = await SaveAsync(house, new OrganizationDraft("Museum", "London", null, "GB"));
        var gone = await SaveAsync(house, new OrganizationDraft("Musem of Engines", null, null, null, [new("GRID", "grid.1.1")]));
        house.Navigation.NavigateTo($"organizations/{kept}/merge?with={gone}");
        var page = house.Open<OrganizationMergePage>(("Id", kept));

        page.WaitForElement("#merge-head");
        page.Find("dl.pairs").TextContent.ShouldContain("Musem of Engines");
        page.Find("dl.pairs").TextContent.ShouldContain("grid.1.1");
        _ = page.ClickAsync("Merge");
        page.WaitForAssertion(() => page.Find(".mud-dialog").TextContent.ShouldContain("This cannot be taken back."));
        await page.FindAll(".mud-dialog button").Single(b => b.TextContent.Trim() == "Merge").ClickAsync(new());

        page.WaitForAssertion(() => house.Navigation.Uri.ShouldEndWith($"organizations/{kept}"));
        (await house.Database.ReadAsync(db => db.Organizations.Select(o => o.Name).ToListAsync(Stop))).ShouldBe(["Museum"]);

        await house.Browser.DisposeComponentsAsync();
        house.Navigation.NavigateTo($"organizations/{gone}");
        var old = house.Open<OrganizationPage>(("Id", gone));
        old.WaitForAssertion(() => house.Navigation.Uri.ShouldEndWith($"organizations/{kept}"));
    }

    [Fact]
    public async Task Two_of_ROR_are_refused_with_the_reason()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var kept = await SaveAsync(house, new OrganizationDraft("A", null, null, null, [new("ROR", "018mejw64")]));
        var gone = await SaveAsync(house, new OrganizationDraft("B", null, null, null, [new("ROR", "05qwgg493")]));
        house.Navigation.NavigateTo($"organizations/{kept}/merge?with={gone}");

        var page = house.Open<OrganizationMergePage>(("Id", kept));

        page.WaitForElement("[role=alert]").TextContent.ShouldContain("ROR knows two organisations");
        page.FindAll("button").ShouldNotContain(b => b.TextContent.Trim() == "Merge");
    }

    [Fact]
    public async Task The_file_holds_what_curators_touched_and_changes_nothing_when_it_comes_back()
    {
        await using var app = new PortalApp(("Jobs:Enabled", "false"));
        using var browser = await app.SignedInAsync("curator");
        await app.Services.GetRequiredService<OrganizationDirectory>().SaveAsync(
            null, new OrganizationDraft("=Museum", "-London", null, "GB", [new("GRID", "grid.1.1"), new("LEI", "529900T8BM49AURSDO55")], ["@Engines", "'=House"]), Actor.System("test"), Stop);

        var file = await browser.GetByteArrayAsync("/organizations.csv", Stop);

        var text = System.Text.Encoding.UTF8.GetString(file);
        text.ShouldStartWith("\uFEFFId,Name,Other names,City,Region,Country,Identifier,Identifier source,Records\r\n");
        text.ShouldContain(",\"'=Museum\",");
        text.ShouldContain(",\"'-London\",");
        var (lines, fault) = OrganizationFile.Read(file);
        fault.ShouldBeNull();
        lines.Select(l => l.Cells.Name).ShouldContain("=Museum");
        (await app.Services.GetRequiredService<OrganizationImport>().LookAsync(lines, Stop)).Lines.ShouldAllBe(l => l.Outcome == OrcidPortal.Records.FileOutcome.Same);
    }

    private static async Task<Guid> SaveAsync(PageHouse house, OrganizationDraft draft) =>
        ((SaveOrganizationResult.Saved)await house.Get<OrganizationDirectory>().SaveAsync(null, draft, Actor.System("test"), Stop)).Organization.Id;
}
