using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.OAuth;

public sealed class AuthorizeEndpointTests
{
    [Fact]
    public async Task A_person_signs_in_is_asked_and_goes_back_with_a_code_and_the_state()
    {
        await using var server = await StartAsync();
        var path = Journey.AuthorizePath();

        var signIn = await server.OpenAsync(path);
        var signedIn = await server.FormAsync("oauth/signin", null, ("query", path[path.IndexOf('?', StringComparison.Ordinal)..]), ("username", "josiah.carberry@example.org"), ("password", "simulator"));
        var cookie = signedIn.SetCookie!.Split(';')[0];
        var consent = await server.OpenAsync(signedIn.Location!, cookie);
        var back = await server.FormAsync("oauth/authorize", cookie, ("query", path[path.IndexOf('?', StringComparison.Ordinal)..]), ("decision", "authorize"));

        signIn.Body.ShouldContain("id=\"username\"");
        signIn.Body.ShouldContain("id=\"password\"");
        signIn.Body.ShouldContain("not orcid.org");
        signedIn.SetCookie.ShouldContain("samesite=lax", Case.Insensitive);
        signedIn.SetCookie.ShouldContain("httponly", Case.Insensitive);
        consent.Body.ShouldContain("OrcidPortal demo");
        consent.Body.ShouldContain("Read your information with visibility set to Trusted Parties");
        consent.Body.ShouldContain("Add/update your research activities (works, affiliations, etc)");
        back.Location.ShouldStartWith(Journey.Redirect);
        Journey.Query(back)["state"].Single().ShouldBe("s+1");
        Journey.CodeIn(back).Length.ShouldBe(6);
        (await server.ExchangeAsync(Journey.CodeIn(back))).GetProperty("orcid").GetString().ShouldBe(Josiah);
    }

    [Fact]
    public async Task A_no_goes_back_as_access_denied_with_the_state()
    {
        await using var server = await StartAsync();
        var cookie = await server.SignInAsync(Josiah);

        var back = await server.FormAsync("oauth/authorize", cookie, ("query", Journey.AuthorizePath()["oauth/authorize".Length..]), ("decision", "deny"));

        back.Location!.ShouldContain("error=access_denied&error_description=User%20denied%20access");
        Journey.Query(back)["state"].Single().ShouldBe("s+1");
        Journey.Query(back).ShouldNotContainKey("code");
    }

