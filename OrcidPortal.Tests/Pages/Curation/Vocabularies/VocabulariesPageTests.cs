using Bunit;
using Microsoft.AspNetCore.Components;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Curation.Vocabularies;
using OrcidPortal.Records;
using OrcidPortal.Records.Vocabularies;
using OrcidPortal.Security;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages.Curation.Vocabularies;

public sealed class VocabulariesPageTests
{
    [Fact]
    public async Task A_word_without_an_entry_comes_first_and_one_choice_heals_its_records()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await house.ImportedAsync(new RecordFields { Title = "A", Type = new TypeValue("house", "leaflet") });
        var page = house.Open<VocabulariesPage>();

        var row = page.WaitForElement("tbody tr");
        row.GetAttribute("data-value").ShouldBe("house:leaflet");
        row.TextContent.ShouldContain("No entry yet");
        page.Find("nav.filters a[aria-current]").TextContent.ShouldContain("1 missing");
        await ChooseAsync(page, "house:leaflet", "report");

        page.WaitForAssertion(() => page.Find("p[role=status]").TextContent.ShouldBe("Saved “house:leaflet”. 1 records use it and are looked at again."));
        (await ResolveAsync(house, "house:leaflet")).ShouldBe("report");
        page.Find("nav.filters a[aria-current]").TextContent.ShouldNotContain("missing");
    }

    [Fact]
    public async Task Only_what_is_missing_is_shown_on_demand()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await house.ImportedAsync(new RecordFields { Title = "A", Type = new TypeValue("house", "leaflet") });
        house.Navigation.NavigateTo("vocabularies?missing=true");
        var page = house.Open<VocabulariesPage>();
        page.WaitForElement("tbody tr");
        page.FindAll("tbody tr").Count.ShouldBe(1);

        await page.Find("input[type=checkbox]").ChangeAsync(new ChangeEventArgs { Value = false });

        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBeGreaterThan(50));
    }

    [Fact]
    public async Task A_word_that_no_source_used_yet_is_added_and_taken_back()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        house.Navigation.NavigateTo("vocabularies?q=House:Leaflet");
        var page = house.Open<VocabulariesPage>();
        page.WaitForElement("tbody tr[data-value='house:leaflet']").TextContent.ShouldContain("Not in the list yet");

        await ChooseAsync(page, "house:leaflet", "report");

        page.WaitForAssertion(() => page.Find("tbody tr[data-value='house:leaflet']").TextContent.ShouldContain("by default: Nothing"));
        page.Markup.ShouldNotContain("Not in the list yet");
        (await ResolveAsync(house, "house:leaflet")).ShouldBe("report");
        await page.ClickAsync("Back to the default");
        page.WaitForAssertion(() => page.Markup.ShouldContain("Not in the list yet"));
        (await ResolveAsync(house, "house:leaflet")).ShouldBeNull();
    }

    private static Task ChooseAsync(IRenderedComponent<IComponent> page, string word, string target) =>
        page.Find($"tr[data-value='{word}'] select").ChangeAsync(new ChangeEventArgs { Value = target });

    private static async Task<string?> ResolveAsync(PageHouse house, string word) =>
        (await house.Get<VocabularyStore>().CurrentAsync(TestContext.Current.CancellationToken)).Resolve(VocabularyNames.WorkType, word);
}
