using System.Net;
using OrcidPortal.E2E.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace OrcidPortal.E2E;

public sealed class FrameTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("researcher")]
    [InlineData("curator")]
    [InlineData("admin")]
    public async Task The_home_page_greets_whoever_signs_in_and_everybody_can_use_it(string account)
    {
        await using var portal = await PortalServer.StartAsync();
        await using var visitor = await Browser.VisitAsync(portal);

        await visitor.SignInAsync(account);

        await Expect(visitor.Page.Locator("main h1")).ToHaveCountAsync(1);
        await visitor.InspectAsync($"home-{account}");
        visitor.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_portal_that_is_ready_has_its_demo_people()
    {
        await using var portal = await PortalServer.StartAsync();
        await using var visitor = await Browser.VisitAsync(portal);

        await visitor.SignInAsync("researcher2");

        await Expect(visitor.Page.Locator("main")).ToContainTextAsync("0000-0001-5109-3700");
        visitor.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_portal_that_was_killed_starts_again_on_its_files()
    {
        await using var portal = await PortalServer.StartAsync();
        (await portal.Client.GetAsync("healthz", CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await portal.KillAsync();
        await portal.StartAgainAsync();

        (await portal.Client.GetAsync("readyz", CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
