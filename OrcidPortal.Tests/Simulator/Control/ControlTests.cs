using OrcidPortal.Simulator.Store;
using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.Control;

public sealed class ControlTests
{
    [Fact]
    public async Task The_sample_accounts_have_valid_iDs_and_one_has_many_works()
    {
        await using var server = await StartAsync();

        foreach (var orcid in (string[])[Josiah, Laure, Zoe, "0009-0000-0000-0420", "0009-0001-0000-017X"])
        {
            OrcidIds.IsValid(orcid).ShouldBeTrue();
            (await server.RecordAsync(orcid)).GetProperty("orcid").GetString().ShouldBe(orcid);
        }
        (await server.WorksAsync(Josiah)).Count(w => w.GetProperty("sourceName").GetString() == "Crossref").ShouldBe(3);
        (await server.WorksAsync("0009-0001-0000-017X")).Count.ShouldBe(250);
    }

    [Fact]
    public async Task A_person_made_without_an_iD_gets_a_valid_one_and_can_sign_in()
    {
        await using var server = await StartAsync();

        var orcid = (await server.ControlAsync("POST", "people", new { givenNames = "Ada", familyName = "Lovelace", email = "ada@example.org" })).GetProperty("orcid").GetString();

        OrcidIds.IsValid(orcid).ShouldBeTrue();
        (await server.FormAsync("oauth/signin", null, ("query", ""), ("username", "ADA@example.org"), ("password", "simulator"))).Status.ShouldBe(303);
    }

    [Theory]
    [InlineData("{\"givenNames\":\"A\",\"orcid\":\"0000-0002-1825-0098\"}", 400)]
    [InlineData("{\"givenNames\":\"A\",\"orcid\":\"0000-0002-1825-0097\"}", 409)]
    [InlineData("{\"familyName\":\"A\"}", 400)]
    [InlineData("{\"givenNames\":\"A\",\"works\":[{\"title\":\"\"}]}", 400)]
    [InlineData("{\"givenNames\":\"A\",\"works\":[{\"title\":\"T\",\"type\":\"poem\"}]}", 400)]
    [InlineData("{\"givenNames\":\"A\",\"works\":[{\"title\":\"T\",\"source\":\"APP-NOBODY\"}]}", 400)]
    [InlineData("{\"givenNames\":\"A\",\"works\":[{\"title\":\"T\",\"date\":\"2020-02-31\"}]}", 400)]
    [InlineData("{\"name\":\"A\"}", 400)]
    public async Task A_person_who_cannot_be_is_refused_whole(string body, int status)
    {
        await using var server = await StartAsync();
        var before = (await server.RecordAsync(Josiah)).GetRawText();

        var answer = await server.SendAsync("POST", "_control/people", body: body, type: "application/json");

        answer.Status.ShouldBe(status);
        answer.Json.GetProperty("error").GetString().ShouldNotBeNullOrWhiteSpace();
        (await server.RecordAsync(Josiah)).GetRawText().ShouldBe(before);
    }

