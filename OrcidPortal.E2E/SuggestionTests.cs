using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using OrcidPortal.E2E.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace OrcidPortal.E2E;

/// <summary>What another client adds at ORCID comes back: the webhook fires, the person decides, the library hears of it.</summary>
public sealed class SuggestionTests
{
    private const string Title = "On the persistence of persistent identifiers";

    [Fact]
    public async Task A_work_added_at_ORCID_is_suggested_without_reloading_claimed_and_to_be_deposited()
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        await using var portal = await PortalServer.StartAsync([.. RestApi.Settings, ("ASPNETCORE_URLS", address), ("Pull:Webhooks", "Connected"), ("Pull:WebhookUrl", address), ("Simulator:WebhookInterval", "00:00:01")]);
        var registry = new Registry(portal);
        await using var visitor = await Browser.VisitAsync(portal);
        var page = visitor.Page;
        await visitor.SignInAsync("researcher2");
        await visitor.GoToAsync("/suggestions");
        // What the demo's record holds from the beginning.
        await Expect(page.Locator("[data-group=Works] .suggestion")).ToHaveCountAsync(2, new() { Timeout = 60_000 });
        await Eventually.IsAsync(() => registry.HasWebhookAsync(Registry.Laure), there => there, "ORCID is to tell about the record", 120);

        await registry.AddForeignWorkAsync(Registry.Laure, Title, "10.5555/persistence");
        var card = page.Locator(".suggestion", new() { HasText = Title });
        // A record is read once a minute at most, and what is due is looked for every ten seconds.
        await Expect(card).ToBeVisibleAsync(new() { Timeout = 90_000 });
        await Expect(card).ToContainTextAsync("added by Crossref");
        await visitor.InspectAsync("suggestions");
        await card.GetByRole(AriaRole.Button, new() { NameRegex = new("^This is mine") }).ClickAsync();
        await Expect(page.GetByText("It is among your works now.")).ToBeVisibleAsync();
        await Expect(card).ToHaveCountAsync(0);
        await visitor.GoToAsync("/works");
        await Expect(page.Locator("tr", new() { HasText = Title })).ToContainTextAsync("Taken over from your ORCID record", new() { Timeout = 30_000 });
        await visitor.SignInAsync("curator");
        await visitor.GoToAsync("/curation/to-deposit");
        await Expect(page.GetByText(Title)).ToBeVisibleAsync();
        await visitor.InspectAsync("to-deposit");

        (await registry.WorksFromPortalAsync(Registry.Laure)).ShouldNotContain(w => w.Title == Title);
        (await registry.WritesAsync(Registry.Laure)).ShouldNotContain(w => w.StartsWith("POST", StringComparison.Ordinal));
        visitor.Errors.ShouldBeEmpty();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
