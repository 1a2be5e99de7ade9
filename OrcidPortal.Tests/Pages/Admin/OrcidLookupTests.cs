using Bunit;
using OrcidPortal.Pages.Admin;
using OrcidPortal.Security;

namespace OrcidPortal.Tests.Pages.Admin;

public sealed class OrcidLookupTests
{
    [Fact]
    public async Task Somebody_who_has_not_connected_can_be_looked_for_and_invited()
    {
        await using var house = await PageHouse.OpenAsync();
        await house.SignInAsync("curator", null, null, Roles.Curator);

        var page = house.Open<PersonDetail>(("LocalId", "researcher"));
        page.WaitForElement("#lookup-family").GetAttribute("value").ShouldBe("Lovelace");
        var invitation = page.FindAll("a").First(a => a.GetAttribute("href")!.StartsWith("mailto:", StringComparison.Ordinal)).GetAttribute("href")!;
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => page.Find("form + [role=status]").TextContent.ShouldContain("ORCID does not answer at the moment."));
        invitation.ShouldStartWith("mailto:researcher%40example.edu?subject=Connect%20your%20ORCID%20iD%20with%20Fictitious%20University");
        invitation.ShouldContain(Uri.EscapeDataString("/connect/orcid"));
    }

    [Fact]
    public async Task Who_is_connected_is_not_looked_for()
    {
        await using var house = await PageHouse.OpenAsync();
        await house.SignInAsync("curator", null, null, Roles.Curator);
        await house.ConnectAsync(house.Ada);

        var page = house.Open<PersonDetail>(("LocalId", "researcher"));

        page.WaitForElement("#connection-head");
        page.FindAll("#lookup-head").ShouldBeEmpty();
    }
}