    [Fact]
    public async Task A_wrong_password_is_told_and_signs_nobody_in()
    {
        await using var server = await StartAsync();

        var answer = await server.FormAsync("oauth/signin", null, ("query", ""), ("username", "josiah.carberry@example.org"), ("password", "wrong"));

        answer.Status.ShouldBe(400);
        answer.SetCookie.ShouldBeNull();
        answer.Body.ShouldContain("do not match");
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "oauth/authorize", "Please specify a client id" },
        { "oauth/authorize?client_id=APP-NOBODY", "Client not found: APP-NOBODY" },
        { $"oauth/authorize?client_id={Client}", "Please specify a response type" },
        { $"oauth/authorize?client_id={Client}&response_type=magic", "Unsupported response type." },
        { $"oauth/authorize?client_id={Client}&response_type=code", "Please specify a redirect URL" },
        { Journey.AuthorizePath(redirect: "https://evil.example/connect"), "Redirect URI doesn" },
        { Journey.AuthorizePath(redirect: "http://localhost.evil.example/"), "Redirect URI doesn" },
        { Journey.AuthorizePath(redirect: "http://evil@localhost:5080/"), "Redirect URI doesn" },
        { Journey.AuthorizePath(redirect: "http://localhost:5080/\u00e9"), "Redirect URI doesn" },
        { Journey.AuthorizePath(redirect: "http://localhost:5080/ Set-Cookie"), "Redirect URI doesn" },
        { Journey.AuthorizePath(redirect: "javascript:alert(1)"), "Redirect URI doesn" },
        { Journey.AuthorizePath(scope: ""), "Please specify the desired scopes" },
        { Journey.AuthorizePath(scope: "/authenticate /fly"), "Invalid scope: /fly" },
        { Journey.AuthorizePath(scope: "/webhook"), "Invalid scope: /webhook" },
        { Journey.AuthorizePath(scope: "/orcid-internal"), "Invalid scope: /orcid-internal" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_request_that_is_wrong_is_shown_on_a_page_and_goes_nowhere(string path, string words)
    {
        await using var server = await StartAsync();

        var answer = await server.OpenAsync(path, await server.SignInAsync(Josiah));

        (answer.Status, answer.Location).ShouldBe((400, null));
        answer.Body.ShouldContain(words);
    }

    [Fact]
    public async Task A_registered_address_admits_longer_paths_and_any_query_but_no_other_port()
    {
        await using var server = await StartAsync(settings:
        [
            ("Simulator:Clients:0:Id", "APP-0123456789ABCDEF"), ("Simulator:Clients:0:Secret", "s"), ("Simulator:Clients:0:Name", "Strict"),
            ("Simulator:Clients:0:RedirectUris:0", "http://portal.example:8080/connect"),
        ]);

        async Task<int> AskAsync(string redirect) => (await server.OpenAsync(Journey.AuthorizePath(client: "APP-0123456789ABCDEF", redirect: redirect))).Status;

        (await AskAsync("http://portal.example:8080/connect/orcid?x=1")).ShouldBe(200);
        (await AskAsync("http://portal.example:8080/")).ShouldBe(400);
        (await AskAsync("http://portal.example:8081/connect")).ShouldBe(400);
        (await AskAsync("https://portal.example:8080/connect")).ShouldBe(400);
    }

    [Fact]
    public async Task An_answer_given_beforehand_decides_without_a_page_once()
    {
        await using var server = await StartAsync();
        await server.ControlAsync("POST", "consent", new { orcid = Laure, scope = "/authenticate" });

        var first = await server.OpenAsync(Journey.AuthorizePath());
        var second = await server.OpenAsync(Journey.AuthorizePath());

        var token = await server.ExchangeAsync(Journey.CodeIn(first));
        (token.GetProperty("orcid").GetString(), token.GetProperty("scope").GetString()).ShouldBe((Laure, "/authenticate"));
        second.Status.ShouldBe(200);
        second.Body.ShouldContain("id=\"username\"");
    }

    [Fact]
    public async Task An_answer_given_beforehand_is_for_its_person_only()
    {
        await using var server = await StartAsync();
        await server.ControlAsync("POST", "consent", new { orcid = Laure, deny = true });

        var forJosiah = await server.OpenAsync(Journey.AuthorizePath(more: $"&orcid={Josiah}"));
        var asJosiah = await server.OpenAsync(Journey.AuthorizePath(), await server.SignInAsync(Josiah));
        var forLaure = await server.OpenAsync(Journey.AuthorizePath(more: $"&orcid={Laure}"));

        forJosiah.Body.ShouldContain($"value=\"{Josiah}\"");
        asJosiah.Body.ShouldContain("Authorize access");
        forLaure.Location!.ShouldContain("error=access_denied");
    }

    [Fact]
    public async Task Who_has_given_exactly_this_is_not_asked_again_until_it_is_revoked()
    {
        await using var server = await StartAsync();
        var cookie = await server.SignInAsync(Laure);
        var token = await server.TokenAsync(Laure, "/activities/update /authenticate /read-limited");

        var again = await server.OpenAsync(Journey.AuthorizePath(), cookie);
        var less = await server.OpenAsync(Journey.AuthorizePath("/authenticate"), cookie);
        (await server.FormAsync("oauth/revoke", null, ("client_id", Client), ("client_secret", Secret), ("token", token))).Status.ShouldBe(200);
        var revoked = await server.OpenAsync(Journey.AuthorizePath(), cookie);

        again.Status.ShouldBe(302);
        (less.Status, revoked.Status).ShouldBe((200, 200));
    }

    [Fact]
    public async Task Somebody_else_may_sign_in()
    {
        await using var server = await StartAsync();
        var cookie = await server.SignInAsync(Laure);

        var answer = await server.FormAsync("oauth/signout", cookie, ("query", Journey.AuthorizePath()["oauth/authorize".Length..]));

        answer.Location.ShouldStartWith("/oauth/authorize?client_id=");
        (await server.OpenAsync(Journey.AuthorizePath(), cookie)).Body.ShouldContain("id=\"username\"");
    }

    [Fact]
    public async Task What_comes_from_outside_is_never_markup()
    {
        await using var server = await StartAsync();
        await server.ControlAsync("POST", "people", new { givenNames = "<script>alert(1)</script>", works = new[] { new { title = "<b>bold</b>" } } });

        var signIn = await server.OpenAsync(Journey.AuthorizePath(more: "&state=\"><script>x</script>&orcid=\"><script>x</script>"));
        var home = await server.OpenAsync("/");

        signIn.Body.ShouldNotContain("<script>");
        home.Body.ShouldNotContain("<script>");
        home.Body.ShouldContain("&lt;b&gt;bold&lt;/b&gt;");
    }
}
