using Microsoft.Playwright;
using OrcidPortal.E2E.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace OrcidPortal.E2E;

public sealed class ProposalTests
{
    private static readonly object[] Works =
    [
        new { kind = "Work", id = "engines", title = "On engines", type = "journal-article", publicationDate = "2024", externalIds = new[] { new { type = "doi", value = "10.1000/engines", relationship = "self" } } },
        new { kind = "Work", id = "looms", title = "On looms", type = "journal-article", publicationDate = "2025", externalIds = new[] { new { type = "doi", value = "10.1000/looms", relationship = "self" } } },
    ];

    [Fact]
    public async Task What_a_researcher_proposes_for_a_shared_work_is_changed_and_sent_or_declined_with_a_reason_and_they_read_both()
    {
        await using var portal = await PortalServer.StartAsync([.. RestApi.Settings, ("Push:QuietTime", "00:00:00"), ("Push:EverySeconds", "1")]);
        var registry = new Registry(portal);
        foreach (var person in (string[])["researcher", "researcher2"]) await new RestApi(portal).SaveAsync(person, Works);
        await Eventually.IsAsync(() => registry.WorksFromPortalAsync(Registry.Laure), w => w.Count == 2, "both stand at ORCID");
        await ConnectTheOtherAsync(portal);
        await using var researcher = await Browser.VisitAsync(portal);
        await researcher.SignInAsync("researcher2");
        await ProposeAsync(researcher, "On engines", "On beter engines", "So it is in print");
        await ProposeAsync(researcher, "On looms", "On power looms", "It sounds better");
        var writes = await registry.WritesAsync(Registry.Laure);

        await DecideAsync(portal);

        await Eventually.IsAsync(() => registry.WorksFromPortalAsync(Registry.Laure), w => w.Any(x => x.Title == "On better engines"), "what was accepted with a change was sent");
        (await registry.WorksFromPortalAsync(Registry.Laure)).Select(w => w.Title).Order().ShouldBe(["On better engines", "On looms"]);
        // The registry notes a call when it is answered, a little after it took effect.
        (await Eventually.IsAsync(() => registry.WritesAsync(Registry.Laure), w => w.Count > writes.Count, "the call is noted")).Skip(writes.Count).ShouldBe(["PUT work"]);
        await ReadsTheAnswersAsync(researcher);
        researcher.Errors.ShouldBeEmpty();
    }

    private static async Task ConnectTheOtherAsync(PortalServer portal)
    {
        await using var other = await Browser.VisitAsync(portal);
        await other.SignInAsync("researcher");
        await other.Page.Locator("a.orcid-button").ClickAsync();
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Create or connect your ORCID iD" }).ClickAsync();
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Josiah Carberry" }).ClickAsync();
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Authorize access" }).ClickAsync();
        await other.Page.WaitForURLAsync("**/first-sync");
    }

    private static async Task ProposeAsync(Visitor researcher, string work, string title, string reason)
    {
        var page = researcher.Page;
        await researcher.GoToAsync("/works");
        await page.GetByRole(AriaRole.Link, new() { Name = work, Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Correct something" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("A colleague who is connected to ORCID has this too");
        await researcher.SettledAsync();
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync(title);
        await page.GetByLabel("Reason (optional)").FillAsync(reason);
        await page.GetByRole(AriaRole.Button, new() { Name = "Propose 1 change" }).ClickAsync();
        await Expect(page.Locator(".save-dock")).ToContainTextAsync("1 change is proposed");
    }

    /// <summary>A slip of the pen is put right and accepted; a title that is not in print is not taken.</summary>
    private static async Task DecideAsync(PortalServer portal)
    {
        await using var curator = await Browser.VisitAsync(portal);
        var page = curator.Page;
        await curator.SignInAsync("curator");
        await curator.GoToAsync("/curation/proposals");
        await Expect(page.Locator(".proposal")).ToHaveCountAsync(2);
        await curator.InspectAsync("proposals");
        await page.Locator(".proposal").Filter(new() { HasText = "On beter engines" }).GetByRole(AriaRole.Link, new() { Name = "Change it first: what Laure Haak proposes" }).ClickAsync();
        var title = page.GetByLabel("Title", new() { Exact = true });
        await Expect(title).ToHaveValueAsync("On beter engines");
        await title.FillAsync("On better engines");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save 1 change" }).ClickAsync();
        await Expect(page.Locator(".saved")).ToContainTextAsync("Saved.");

        await curator.GoToAsync("/curation/proposals");
        var decline = page.Locator(".proposal").GetByRole(AriaRole.Button, new() { Name = "Decline what Laure Haak proposes" });
        await Expect(page.Locator(".proposal")).ToContainTextAsync("Reason: It sounds better");
        await decline.ClickAsync();
        await page.GetByLabel("Why, for Laure Haak to read").FillAsync("In print it is On looms.");
        await decline.ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("No proposal waits");
        curator.Errors.ShouldBeEmpty();
    }

    private static async Task ReadsTheAnswersAsync(Visitor researcher)
    {
        var page = researcher.Page;
        await researcher.GoToAsync("/");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "The library accepted what you proposed" })).ToContainTextAsync("On better engines");
        var declined = page.GetByRole(AriaRole.Region, new() { Name = "The library did not take over what you proposed" });
        await Expect(declined).ToContainTextAsync("The library says: “In print it is On looms.”");
        await researcher.InspectAsync("home-answers");
        await declined.GetByRole(AriaRole.Button, new() { Name = "Understood: On looms" }).ClickAsync();
        await Expect(declined).ToHaveCountAsync(0);
        await researcher.GoToAsync("/works");
        await Expect(page.Locator("tbody tr[data-state=InSync]").Filter(new() { HasText = "On better engines" })).ToHaveCountAsync(1);
    }
}
