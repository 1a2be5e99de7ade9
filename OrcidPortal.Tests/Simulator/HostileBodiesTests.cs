using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator;

/// <summary>What cannot be read is refused in words, never with an exception, and what can be read comes back as it was.</summary>
public sealed class HostileBodiesTests
{
    public static TheoryData<string, string, string> Forms
    {
        get
        {
            TheoryData<string, string, string> all = [];
            foreach (var path in (string[])["oauth/token", "oauth/revoke", "oauth/userinfo", "oauth/authorize", "signin", "signout", "register", $"v3.0/{Laure}/work"])
            {
                all.Add(path, "grant_type=%00", "application/x-www-form-urlencoded");
                all.Add(path, new string('k', 5_000) + "=1", "application/x-www-form-urlencoded");
                all.Add(path, "x", "multipart/form-data");
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_that_cannot_be_read_counts_as_empty(string path, string body, string type)
    {
        await using var server = await StartAsync();

        (await server.SendAsync("POST", path, body: body, type: type)).Status.ShouldBeLessThan(500);
    }

    [Theory]
    [InlineData("POST", "people", """{"givenNames":"a","works":[null]}""")]
    [InlineData("PATCH", $"people/{Laure}", """{"emails":[null]}""")]
    [InlineData("POST", $"records/{Laure}/works", """{"title":"T","externalIds":[null]}""")]
    public async Task A_list_that_holds_nothing_is_refused_in_words(string method, string path, string body)
    {
        await using var server = await StartAsync();

        var answer = await server.SendAsync(method, "_control/" + path, body: body, type: "application/json");

        answer.Status.ShouldBe(400);
        answer.Json.GetProperty("error").GetString()!.ShouldStartWith("A list in the body holds null.");
    }

    [Fact]
    public async Task A_carriage_return_survives_the_way_out_and_back_in_XML()
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);
        var added = await server.SendAsync("POST", $"v3.0/{Laure}/work", token, WorkBodies.Json(title: "a\\r\\nb"), Json);
        var path = $"v3.0/{Laure}/work/{added.PutCode}";

        var read = await server.SendAsync("GET", path, token);
        server.Time.Advance(TimeSpan.FromHours(1));
        var again = await server.SendAsync("PUT", path, token, read.Body);

        (again.Status, again.Body).ShouldBe((200, read.Body));
        (await server.RecordAsync(Laure)).GetProperty("notices").GetInt32().ShouldBe(1);
        (await server.WorksAsync(Laure)).Select(w => w.GetProperty("title").GetString()).ShouldContain("a\r\nb");
    }

    [Fact]
    public async Task A_record_is_not_merged_into_itself()
    {
        await using var server = await StartAsync();

        var answer = await server.SendAsync("PATCH", $"_control/people/{Laure}", body: $$"""{"standing":"deprecated","primaryOrcid":"{{Laure}}"}""", type: "application/json");

        (answer.Status, answer.Json.GetProperty("error").GetString()).ShouldBe((400, "A record is not merged into itself."));
    }
}