    [Fact]
    public async Task Works_come_and_go_as_the_person_or_another_client_did_without_a_notice()
    {
        await using var server = await StartAsync();

        var byPerson = (await server.ControlAsync("POST", $"records/{Laure}/works", new { title = "By hand", doi = "10.5555/hand" })).GetProperty("putCode").GetInt64();
        var byClient = (await server.ControlAsync("POST", $"records/{Laure}/works", new { title = "By Crossref", source = OtherClient, visibility = "limited", externalIds = new[] { new { type = "doi", value = "10.5555/X" } } })).GetProperty("putCode").GetInt64();
        await server.ControlAsync("DELETE", $"records/{Laure}/works/{byPerson}");

        var record = await server.RecordAsync(Laure);
        record.GetProperty("notices").GetInt32().ShouldBe(0);
        var works = record.GetProperty("works").EnumerateArray().ToList();
        works.Select(w => w.GetProperty("putCode").GetInt64()).ShouldNotContain(byPerson);
        var work = works.Single(w => w.GetProperty("putCode").GetInt64() == byClient);
        work.GetProperty("visibility").GetString().ShouldBe("limited");
        work.GetProperty("externalIds")[0].GetProperty("normalized").GetString().ShouldBe("10.5555/x");
        (await server.SendAsync("DELETE", $"_control/records/{Laure}/works/{byPerson}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_token_can_be_chosen_and_works_at_once()
    {
        await using var server = await StartAsync();

        await server.ControlAsync("POST", "tokens", new { orcid = Laure, scope = AllScopes, token = "my-own-token" });

        (await server.SendAsync("GET", $"v3.0/{Laure}/works", "my-own-token")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Calls_are_listed_with_time_path_status_and_iD_and_can_be_narrowed_and_cleared()
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);
        await server.SendAsync("GET", $"v3.0/{Laure}/works", token);
        server.Time.Advance(TimeSpan.FromMinutes(1));
        var since = Uri.EscapeDataString(server.Time.GetUtcNow().ToString("O"));
        await server.SendAsync("POST", $"v3.0/{Laure}/work", token, "");
        await server.SendAsync("GET", $"pub/v3.0/{Josiah}/record");

        (await ItemsAsync("calls")).ShouldBe([$"GET /v3.0/{Laure}/works 200 {Laure}", $"POST /v3.0/{Laure}/work 400 {Laure}", $"GET /pub/v3.0/{Josiah}/record 200 {Josiah}"]);
        (await ItemsAsync($"calls?since={since}&orcid={Laure}")).ShouldBe([$"POST /v3.0/{Laure}/work 400 {Laure}"]);
        (await ItemsAsync("calls?method=get")).Length.ShouldBe(2);
        await server.ControlAsync("DELETE", "calls");
        (await ItemsAsync("calls")).ShouldBeEmpty();

        async Task<string[]> ItemsAsync(string path) => [.. (await server.ControlAsync("GET", path)).GetProperty("items").EnumerateArray()
            .Select(c => $"{c.GetProperty("method")} {c.GetProperty("path")} {c.GetProperty("status")} {c.GetProperty("orcid")}")];
    }

    [Theory]
    [InlineData("GET", "records/0000-0002-5391-5437", "")]
    [InlineData("POST", "records/0000-0002-5391-5437/works", "{\"title\":\"T\"}")]
    [InlineData("POST", "consent", "{\"orcid\":\"0000-0002-5391-5437\"}")]
    [InlineData("POST", "tokens", "{\"orcid\":\"0000-0002-5391-5437\",\"scope\":\"/authenticate\"}")]
    public async Task Somebody_unknown_is_not_found(string method, string path, string body)
    {
        await using var server = await StartAsync();

        var answer = await server.SendAsync(method, "_control/" + path, body: body.Length == 0 ? null : body, type: "application/json");

        answer.Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("people", "givenNames (text), familyName (text), orcid (text)", "works (list of {title, type, date")]
    [InlineData("consent", "orcid (text), scope (text), deny (true or false)", "")]
    [InlineData("tokens", "scope (text)", "expiresIn (number)")]
    [InlineData("tokens/revoke", "orcid (text), clientId (text)", "")]
    [InlineData("faults", "method (text), path (text), orcid (text), count (number), skip (number), share (number), seed (number), status (number), delayMs (number), cutBefore (true or false)", "")]
    [InlineData($"records/{Laure}/works", "title (text), type (text)", "externalIds (list of {type, value, url, relationship})")]
    public async Task A_body_that_cannot_be_read_is_answered_with_the_fields_there_are(string path, string fields, string more)
    {
        await using var server = await StartAsync();

        foreach (var body in (string[])["", "nonsense", "[]", "null", "{\"colour\":\"red\"}", "{\"orcid\":{}", "{\"title\":{}, \"orcid\":[]}", "\"x\""])
        {
            var answer = await server.SendAsync("POST", "_control/" + path, body: body, type: "application/json");

            answer.Status.ShouldBe(400, body);
            var sentence = answer.Json.GetProperty("error").GetString()!;
            sentence.ShouldContain("Fields: ");
            sentence.ShouldContain(fields);
            sentence.ShouldContain(more);
        }
    }

    [Theory]
    [InlineData("{\"colour\":\"red\"}", "at colour")]
    [InlineData("{\"count\":\"many\"}", "at count")]
    public async Task The_field_that_cannot_be_read_is_named(string body, string words)
    {
        await using var server = await StartAsync();

        (await server.SendAsync("POST", "_control/faults", body: body, type: "application/json")).Json.GetProperty("error").GetString()!.ShouldContain(words);
    }

    [Fact]
    public async Task The_control_API_tells_its_calls_with_every_field_explained()
    {
        await using var server = await StartAsync();

        var calls = (await server.ControlAsync("GET", "")).GetProperty("calls").EnumerateArray().ToList();

        calls.Select(c => $"{c.GetProperty("method")} {c.GetProperty("path")}").ShouldContain("POST /_control/faults");
        var faults = calls.Single(c => c.GetProperty("path").GetString() == "/_control/faults" && c.GetProperty("method").GetString() == "POST");
        faults.GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("name").GetString()).ShouldBe(["method", "path", "orcid", "count", "skip", "share", "seed", "status", "delayMs", "cutBefore", "cutAfter", "truncateAfter", "bytesPerSecond", "malformed", "body"]);
        calls.ShouldAllBe(c => c.GetProperty("does").GetString()!.Length > 0);
        calls.SelectMany(c => c.GetProperty("fields").EnumerateArray()).ShouldAllBe(f => f.GetProperty("means").GetString()!.Length > 0);
        calls.Single(c => c.GetProperty("path").GetString() == "/_control/calls" && c.GetProperty("method").GetString() == "GET").GetProperty("query").GetArrayLength().ShouldBe(6);
    }

    [Fact]
    public async Task Every_call_that_is_told_is_there()
    {
        await using var server = await StartAsync();

        foreach (var call in (await server.ControlAsync("GET", "")).GetProperty("calls").EnumerateArray())
        {
            var path = call.GetProperty("path").GetString()!.Replace("{orcid}", Laure, StringComparison.Ordinal).Replace("{putCode}", "1", StringComparison.Ordinal)
                .Replace("{section}", "funding", StringComparison.Ordinal).Replace("{id}", "1", StringComparison.Ordinal);
            (await server.SendAsync(call.GetProperty("method").GetString()!, path.TrimStart('/'))).Status.ShouldBeOneOf([200, 204, 400, .. path.Contains("/1", StringComparison.Ordinal) ? [404] : Array.Empty<int>()], path);
        }
    }
}
