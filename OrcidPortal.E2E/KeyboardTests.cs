using Microsoft.Playwright;
using OrcidPortal.E2E.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace OrcidPortal.E2E;

/// <summary>No mouse is used here.</summary>
public sealed class KeyboardTests
{
    private const int MostStops = 40;

    [Fact]
    public async Task Somebody_without_a_mouse_signs_in_skips_to_the_content_changes_the_look_and_connects()
    {
        await using var portal = await PortalServer.StartAsync();
        await using var visitor = await Browser.VisitAsync(portal);
        var page = visitor.Page;

        await page.GotoAsync("/");
        await EnterAsync(page, page.GetByRole(AriaRole.Link, new() { NameRegex = new("\\(researcher\\)") }));
        await visitor.InteractiveAsync();

        // A page begins at its heading; what comes before it, the skip link first of all, is one way back.
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        await EnterAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Use dark colours" }), "Shift+Tab");
        await page.Locator("html[data-look=dark]").WaitForAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Use light colours" })).ToBeFocusedAsync();
        await page.ReloadAsync();
        await visitor.InteractiveAsync();
        await Expect(page.Locator("html[data-look=dark]")).ToBeAttachedAsync();

        var skip = page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" });
        await ReachAsync(page, skip, "Shift+Tab");
        await Expect(skip).ToBeInViewportAsync();
        await visitor.ShootAsync("skip-link");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main#content")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("main a.orcid-button")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Connect your ORCID iD");
        await EnterAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Create or connect your ORCID iD" }));
        await Expect(page.Locator("main")).ToContainTextAsync("asks for access to an ORCID record");
        visitor.Errors.ShouldBeEmpty();
    }

    private static async Task EnterAsync(IPage page, ILocator element, string key = "Tab")
    {
        await ReachAsync(page, element, key);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Goes from stop to stop until the element has the focus, and looks whether one sees that.</summary>
    private static async Task ReachAsync(IPage page, ILocator element, string key)
    {
        for (var stop = 0; !await element.EvaluateAsync<bool>("e => e === document.activeElement"); stop++)
        {
            stop.ShouldBeLessThan(MostStops, $"{key} never reaches {element}");
            await page.Keyboard.PressAsync(key);
        }
        (await element.EvaluateAsync<string>("e => getComputedStyle(e).outlineStyle")).ShouldNotBe("none", $"{element} has the focus, and nobody sees it");
    }
}
