using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.OAuth;

/// <summary>What a client knows beforehand, and people without an account.</summary>
public sealed class RegistrationTests
{
    private const string RegistrationField = "id=\"given-names\"";

    [Theory]
    [InlineData("", "")]
    [InlineData("&show_login=true", "")]
    [InlineData($"&orcid={Laure}&email=new@example.org&show_login=false", Laure)]
    [InlineData("&email=LAURE.haak@example.org", "LAURE.haak@example.org")]
    public async Task Who_is_known_or_not_named_signs_in(string more, string name)
    {
        await using var server = await StartAsync();

        var page = await server.OpenAsync(Journey.AuthorizePath(more: more));

        page.Body.ShouldContain($"id=\"username\" name=\"username\" autocomplete=\"username\" value=\"{name}\"");
    }

    [Theory]
    [InlineData("&show_login=false")]
    [InlineData("&email=new@example.org")]
    [InlineData("&orcid=0000-0002-9079-593X")]
    public async Task Who_is_unknown_or_asked_to_registers(string more)
    {
        await using var server = await StartAsync();

        (await server.OpenAsync(Journey.AuthorizePath(more: more))).Body.ShouldContain(RegistrationField);
    }

    [Fact]
    public async Task Prefilled_fields_lose_their_markup()
    {
        await using var server = await StartAsync();

        var page = await server.OpenAsync(Journey.AuthorizePath(more: "&show_login=false&given_names=%3Cb%3EAda%3C%2Fb%3E&family_names=Love%3Cscript%20x&email=a%22b@example.org"));

        page.Body.ShouldContain("name=\"given_names\" autocomplete=\"given-name\" value=\"Ada\"");
        page.Body.ShouldContain("name=\"family_names\" autocomplete=\"family-name\" value=\"Love\"");
        page.Body.ShouldContain("value=\"a&quot;b@example.org\"");
    }

    [Fact]
    public async Task A_new_person_registers_is_asked_and_goes_back_to_the_client()
    {
        await using var server = await StartAsync();
        using var browser = new Browser();

        await browser.OpenAsync(new Uri(server.Http.BaseAddress!, Journey.AuthorizePath("openid", redirect: new Uri(server.Http.BaseAddress!, "style.css").ToString(), more: "&prompt=login&show_login=false")));
        await browser.SendAsync("register", ("given_names", "Ada"), ("family_names", "Lovelace"), ("email", "ada@example.org"), ("password", "analytical"));
        browser.Page.ShouldContain("You are signed in as <strong>Ada Lovelace</strong>");
        await browser.SendAsync("authorize", ("decision", "authorize"));

        browser.Address.AbsolutePath.ShouldBe("/style.css");
        browser.Address.Query.ShouldStartWith("?code=");
        (await server.FormAsync("signin", null, ("username", "ada@example.org"), ("password", "analytical"))).Status.ShouldBe(303);
    }

    [Theory]
    [InlineData("", "a@example.org", "long enough", "given names")]
    [InlineData("Ada", "nowhere", "long enough", "e-mail address")]
    [InlineData("Ada", "Laure.Haak@example.org", "long enough", "already")]
    [InlineData("Ada", "a@example.org", "short", "at least 8 characters")]
    public async Task An_account_that_cannot_be_is_refused_and_what_was_written_stays(string given, string email, string password, string words)
    {
        await using var server = await StartAsync();

        var answer = await server.FormAsync("register", null, ("given_names", given), ("family_names", "Lovelace"), ("email", email), ("password", password));

        (answer.Status, answer.SetCookie).ShouldBe((400, null));
        answer.Body.ShouldContain(words);
        answer.Body.ShouldContain("value=\"Lovelace\"");
        answer.Body.ShouldNotContain(password);
    }

    [Fact]
    public async Task Who_signs_in_without_a_client_sees_their_record()
    {
        await using var server = await StartAsync();
        using var browser = new Browser();

        await browser.OpenAsync(new Uri(server.Http.BaseAddress!, "my-orcid"));
        browser.Address.AbsolutePath.ShouldBe("/signin");
        await browser.SendAsync("signin", ("account", Laure));

        browser.Address.AbsolutePath.ShouldBe($"/{Laure}");
    }

    [Fact]
    public async Task A_client_can_see_whether_somebody_is_signed_in_and_sign_them_out()
    {
        await using var server = await StartAsync();
        var cookie = await server.SignInAsync(Laure);

        var before = await server.OpenAsync("userStatus.json", cookie);
        var script = await server.OpenAsync("userStatus.json?callback=page.tell", cookie);
        var evil = await server.OpenAsync("userStatus.json?callback=alert(1)", cookie);
        var signedOut = await server.OpenAsync("userStatus.json?logUserOut=true&callback=f", cookie);
        var after = await server.OpenAsync("userStatus.json", cookie);

        (before.Body, before.Type).ShouldBe(("""{"loggedIn":true}""", "application/json"));
        (script.Body, script.Type).ShouldBe(("""page.tell({"loggedIn":true})""", "application/javascript"));
        (evil.Status, evil.Body).ShouldBe((400, ""));
        signedOut.Body.ShouldBe("""f({"loggedIn":false})""");
        after.Body.ShouldBe("""{"loggedIn":false}""");
    }

    [Theory]
    [InlineData("zh_CN", "<html lang=\"zh-CN\">")]
    [InlineData("fr", "<html lang=\"fr\">")]
    [InlineData("\"><script>", "<html lang=\"en\">")]
    public async Task The_page_is_in_the_language_asked_for_and_says_that_its_text_is_English(string lang, string html)
    {
        await using var server = await StartAsync();

        var page = await server.OpenAsync(Journey.AuthorizePath(more: "&lang=" + Uri.EscapeDataString(lang)));

        page.Body.ShouldContain(html);
        page.Body.Contains("<body lang=\"en\">", StringComparison.Ordinal).ShouldBe(!html.Contains("\"en\"", StringComparison.Ordinal));
    }
}
