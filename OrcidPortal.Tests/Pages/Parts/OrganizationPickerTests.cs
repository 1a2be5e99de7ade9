using Bunit;
using Microsoft.AspNetCore.Components;
using OrcidPortal.Data;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Security;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages.Parts;

public sealed class OrganizationPickerTests
{
    [Fact]
    public async Task An_organisation_is_found_by_any_of_its_names_and_chosen()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await house.Get<OrganizationDirectory>().SaveAsync(
            null, new OrganizationDraft("German Research Foundation", "Bonn", null, "DE", null, ["Deutsche Forschungsgemeinschaft"]), Actor.System("test"), TestContext.Current.CancellationToken);
        OrganizationRow? chosen = null;
        var page = house.Open<OrganizationPicker>(
            ("Label", "Funder"), ("ValueChanged", EventCallback.Factory.Create<OrganizationRow?>(this, row => chosen = row)));

        await page.Field("Funder").FocusAsync(new());
        await house.TypeAsync(page, "Funder", "deutsche");
        var item = page.WaitForElement(".mud-list-item", TimeSpan.FromSeconds(5));
        item.TextContent.ShouldContain("also called Deutsche Forschungsgemeinschaft");
        await item.ClickAsync(new());

        page.WaitForAssertion(() => chosen.ShouldNotBeNull().Name.ShouldBe("German Research Foundation"));
    }
}
