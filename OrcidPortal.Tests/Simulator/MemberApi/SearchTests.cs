namespace OrcidPortal.Tests.Simulator.MemberApi;

/// <summary>Records are found by what everybody may know of them.</summary>
public sealed class SearchTests
{
    [Theory]
    [InlineData("family-name:Carberry", SimulatorServer.Josiah)]
    [InlineData("given-names:Laure AND family-name:Haak", SimulatorServer.Laure)]
    [InlineData("given-and-family-names:\"zoe muller-lecka\"", SimulatorServer.Zoe)]
    [InlineData("orcid:0000-0001-5109-3700", SimulatorServer.Laure)]
    [InlineData("digital-object-ids:\"10.5555/12345678\"", SimulatorServer.Josiah)]
    [InlineData("doi-self:\"10.5555/20120404\"", SimulatorServer.Laure)]
    [InlineData("affiliation-org-name:Brown", SimulatorServer.Josiah)]
    [InlineData("ror-org-id:\"https://ror.org/00f54p054\"", SimulatorServer.Laure)]
    [InlineData("keyword:psychoceramics", SimulatorServer.Josiah)]
    [InlineData("glazing", SimulatorServer.Josiah)]
    public async Task A_query_finds_its_record_in_both_languages_here_and_there(string query, string orcid)
    {
        await using var server = await SimulatorServer.StartAsync();
        var token = await server.TokenAsync(null, "/read-public");

        foreach (var (path, bearer) in ((string, string?)[])[("v3.0", token), ("pub/v3.0", null)])
        {
            var json = await server.SendAsync("GET", $"{path}/search?q={Uri.EscapeDataString(query)}", bearer, accept: "application/json");
            var xml = await server.SendAsync("GET", $"{path}/search?q={Uri.EscapeDataString(query)}", bearer, accept: "application/xml");
            json.Json.GetProperty("result").EnumerateArray().Single().GetProperty("orcid-identifier").GetProperty("path").GetString().ShouldBe(orcid, json.Body);
            xml.Xml.Descendants().Single(e => e.Name.LocalName == "path").Value.ShouldBe(orcid);
            xml.Xml.Attribute("num-found")!.Value.ShouldBe("1");
        }
    }

    [Fact]
    public async Task The_longer_answer_says_names_addresses_and_institutions()
    {
        await using var server = await SimulatorServer.StartAsync();
        await server.ControlAsync("PATCH", $"people/{SimulatorServer.Josiah}", new { emails = new[] { new { address = "jc@example.org", visibility = "public" } } });

        var json = await server.SendAsync("GET", "pub/v3.0/expanded-search?q=email:jc@example.org", accept: "application/json");
        var xml = await server.SendAsync("GET", "pub/v3.0/expanded-search?q=email:jc@example.org", accept: "application/xml");

        var hit = json.Json.GetProperty("expanded-result").EnumerateArray().Single();
        (hit.GetProperty("orcid-id").GetString(), hit.GetProperty("family-names").GetString(), hit.GetProperty("email")[0].GetString(), hit.GetProperty("institution-name")[0].GetString(), hit.GetProperty("other-name")[0].GetString())
            .ShouldBe((SimulatorServer.Josiah, "Carberry", "jc@example.org", "Brown University", "J. S. Carberry"));
        xml.Status.ShouldBe(200);
    }

    [Fact]
    public async Task What_is_not_public_is_not_found()
    {
        await using var server = await SimulatorServer.StartAsync();
        await server.ControlAsync("POST", $"records/{SimulatorServer.Laure}/works", new { title = "Xylophones for trusted ears", visibility = "limited" });
        await server.ControlAsync("PATCH", $"people/{SimulatorServer.Zoe}", new { nameVisibility = "limited" });
        await server.ControlAsync("PATCH", $"people/{SimulatorServer.Josiah}", new { standing = "deactivated" });

        foreach (var query in (string[])["title:xylophones", "xylophones", "given-names:Zoë", "family-name:Carberry", "email:laure.haak@example.org"])
        {
            var answer = await server.SendAsync("GET", $"pub/v3.0/search?q={Uri.EscapeDataString(query)}", accept: "application/json");
            answer.Json.GetProperty("num-found").GetInt32().ShouldBe(0, query);
            answer.Json.GetProperty("result").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        }
    }

    [Fact]
    public async Task Records_changed_since_a_time_are_found()
    {
        await using var server = await SimulatorServer.StartAsync();
        server.Time.Advance(TimeSpan.FromHours(1));
        await server.ControlAsync("POST", $"records/{SimulatorServer.Laure}/works", new { title = "Later" });

        var answer = await server.SendAsync("GET", $"pub/v3.0/search?q={Uri.EscapeDataString("profile-last-modified-date:[2026-01-02T04:00:00Z TO *]")}", accept: "application/json");

        answer.Json.GetProperty("result").EnumerateArray().Single().GetProperty("orcid-identifier").GetProperty("path").GetString().ShouldBe(SimulatorServer.Laure);
    }

    [Theory]
    [InlineData("pub/v3.0/search?q=x&rows=1001", 9012, "Full validation error: The rows parameter must be an integer between 0 and 1,000")]
    [InlineData("pub/v3.0/search?q=x&rows=-1", 9012, "rows parameter")]
    [InlineData("pub/v3.0/search?q=x&start=10001", 9043, "The start parameter for API users without credentials must be an integer between 0 and 10,000")]
    [InlineData("pub/v3.0/expanded-search?q=family-name:(", 9012, "Full validation error")]
    public async Task A_search_that_cannot_be_is_refused(string path, int code, string words)
    {
        await using var server = await SimulatorServer.StartAsync();

        var answer = await server.SendAsync("GET", path);

        (answer.Status, answer.Code).ShouldBe((400, code));
        answer.Message.ShouldContain(words);
    }

    [Fact]
    public async Task A_client_may_page_beyond_ten_thousand()
    {
        await using var server = await SimulatorServer.StartAsync();

        var answer = await server.SendAsync("GET", "pub/v3.0/search?q=x&start=10001", await server.TokenAsync(null, "/read-public"), accept: "application/json");

        answer.Status.ShouldBe(200);
    }
}
