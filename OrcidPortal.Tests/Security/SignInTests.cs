using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Security;

/// <summary>The demo's way in, sessions and the way out.</summary>
public sealed partial class SignInTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_is_not_signed_in_is_led_to_the_list_of_demo_accounts_and_back()
    {
        await using var app = new PortalApp();
        using var browser = app.Browser();

        using var refused = await browser.GetAsync("/works?state=Ready", Stop);
        using var signIn = await browser.GetAsync(refused.Headers.Location, Stop);
        var list = await browser.GetStringAsync(signIn.Headers.Location, Stop);
        var link = DemoLink().Match(list).Groups[1].Value;
        using var signedIn = await browser.GetAsync(WebUtility.HtmlDecode(link), Stop);

        refused.Headers.Location!.PathAndQuery.ShouldBe("/signin?returnUrl=%2Fworks%3Fstate%3DReady");
        link.ShouldStartWith("/signin/demo/researcher?");
        signedIn.Headers.Location!.OriginalString.ShouldBe("/works?state=Ready");
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/%0d%0aSet-Cookie:a=b")]
    [InlineData("/x\r\nSet-Cookie: a=b")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil.example")]
    [InlineData("http:evil.example")]
    [InlineData("/x\\..\\\\evil.example")]
    [InlineData("")]
    public async Task A_return_address_stays_within_the_portal(string returnUrl)
    {
        await using var app = new PortalApp();
        using var browser = app.Browser();

        using var answer = await browser.GetAsync($"/signin/demo/curator?returnUrl={Uri.EscapeDataString(returnUrl)}", Stop);

        var location = answer.Headers.Location!.OriginalString;
        var landed = new Uri(new Uri("http://portal.example"), location);
        landed.Host.ShouldBe("portal.example");
        location.ShouldStartWith("/");
        location.ShouldNotStartWith("//");
        answer.Headers.GetValues("Set-Cookie").ShouldAllBe(c => c.StartsWith("orcidportal-session=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_demo_account_belongs_to_the_person_of_the_same_id_and_its_roles_follow()
    {
        await using var app = new PortalApp();
        var person = await PersonAsync(app, "researcher", "someone@example.edu");

        using var browser = await app.SignedInAsync("researcher");
        var account = await app.ReadAsync(db => db.Accounts.SingleAsync(Stop));
        using var curator = await app.SignedInAsync("curator");

        account.PersonId.ShouldBe(person.Id);
        account.PersonConfirmedAt.ShouldNotBeNull();
        (await StatusAsync(browser, "/works")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(curator, "/works")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_account_without_a_person_is_no_researcher()
    {
        await using var app = new PortalApp();

        using var browser = await app.SignedInAsync("researcher");

        (await StatusAsync(browser, "/works")).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(browser, "/")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_unknown_demo_account_signs_nobody_in()
    {
        await using var app = new PortalApp();
        using var browser = app.Browser();

        using var answer = await browser.GetAsync("/signin/demo/root", Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await app.ReadAsync(db => db.Accounts.CountAsync(Stop))).ShouldBe(0);
    }

    [Fact]
    public async Task A_copied_cookie_is_worth_nothing_after_signing_out()
    {
        await using var app = new PortalApp();
        using var browser = app.Browser(cookies: false);
        using var copy = app.Browser(cookies: false);
        using var signedIn = await browser.GetAsync("/signin/demo/curator", Stop);
        copy.DefaultRequestHeaders.Add("Cookie", Cookie(signedIn));
        browser.DefaultRequestHeaders.Add("Cookie", Cookie(signedIn));
        using var page = await browser.GetAsync("/signout", Stop);
        browser.DefaultRequestHeaders.Remove("Cookie");
        browser.DefaultRequestHeaders.Add("Cookie", $"{Cookie(signedIn)}; {Cookie(page)}");

        var before = await StatusAsync(copy, "/");
        var form = TokenField().Match(await page.Content.ReadAsStringAsync(Stop));
        using var signedOut = await browser.PostAsync("/signout", new FormUrlEncodedContent([new(form.Groups[1].Value, WebUtility.HtmlDecode(form.Groups[2].Value))]), Stop);

        before.ShouldBe(HttpStatusCode.OK);
        signedOut.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await StatusAsync(copy, "/")).ShouldBe(HttpStatusCode.Redirect);
        (await app.ReadAsync(db => db.Sessions.SingleAsync(Stop))).EndedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Signing_out_needs_the_token_of_a_page()
    {
        await using var app = new PortalApp();
        using var browser = await app.SignedInAsync("curator");

        using var answer = await browser.PostAsync("/signout", new FormUrlEncodedContent([]), Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await StatusAsync(browser, "/")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_session_ends_when_the_account_loses_a_role_or_its_time_is_over()
    {
        var clock = new FakeTimeProvider(TestDatabase.Start);
        await using var app = new PortalApp { Clock = clock };
        using var demoted = await app.SignedInAsync("admin");
        using var late = await app.SignedInAsync("curator");

        await app.Services.GetRequiredService<Transactions>().RunAsync(async (db, ct) => (await db.Accounts.SingleAsync(a => a.Subject == "admin", ct)).Roles = [Roles.Curator], Stop);
        var afterDemotion = await StatusAsync(demoted, "/");
        for (var hour = 0; hour < 23; hour++)
        {
            clock.Advance(TimeSpan.FromHours(1));
            (await StatusAsync(late, "/")).ShouldBe(HttpStatusCode.OK);
        }
        clock.Advance(TimeSpan.FromHours(1));

        afterDemotion.ShouldBe(HttpStatusCode.Redirect);
        (await StatusAsync(late, "/")).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_reach_for_scripts_and_other_sites()
    {
        await using var app = new PortalApp();
        using var browser = app.Browser(https: true);

        using var answer = await browser.GetAsync("/signin/demo/curator", Stop);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("orcidportal-session=", StringComparison.Ordinal));
        cookie.ShouldContain("; secure");
        cookie.ShouldContain("; httponly");
        cookie.ShouldContain("; samesite=lax");
        cookie.ShouldNotContain("expires=");
    }

    internal static async Task<Person> PersonAsync(PortalApp app, string localId, string? email = null, string given = "Josiah", string family = "Carberry")
    {
        var saved = await app.Services.GetRequiredService<People>().SaveAsync(localId, new PersonFields(given, family, email, null), Actor.CommandLine, Stop);
        return saved.ShouldBeOfType<SavePersonResult.Saved>().Person;
    }

    internal static async Task<HttpStatusCode> StatusAsync(HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(path, Stop);
        return answer.StatusCode;
    }

    private static string Cookie(HttpResponseMessage answer) => answer.Headers.GetValues("Set-Cookie").First().Split(';')[0];

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex DemoLink();

    [GeneratedRegex("name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex TokenField();
}
