using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OrcidPortal.E2E.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace OrcidPortal.E2E;

/// <summary>A researcher's way from nothing to a record that is kept up to date, and the way of one who would rather not.</summary>
public sealed partial class ConnectTests
{
    // One that ORCID has with the same DOI, one that only looks like something there, one that ORCID would refuse.
    private const string KnownAtOrcid = """
        @article{theory, title={Toward a unified theory of high-energy metaphysics: silly string theory}, author={Josiah Carberry}, year=2008, doi={10.5555/12345678}}
        @article{bus, title={The memory bus considered harmful}, author={Josiah Carberry}, year=2012, url={https://repository.example.edu/bus}}
        @article{day, title={A day that never was}, author={Josiah Carberry}, date={2019-02-30}, doi={10.1000/day}}
        """;

    [Fact]
    public async Task A_researcher_connects_confirms_once_and_finds_the_works_at_ORCID()
    {
        await using var portal = await PortalServer.StartAsync(RestApi.Settings);
        var (api, registry) = (new RestApi(portal), new Registry(portal));
        (await api.ImportAsync("researcher", Bibliography.Long())).Added.ShouldBeGreaterThan(100);
        (await api.ImportAsync("researcher", Bibliography.Text(KnownAtOrcid))).Added.ShouldBe(3);
        await using var visitor = await Browser.VisitAsync(portal);
        var page = visitor.Page;

        await GoToOrcidAsync(visitor);
        await page.GetByLabel("E-mail address or 16-digit iD").FillAsync("josiah.carberry@example.org");
        await page.GetByLabel("Password").FillAsync("simulator");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Authorize access" }).ClickAsync();

        await page.WaitForURLAsync("**/first-sync");
        var send = page.GetByRole(AriaRole.Button, new() { NameRegex = SendWorks() });
        await Expect(send).ToBeVisibleAsync();
        await Expect(page.Locator("[data-group=already-there] li")).ToContainTextAsync(["silly string theory"]);
        await Expect(page.Locator("[data-group=looks-the-same] li")).ToContainTextAsync(["The memory bus considered harmful"]);
        await Expect(page.Locator("[data-group=needs-fixing]")).ToContainTextAsync("A day that never was");
        await visitor.InspectAsync("first-sync");
        var count = int.Parse(SendWorks().Match(await send.InnerTextAsync()).Groups[1].Value, CultureInfo.InvariantCulture);
        count.ShouldBeGreaterThan(100);
        (await registry.WritesAsync(Registry.Josiah)).ShouldBeEmpty();
        await send.ClickAsync();

        await page.WaitForURLAsync("**/works");
        await Expect(page.GetByText(new Regex($"^{count} of [0-9]+ are in your ORCID record"))).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await visitor.InspectAsync("works");
        (await registry.WorksFromPortalAsync(Registry.Josiah)).Select(w => w.PutCode).Distinct().Count().ShouldBe(count);
        (await registry.WritesAsync(Registry.Josiah)).ShouldBe(Enumerable.Repeat("POST works", (count + 99) / 100));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Send now", Exact = true })).ToHaveCountAsync(0);

        await SeeOneAsync(visitor, registry);
        await SendAgainAsync(visitor, api);
        (await registry.WritesAsync(Registry.Josiah)).ShouldBe(Enumerable.Repeat("POST works", (count + 99) / 100).Append("POST works"));
        visitor.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_researcher_who_denies_consent_is_told_what_that_means()
    {
        await using var portal = await PortalServer.StartAsync();
        await using var visitor = await Browser.VisitAsync(portal);
        var page = visitor.Page;

        await GoToOrcidAsync(visitor);
        await page.GetByRole(AriaRole.Button, new() { Name = "Josiah Carberry" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Deny access" }).ClickAsync();

        await visitor.InteractiveAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your ORCID iD was not connected");
        await Expect(page.Locator("main")).ToContainTextAsync("Nothing was stored and nothing will be sent");
        await visitor.InspectAsync("connect-denied");
        await page.GetByRole(AriaRole.Link, new() { Name = "Go to the start page" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Your ORCID iD is not connected yet");
        visitor.Errors.ShouldBeEmpty();
    }

    private static async Task GoToOrcidAsync(Visitor visitor)
    {
        var page = visitor.Page;
        await visitor.SignInAsync("researcher");
        await visitor.InspectAsync("home-not-connected");
        await page.Locator("a.orcid-button").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Connect your ORCID iD");
        await visitor.InspectAsync("connect");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create or connect your ORCID iD" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("asks for access to an ORCID record");
    }

    // From the list to one work: its state, its history, and the put-code under which ORCID holds it.
    private static async Task SeeOneAsync(Visitor visitor, Registry registry)
    {
        var page = visitor.Page;
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Filter by state" }).GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^In your ORCID record") }).ClickAsync();
        var first = page.Locator("tbody tr[data-state=InSync] a").First;
        var title = await first.InnerTextAsync();
        await first.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Added to the ORCID record" })).ToHaveCountAsync(1);
        await visitor.InspectAsync("work");
        var putCode = (await registry.WorksFromPortalAsync(Registry.Josiah)).Single(w => w.Title == title).PutCode;
        await Expect(page.GetByText($"under the number {putCode} (its put-code)")).ToBeVisibleAsync();
        await visitor.GoToAsync("/");
        await Expect(page.Locator("main")).ToContainTextAsync(Registry.Josiah);
        await visitor.InspectAsync("home-connected");
    }

    // Sending what is there makes no call: the only one that follows is for a work that came later.
    private static async Task SendAgainAsync(Visitor visitor, RestApi api)
    {
        var page = visitor.Page;
        await api.SendNowAsync("researcher");
        await visitor.GoToAsync("/works?q=series");
        await api.ImportAsync("researcher", Bibliography.Text("@article{late, title={A late work in no series}, author={Josiah Carberry}, year=2025, doi={10.1000/late}}"));
        await Expect(page.Locator("tbody tr")).ToContainTextAsync("Will be sent with the next run", new() { Timeout = 30_000 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Send now", Exact = true }).First.ClickAsync();
        await Expect(page.Locator("tbody tr[data-state=InSync]")).ToHaveCountAsync(1, new() { Timeout = 30_000 });
    }

    [GeneratedRegex("^Send ([0-9]+) works$")]
    private static partial Regex SendWorks();
}
