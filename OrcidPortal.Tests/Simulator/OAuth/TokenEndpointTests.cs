using System.Net.Http.Headers;
using System.Text;
using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.OAuth;

public sealed class TokenEndpointTests
{
    [Fact]
    public async Task A_code_becomes_a_token_with_name_and_iD_for_twenty_years()
    {
        await using var server = await StartAsync();

        var answer = await server.TokenRequestAsync("authorization_code", ("code", await server.CodeAsync(Laure)), ("redirect_uri", Journey.Redirect));

        answer.Status.ShouldBe(200);
        answer.Json.EnumerateObject().Select(p => p.Name).ShouldBe(["access_token", "token_type", "refresh_token", "expires_in", "scope", "name", "orcid"]);
        answer.Json.GetProperty("token_type").GetString().ShouldBe("bearer");
        answer.Json.GetProperty("expires_in").GetInt64().ShouldBe(631138518);
        answer.Json.GetProperty("scope").GetString().ShouldBe(AllScopes);
        answer.Json.GetProperty("name").GetString().ShouldBe("Laurel L. Haak");
        (await server.SendAsync("GET", $"v3.0/{Laure}/works", answer.Json.GetProperty("access_token").GetString())).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_code_used_twice_ends_the_token_made_from_it()
    {
        await using var server = await StartAsync();
        var code = await server.CodeAsync(Laure);
        var token = (await server.ExchangeAsync(code)).GetProperty("access_token").GetString();

        var again = await server.TokenRequestAsync("authorization_code", ("code", code), ("redirect_uri", Journey.Redirect));

        Error(again).ShouldBe((400, "invalid_grant", $"Reused authorization code: {code}"));
        (await server.SendAsync("GET", $"v3.0/{Laure}/works", token)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_code_is_for_its_client_its_address_and_its_scopes()
    {
        await using var server = await StartAsync();
        var code = await server.CodeAsync(Laure, "/authenticate");

        var address = await server.TokenRequestAsync("authorization_code", ("code", code), ("redirect_uri", "http://localhost:1/"));
        var client = await server.FormAsync("oauth/token", null, ("client_id", OtherClient), ("client_secret", Secret), ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Journey.Redirect));
        var scope = await server.TokenRequestAsync("authorization_code", ("code", code), ("redirect_uri", Journey.Redirect), ("scope", "/read-limited"));

        Error(address).ShouldBe((500, "server_error", "Redirect URI mismatch."));
        Error(client).ShouldBe((500, "server_error", "Client ID mismatch"));
        Error(scope).ShouldBe((400, "invalid_scope", "Invalid scopes: /read-limited available scopes for this code are: [/authenticate]"));
        (await server.ExchangeAsync(code)).GetProperty("scope").GetString().ShouldBe("/authenticate");
    }

    [Fact]
    public async Task A_client_gets_a_token_of_its_own_that_reads_what_is_public()
    {
        await using var server = await StartAsync();

        var answer = await server.TokenRequestAsync("client_credentials", ("scope", "/read-public /authenticate"));

        answer.Json.GetProperty("orcid").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        answer.Json.GetProperty("scope").GetString().ShouldBe("/read-public");
        (await server.SendAsync("GET", $"v3.0/{Laure}/works", answer.Json.GetProperty("access_token").GetString())).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Client_and_secret_may_come_as_basic_authentication()
    {
        await using var server = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "oauth/token") { Content = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("scope", "/read-public")]) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Client}:{Secret}")));

        var answer = await server.SendAsync(request);

        answer.Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_refresh_replaces_the_token_and_keeps_its_end()
    {
        await using var server = await StartAsync();
        var old = await server.ExchangeAsync(await server.CodeAsync(Laure));
        server.Time.Advance(TimeSpan.FromSeconds(100));

        var answer = await server.TokenRequestAsync("refresh_token", ("refresh_token", old.GetProperty("refresh_token").GetString()!), ("scope", "/authenticate"));
        var again = await server.TokenRequestAsync("refresh_token", ("refresh_token", old.GetProperty("refresh_token").GetString()!));

        answer.Json.GetProperty("expires_in").GetInt64().ShouldBe(631138518 - 100);
        answer.Json.GetProperty("scope").GetString().ShouldBe("/authenticate");
        (await server.SendAsync("GET", $"v3.0/{Laure}/works", old.GetProperty("access_token").GetString())).Status.ShouldBe(401);
        (await server.SendAsync("GET", $"v3.0/{Laure}/works", answer.Json.GetProperty("access_token").GetString())).Status.ShouldBe(200);
        Error(again).ShouldBe((400, "unauthorized_client", "Parent token is disabled"));
    }

    [Fact]
    public async Task A_revoked_token_is_dead_for_removing_too_and_others_live_on()
    {
        await using var server = await StartAsync();
        var (one, two, foreign) = (await server.TokenAsync(Laure), await server.TokenAsync(Laure), await server.TokenAsync(Laure, clientId: OtherClient));

        (await RevokeAsync(one)).ShouldBe((200, ""));
        (await RevokeAsync(one)).ShouldBe((200, ""));
        (await RevokeAsync(foreign)).ShouldBe((200, ""));
        (await RevokeAsync("nothing")).ShouldBe((200, ""));

        (await server.SendAsync("DELETE", $"v3.0/{Laure}/work/1", one)).Status.ShouldBe(401);
        (await server.SendAsync("GET", $"v3.0/{Laure}/works", two)).Status.ShouldBe(200);
        (await server.SendAsync("GET", $"v3.0/{Laure}/works", foreign)).Status.ShouldBe(200);

        async Task<(int, string)> RevokeAsync(string token) =>
            (await server.FormAsync("oauth/revoke", null, ("client_id", Client), ("client_secret", Secret), ("token", token))) is var answer ? (answer.Status, answer.Body) : default;
    }

    private static (int, string?, string?) Error(Received answer) =>
        (answer.Status, answer.Json.GetProperty("error").GetString(), answer.Json.GetProperty("error_description").GetString());
}
