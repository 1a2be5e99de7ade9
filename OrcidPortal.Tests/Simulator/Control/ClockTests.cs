namespace OrcidPortal.Tests.Simulator.Control;

/// <summary>The registry's clock can be moved, and it is found where the outside world sees it.</summary>
public sealed class ClockTests
{
    [Fact]
    public async Task A_token_ends_when_the_clock_is_moved_and_a_restart_keeps_the_time()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("orcid-clock-").FullName, "state.json");
        string token;
        await using (var server = await SimulatorServer.StartAsync(file))
        {
            token = await server.TokenAsync(SimulatorServer.Laure);
            (await server.SendAsync("GET", $"v3.0/{SimulatorServer.Laure}/person", token)).Status.ShouldBe(200);

            var clock = await server.ControlAsync("PUT", "clock", new { advanceSeconds = 700_000_000 });

            clock.GetProperty("now").GetDateTimeOffset().ShouldBe(server.Time.GetUtcNow().AddSeconds(700_000_000));
            (await server.SendAsync("GET", $"v3.0/{SimulatorServer.Laure}/person", token)).Status.ShouldBe(401);
        }

        await using var again = await SimulatorServer.StartAsync(file);

        (await again.ControlAsync("GET", "clock")).GetProperty("offsetSeconds").GetDouble().ShouldBe(700_000_000);
        await again.ControlAsync("POST", "reset");
        (await again.ControlAsync("GET", "clock")).GetProperty("offsetSeconds").GetDouble().ShouldBe(0);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"offsetSeconds":1e300}""")]
    public async Task A_time_that_cannot_be_is_refused(string body)
    {
        await using var server = await SimulatorServer.StartAsync();

        (await server.SendAsync("PUT", "_control/clock", body: body, type: "application/json")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Behind_a_proxy_it_is_known_by_the_address_that_the_proxy_forwards()
    {
        await using var server = await SimulatorServer.StartAsync(null, ("Simulator:RequireHttps", "true"));
        var token = await server.TokenAsync(SimulatorServer.Laure);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"v3.0/{SimulatorServer.Laure}/work") { Content = new StringContent(WorkBodies.Work(), System.Text.Encoding.UTF8, SimulatorServer.Xml) };
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "registry.example.org");

        var plain = await server.SendAsync("GET", $"v3.0/{SimulatorServer.Laure}/person", token);
        var forwarded = await server.SendAsync(request);

        (plain.Status, plain.Code).ShouldBe((400, 9012));
        plain.Message.ShouldEndWith("Full validation error: This API Version only allows HTTPS calls.");
        (forwarded.Status, forwarded.Location).ShouldBe((201, $"https://registry.example.org/v3.0/{SimulatorServer.Laure}/work/{forwarded.PutCode}"));
    }
}
