using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.MemberApi;

public sealed class BearerTests
{
    [Fact]
    public async Task Without_a_token_the_member_api_refuses()
    {
        await using var server = await StartAsync();

        var answer = await server.SendAsync("GET", $"v3.0/{Laure}/works", accept: Xml);

        answer.Status.ShouldBe(403);
        answer.Body.ShouldBe("""{"error":"forbidden","error_description":"Forbidden: The server understood the request but refuses to authorize it."}""");
        answer.Type.ShouldBe("application/json");
    }

    [Theory]
    [InlineData("v3.0")]
    [InlineData("pub/v3.0")]
    public async Task An_unknown_token_is_refused_by_both_apis(string root)
    {
        await using var server = await StartAsync();

        var answer = await server.SendAsync("GET", $"{root}/{Laure}/works", "no-such-token", accept: Xml);

        answer.Status.ShouldBe(401);
        answer.Body.ShouldBe("""{"error":"invalid_token","error_description":"Invalid access token: no-such-token"}""");
    }

    [Fact]
    public async Task A_token_ends_when_its_time_is_up()
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure, expiresIn: 60);

        var before = await server.SendAsync("GET", $"v3.0/{Laure}/works", token);
        server.Time.Advance(TimeSpan.FromSeconds(61));
        var after = await server.SendAsync("GET", $"v3.0/{Laure}/works", token);

        (before.Status, after.Status).ShouldBe((200, 401));
    }

    [Fact]
    public async Task A_token_may_come_in_the_query()
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);

        var answer = await server.SendAsync("GET", $"v3.0/{Laure}/works?access_token={token}");

        answer.Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_token_the_person_revoked_serves_to_remove_and_for_nothing_else()
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);
        var putCode = (await server.SendAsync("POST", $"v3.0/{Laure}/work", token, WorkBodies.Work())).PutCode;
        (await server.ControlAsync("POST", "tokens/revoke", new { orcid = Laure })).GetProperty("revoked").GetInt32().ShouldBe(1);

        var read = await server.SendAsync("GET", $"v3.0/{Laure}/works", token);
        var update = await server.SendAsync("PUT", $"v3.0/{Laure}/work/{putCode}", token, WorkBodies.Work("New", putCode: putCode));
        var removed = await server.SendAsync("DELETE", $"v3.0/{Laure}/work/{putCode}", token);

        (read.Status, update.Status, removed.Status).ShouldBe((401, 401, 204));
    }

    [Fact]
    public async Task A_token_of_another_record_is_refused()
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Josiah);

        var read = await server.SendAsync("GET", $"v3.0/{Laure}/works", token);
        var write = await server.SendAsync("POST", $"v3.0/{Laure}/work", token, WorkBodies.Work());

        (read.Status, read.Code).ShouldBe((401, 9017));
        (write.Status, write.Code).ShouldBe((401, 9017));
        write.Message.ShouldContain("Access token is for a different record");
    }

    [Fact]
    public async Task A_token_without_the_scope_may_not_write()
    {
        await using var server = await StartAsync();

        foreach (var (orcid, scope) in new (string?, string)[] { (Laure, "/authenticate /read-limited"), (null, "/read-public") })
        {
            var answer = await server.SendAsync("POST", $"v3.0/{Laure}/work", await server.TokenAsync(orcid, scope), WorkBodies.Work());
            (answer.Status, answer.Code).ShouldBe((403, 9038));
            answer.Message.ShouldStartWith("409 Conflict: The item has a limited or private visibility");
        }
    }

    [Fact]
    public async Task A_token_to_create_may_add_but_neither_update_nor_remove()
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure, "/orcid-works/create");

        var added = await server.SendAsync("POST", $"v3.0/{Laure}/work", token, WorkBodies.Work());
        var updated = await server.SendAsync("PUT", $"v3.0/{Laure}/work/{added.PutCode}", token, WorkBodies.Work("New", putCode: added.PutCode));
        var removed = await server.SendAsync("DELETE", $"v3.0/{Laure}/work/{added.PutCode}", token);

        (added.Status, updated.Code, removed.Code).ShouldBe((201, 9038, 9038));
    }
}
