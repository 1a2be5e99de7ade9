namespace OrcidPortal.Tests.Simulator.Traffic;

/// <summary>Answers that break off, drip or cannot be read, after the write took effect.</summary>
public sealed class BodyFaultTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_breaks_off_after_so_many_bytes_and_the_works_are_there()
    {
        await using var server = await SimulatorServer.StartAsync();
        var token = await server.TokenAsync(SimulatorServer.Laure);
        await server.ControlAsync("POST", "faults", new { method = "POST", truncateAfter = 100 });

        using var response = await server.Http.SendAsync(Post(token, WorkBodies.Bulk(WorkBodies.Work())), HttpCompletionOption.ResponseHeadersRead, Cancelled);
        using var received = new MemoryStream();

        await Should.ThrowAsync<Exception>(() => response.Content.CopyToAsync(received, Cancelled));
        ((int)response.StatusCode).ShouldBe(200);
        received.Length.ShouldBeLessThanOrEqualTo(100);
        (await server.WorksAsync(SimulatorServer.Laure)).Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(SimulatorServer.Xml)]
    [InlineData(SimulatorServer.Json)]
    public async Task An_answer_cannot_be_read_and_the_works_are_there(string accept)
    {
        await using var server = await SimulatorServer.StartAsync();
        var token = await server.TokenAsync(SimulatorServer.Laure);
        await server.ControlAsync("POST", "faults", new { path = "/v3.0/*/works", malformed = true });
        using var request = Post(token, WorkBodies.Bulk(WorkBodies.Work()));
        request.Headers.Accept.ParseAdd(accept);

        using var response = await server.Http.SendAsync(request, Cancelled);
        var body = await response.Content.ReadAsStringAsync(Cancelled);

        ((int)response.StatusCode, response.Content.Headers.ContentType!.MediaType).ShouldBe((200, accept));
        if (accept == SimulatorServer.Xml) Should.Throw<System.Xml.XmlException>(() => System.Xml.Linq.XElement.Parse(body));
        else Should.Throw<System.Text.Json.JsonException>(() => System.Text.Json.JsonDocument.Parse(body));
        (await server.WorksAsync(SimulatorServer.Laure)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_answer_drips()
    {
        await using var server = await SimulatorServer.StartAsync();
        await server.ControlAsync("POST", "faults", new { bytesPerSecond = 1000 });

        using var response = await server.Http.GetAsync($"pub/v3.0/{SimulatorServer.Laure}/person", HttpCompletionOption.ResponseHeadersRead, Cancelled);
        var reading = response.Content.ReadAsStringAsync(Cancelled);

        var steps = 0;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        for (; !reading.IsCompleted && steps < 2_000; steps++)
        {
            await timer.WaitForNextTickAsync(Cancelled);
            server.Time.Advance(TimeSpan.FromMilliseconds(100));
        }
        var body = await reading;
        System.Xml.Linq.XElement.Parse(body).Name.LocalName.ShouldBe("person");
        steps.ShouldBeGreaterThanOrEqualTo(body.Length / 100, "a tenth of a second for each hundred bytes");
    }

    [Fact]
    public async Task A_fault_lets_the_first_requests_pass()
    {
        await using var server = await SimulatorServer.StartAsync();
        await server.ControlAsync("POST", "faults", new { method = "GET", status = 500, skip = 2, count = 1 });
        List<int> statuses = [];

        for (var i = 0; i < 4; i++) statuses.Add((await server.SendAsync("GET", $"pub/v3.0/{SimulatorServer.Laure}/keywords")).Status);

        statuses.ShouldBe([200, 200, 500, 200]);
    }

    [Theory]
    [InlineData("""{"truncateAfter":-1}""", "truncateAfter")]
    [InlineData("""{"bytesPerSecond":0}""", "bytesPerSecond")]
    [InlineData("""{"cutBefore":true,"cutAfter":true}""", "exclude each other")]
    [InlineData("""{"status":500,"skip":-1}""", "skip")]
    public async Task A_fault_that_cannot_be_is_refused_in_words(string body, string words)
    {
        await using var server = await SimulatorServer.StartAsync();

        var answer = await server.SendAsync("POST", "_control/faults", body: body, type: "application/json");

        answer.Status.ShouldBe(400);
        answer.Json.GetProperty("error").GetString()!.ShouldContain(words);
    }

    private static HttpRequestMessage Post(string token, string body) => new(HttpMethod.Post, $"v3.0/{SimulatorServer.Laure}/works")
    {
        Headers = { Authorization = new("Bearer", token) }, Content = new StringContent(body, System.Text.Encoding.UTF8, SimulatorServer.Xml),
    };
}
