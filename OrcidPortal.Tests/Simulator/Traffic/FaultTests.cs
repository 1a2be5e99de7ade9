using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.Traffic;

public sealed class FaultTests
{
    [Fact]
    public async Task A_status_is_answered_as_often_as_asked_and_nothing_is_done()
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);
        await server.ControlAsync("POST", "faults", new { method = "POST", path = "/v3.0/*/works", orcid = Laure, count = 2, status = 503 });

        var answers = new List<int>();
        for (var i = 0; i < 3; i++) answers.Add((await server.SendAsync("POST", $"v3.0/{Laure}/works", token, WorkBodies.Bulk(WorkBodies.Work()))).Status);

        answers.ShouldBe([503, 503, 200]);
        (await server.WorksAsync(Laure)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_connection_cut_before_leaves_no_trace_but_the_call()
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);
        await server.ControlAsync("POST", "faults", new { cutBefore = true });

        await Should.ThrowAsync<HttpRequestException>(() => server.SendAsync("POST", $"v3.0/{Laure}/work", token, WorkBodies.Work()));

        (await server.WorksAsync(Laure)).Count.ShouldBe(2);
        (await CallsAsync(server)).ShouldBe([("POST", $"/v3.0/{Laure}/work", 0)]);
    }

    [Fact]
    public async Task A_connection_cut_after_has_done_the_work_all_the_same()
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);
        await server.ControlAsync("POST", "faults", new { method = "POST", path = "/v3.0/*", cutAfter = true });

        await Should.ThrowAsync<HttpRequestException>(() => server.SendAsync("POST", $"v3.0/{Laure}/works", token, WorkBodies.Bulk(WorkBodies.Work("A", "10.5555/a"), WorkBodies.Work("B", "10.5555/b"))));

        (await server.WorksAsync(Laure)).Count.ShouldBe(4);
        (await CallsAsync(server)).ShouldBe([("POST", $"/v3.0/{Laure}/works", 200)]);
    }

    [Fact]
    public async Task A_delay_holds_the_answer_back()
    {
        await using var server = await StartAsync();
        await server.ControlAsync("POST", "faults", new { path = "/pub/*", delayMs = 60_000 });

        var waiting = server.SendAsync("GET", $"pub/v3.0/{Laure}/works");
        while ((await server.ControlAsync("GET", "faults")).GetProperty("items").GetArrayLength() > 0) await Task.Yield();
        var early = waiting.IsCompleted;
        while (!waiting.IsCompleted)
        {
            server.Time.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        early.ShouldBeFalse();
        (await waiting).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Faults_strike_the_token_endpoint_with_a_body_of_choice_and_can_be_cleared()
    {
        await using var server = await StartAsync();
        await server.ControlAsync("POST", "faults", new { path = "/oauth/token", status = 500, count = 9, body = "{\"error\":\"server_error\"}" });

        var struck = await server.SendAsync("POST", "oauth/token");
        await server.ControlAsync("DELETE", "faults");
        var after = await server.SendAsync("POST", "oauth/token");

        (struck.Status, struck.Body, struck.Type).ShouldBe((500, "{\"error\":\"server_error\"}", "application/json"));
        after.Body.ShouldContain("grant_type is missing");
    }

    [Theory]
    [InlineData("post", "/simulator/v3.0/*/work")]
    [InlineData("POST", "/v3.0/*/work")]
    [InlineData("Post", "v3.0/*/work")]
    [InlineData(" POST ", "simulator/v3.0/*")]
    [InlineData("*", "*/work")]
    [InlineData("", "/simulator*")]
    public async Task A_fault_is_understood_with_and_without_the_prefix_and_in_any_case(string method, string path)
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);
        await server.ControlAsync("POST", "faults", new { Method = method, PATH = path, Status = 503 });

        (await server.SendAsync("POST", $"v3.0/{Laure}/work", token, WorkBodies.Work())).Status.ShouldBe(503);
        (await server.SendAsync("POST", $"v3.0/{Laure}/work", token, WorkBodies.Work())).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_fault_for_another_path_or_verb_waits()
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);
        await server.ControlAsync("POST", "faults", new { method = "delete", path = "/simulator/v3.0/*", status = 503 });
        await server.ControlAsync("POST", "faults", new { path = "/simulator/oauth/*", status = 503 });

        (await server.SendAsync("POST", $"v3.0/{Laure}/work", token, WorkBodies.Work())).Status.ShouldBe(201);
        (await server.ControlAsync("GET", "faults")).GetProperty("items").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task A_fault_for_a_share_strikes_some_and_the_same_ones_again_and_leaves_the_others_to_the_next()
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);

        var first = await StrikeAsync(seed: 7);
        var again = await StrikeAsync(seed: 7);
        var other = await StrikeAsync(seed: 8);

        first.Count(s => s == 503).ShouldBeInRange(10, 30);
        first.Count(s => s == 500).ShouldBe(5, "the rest of the requests are free for the fault behind it");
        again.ShouldBe(first);
        other.ShouldNotBe(first);

        async Task<List<int>> StrikeAsync(int seed)
        {
            await server.ControlAsync("DELETE", "faults");
            await server.ControlAsync("POST", "faults", new { path = "/v3.0/*", share = 0.2, seed, count = 1000, status = 503 });
            await server.ControlAsync("POST", "faults", new { path = "/v3.0/*", count = 5, status = 500 });
            var answers = new List<int>();
            for (var i = 0; i < 100; i++) answers.Add((await server.SendAsync("GET", $"v3.0/{Laure}/works", token)).Status);
            return answers;
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"share\":0,\"status\":500}")]
    [InlineData("{\"share\":5,\"status\":500}")]
    [InlineData("{\"count\":0,\"status\":500}")]
    [InlineData("{\"status\":42}")]
    [InlineData("{\"delay\":1}")]
    [InlineData("nonsense")]
    public async Task A_fault_that_makes_no_sense_is_refused(string body)
    {
        await using var server = await StartAsync();

        var answer = await server.SendAsync("POST", "_control/faults", body: body, type: "application/json");

        answer.Status.ShouldBe(400);
        answer.Json.GetProperty("error").GetString().ShouldNotBeNullOrWhiteSpace();
    }

    private static async Task<(string?, string?, int)[]> CallsAsync(SimulatorServer server) =>
        [.. (await server.ControlAsync("GET", $"calls?orcid={Laure}")).GetProperty("items").EnumerateArray().Select(c => (c.GetProperty("method").GetString(), c.GetProperty("path").GetString(), c.GetProperty("status").GetInt32()))];
}
