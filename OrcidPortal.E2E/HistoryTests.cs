using System.Text;
using Microsoft.Playwright;
using OrcidPortal.E2E.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace OrcidPortal.E2E;

public sealed class HistoryTests
{
    private const string Works = """
        @article{engines, title={On engines}, author={Laurel L. Haak}, year=2024, doi={10.1000/engines}}
        @article{formula, title={=SUM(A1) and other names for a sum}, author={Laurel L. Haak}, year=2025, doi={10.1000/sum}}
        """;

    [Fact]
    public async Task A_curator_finds_what_was_sent_for_somebody_and_takes_it_home_as_a_file()
    {
        await using var portal = await PortalServer.StartAsync(RestApi.Settings);
        await new RestApi(portal).ImportAsync("researcher2", Encoding.UTF8.GetBytes(Works));
        await using var visitor = await Browser.VisitAsync(portal);
        var page = visitor.Page;
        await visitor.SignInAsync("curator");
        await visitor.GoToAsync("/admin/people/researcher2");
        await Expect(page.Locator("main")).ToContainTextAsync("Added to the ORCID record", new() { Timeout = 20_000 });

        await page.GetByRole(AriaRole.Link, new() { Name = "All of it, with filters" }).ClickAsync();
        await page.WaitForURLAsync("**/history?person=researcher2");
        await visitor.SettledAsync();
        await page.GetByLabel("What was done").SelectOptionAsync("Add");
        await page.WaitForURLAsync("**/history?person=researcher2&operation=Add");
        await Expect(page.Locator("tbody")).Not.ToContainTextAsync("ORCID iD connected");
        await visitor.InspectAsync("history");
        await page.GetByRole(AriaRole.Button, new() { Name = "All facts" }).First.ClickAsync();
        await Expect(page.Locator("dl.fields")).ToContainTextAsync("Preferences saved on");
        await visitor.InspectAsync("history-open");
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Save as CSV" }).ClickAsync());

        file.SuggestedFilename.ShouldStartWith("history-");
        var lines = await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken);
        lines.ShouldContain(",Add,Done,Laure Haak,researcher2,");
        lines.ShouldContain(",\"'=SUM(A1) and other names for a sum\",");
        lines.ShouldNotContain(",Connect,Done,");
        visitor.Errors.ShouldBeEmpty();
    }
}
