using Bunit;
using OrcidPortal.Pages.Layout;
using OrcidPortal.Security;

namespace OrcidPortal.Tests.Pages.Layout;

public sealed class NavLinksTests
{
    [Fact]
    public async Task A_researcher_sees_the_pages_of_researchers_only()
    {
        await using var house = await PageHouse.OpenForAdaAsync();

        var nav = house.Open<NavLinks>();

        nav.WaitForAssertion(() => Links(nav).ShouldBe(["", "works", "suggestions", "preferences"]));
    }

    [Fact]
    public async Task A_curator_without_a_person_sees_no_works_of_their_own()
    {
        await using var house = await PageHouse.OpenAsync();
        await house.SignInAsync("curator", null, null, Roles.Curator);

        var nav = house.Open<NavLinks>();

        nav.WaitForAssertion(() => Links(nav).ShouldContain("curation"));
        Links(nav).ShouldContain("history");
        Links(nav).ShouldNotContain("works");
        Links(nav).ShouldNotContain("admin");
    }

    [Fact]
    public async Task The_page_one_is_on_is_marked()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        house.Navigation.NavigateTo("works/00000000-0000-0000-0000-000000000001");

        var nav = house.Open<NavLinks>();

        nav.WaitForAssertion(() => nav.FindAll("a[aria-current=page]").Select(a => a.GetAttribute("href")).ShouldBe(["works"]));
    }

    private static List<string?> Links(IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> nav) => [.. nav.FindAll("a").Select(a => a.GetAttribute("href"))];
}
