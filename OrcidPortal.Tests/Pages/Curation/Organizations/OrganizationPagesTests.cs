using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Curation.Organizations;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Security;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages.Curation.Organizations;

public sealed class OrganizationPagesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_directory_says_how_it_fills()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);

        var page = house.Open<OrganizationsPage>();

        page.WaitForElement(".state-card").TextContent.ShouldContain("organizations FILE.zip");
        page.Button("Add an organisation").GetAttribute("href").ShouldBe("organizations/new");
    }

    [Fact]
    public async Task A_curator_finds_an_organisation_by_another_name_and_says_that_it_is_ours()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var id = await SaveAsync(house, new OrganizationDraft("German Research Foundation", "Bonn", null, "DE", [new("ROR", "018mejw64"), new("GRID", "grid.424150.6")], ["Deutsche Forschungsgemeinschaft"]));
        await SaveAsync(house, new OrganizationDraft("Boston University"));
        house.Navigation.NavigateTo("organizations?q=deutsche");
        var page = house.Open<OrganizationsPage>();

        var row = page.WaitForElement("tbody tr");
        row.TextContent.ShouldContain("also called Deutsche Forschungsgemeinschaft");
        row.TextContent.ShouldContain("Bonn, DE");
        row.QuerySelector("a[href='https://ror.org/018mejw64']").ShouldNotBeNull();
        page.FindAll("tbody tr").Count.ShouldBe(1);
        await page.Find("select[aria-label='Do we speak for German Research Foundation?']").ChangeAsync(new ChangeEventArgs { Value = "Ours" });

        page.WaitForAssertion(() => page.Markup.ShouldContain("German Research Foundation is ours."));
        (await TieAsync(house, id)).ShouldBe(OrganizationTie.Ours);
        await page.ClickAsync("Undo");
        page.WaitForAssertion(() => page.Find("tbody select option[selected]").TextContent.ShouldBe("No"));
        (await TieAsync(house, id)).ShouldBe(OrganizationTie.None);
    }

    [Fact]
    public async Task A_search_without_a_result_offers_all()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await SaveAsync(house, new OrganizationDraft("Boston University"));
        house.Navigation.NavigateTo("organizations?q=nothing");

        var page = house.Open<OrganizationsPage>();

        page.WaitForElement(".state-card h2").TextContent.ShouldBe("No organisation has this name");
        page.Button("Show all").GetAttribute("href").ShouldBe("organizations");
    }

    [Fact]
    public async Task An_organisation_is_added_by_hand_after_its_mistake_was_told_at_the_field()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var page = house.Open<OrganizationPage>();
        page.WaitForElement("form");
        await TypeAsync(page, "Name", "Museum of Engines");
        await TypeAsync(page, "Country code", "Atlantis");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => page.Field("Country code").GetAttribute("aria-invalid").ShouldBe("true"));
        page.Markup.ShouldContain("not a country code");

        await TypeAsync(page, "Country code", "gb");
        await TypeAsync(page, "Crossref Funder", "10.13039/501100009999");
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => house.Navigation.Uri.ShouldContain("/organizations/0"));
        var made = (await house.Get<OrganizationDirectory>().SearchAsync("museum", null, false, null, Stop)).Items.ShouldHaveSingleItem();
        (made.Name, made.Country, made.Identifiers[0].Value).ShouldBe(("Museum of Engines", "GB", "http://dx.doi.org/10.13039/501100009999"));
    }

    [Fact]
    public async Task A_change_keeps_what_is_typed_and_shows_the_saved_organisation()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var id = await SaveAsync(house, new OrganizationDraft("Museum", "London", null, "GB", null, ["Engine Museum"]));
        var page = house.Open<OrganizationPage>(("Id", id));
        page.WaitForElement("form");

        await TypeAsync(page, "City", "Oxford");
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => page.Markup.ShouldContain("Museum is saved."));
        var found = (await house.Get<OrganizationDirectory>().FindAsync(id, Stop))!;
        (found.Organization.City, string.Join("; ", found.Names.Select(n => n.Name))).ShouldBe(("Oxford", "Engine Museum; Museum"));
        page.Field("City").GetAttribute("value").ShouldBe("Oxford");
    }

    [Fact]
    public async Task An_organisation_that_is_not_there_is_said_to_be_missing()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);

        var page = house.Open<OrganizationPage>(("Id", Guid.NewGuid()));

        page.WaitForAssertion(() => page.Find("h1").TextContent.ShouldBe("This organisation is not in the directory"));
    }

    [Fact]
    public async Task Leaving_with_unsaved_changes_is_asked_about_and_saving_is_not()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var id = await SaveAsync(house, new OrganizationDraft("Boston University"));
        house.Navigation.NavigateTo($"organizations/{id}");
        var page = house.Open<OrganizationPage>(("Id", id));
        page.WaitForElement("form");
        house.Navigation.NavigateTo("organizations");
        page.FindAll(".mud-dialog").ShouldBeEmpty();
        house.Navigation.NavigateTo($"organizations/{id}");

        await TypeAsync(page, "Name", "Boston Universität");
        house.Navigation.NavigateTo("organizations");

        page.WaitForAssertion(() => page.Find(".mud-dialog").TextContent.ShouldContain("not saved yet"));
        await page.ClickAsync("Stay here");
        house.Navigation.Uri.ShouldEndWith($"organizations/{id}");
        page.Field("Name").GetAttribute("value").ShouldBe("Boston Universität");

        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => page.Find("h1").TextContent.ShouldBe("Boston Universität"));
        house.Navigation.NavigateTo("organizations");

        page.FindAll(".mud-dialog").ShouldBeEmpty();
        house.Navigation.Uri.ShouldEndWith("organizations");
    }

    [Fact]
    public async Task A_new_organisation_that_is_saved_leads_to_its_page_without_a_question()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        house.Navigation.NavigateTo("organizations/new");
        var page = house.Open<OrganizationPage>();
        page.WaitForElement("form");
        await TypeAsync(page, "Name", "Boston University");

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => house.Navigation.Uri.ShouldContain("organizations/0"));
        page.FindAll(".mud-dialog").ShouldBeEmpty();
    }

    private static Task TypeAsync(IRenderedComponent<IComponent> page, string label, string text) => page.Field(label).ChangeAsync(new ChangeEventArgs { Value = text });

    private static async Task<Guid> SaveAsync(PageHouse house, OrganizationDraft draft) =>
        ((SaveOrganizationResult.Saved)await house.Get<OrganizationDirectory>().SaveAsync(null, draft, Actor.System("test"), Stop)).Organization.Id;

    private static Task<OrganizationTie> TieAsync(PageHouse house, Guid id) =>
        house.Database.ReadAsync(db => db.Organizations.Where(o => o.Id == id).Select(o => o.Tie).SingleAsync(Stop));
}
