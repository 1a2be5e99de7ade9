using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using OrcidPortal.Pages.Layout;
using OrcidPortal.Security;

namespace OrcidPortal.Tests.Pages.Layout;

public sealed class TopSearchTests
{
    [Theory]
    [InlineData(Roles.Curator)]
    [InlineData(Roles.Admin)]
    public async Task Curators_and_admins_search_all_works(string role)
    {
        await using var house = await StaffHouse.OpenForAsync(role);
        var bar = house.Open<TopSearch>();

        await SearchAsync(bar, "Search all records", " R&D on engines ");

        house.Navigation.Uri.ShouldEndWith("/records?q=R%26D%20on%20engines");
    }

    [Fact]
    public async Task Researchers_search_their_own_works_and_nothing_typed_shows_them_all()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        var bar = house.Open<TopSearch>();

        await SearchAsync(bar, "Search what is mine", "engines");
        house.Navigation.Uri.ShouldEndWith("/works?q=engines");

        await SearchAsync(bar, "Search what is mine", "  ");
        house.Navigation.Uri.ShouldEndWith("/works");
    }

    [Fact]
    public async Task An_account_without_works_has_no_search()
    {
        await using var house = await PageHouse.OpenAsync();
        await house.SignInAsync("nobody", null, null);

        var bar = house.Open<TopSearch>();

        bar.FindAll("form").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_button_of_a_narrow_screen_opens_it_and_escape_closes_it()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        var bar = house.Open<TopSearch>();

        await bar.WaitForElement("button[aria-expanded=false]").ClickAsync(new MouseEventArgs());
        bar.Find("button[aria-expanded]").GetAttribute("aria-expanded").ShouldBe("true");
        bar.Find("form").ClassList.ShouldContain("open");

        await bar.Find("input").KeyDownAsync(new KeyboardEventArgs { Key = "Escape" });
        bar.Find("form").ClassList.ShouldNotContain("open");
    }

    private static async Task SearchAsync(IRenderedComponent<IComponent> bar, string label, string text)
    {
        bar.WaitForElement("form");
        await bar.Field(label).InputAsync(new ChangeEventArgs { Value = text });
        await bar.Find("form[role=search]").SubmitAsync();
    }
}
