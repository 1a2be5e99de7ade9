using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OrcidPortal.E2E.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace OrcidPortal.E2E;

/// <summary>What curators and admins do from morning to evening, with inspection of every page on the way.</summary>
public sealed partial class CurationTests
{
    private const string Works = """
        @article{engines, title={On engines}, author={Laurel L. Haak}, year=2024, doi={10.1000/engines}}
        @article{date, title={A day that never was}, author={Laurel L. Haak}, date={2019-02-30}, doi={10.1000/day}}
        @article{broken, title=
        """;

    [Fact]
    public async Task A_curator_imports_a_file_fixes_a_work_and_it_goes_to_ORCID()
    {
        await using var portal = await PortalServer.StartAsync();
        await using var visitor = await Browser.VisitAsync(portal);
        var page = visitor.Page;
        await visitor.SignInAsync("curator");
        await InspectAsync(visitor, "/curation", "Nothing needs fixing", "curation-empty");
        await InspectAsync(visitor, "/imports", "Nothing has been imported yet", "imports-empty");
        await InspectAsync(visitor, "/curation/proposals", "No proposal waits", "proposals-empty");
        await InspectAsync(visitor, "/curation/questions", "No answer waits", "questions-empty");
        await InspectAsync(visitor, "/curation/handed-over", "Nothing was handed over", "handed-empty");

        await ImportAsync(page, Works);
        await Expect(page.Locator(".figures dd")).ToHaveTextAsync(["2", "0", "0", "1"]);
        await visitor.InspectAsync("import");
        await InspectAsync(visitor, "/imports", "refs.bib", "imports");
        await InspectAsync(visitor, "/records", "On engines", "records");

        await visitor.GoToAsync("/curation");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await visitor.InspectAsync("curation");
        await page.Keyboard.PressAsync("j");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "A day that never was" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(RecordAddress());
        await Expect(page.GetByText("is not a date").First).ToBeVisibleAsync();
        await visitor.InspectAsync("editor");
        await page.GetByLabel("Publication date").FillAsync("2019-02");
        await Expect(page.GetByText("ORCID would take it")).ToBeVisibleAsync();
        await visitor.InspectAsync("editor-typed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save 1 change" }).ClickAsync();

        await Expect(page.Locator(".saved li")).ToContainTextAsync("Laure Haak: In sync");
        await visitor.InspectAsync("editor-saved");
        await InspectAsync(visitor, "/curation", "Nothing needs fixing", "curation-done");
        (await new Registry(portal).WorksFromPortalAsync(Registry.Laure)).ShouldContain(w => w.Title == "A day that never was");
        visitor.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_admin_sees_why_something_failed_and_tries_again_with_success()
    {
        await using var portal = await PortalServer.StartAsync();
        await using var visitor = await Browser.VisitAsync(portal);
        var page = visitor.Page;
        await new Registry(portal).BreakAsync(new { method = "POST", orcid = Registry.Laure, status = 403, body = NotOurs });
        await visitor.SignInAsync("admin");
        await ImportAsync(page, Works);

        await InspectAsync(visitor, "/admin/failures", "The entry at ORCID belongs to another source", "failures");
        await page.GetByText("Show the entries").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "On engines" })).ToBeVisibleAsync();
        await visitor.InspectAsync("failures-open");
        await InspectAsync(visitor, "/admin", "1 work failed", "admin");
        await InspectAsync(visitor, "/", "work failed", "home-admin-busy");
        await visitor.GoToAsync("/admin/failures");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try 1 again" }).ClickAsync();

        await Expect(page.GetByText("Nothing has failed")).ToBeVisibleAsync();
        await Eventually.IsAsync(() => new Registry(portal).WorksFromPortalAsync(Registry.Laure), w => w.Any(x => x.Title == "On engines"), "the work stands at ORCID");
        await InspectAsync(visitor, "/admin/people", "Laure Haak", "people");
        await InspectAsync(visitor, "/admin/people/researcher2", "In sync", "person");
        visitor.Errors.ShouldBeEmpty();
    }

    private const string NotOurs = """{"response-code":403,"developer-message":"403 Forbidden: You are not the source of the work.","user-message":"","error-code":9010,"more-info":""}""";

    private static async Task ImportAsync(IPage page, string content)
    {
        await page.GotoAsync("/imports?person=researcher2");
        await Expect(page.GetByLabel("Whose works are these?")).ToHaveValueAsync(new Regex("Haak"));
        await Files.ChooseAsync(page, "refs.bib", Encoding.UTF8.GetBytes(content));
        await Expect(page.Locator(".drop")).ToContainTextAsync("refs.bib");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the import" }).ClickAsync();
        await page.WaitForURLAsync(RunAddress());
        await Expect(page.Locator(".card .chip").First).ToHaveTextAsync("Done");
    }

    private static async Task InspectAsync(Visitor visitor, string path, string words, string name)
    {
        await visitor.GoToAsync(path);
        await Expect(visitor.Page.Locator("main")).ToContainTextAsync(words, new() { Timeout = 20_000 });
        await visitor.InspectAsync(name);
    }

    [GeneratedRegex("/records/[0-9a-f-]{36}$")]
    private static partial Regex RecordAddress();

    [GeneratedRegex("/imports/[0-9a-f-]{36}$")]
    private static partial Regex RunAddress();
}
