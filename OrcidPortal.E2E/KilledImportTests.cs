using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OrcidPortal.E2E.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace OrcidPortal.E2E;

public sealed partial class KilledImportTests
{
    private const int Works = 2000;

    [Fact]
    public async Task An_import_whose_portal_was_killed_says_so_and_can_be_repeated()
    {
        await using var portal = await PortalServer.StartAsync(RestApi.Settings);
        var run = await BeginAsync(portal);
        await portal.KillAsync();
        await portal.StartAgainAsync();
        await using var visitor = await Browser.VisitAsync(portal);
        var page = visitor.Page;

        await visitor.SignInAsync("curator");
        await visitor.GoToAsync(run);
        // A minute of silence passes before it is taken for dead: another server might be at it.
        await Expect(page.Locator("main")).ToContainTextAsync("The import was interrupted after", new() { Timeout = 120_000 });
        await visitor.InspectAsync("import-broken-off");
        await page.GetByRole(AriaRole.Button, new() { Name = "Repeat this import" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/imports/", StringComparison.Ordinal) && !url.EndsWith(run, StringComparison.Ordinal));

        await Expect(page.Locator(".card .chip").First).ToHaveTextAsync("Done", new() { Timeout = 90_000 });
        var figures = (await page.Locator(".figures dd").AllInnerTextsAsync()).Select(f => int.Parse(f, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)).ToList();
        figures.Sum().ShouldBe(Works);
        figures[2].ShouldBeGreaterThanOrEqualTo(100, "what the killed portal had saved is known");
        (await Eventually.IsAsync(() => new RestApi(portal).CountsAsync(), c => c.Values.Sum() >= Works, "all works planned", seconds: 90)).Values.Sum().ShouldBe(Works);
        visitor.Errors.ShouldBeEmpty();
    }

    /// <returns>The address of a run that has saved something and is not done.</returns>
    private static async Task<string> BeginAsync(PortalServer portal)
    {
        await using var visitor = await Browser.VisitAsync(portal);
        var page = visitor.Page;
        await visitor.SignInAsync("curator");
        await visitor.GoToAsync("/imports?person=researcher");
        await Expect(page.GetByLabel("Whose works are these?")).ToHaveValueAsync(new Regex("Carberry"));
        await Files.ChooseAsync(page, "series.bib", Bibliography.Of(Works));
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the import" }).ClickAsync();
        await Expect(page.GetByText(new Regex("^[1-9][0-9,]* of 2,000 entries"))).ToBeVisibleAsync();
        return new Uri(page.Url).AbsolutePath;
    }
}
