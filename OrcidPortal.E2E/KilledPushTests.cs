using OrcidPortal.E2E.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace OrcidPortal.E2E;

public sealed class KilledPushTests
{
    [Fact]
    public async Task A_portal_that_is_killed_while_it_sends_sends_every_work_exactly_once()
    {
        const int works = 250;
        await using var portal = await PortalServer.StartAsync([.. RestApi.Settings, ("Orcid:CallTimeout", "00:00:10"), ("Remote:LeaseMargin", "00:00:01"), ("Remote:LeaseTime", "00:00:05")]);
        var (api, registry) = (new RestApi(portal), new Registry(portal));
        // The first hundred go as usual. The second hundred arrive, but the portal never hears of it and dies before it can look.
        await registry.BreakAsync(new { method = "POST", path = "*/works", delayMs = 1 });
        await registry.BreakAsync(new { method = "POST", path = "*/works", cutAfter = true });
        await api.ImportAsync("researcher2", Bibliography.Of(works));
        await Eventually.IsAsync(() => registry.WritesAsync(Registry.Laure), w => w.Count == 2, "two hundreds arrived");

        await portal.KillAsync();
        await portal.StartAgainAsync();

        await using var visitor = await Browser.VisitAsync(portal);
        await visitor.SignInAsync("researcher2");
        await visitor.GoToAsync("/works");
        await Expect(visitor.Page.GetByText("250 of 250 are in your ORCID record.")).ToBeVisibleAsync(new() { Timeout = 90_000 });
        var there = await registry.WorksFromPortalAsync(Registry.Laure);
        there.Count.ShouldBe(works);
        there.Select(w => w.Title).Distinct().Count().ShouldBe(works);
        (await registry.WritesAsync(Registry.Laure)).ShouldBe(["POST works", "POST works", "POST works"]);
        visitor.Errors.ShouldBeEmpty();
    }
}
