using System.Xml.Linq;
using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.MemberApi;

public sealed class RecordReadsTests
{
    [Fact]
    public async Task Works_that_share_an_identifier_stand_in_one_group_through_others_too()
    {
        await using var server = await StartAsync();
        var orcid = await PersonAsync(server,
            new { title = "A", source = "user", externalIds = new object[] { new { type = "doi", value = "10.5555/a" } } },
            new { title = "B", source = OtherClient, externalIds = new object[] { new { type = "doi", value = "https://doi.org/10.5555/A" }, new { type = "pmid", value = "123", relationship = "version-of" } } },
            new { title = "C", source = "user", externalIds = new object[] { new { type = "pmid", value = "PMID:123" } } },
            new { title = "D", source = "user", externalIds = new object[] { new { type = "isbn", value = "9780141036144", relationship = "part-of" } } },
            new { title = "E", source = "user", externalIds = new object[] { new { type = "isbn", value = "9780141036144", relationship = "part-of" } } });

        var answer = await server.SendAsync("GET", $"v3.0/{orcid}/works", await server.TokenAsync(orcid));

        var groups = Named(answer.Xml, "group").Select(g => Named(g, "work-summary").Select(Title).ToArray()).ToList();
        groups.Count.ShouldBe(3);
        groups[0].ShouldBe(["B", "A", "C"]);
        Named(Named(answer.Xml, "group").Last(), "external-ids").First().HasElements.ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_caller_may_not_see_is_left_out_of_lists_and_refused_by_itself()
    {
        await using var server = await StartAsync();
        var orcid = await PersonAsync(server, new { title = "Open", doi = "10.5555/o", visibility = "public" }, new { title = "Some", doi = "10.5555/s", visibility = "limited" }, new { title = "None", doi = "10.5555/n", visibility = "private" });
        var codes = (await server.WorksAsync(orcid)).ToDictionary(w => w.GetProperty("title").GetString()!, w => w.GetProperty("putCode").GetInt64());
        var (all, some, client) = (await server.TokenAsync(orcid), await server.TokenAsync(orcid, "/authenticate"), await server.TokenAsync(null, "/read-public"));

        (await TitlesAsync($"v3.0/{orcid}/works", all)).ShouldBe(["Open", "Some"]);
        (await TitlesAsync($"v3.0/{orcid}/works", some)).ShouldBe(["Open"]);
        (await TitlesAsync($"v3.0/{orcid}/works", client)).ShouldBe(["Open"]);
        (await TitlesAsync($"pub/v3.0/{orcid}/works", null)).ShouldBe(["Open"]);
        (await CodeAsync($"v3.0/{orcid}/work/{codes["None"]}", all)).ShouldBe((403, 9013));
        (await CodeAsync($"v3.0/{orcid}/work/{codes["Some"]}", some)).ShouldBe((403, 9038));
        (await CodeAsync($"pub/v3.0/{orcid}/work/{codes["Some"]}", null)).ShouldBe((403, 9039));
        (await CodeAsync($"pub/v3.0/{orcid}/work/{codes["Open"]}", null)).ShouldBe((200, 0));

        async Task<string[]> TitlesAsync(string path, string? token) => [.. Named((await server.SendAsync("GET", path, token)).Xml, "work-summary").Select(Title)];
        async Task<(int, int)> CodeAsync(string path, string? token) => (await server.SendAsync("GET", path, token)) is var answer ? (answer.Status, answer.Code) : default;
    }

    [Theory]
    [InlineData("POST", "work")]
    [InlineData("POST", "works")]
    [InlineData("PUT", "work/1001")]
    [InlineData("DELETE", "work/1001")]
    public async Task The_public_api_writes_nothing(string method, string path)
    {
        await using var server = await StartAsync();
        var before = (await server.RecordAsync(Josiah)).GetRawText();

        var answer = await server.SendAsync(method, $"pub/v3.0/{Josiah}/{path}", await server.TokenAsync(Josiah), WorkBodies.Work());

        (answer.Status, answer.Code).ShouldBe((405, 9001));
        (await server.RecordAsync(Josiah)).GetRawText().ShouldBe(before);
    }

    [Fact]
    public async Task A_client_sees_its_own_private_work()
    {
        await using var server = await StartAsync();
        var orcid = await PersonAsync(server, new { title = "Mine", doi = "10.5555/m", visibility = "private", source = Client });

        var answer = await server.SendAsync("GET", $"v3.0/{orcid}/works", await server.TokenAsync(orcid, "/activities/update"));

        Named(answer.Xml, "work-summary").Select(Title).ShouldBe(["Mine"]);
    }

    [Fact]
    public async Task Works_in_bulk_come_in_the_order_asked_for_with_errors_in_place()
    {
        await using var server = await StartAsync();
        var orcid = await PersonAsync(server, new { title = "One", doi = "10.5555/1" }, new { title = "Two", doi = "10.5555/2", visibility = "private" }, new { title = "Three", doi = "10.5555/3" });
        var codes = (await server.WorksAsync(orcid)).Select(w => w.GetProperty("putCode").GetInt64()).ToArray();

        var answer = await server.SendAsync("GET", $"v3.0/{orcid}/works/{codes[2]},1,{codes[1]},{codes[0]}", await server.TokenAsync(orcid));

        answer.Status.ShouldBe(200);
        answer.Xml.Elements().Select(e => e.Name.LocalName == "work" ? Title(e) : Named(e, "error-code").Single().Value).ShouldBe(["Three", "9034", "9013", "One"]);
        answer.Body.ShouldContain("'1' is not a valid put code");
    }

    [Fact]
    public async Task The_source_of_a_work_is_its_client_or_the_person()
    {
        await using var server = await StartAsync();

        var answer = await server.SendAsync("GET", $"v3.0/{Josiah}/works", await server.TokenAsync(Josiah), accept: Json);

        var sources = answer.Json.GetProperty("group").EnumerateArray().Select(g => g.GetProperty("work-summary")[0].GetProperty("source")).ToList();
        sources.Count.ShouldBe(4);
        sources[0].GetProperty("source-client-id").GetProperty("uri").GetString().ShouldBe($"https://sandbox.orcid.org/client/{OtherClient}");
        sources[0].GetProperty("source-name").GetProperty("value").GetString().ShouldBe("Crossref");
        sources[3].GetProperty("source-orcid").GetProperty("path").GetString().ShouldBe(Josiah);
        sources[3].GetProperty("source-name").GetProperty("value").GetString().ShouldBe("Josiah Carberry");
    }

    [Fact]
    public async Task A_name_that_is_not_public_is_missing_and_the_rest_stands()
    {
        await using var server = await StartAsync();
        var orcid = (await server.ControlAsync("POST", "people", new { givenNames = "Shy", familyName = "One", nameVisibility = "limited" })).GetProperty("orcid").GetString()!;

        var anyone = await server.SendAsync("GET", $"pub/v3.0/{orcid}/person", accept: Json);
        var trusted = await server.SendAsync("GET", $"v3.0/{orcid}/person", await server.TokenAsync(orcid), accept: Json);

        anyone.Json.GetProperty("name").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        trusted.Json.GetProperty("name").GetProperty("given-names").GetProperty("value").GetString().ShouldBe("Shy");
    }

    [Theory]
    [InlineData("application/json", "application/json")]
    [InlineData("application/orcid+json", "application/orcid+json")]
    [InlineData("application/vnd.orcid+json, application/xml;q=0.9", "application/vnd.orcid+json")]
    [InlineData("application/xml", "application/xml")]
    [InlineData("*/*", "application/vnd.orcid+xml")]
    [InlineData("text/html, application/*;q=0.5", "application/vnd.orcid+xml")]
    public async Task The_answer_is_in_the_language_the_client_likes_best(string accept, string expected)
    {
        await using var server = await StartAsync();

        var answer = await server.SendAsync("GET", $"pub/v3.0/{Josiah}/record", accept: accept);

        (answer.Status, answer.Type).ShouldBe((200, expected));
        answer.Body.ShouldContain("Carberry");
    }

    private static async Task<string> PersonAsync(SimulatorServer server, params object[] works) =>
        (await server.ControlAsync("POST", "people", new { givenNames = "Ada", familyName = "Test", works })).GetProperty("orcid").GetString()!;

    private static IEnumerable<XElement> Named(XElement root, string name) => root.Descendants().Where(e => e.Name.LocalName == name);
    private static string Title(XElement work) => work.Descendants().First(e => e.Name.LocalName == "title" && !e.HasElements).Value;
}
