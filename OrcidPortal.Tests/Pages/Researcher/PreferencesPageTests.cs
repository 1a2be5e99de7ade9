using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Researcher;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages.Researcher;

public sealed class PreferencesPageTests
{
    [Fact]
    public async Task Each_choice_says_what_it_would_do()
    {
        await using var house = await PageHouse.OpenForAdaAsync(("Institution:TimeZone", "Europe/Berlin"), ("Push:DailyAt", "22:00"));
        await house.WorkAsync("A", SyncState.InSync, There);
        await house.WorkAsync("B", SyncState.Ready);
        await house.WorkAsync("A grant", SyncState.InSync, There, kind: RecordKind.Funding);
        await house.WorkAsync("Another grant", SyncState.Ready, kind: RecordKind.Funding);

        var page = house.Open<PreferencesPage>();

        var choices = page.WaitForElements(".choice");
        choices.Select(c => c.QuerySelector("strong")!.TextContent).ShouldBe(["All my works", "None", "Fundings", "Positions", "Once a day", "At once"]);
        choices.Select(c => c.QuerySelector("input")!.HasAttribute("checked")).ShouldBe([true, false, true, true, true, false]);
        choices[0].TextContent.ShouldContain("Not in your record yet: 1.");
        choices[1].TextContent.ShouldContain("The works in your ORCID record (1) stay there");
        choices[4].TextContent.ShouldContain("(Europe/Berlin)");
        page.FindAll("fieldset legend").Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_was_sent_before_it_was_switched_off_still_counts_as_there()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.WorkAsync("A", SyncState.NotChosen, There);
        await house.WorkAsync("B", SyncState.NotChosen);

        var page = house.Open<PreferencesPage>();

        var choices = page.WaitForElements(".choice");
        choices[0].TextContent.ShouldContain("Not in your record yet: 1.");
        choices[1].TextContent.ShouldContain("The works in your ORCID record (1) stay there");
    }

    [Fact]
    public async Task A_choice_counts_at_once_leaves_an_agreement_and_can_be_taken_back()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.ConnectAsync(house.Ada);
        var page = house.Open<PreferencesPage>();
        page.WaitForElement(".choice");

        await page.Find("input[value=None]").ChangeAsync(new ChangeEventArgs { Value = "None" });
        var chosen = await WorksAsync(house);
        await page.WaitForElement(".mud-snackbar button").ClickAsync(new MouseEventArgs());

        chosen.ShouldBe(WorksChoice.None);
        page.WaitForAssertion(() => page.Find("input[value=All]").HasAttribute("checked").ShouldBeTrue());
        (await WorksAsync(house)).ShouldBe(WorksChoice.All);
        (await house.Database.ReadAsync(db => db.Agreements.OrderBy(a => a.At).ThenBy(a => a.Id).Select(a => a.Preferences).ToListAsync(TestContext.Current.CancellationToken)))
            .ShouldBe(["mode=Daily; works=None; fundings=yes; affiliations=yes; other-names=yes; keywords=no; countries=no; websites=yes; person-identifiers=yes; already-there=Leave", "mode=Daily; works=All; fundings=yes; affiliations=yes; other-names=yes; keywords=no; countries=no; websites=yes; person-identifiers=yes; already-there=Leave"]);
    }

    private static SyncItem There(SyncItem item)
    {
        item.PutCode = 1234567;
        return item;
    }

    private static Task<WorksChoice> WorksAsync(PageHouse house) =>
        house.Database.ReadAsync(db => db.Preferences.Select(p => p.Works).SingleAsync(TestContext.Current.CancellationToken));
}
