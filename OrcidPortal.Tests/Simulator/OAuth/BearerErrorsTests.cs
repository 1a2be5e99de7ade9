using System.Text.Json;
using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.OAuth;

/// <summary>Every refusal of a token by the APIs, body and all, and the ways a token may come.</summary>
public sealed class BearerErrorsTests
{
    private const string PublicClient = "APP-PUBLIC0000000001";

    [Theory]
    [InlineData("no-such-token", "v3.0", 401, "invalid_token", "Invalid access token: no-such-token")]
    [InlineData("no-such-token", "pub/v3.0", 401, "invalid_token", "Invalid access token: no-such-token")]
    [InlineData("by-user", "v3.0", 401, "invalid_token", "Invalid access token: by-user")]
    [InlineData("by-client", "v3.0", 401, "invalid_token", "Invalid access token: by-client")]
    [InlineData("old", "v3.0", 401, "invalid_token", "Access token expired: old")]
    [InlineData("old", "pub/v3.0", 401, "invalid_token", "Access token expired: old")]
    [InlineData(null, "v3.0", 403, "forbidden", "Forbidden: The server understood the request but refuses to authorize it.")]
    [InlineData("of-public", "v3.0", 403, "forbidden", "Access Denied: of-public")]
    public async Task A_token_that_does_not_serve_is_refused_in_JSON_whatever_was_asked_for(string? token, string root, int status, string error, string description)
    {
        await using var server = await StartWithTokensAsync();

        var answer = await server.SendAsync("GET", $"{root}/{Laure}/works", token, accept: Xml);

        (answer.Status, answer.Body).ShouldBe((status, $$"""{"error":"{{error}}","error_description":"{{description}}"}"""));
        answer.Type.ShouldBe("application/json");
    }

    [Fact]
    public async Task The_newer_server_calls_an_expired_token_invalid()
    {
        await using var server = await StartWithTokensAsync(("Simulator:OAuthErrorProfile", "AuthServer2025"));

        (await server.SendAsync("GET", $"v3.0/{Laure}/works", "old")).Body.ShouldBe("""{"error":"invalid_token","error_description":"Invalid access token: old"}""");
    }

    [Theory]
    [InlineData("by-user", 204)]
    [InlineData("by-client", 401)]
    public async Task Only_what_the_person_took_back_still_removes(string token, int status)
    {
        await using var server = await StartAsync();
        await GiveAsync(server, token);
        var putCode = (await server.SendAsync("POST", $"v3.0/{Laure}/work", token, WorkBodies.Work())).PutCode;
        await server.ControlAsync("POST", "tokens/revoke", new { token, by = token[3..] });

        (await server.SendAsync("DELETE", $"v3.0/{Laure}/work/{putCode}", token)).Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_public_clients_token_reads_the_public_api()
    {
        await using var server = await StartWithTokensAsync();

        (await server.SendAsync("GET", $"pub/v3.0/{Laure}/works", "of-public")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("locked")]
    [InlineData("deactivated")]
    public async Task The_token_of_a_client_that_is_stopped_meets_9057(string what)
    {
        await using var server = await StartWithTokensAsync();
        await server.ControlAsync("POST", $"clients/{Client}", new Dictionary<string, bool> { [what] = true });

        var answer = await server.SendAsync("POST", $"v3.0/{Laure}/work", "good", WorkBodies.Work());

        (answer.Status, answer.Code).ShouldBe((409, 9057));
        answer.Message.ShouldBe("409 Conflict: The client is locked.");
    }

    [Theory]
    [InlineData("bearer good")]
    [InlineData("BEARER good, something else")]
    public async Task The_header_may_be_written_in_any_case_and_ends_at_a_comma(string header)
    {
        await using var server = await StartWithTokensAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"v3.0/{Laure}/works");
        request.Headers.TryAddWithoutValidation("Authorization", header);

        (await server.SendAsync(request)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_token_may_come_in_a_form()
    {
        await using var server = await StartWithTokensAsync();
        var putCode = (await server.SendAsync("POST", $"v3.0/{Laure}/work", "good", WorkBodies.Work())).PutCode;
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"v3.0/{Laure}/work/{putCode}") { Content = new FormUrlEncodedContent([new("access_token", "good")]) };

        (await server.SendAsync(request)).Status.ShouldBe(204);
    }

    private static async Task<SimulatorServer> StartWithTokensAsync(params (string, string)[] settings)
    {
        var server = await StartAsync(settings: settings);
        await server.ControlAsync("POST", "clients", new { id = PublicClient, @public = true });
        await GiveAsync(server, "good");
        await GiveAsync(server, "by-user");
        await GiveAsync(server, "by-client");
        await GiveAsync(server, "old", -1);
        await server.ControlAsync("POST", "tokens", new { orcid = Laure, scope = "/authenticate", token = "of-public", clientId = PublicClient });
        await server.ControlAsync("POST", "tokens/revoke", new { token = "by-user" });
        await server.ControlAsync("POST", "tokens/revoke", new { token = "by-client", by = "client" });
        return server;
    }

    private static Task<JsonElement> GiveAsync(SimulatorServer server, string token, int? expiresIn = null) =>
        server.ControlAsync("POST", "tokens", new { orcid = Laure, scope = AllScopes, token, expiresIn });
}
