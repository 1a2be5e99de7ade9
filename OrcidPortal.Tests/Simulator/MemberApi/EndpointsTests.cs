namespace OrcidPortal.Tests.Simulator.MemberApi;

/// <summary>Every address answers in both languages; what it says in XML is valid by ORCID's schemas (which the server's double looks at for each answer).</summary>
public sealed class EndpointsTests
{
    private static readonly string[] Affiliations = ["distinction", "education", "employment", "invited-position", "membership", "qualification", "service"];

    private static readonly string[] Activities = [.. Affiliations, "funding", "work"];

    public static TheoryData<string> Parts =>
    [
        "", "/", "/record", "/person", "/personal-details", "/email", "/activities", "/works", "/fundings", "/other-names", "/keywords", "/address", "/researcher-urls", "/external-identifiers",
        .. Affiliations.Select(a => $"/{a}s"),
    ];

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task A_part_of_a_full_record_is_read_in_both_languages_by_the_member_and_by_everybody(string part)
    {
        await using var server = await SimulatorServer.StartAsync();
        var (orcid, token) = await FullRecord.MakeAsync(server);

        foreach (var accept in (string[])[SimulatorServer.Xml, SimulatorServer.Json, "application/xml", "application/json", "application/orcid+xml", "application/orcid+json"])
        {
            var member = await server.SendAsync("GET", $"v3.0/{orcid}{part}", token, accept: accept);
            var everybody = await server.SendAsync("GET", $"pub/v3.0/{orcid}{part}", accept: accept);
            (member.Status, everybody.Status, member.Type, everybody.Type).ShouldBe((200, 200, accept, accept));
            if (accept.EndsWith("json", StringComparison.Ordinal)) (member.Json.GetRawText().Length, everybody.Body.Contains('\n', StringComparison.Ordinal)).ShouldSatisfyAllConditions(l => l.Item1.ShouldBeGreaterThan(20), l => l.Item2.ShouldBeTrue("people can read it"));
        }
    }

    [Fact]
    public async Task Every_item_of_a_full_record_is_read_whole_and_in_short()
    {
        await using var server = await SimulatorServer.StartAsync();
        var (orcid, token) = await FullRecord.MakeAsync(server);
        var record = await server.SendAsync("GET", $"v3.0/{orcid}", token);

        var paths = record.Xml.Descendants().Where(e => e.Attribute("put-code") is not null).Select(e => e.Attribute("path")!.Value).ToList();

        paths.Count.ShouldBe(7 + 1 + 2 + 5);
        var brief = 0;
        foreach (var path in paths)
        {
            (await server.SendAsync("GET", $"v3.0{path}", token)).Status.ShouldBe(200, path);
            (await server.SendAsync("GET", $"v3.0{path}", token, accept: SimulatorServer.Json)).Json.GetProperty("path").GetString().ShouldBe(path);
            var split = path.LastIndexOf('/');
            if (!Activities.Contains(path.Split('/')[2])) continue;
            (await server.SendAsync("GET", $"v3.0{path[..split]}/summary{path[split..]}", token)).Status.ShouldBe(200, path);
            brief++;
        }
        brief.ShouldBe(7 + 1 + 2, "what is said of a person has no short form");
    }

    [Fact]
    public async Task The_short_account_counts_what_there_is_and_who_vouches_for_it()
    {
        await using var server = await SimulatorServer.StartAsync();
        var (orcid, token) = await FullRecord.MakeAsync(server);

        var xml = await server.SendAsync("GET", $"v3.0/{orcid}/summary", token);
        var json = await server.SendAsync("GET", $"v3.0/{orcid}/summary", token, accept: SimulatorServer.Json);

        xml.Status.ShouldBe(200, xml.Body);
        json.Json.GetProperty("works").GetProperty("validated-count").GetInt32().ShouldBe(2);
        json.Json.GetProperty("employments").GetProperty("count").GetInt32().ShouldBe(1);
        json.Json.GetProperty("professional-activities").GetProperty("count").GetInt32().ShouldBe(4);
        json.Json.GetProperty("education-qualifications").GetProperty("count").GetInt32().ShouldBe(2);
        json.Json.GetProperty("peer-reviews").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Theory]
    [InlineData("summary")]
    [InlineData("notification-permission")]
    public async Task What_the_member_API_alone_has_is_not_found_on_the_public_one(string part)
    {
        await using var server = await SimulatorServer.StartAsync();

        (await server.SendAsync("GET", $"pub/v3.0/{SimulatorServer.Laure}/{part}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task The_history_is_told_in_the_words_of_each_language_and_pages_elsewhere_may_read_it()
    {
        await using var server = await SimulatorServer.StartAsync();

        var xml = await server.SendAsync("GET", $"pub/v3.0/{SimulatorServer.Laure}");
        using var json = await server.Http.GetAsync($"pub/v3.0/{SimulatorServer.Laure}/record", TestContext.Current.CancellationToken);

        xml.Xml.Descendants().Single(e => e.Name.LocalName == "creation-method").Value.ShouldBe("Direct");
        (await server.SendAsync("GET", $"pub/v3.0/{SimulatorServer.Laure}", accept: SimulatorServer.Json)).Json.GetProperty("history").GetProperty("creation-method").GetString().ShouldBe("DIRECT");
        json.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("apiStatus")]
    [InlineData("pubStatus")]
    public async Task The_registry_says_that_it_is_up(string path)
    {
        await using var server = await SimulatorServer.StartAsync();

        (await server.SendAsync("GET", path)).Json.GetProperty("overallOk").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task The_types_of_identifiers_and_the_name_of_a_client_are_told_to_everybody()
    {
        await using var server = await SimulatorServer.StartAsync();

        var types = await server.SendAsync("GET", "pub/v3.0/identifiers", accept: "application/json");
        var client = await server.SendAsync("GET", $"pub/v3.0/client/{SimulatorServer.OtherClient}", accept: "application/xml");

        types.Json.GetProperty("identifier").EnumerateArray().Single(t => t.GetProperty("name").GetString() == "doi").GetProperty("resolution-prefix").GetString().ShouldBe("https://doi.org/");
        types.Json.GetProperty("identifier").GetArrayLength().ShouldBe(52);
        client.Xml.Value.ShouldBe("Crossref");
        client.Body.ShouldNotContain(SimulatorServer.Secret);
    }

    [Theory]
    [InlineData("GET", "0000-0001-5109-3700/works", 302, "v3.0/0000-0001-5109-3700/works")]
    [InlineData("GET", "pub/0000-0001-5109-3700/works", 302, "pub/v3.0/0000-0001-5109-3700/works")]
    [InlineData("GET", "v3.0_rc1/0000-0001-5109-3700/works", 308, "v3.0/0000-0001-5109-3700/works")]
    [InlineData("POST", "v3.0_rc2/0000-0001-5109-3700/work", 308, "v3.0/0000-0001-5109-3700/work")]
    [InlineData("POST", "0000-0001-5109-3700/work", 400, null)]
    [InlineData("GET", "v1.2/0000-0001-5109-3700/orcid-works", 400, null)]
    [InlineData("GET", "v2.0/0000-0001-5109-3700/works", 404, null)]
    public async Task Another_version_or_none_leads_to_the_one_there_is_or_is_refused(string method, string path, int status, string? location)
    {
        await using var server = await SimulatorServer.StartAsync();

        var answer = await server.SendAsync(method, path, body: method == "POST" ? "<x/>" : null);

        answer.Status.ShouldBe(status, answer.Body);
        answer.Location.ShouldBe(location is null ? null : server.Http.BaseAddress + location);
    }
}
