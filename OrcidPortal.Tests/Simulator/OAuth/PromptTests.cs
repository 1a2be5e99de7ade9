using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.OAuth;

/// <summary>What openid adds to the authorize page, and tokens that go straight to the browser.</summary>
public sealed class PromptTests
{
    [Fact]
    public async Task Prompt_none_asks_nobody_and_says_so_behind_the_hash()
    {
        await using var server = await StartAsync();
        var path = Journey.AuthorizePath("openid", more: "&prompt=none&state=s");

        var nobody = await server.OpenAsync(path);
        var asked = await server.OpenAsync(path, await server.SignInAsync(Laure));
        await server.TokenAsync(Laure, "openid");
        var given = await server.OpenAsync(path, await server.SignInAsync(Laure));

        (nobody.Status, nobody.Location).ShouldBe((302, Journey.Redirect + "#error=login_required&state=s"));
        (asked.Status, asked.Location).ShouldBe((302, Journey.Redirect + "#error=interaction_required&state=s"));
        Journey.CodeIn(given).Length.ShouldBe(6);
    }

    [Fact]
    public async Task Prompt_login_asks_who_is_signed_in_to_sign_in_again_once()
    {
        await using var server = await StartAsync();
        await server.TokenAsync(Laure, "openid");
        var path = Journey.AuthorizePath("openid", more: "&prompt=login");

        var page = await server.OpenAsync(path, await server.SignInAsync(Laure));
        var signedIn = await server.FormAsync("oauth/signin", null, ("query", path["oauth/authorize".Length..]), ("account", Laure));
        var after = await server.OpenAsync(signedIn.Location!, signedIn.SetCookie!.Split(';')[0]);

        page.Body.ShouldContain("id=\"username\"");
        Journey.CodeIn(after).Length.ShouldBe(6);
    }

    [Fact]
    public async Task Prompt_confirm_asks_again_for_what_was_given()
    {
        await using var server = await StartAsync();
        await server.TokenAsync(Laure, "openid");
        var cookie = await server.SignInAsync(Laure);

        (await server.OpenAsync(Journey.AuthorizePath("openid"), cookie)).Status.ShouldBe(302);
        (await server.OpenAsync(Journey.AuthorizePath("openid", more: "&prompt=confirm"), cookie)).Body.ShouldContain("Authorize access");
    }

    [Theory]
    [InlineData("prompt=none")]
    [InlineData("prompt=login")]
    [InlineData("prompt=confirm")]
    [InlineData("max_age=1")]
    [InlineData("max_age=soon")]
    public async Task Without_openid_none_of_it_counts(string parameter)
    {
        await using var server = await StartAsync();
        await server.TokenAsync(Laure);
        var cookie = await server.SignInAsync(Laure);
        server.Time.Advance(TimeSpan.FromHours(1));

        (await server.OpenAsync(Journey.AuthorizePath(more: "&" + parameter), cookie)).Status.ShouldBe(302);
    }

    [Fact]
    public async Task A_sign_in_older_than_max_age_is_asked_for_again()
    {
        await using var server = await StartAsync();
        await server.TokenAsync(Laure, "openid");
        var cookie = await server.SignInAsync(Laure);
        server.Time.Advance(TimeSpan.FromSeconds(61));

        var young = await server.OpenAsync(Journey.AuthorizePath("openid", more: "&max_age=61"), cookie);
        var old = await server.OpenAsync(Journey.AuthorizePath("openid", more: "&max_age=60"), cookie);
        var silent = await server.OpenAsync(Journey.AuthorizePath("openid", more: "&max_age=60&prompt=none"), cookie);
        var wrong = await server.OpenAsync(Journey.AuthorizePath("openid", more: "&max_age=soon"), cookie);

        young.Status.ShouldBe(302);
        old.Body.ShouldContain("id=\"username\"");
        silent.Location!.ShouldContain("#error=login_required");
        (wrong.Status, wrong.Body.Contains("Invalid max_age param", StringComparison.Ordinal)).ShouldBe((400, true));
    }

    [Theory]
    [InlineData("token", "openid")]
    [InlineData("id_token", "openid")]
    [InlineData("id_token token", "openid /authenticate")]
    public async Task With_openid_the_browser_gets_both_tokens_whichever_was_asked_for(string responseType, string scope)
    {
        await using var server = await StartAsync();
        await server.ControlAsync("POST", "consent", new { orcid = Laure });

        var back = await server.OpenAsync(Implicit(responseType, scope, "&nonce=n-1"));

        var answer = Fragment(back);
        answer.Keys.ShouldBe(["access_token", "token_type", "expires_in", "tokenVersion", "persistent", "id_token", "state"], ignoreOrder: true);
        (answer["token_type"].Single(), answer["expires_in"].Single(), answer["persistent"].Single(), answer["state"].Single()).ShouldBe(("bearer", "600", "false", "s"));
        new JsonWebToken(answer["id_token"].Single()).GetClaim("nonce").Value.ShouldBe("n-1");
        (await server.SendAsync("GET", "oauth/userinfo", answer["access_token"].Single())).Status.ShouldBe(200);
        server.Time.Advance(TimeSpan.FromSeconds(600));
        (await server.SendAsync("GET", "oauth/userinfo", answer["access_token"].Single())).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Without_openid_the_browser_gets_an_access_token_only_which_spares_no_later_question()
    {
        await using var server = await StartAsync();
        await server.ControlAsync("POST", "consent", new { orcid = Laure });

        var back = await server.OpenAsync(Implicit("token", "/authenticate", ""));
        var later = await server.OpenAsync(Journey.AuthorizePath("/authenticate"), await server.SignInAsync(Laure));

        Fragment(back).ShouldNotContainKey("id_token");
        later.Body.ShouldContain("Authorize access");
    }

    [Fact]
    public async Task An_id_token_for_the_browser_needs_a_nonce_and_a_no_stands_behind_the_hash()
    {
        await using var server = await StartAsync();

        var without = await server.OpenAsync(Implicit("id_token", "openid", ""));
        await server.ControlAsync("POST", "consent", new { orcid = Laure, deny = true });
        var no = await server.OpenAsync(Implicit("token", "openid", ""));

        (without.Status, without.Location).ShouldBe((400, null));
        without.Body.ShouldContain("Implicit id_token requests must have nonce");
        no.Location.ShouldBe(Journey.Redirect + "#error=access_denied&error_description=User%20denied%20access&state=s");
    }

    private static string Implicit(string responseType, string scope, string more) => Journey.AuthorizePath(scope, more: more + "&state=s")
        .Replace("response_type=code", "response_type=" + Uri.EscapeDataString(responseType), StringComparison.Ordinal);

    private static Dictionary<string, Microsoft.Extensions.Primitives.StringValues> Fragment(Received answer) => QueryHelpers.ParseQuery(new Uri(answer.Location!).Fragment[1..]);
}
