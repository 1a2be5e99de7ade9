using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using OrcidPortal.E2E.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace OrcidPortal.E2E;

public sealed class SimulatorTests
{
    private const string Zoe = "0000-0003-1415-9269";
    private const string Employment = """{"role-title":"Glazier","organization":{"name":"University of Oxford","address":{"city":"Oxford","country":"GB"},"disambiguated-organization":{"disambiguated-organization-identifier":"https://ror.org/052gg0110","disambiguation-source":"ROR"}}}""";
    private const string Authorize = "/simulator/oauth/authorize?client_id=APP-ORCIDPORTALDEMO1&response_type=code&scope=/authenticate%20/read-limited%20/activities/update&redirect_uri=";

    [Fact]
    public async Task Everybody_can_sign_in_decide_and_look_around_at_the_simulator()
    {
        await using var portal = await PortalServer.StartAsync();
        await using var visitor = await Browser.VisitAsync(portal);
        var (page, back) = (visitor.Page, new Uri(portal.Address, "/healthz"));

        await page.GotoAsync(Authorize + Uri.EscapeDataString("https://elsewhere.example/"));
        await InspectAsync(page, "Redirect URI doesn't match");
        await page.GotoAsync(Authorize + Uri.EscapeDataString(back.ToString()));
        await InspectAsync(page, "Or sign in as one of the accounts here");
        await page.GetByLabel("E-mail address or 16-digit iD").FillAsync("josiah.carberry@example.org");
        await page.GetByLabel("Password").FillAsync("simulator");
        await page.Locator(".sign-in-button").ClickAsync();
        await InspectAsync(page, "has asked for the following access");
        await page.GetByRole(AriaRole.Button, new() { Name = "Deny access" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/healthz\\?error=access_denied"));
        await page.GotoAsync("/simulator");
        await page.GetByText("Josiah Carberry, ").ClickAsync();
        await InspectAsync(page, "Latest calls");
        await visitor.ShootAsync("simulator-390-dark");
        await page.GetByRole(AriaRole.Link, new() { Name = "Public record of Josiah Carberry" }).ClickAsync();
        await InspectAsync(page, "Source: Crossref");
        await visitor.ShootAsync("simulator-record-390-dark");
        await page.GotoAsync("/simulator/0009-0001-0000-017X");
        await page.GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();
        await InspectAsync(page, "Page 2 of 5");
        (await page.GotoAsync("/simulator/0000-0002-5391-5437"))!.Status.ShouldBe(404);
        await InspectAsync(page, "has no record 0000-0002-5391-5437");
    }

    [Fact]
    public async Task A_person_reads_in_the_inbox_what_a_client_did_and_sees_it_on_the_record()
    {
        await using var portal = await PortalServer.StartAsync();
        await using var visitor = await Browser.VisitAsync(portal);
        using var given = await portal.Client.PostAsJsonAsync("simulator/_control/tokens", new { orcid = Zoe, scope = "/activities/update" }, TestContext.Current.CancellationToken);
        var token = (await given.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("access_token").GetString();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"simulator/v3.0/{Zoe}/employment") { Content = new StringContent(Employment, System.Text.Encoding.UTF8, "application/vnd.orcid+json") };
        request.Headers.Authorization = new("Bearer", token);
        using var added = await portal.Client.SendAsync(request, TestContext.Current.CancellationToken);
        ((int)added.StatusCode).ShouldBe(201);
        await portal.Client.PatchAsJsonAsync($"simulator/_control/records/{Zoe}/items/employment/{added.Headers.Location!.Segments[^1]}", new { visibility = "public" }, TestContext.Current.CancellationToken);

        await visitor.Page.GotoAsync("/simulator");
        await visitor.Page.GetByText("Zoë Müller-Łęcka, ").ClickAsync();

        await InspectAsync(visitor.Page, "OrcidPortal demo added 1 employment: Glazier, University of Oxford");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Public record of Zoë Müller-Łęcka" }).ClickAsync();
        await InspectAsync(visitor.Page, "Employments (1)");
    }

    private static async Task InspectAsync(IPage page, string words)
    {
        await Expect(page.Locator("main")).ToContainTextAsync(words);
        foreach (var width in (int[])[Visitor.Desk, Visitor.Phone])
        {
            await page.SetViewportSizeAsync(width, 900);
            foreach (var look in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.EmulateMediaAsync(new() { ColorScheme = look });
                await Accessibility.CheckAsync(page, $"{width} px wide, {look}");
            }
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, $"{page.Url} scrolls sideways at {width} px");
        }
    }
}
