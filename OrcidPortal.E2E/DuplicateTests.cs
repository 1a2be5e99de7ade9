using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OrcidPortal.E2E.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace OrcidPortal.E2E;

public sealed class DuplicateTests
{
    private const string FromTheLibrary = "@article{engines, title={On analytical engines of many kinds}, author={Laurel L. Haak}, year=2024, doi={10.1000/engines}}";
    private const string FromTheDepartment = "@article{haak24, title={On analytical engines, of many kinds}, author={Laurel L. Haak}, year=2024, journal={Annals of engines}, doi={10.1000/annals.7}}";

    [Fact]
    public async Task Two_records_of_one_work_are_merged_one_is_removed_at_ORCID_then_the_other_changed_and_the_person_is_told()
    {
        await using var portal = await PortalServer.StartAsync([.. RestApi.Settings, ("Push:QuietTime", "00:00:00"), ("Push:EverySeconds", "1")]);
        var (api, registry) = (new RestApi(portal), new Registry(portal));
        await api.ImportAsync("researcher2", Bibliography.Text(FromTheLibrary), "library.bib");
        await api.ImportAsync("researcher2", Bibliography.Text(FromTheDepartment), "department.bib");
        var two = await Eventually.IsAsync(() => registry.WorksFromPortalAsync(Registry.Laure), w => w.Count == 2, "both stand at ORCID");
        var (writes, notices) = (await registry.WritesAsync(Registry.Laure), await registry.NoticesAsync(Registry.Laure));
        await using var curator = await Browser.VisitAsync(portal);
        await curator.SignInAsync("curator");

        await curator.GoToAsync("/curation/duplicates");
        var pair = curator.Page.Locator("section.pair");
        await Expect(pair).ToHaveCountAsync(1);
        await Expect(pair.GetByRole(AriaRole.Row, new() { NameRegex = new Regex("^At ORCID for") }).GetByRole(AriaRole.Cell)).ToHaveTextAsync(["Laure Haak", "Laure Haak"]);
        await curator.InspectAsync("duplicates");
        await pair.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^They are the same") }).ClickAsync();
        var dialog = curator.Page.Locator(".mud-dialog");
        await Expect(dialog).ToContainTextAsync("1 entry is removed at ORCID and 1 is updated. ORCID tells it in 2 notices in people's inboxes. 1 person is told on their home page.");
        await dialog.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Keep [AB]$") }).ClickAsync();
        await Expect(curator.Page.Locator("main")).ToContainTextAsync("No duplicates");

        var one = await Eventually.IsAsync(() => registry.WorksFromPortalAsync(Registry.Laure), w => w is [var left] && left.SelfIds.Count() == 2, "one is left, with the identifiers of both");
        two.ShouldContain(w => w.PutCode == one[0].PutCode);
        // The registry notes a call when it is answered, a little after it took effect.
        (await Eventually.IsAsync(() => registry.WritesAsync(Registry.Laure), w => w.Count >= writes.Count + 2, "both calls are noted")).Skip(writes.Count).ShouldBe(["DELETE work", "PUT work"]);
        (await registry.NoticesAsync(Registry.Laure) - notices).ShouldBe(2, "as the curator was told");
        await SeesItAsync(portal);
        curator.Errors.ShouldBeEmpty();
    }

    private static async Task SeesItAsync(PortalServer portal)
    {
        await using var researcher = await Browser.VisitAsync(portal);
        var page = researcher.Page;
        await researcher.SignInAsync("researcher2");
        var told = page.GetByRole(AriaRole.Region, new() { Name = "Two entries were one work" });
        await Expect(told).ToContainTextAsync("were one work. They are one entry now; there is nothing for you to do.");
        await researcher.InspectAsync("home-merged");
        await told.GetByRole(AriaRole.Button, new() { Name = "Got it" }).ClickAsync();
        await Expect(told).ToHaveCountAsync(0);
        await researcher.GoToAsync("/works");
        await Expect(page.GetByText("1 of 1 are in your ORCID record.")).ToBeVisibleAsync();
        researcher.Errors.ShouldBeEmpty();
    }
}
