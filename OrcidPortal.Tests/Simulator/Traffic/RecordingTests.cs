namespace OrcidPortal.Tests.Simulator.Traffic;

/// <summary>Calls are kept with what was said when somebody wants to know, and never with a token, a code or a secret.</summary>
public sealed class RecordingTests
{
    [Fact]
    public async Task What_was_said_is_kept_only_while_somebody_wants_it()
    {
        await using var server = await SimulatorServer.StartAsync();
        var token = await server.TokenAsync(SimulatorServer.Laure);
        await server.SendAsync("GET", $"v3.0/{SimulatorServer.Laure}/person", token);
        await server.ControlAsync("PUT", "calls", new { bodies = true });

        await server.SendAsync("POST", $"v3.0/{SimulatorServer.Laure}/work", token, WorkBodies.Work("Recorded"), accept: SimulatorServer.Json);
        await server.SendAsync("POST", $"v3.0/{SimulatorServer.Laure}/work", token, WorkBodies.Work("Recorded again"), accept: SimulatorServer.Json);

        var calls = (await server.ControlAsync("GET", "calls?bodies=true")).GetProperty("items").EnumerateArray().ToList();
        calls[0].GetProperty("requestBody").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        calls[1].GetProperty("requestBody").GetString()!.ShouldContain("<common:title>Recorded</common:title>");
        calls[2].GetProperty("responseBody").GetString()!.ShouldContain("\"error-code\":9021");
        (calls[2].GetProperty("contentType").GetString(), calls[2].GetProperty("accept").GetString()).ShouldBe((SimulatorServer.Xml, SimulatorServer.Json));
    }

    [Fact]
    public async Task No_token_code_or_secret_is_kept()
    {
        await using var server = await SimulatorServer.StartAsync();
        await server.ControlAsync("PUT", "calls", new { bodies = true });
        var code = (await server.ControlAsync("POST", "codes", new { orcid = SimulatorServer.Laure, clientId = SimulatorServer.Client, scope = "/read-limited /activities/update", redirectUri = "http://localhost/back" })).GetProperty("code").GetString()!;

        var given = await server.FormAsync("oauth/token", null, ("client_id", SimulatorServer.Client), ("client_secret", SimulatorServer.Secret), ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", "http://localhost/back"));
        given.Status.ShouldBe(200, given.Body);
        var (access, refresh) = (given.Json.GetProperty("access_token").GetString()!, given.Json.GetProperty("refresh_token").GetString()!);
        await server.FormAsync("oauth/token", null, ("client_id", SimulatorServer.Client), ("client_secret", SimulatorServer.Secret), ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", "http://localhost/back"));
        await server.SendAsync("GET", $"v3.0/{SimulatorServer.Laure}/person", access);
        await server.FormAsync("oauth/revoke", null, ("client_id", SimulatorServer.Client), ("client_secret", SimulatorServer.Secret), ("token", refresh));
        await server.SendAsync("GET", $"v3.0/{SimulatorServer.Laure}/person?access_token={access}");

        var kept = (await server.SendAsync("GET", "_control/calls?bodies=true")).Body;
        foreach (var secret in (string[])[code, access, refresh, SimulatorServer.Secret]) kept.ShouldNotContain(secret);
        kept.ShouldContain("grant_type=authorization_code");
    }

    [Theory]
    [InlineData("path=/v3.0/*/work", 1)]
    [InlineData("status=201", 1)]
    [InlineData("status=404", 0)]
    [InlineData("path=/v3.0/*&method=get", 1)]
    public async Task Calls_are_narrowed(string query, int count)
    {
        await using var server = await SimulatorServer.StartAsync();
        var token = await server.TokenAsync(SimulatorServer.Laure);
        await server.SendAsync("GET", $"v3.0/{SimulatorServer.Laure}/works", token);
        await server.SendAsync("POST", $"v3.0/{SimulatorServer.Laure}/work", token, WorkBodies.Work());

        (await server.ControlAsync("GET", "calls?" + query)).GetProperty("items").GetArrayLength().ShouldBe(count);
    }
}
