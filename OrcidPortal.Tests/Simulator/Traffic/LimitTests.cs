namespace OrcidPortal.Tests.Simulator.Traffic;

/// <summary>What comes too fast waits, what finds the queue full is refused, and unknown callers have a quota a day.</summary>
public sealed class LimitTests
{
    private const string Path = $"v3.0/{SimulatorServer.Laure}/person";

    [Fact]
    public async Task What_comes_too_fast_leaves_at_the_rate_and_what_finds_the_queue_full_is_refused()
    {
        await using var server = await SimulatorServer.StartAsync(null, ("Simulator:Limits:Enabled", "true"));
        var token = await server.TokenAsync(SimulatorServer.Laure);

        var waiting = Enumerable.Range(0, 50).Select(_ => server.SendAsync("GET", Path, token)).ToList();

        await EventuallyAsync(() => waiting.Count(t => t.IsCompleted) == 10);
        var refused = (await Task.WhenAll(waiting.Where(t => t.IsCompleted))).Where(a => a.Status == 503).ToList();
        refused.Count.ShouldBe(9, "one goes at once and forty wait");
        refused[0].Body.ShouldContain("<h1>503 Service Temporarily Unavailable</h1>");
        for (var left = 40; left > 0; left--)
        {
            waiting.Count(t => !t.IsCompleted).ShouldBe(left);
            server.Time.Advance(TimeSpan.FromSeconds(1.0 / 24) + TimeSpan.FromTicks(1));
            await EventuallyAsync(() => waiting.Count(t => !t.IsCompleted) == left - 1);
        }
        (await Task.WhenAll(waiting)).Count(a => a.Status == 200).ShouldBe(41);
        var line = (await server.ControlAsync("GET", "limits")).GetProperty("lines").EnumerateArray().Single();
        (line.GetProperty("caller").GetString(), line.GetProperty("passed").GetInt32(), line.GetProperty("delayed").GetInt32(), line.GetProperty("refused").GetInt32(), line.GetProperty("longest").GetInt32())
            .ShouldBe((SimulatorServer.Client, 41, 40, 9, 40));
    }

    [Fact]
    public async Task Clients_and_hosts_have_lines_of_their_own()
    {
        await using var server = await SimulatorServer.StartAsync();
        await server.ControlAsync("PUT", "limits", new { enabled = true, burst = 0 });
        var (one, two) = (await server.TokenAsync(SimulatorServer.Laure), await server.TokenAsync(SimulatorServer.Laure, clientId: SimulatorServer.OtherClient));

        int[] statuses =
        [
            (await server.SendAsync("GET", Path, one)).Status, (await server.SendAsync("GET", Path, one)).Status,
            (await server.SendAsync("GET", Path, two)).Status, (await server.SendAsync("GET", "pub/" + Path, one)).Status, (await server.SendAsync("GET", "pub/" + Path)).Status,
        ];

        statuses.ShouldBe([200, 503, 200, 200, 200]);
    }

    [Fact]
    public async Task Somebody_unknown_is_sent_away_for_the_rest_of_the_day_but_a_client_is_not()
    {
        await using var server = await SimulatorServer.StartAsync();
        await server.ControlAsync("PUT", "limits", new { enabled = true, anonymousPerDay = 2, publicPerSecond = 10_000 });
        var token = await server.TokenAsync(null, "/read-public");
        for (var i = 0; i < 2; i++) (await server.SendAsync("GET", "pub/" + Path)).Status.ShouldBe(200);

        var third = await server.SendAsync("GET", "pub/" + Path);
        var known = await server.SendAsync("GET", "pub/" + Path, token);
        server.Time.Advance(TimeSpan.FromDays(1));

        (third.Status, third.Type).ShouldBe((429, "text/plain"));
        third.Body.ShouldBe("Too Many Requests. You have exceeded the daily quota for anonymous usage of this API. \nYou can increase your daily quota by registering for and using Public API client credentials (https://info.orcid.org/documentation/integration-guide/registering-a-public-api-client/)");
        known.Status.ShouldBe(200);
        (await server.SendAsync("GET", "pub/" + Path)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task There_are_no_limits_unless_they_are_switched_on_and_a_reset_takes_them_back()
    {
        await using var server = await SimulatorServer.StartAsync();
        await server.ControlAsync("PUT", "limits", new { enabled = true, burst = 0 });

        await server.ControlAsync("POST", "reset");

        (await server.ControlAsync("GET", "limits")).GetProperty("limits").GetProperty("enabled").GetBoolean().ShouldBeFalse();
        for (var i = 0; i < 60; i++) (await server.SendAsync("GET", "pub/" + Path)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("""{"memberPerSecond":0}""", "MemberPerSecond")]
    [InlineData("""{"perHour":3}""", "memberPerSecond")]
    public async Task Limits_that_cannot_be_are_refused_in_words(string body, string words)
    {
        await using var server = await SimulatorServer.StartAsync();

        var answer = await server.SendAsync("PUT", "_control/limits", body: body, type: "application/json");

        answer.Status.ShouldBe(400);
        answer.Json.GetProperty("error").GetString()!.ShouldContain(words);
    }

    /// <summary>The clock stands still; only work that is under way has to come to its end.</summary>
    private static async Task EventuallyAsync(Func<bool> isSo)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        for (var i = 0; i < 2_000 && !isSo(); i++) await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        isSo().ShouldBeTrue();
    }
}
