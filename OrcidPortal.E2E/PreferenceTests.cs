using Microsoft.Playwright;
using OrcidPortal.E2E.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace OrcidPortal.E2E;

public sealed class PreferenceTests
{
    [Fact]
    public async Task Switching_works_off_and_on_again_calls_nobody()
    {
        await using var portal = await PortalServer.StartAsync(RestApi.Settings);
        var (api, registry) = (new RestApi(portal), new Registry(portal));
        await using var visitor = await Browser.VisitAsync(portal);
        var page = visitor.Page;
        await api.ImportAsync("researcher2", Bibliography.Of(3));
        await visitor.SignInAsync("researcher2");
        await visitor.GoToAsync("/works");
        await Expect(page.GetByText("3 of 3 are in your ORCID record.")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        // What others added is read whole once, a moment after the start.
        await Eventually.IsAsync(() => registry.CallsAsync(Registry.Laure), calls => calls.Any(c => c.Method == "GET" && c.Path.Contains("/works/", StringComparison.Ordinal)), "what others added is read");
        var before = await registry.CallsAsync(Registry.Laure);

        await ChooseAsync(visitor, "None");
        await visitor.InspectAsync("preferences");
        await Expect(page.GetByText("The works in your ORCID record (3) stay there")).ToBeVisibleAsync();
        await visitor.GoToAsync("/works");
        await Expect(page.Locator("tr[data-state=NotChosen]")).ToHaveCountAsync(3, new() { Timeout = 30_000 });
        await visitor.InspectAsync("works-not-chosen");
        await ChooseAsync(visitor, "All my works");
        await visitor.GoToAsync("/works");
        await Expect(page.Locator("tr[data-state=InSync]")).ToHaveCountAsync(3, new() { Timeout = 30_000 });

        (await registry.CallsAsync(Registry.Laure)).ShouldBe(before);
        (await registry.WritesAsync(Registry.Laure)).ShouldBe(["POST works"]);
        visitor.Errors.ShouldBeEmpty();
    }

    private static async Task ChooseAsync(Visitor visitor, string choice)
    {
        await visitor.GoToAsync("/preferences");
        var radio = visitor.Page.GetByRole(AriaRole.Group, new() { Name = "Which works" }).GetByRole(AriaRole.Radio, new() { NameRegex = new($"^{choice}") });
        await radio.CheckAsync();
        await Expect(visitor.Page.GetByText("Saved.")).ToBeVisibleAsync();
        await Expect(radio).ToBeCheckedAsync();
    }
}
