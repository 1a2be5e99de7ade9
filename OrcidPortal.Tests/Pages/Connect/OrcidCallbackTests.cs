using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Security;
using OrcidPortal.Tests.Connect;

namespace OrcidPortal.Tests.Pages.Connect;

/// <summary>The same way as a browser goes it, cookies and forms included.</summary>
public sealed partial class OrcidCallbackTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_browser_goes_to_ORCID_and_back_to_the_first_sync()
    {
        await using var house = ConnectHouse.Open();
        using var browser = await SignedInAsync(house);
        await house.ControlAsync("consent", new { orcid = ConnectHouse.Josiah });

        using var start = await PostStartAsync(browser, await TokenAsync(browser));
        using var asked = await browser.GetAsync(start.Headers.Location, Stop);
        using var back = await browser.GetAsync(asked.Headers.Location, Stop);
        using var again = await browser.GetAsync(asked.Headers.Location, Stop);

        start.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        start.Headers.GetValues("Set-Cookie").ShouldContain(c => c.StartsWith("orcidportal-connect=", StringComparison.Ordinal) && c.Contains("httponly") && c.Contains("samesite=lax") && c.Contains("max-age=600"));
        back.Headers.Location!.OriginalString.ShouldBe("/first-sync");
        again.Headers.Location!.OriginalString.ShouldBe("/connect/orcid/result?outcome=invalid");
        (await house.App.ReadAsync(db => db.Connections.SingleAsync(Stop))).Orcid.ShouldBe(ConnectHouse.Josiah);
    }

    [Fact]
    public async Task Another_browser_of_the_same_account_cannot_finish()
    {
        await using var house = ConnectHouse.Open();
        using var browser = await SignedInAsync(house);
        using var other = await SignedInAsync(house);
        await house.ControlAsync("consent", new { orcid = ConnectHouse.Josiah });

        using var start = await PostStartAsync(browser, await TokenAsync(browser));
        using var asked = await browser.GetAsync(start.Headers.Location, Stop);
        using var back = await other.GetAsync(asked.Headers.Location, Stop);

        back.Headers.Location!.OriginalString.ShouldBe("/connect/orcid/result?outcome=invalid");
        (await house.App.ReadAsync(db => db.Connections.CountAsync(Stop))).ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_is_sent_to_ORCID_by_a_form_of_another_site()
    {
        await using var house = ConnectHouse.Open();
        using var browser = await SignedInAsync(house);

        using var start = await PostStartAsync(browser, ("__RequestVerificationToken", "made up"));

        start.Headers.Location!.OriginalString.ShouldBe("/connect/orcid/result?outcome=form");
        (await house.App.ReadAsync(db => db.ConnectAttempts.CountAsync(Stop))).ShouldBe(0);
    }

    private static async Task<HttpClient> SignedInAsync(ConnectHouse house)
    {
        await house.App.Services.GetRequiredService<People>().SaveAsync("researcher", new PersonFields("Josiah", "Carberry", null, null), Actor.CommandLine, Stop);
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = house.Address };
        using var answer = await browser.GetAsync("/signin/demo/researcher", Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        return browser;
    }

    /// <summary>The token of any form of the portal.</summary>
    private static async Task<(string Name, string Value)> TokenAsync(HttpClient browser)
    {
        var form = Field().Match(await browser.GetStringAsync("/signout", Stop));
        return (form.Groups[1].Value, WebUtility.HtmlDecode(form.Groups[2].Value));
    }

    private static Task<HttpResponseMessage> PostStartAsync(HttpClient browser, (string Name, string Value) token) =>
        browser.PostAsync("/connect/orcid/start", new FormUrlEncodedContent([new(token.Name, token.Value)]), Stop);

    [GeneratedRegex("name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Field();
}
