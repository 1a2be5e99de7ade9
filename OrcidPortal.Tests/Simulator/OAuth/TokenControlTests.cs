using System.Text.Json;
using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.OAuth;

/// <summary>Answers, codes and tokens given and taken by the control API.</summary>
public sealed class TokenControlTests
{
    [Fact]
    public async Task An_answer_for_always_stays_until_it_is_taken_back()
    {
        await using var server = await StartAsync();
        await server.ControlAsync("POST", "consent", new { orcid = Laure, always = true });
        await server.ControlAsync("POST", "consent", new { orcid = Laure, deny = true });

        async Task<string?> AskAsync() => (await server.OpenAsync(Journey.AuthorizePath())).Location;

        (await AskAsync())!.ShouldContain("error=access_denied");
        (await AskAsync())!.ShouldContain("code=");
        (await AskAsync())!.ShouldContain("code=");
        await server.ControlAsync("DELETE", $"consent?orcid={Josiah}");
        (await AskAsync())!.ShouldContain("code=");
        await server.ControlAsync("DELETE", "consent");
        (await AskAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_code_can_be_chosen_and_is_exchanged_like_any_other()
    {
        await using var server = await StartAsync();

        await server.ControlAsync("POST", "codes", new { orcid = Laure, scope = "/authenticate", redirectUri = Journey.Redirect, code = "abc123" });

        (await server.ExchangeAsync("abc123")).GetProperty("orcid").GetString().ShouldBe(Laure);
    }

    [Theory]
    [InlineData("""{"orcid":"0000-0002-5391-5437","scope":"/authenticate","redirectUri":"http://localhost/"}""", 404)]
    [InlineData("""{"orcid":"0000-0001-5109-3700","scope":"/fly","redirectUri":"http://localhost/"}""", 400)]
    [InlineData("""{"orcid":"0000-0001-5109-3700","redirectUri":"http://localhost/"}""", 400)]
    [InlineData("""{"orcid":"0000-0001-5109-3700","scope":"/authenticate","redirectUri":"http://elsewhere/"}""", 400)]
    [InlineData("""{"orcid":"0000-0001-5109-3700","scope":"/authenticate","redirectUri":"http://localhost/","clientId":"APP-NOBODY"}""", 400)]
    public async Task A_code_that_cannot_be_is_refused(string body, int status)
    {
        await using var server = await StartAsync();

        (await server.SendAsync("POST", "_control/codes", body: body, type: "application/json")).Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_token_and_its_refresh_token_can_be_chosen()
    {
        await using var server = await StartAsync();
        await server.ControlAsync("POST", "tokens", new { orcid = Laure, scope = AllScopes, token = "t", refreshToken = "r" });

        var refreshed = await server.TokenRequestAsync("refresh_token", ("refresh_token", "r"));

        (refreshed.Status, refreshed.Json.GetProperty("orcid").GetString()).ShouldBe((200, Laure));
        (await server.SendAsync("GET", $"v3.0/{Laure}/works", "t")).Status.ShouldBe(401);
    }

    [Theory]
    [InlineData("""{"token":"a"}""", 1, "b own")]
    [InlineData("""{"token":"a-refresh","by":"client"}""", 1, "b own")]
    [InlineData("""{"token":"own"}""", 0, "a b own")]
    [InlineData("""{"token":"own","by":"client"}""", 1, "a b")]
    [InlineData("""{"orcid":"0000-0001-5109-3700"}""", 2, "own")]
    [InlineData("""{"orcid":"0000-0001-5109-3700","clientId":"APP-CROSSREFDEMO0001"}""", 1, "a own")]
    public async Task Tokens_end_by_value_by_person_and_by_client(string body, int revoked, string left)
    {
        await using var server = await StartAsync();
        await server.ControlAsync("POST", "tokens", new { orcid = Laure, scope = AllScopes, token = "a", refreshToken = "a-refresh" });
        await server.ControlAsync("POST", "tokens", new { orcid = Laure, scope = AllScopes, token = "b", clientId = OtherClient });
        await server.ControlAsync("POST", "tokens", new { scope = "/read-public", token = "own" });

        var answer = await server.SendAsync("POST", "_control/tokens/revoke", body: body, type: "application/json");

        answer.Json.GetProperty("revoked").GetInt32().ShouldBe(revoked);
        List<string> live = [];
        foreach (var token in (string[])["a", "b", "own"])
            if ((await server.SendAsync("GET", $"v3.0/{Laure}/works", token)).Status == 200) live.Add(token);
        string.Join(' ', live).ShouldBe(left);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"orcid":"0000-0001-5109-3700","by":"nobody"}""")]
    public async Task Which_tokens_end_and_why_must_be_said(string body)
    {
        await using var server = await StartAsync();

        (await server.SendAsync("POST", "_control/tokens/revoke", body: body, type: "application/json")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_refresh_ends_the_token_in_the_header_or_none_if_it_says_so()
    {
        await using var server = await StartAsync();
        await server.ControlAsync("POST", "tokens", new { orcid = Laure, scope = AllScopes, token = "parent", refreshToken = "r" });
        await server.ControlAsync("POST", "tokens", new { orcid = Laure, scope = AllScopes, token = "named" });

        var kept = await RefreshAsync(server, "named", ("revoke_old", "false"));
        var (parent, named) = (await StatusAsync("parent"), await StatusAsync("named"));
        var replaced = await RefreshAsync(server, "named");

        (kept.GetProperty("expires_in").GetInt64(), parent, named).ShouldBe((631138518, 200, 200));
        kept.GetProperty("refresh_token").GetString().ShouldNotBe(replaced.GetProperty("refresh_token").GetString());
        (await StatusAsync("parent"), await StatusAsync("named")).ShouldBe((200, 401));

        async Task<int> StatusAsync(string token) => (await server.SendAsync("GET", $"v3.0/{Laure}/works", token)).Status;
    }

    [Fact]
    public async Task The_token_endpoint_answers_at_the_public_host_too_and_a_clients_own_token_has_no_name()
    {
        await using var server = await StartAsync();

        var answer = await server.FormAsync("pub/oauth/token", null, ("client_id", Client), ("client_secret", Secret), ("grant_type", "client_credentials"), ("scope", "/read-public"));

        answer.Json.EnumerateObject().Select(p => p.Name).ShouldBe(["access_token", "token_type", "refresh_token", "expires_in", "scope", "orcid"]);
        (await server.ControlAsync("GET", "calls")).GetProperty("items")[0].GetProperty("path").GetString().ShouldBe("/pub/oauth/token");
    }

    private static async Task<JsonElement> RefreshAsync(SimulatorServer server, string bearer, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "oauth/token")
        {
            Content = new FormUrlEncodedContent([
                new("client_id", Client), new("client_secret", Secret), new("grant_type", "refresh_token"), new("refresh_token", "r"),
                .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]),
        };
        request.Headers.Authorization = new("Bearer", bearer);
        var answer = await server.SendAsync(request);
        answer.Status.ShouldBe(200, answer.Body);
        return answer.Json;
    }
}
