using System.Text.Json;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.OAuth;

/// <summary>The framework's own handler signs people in, without a word of it being adapted to the simulator.</summary>
public sealed class OpenIdConnectTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_ordinary_client_signs_a_person_in_through_the_pages(bool asksForUser)
    {
        await using var server = await StartAtTheTimeOfTheClientAsync();
        await using var client = await OpenIdClient.StartAsync(server.Http.BaseAddress!, o => o.GetClaimsFromUserInfoEndpoint = asksForUser);
        using var browser = new Browser();

        await browser.OpenAsync(client.Page);
        await browser.SendAsync("signin", ("username", "laure.haak@example.org"), ("password", "simulator"));
        await browser.SendAsync("authorize", ("decision", "authorize"));

        browser.Address.ShouldBe(client.Page);
        Claim(browser, "sub").ShouldBe(Laure);
        Claim(browser, "family_name").ShouldBe("Haak");
        var called = (await server.ControlAsync("GET", "calls")).GetProperty("items").EnumerateArray().Select(c => c.GetProperty("path").GetString()).ToList();
        called.Contains("/oauth/userinfo").ShouldBe(asksForUser);
        called.ShouldContain("/oauth/jwks");
    }

    [Fact]
    public async Task Its_usual_scopes_beyond_openid_are_dropped_in_silence_and_names_that_are_not_public_stay_out()
    {
        await using var server = await StartAtTheTimeOfTheClientAsync();
        await server.ControlAsync("POST", "people", new { givenNames = "Ada", familyName = "Lovelace", orcid = "0000-0002-9079-593X", email = "ada@example.org", nameVisibility = "private" });
        await using var client = await OpenIdClient.StartAsync(server.Http.BaseAddress!, o => Keep(o, "profile", "email"));
        using var browser = new Browser();

        await browser.OpenAsync(client.Page);
        await browser.SendAsync("signin", ("account", "0000-0002-9079-593X"));
        await browser.SendAsync("authorize", ("decision", "authorize"));

        Claim(browser, "sub").ShouldBe("0000-0002-9079-593X");
        browser.Page.ShouldNotContain("Lovelace");
    }

    [Fact]
    public async Task A_no_reaches_it_as_access_denied()
    {
        await using var server = await StartAtTheTimeOfTheClientAsync();
        await using var client = await OpenIdClient.StartAsync(server.Http.BaseAddress!);
        using var browser = new Browser();

        await browser.OpenAsync(client.Page);
        await browser.SendAsync("signin", ("account", Laure));
        await browser.SendAsync("authorize", ("decision", "deny"));

        browser.Address.AbsolutePath.ShouldBe("/denied");
        browser.Page.ShouldBe("The person said no.");
    }

    [Fact]
    public async Task Who_asks_for_a_fresh_sign_in_gets_one_without_going_round_in_circles()
    {
        await using var server = await StartAtTheTimeOfTheClientAsync();
        await using var client = await OpenIdClient.StartAsync(server.Http.BaseAddress!, o => (o.Prompt, o.MaxAge) = ("login", TimeSpan.Zero));
        using var browser = new Browser();
        await browser.OpenAsync(new Uri(server.Http.BaseAddress!, "signin"));
        await browser.SendAsync("signin", ("account", Josiah));

        await browser.OpenAsync(client.Page);
        browser.Page.ShouldContain("id=\"username\"");
        await browser.SendAsync("signin", ("account", Laure));
        await browser.SendAsync("authorize", ("decision", "authorize"));

        Claim(browser, "sub").ShouldBe(Laure);
    }

    private static string? Claim(Browser browser, string name) => JsonDocument.Parse(browser.Page).RootElement.GetProperty(name).GetString();

    private static void Keep(OpenIdConnectOptions options, params string[] scopes)
    {
        foreach (var scope in scopes) options.Scope.Add(scope);
    }

    /// <summary>The handler looks at the real clock.</summary>
    private static async Task<SimulatorServer> StartAtTheTimeOfTheClientAsync()
    {
        var server = await StartAsync();
        server.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        return server;
    }
}
