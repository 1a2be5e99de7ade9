using System.Text.Json;
using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.MemberApi;

public sealed class JsonTests
{
    [Fact]
    public async Task A_text_may_stand_for_its_value_and_one_object_for_a_list()
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);
        const string Body = """{"title":{"title":"Plain"},"type":"book","url":"https://example.org","external-ids":{"external-id":{"external-id-type":"doi","external-id-value":"10.5555/x","external-id-relationship":"self"}}}""";

        var added = await server.SendAsync("POST", $"v3.0/{Laure}/work", token, Body, Json);

        added.Status.ShouldBe(201, added.Body);
        var work = (await server.SendAsync("GET", $"v3.0/{Laure}/work/{added.PutCode}", token, accept: Json)).Json;
        work.GetProperty("title").GetProperty("title").GetProperty("value").GetString().ShouldBe("Plain");
        work.GetProperty("url").GetProperty("value").GetString().ShouldBe("https://example.org");
        work.GetProperty("citation").ValueKind.ShouldBe(JsonValueKind.Null);
        work.GetProperty("external-ids").GetProperty("external-id")[0].GetProperty("external-id-normalized").GetProperty("value").GetString().ShouldBe("10.5555/x");
    }

    [Fact]
    public async Task Characters_that_xml_cannot_carry_are_taken_out()
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);

        var added = await server.SendAsync("POST", $"v3.0/{Laure}/work", token, WorkBodies.Json("""A\u0001B \ud83d\ude00"""), Json);
        var broken = await server.SendAsync("POST", $"v3.0/{Laure}/work", token, WorkBodies.Json("""half \ud83d""", "10.5555/half"), Json);

        added.Status.ShouldBe(201);
        broken.Code.ShouldBe(9001);
        (await server.SendAsync("GET", $"v3.0/{Laure}/work/{added.PutCode}", token, accept: Xml)).Body.ShouldContain("AB \U0001F600");
    }

    [Fact]
    public async Task What_is_sent_as_xml_is_the_same_as_json_and_changes_nothing()
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);
        var putCode = (await server.SendAsync("POST", $"v3.0/{Laure}/work", token, WorkBodies.Work())).PutCode;
        var stored = (await server.SendAsync("GET", $"v3.0/{Laure}/work/{putCode}", token, accept: Json)).Body;

        var answer = await server.SendAsync("PUT", $"v3.0/{Laure}/work/{putCode}", token, stored, Json, Json);

        answer.Status.ShouldBe(200, answer.Body);
        answer.Body.ShouldBe(stored);
        (await server.RecordAsync(Laure)).GetProperty("notices").GetInt32().ShouldBe(1);
    }
}
