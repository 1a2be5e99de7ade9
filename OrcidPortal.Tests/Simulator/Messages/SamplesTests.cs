namespace OrcidPortal.Tests.Simulator.Messages;

/// <summary>ORCID's own samples go in and what comes out is valid by ORCID's own schemas.</summary>
public sealed class SamplesTests
{
    [Theory]
    [InlineData("work-simple-3.0.xml")]
    [InlineData("work-full-3.0.xml")]
    [InlineData("work-full-3.0.json")]
    [InlineData("work-51-contributors-3.0.json")]
    [InlineData("work-with-NISO-roles-51-contributors-3.0.json")]
    public async Task A_sample_work_is_stored_and_read_back_in_both_languages(string name)
    {
        var sample = OrcidSchemas.WriteSample(name);
        await using var server = await SimulatorServer.StartAsync();
        var token = await server.TokenAsync(SimulatorServer.Laure);

        var added = await server.SendAsync("POST", $"v3.0/{SimulatorServer.Laure}/work", token, sample, TypeOf(name));

        added.Status.ShouldBe(201, added.Body);
        added.Body.ShouldBeEmpty();
        added.Location.ShouldBe($"{server.Http.BaseAddress}v3.0/{SimulatorServer.Laure}/work/{added.PutCode}");
        var xml = await server.SendAsync("GET", $"v3.0/{SimulatorServer.Laure}/work/{added.PutCode}", token, accept: SimulatorServer.Xml);
        var json = await server.SendAsync("GET", $"v3.0/{SimulatorServer.Laure}/work/{added.PutCode}", token, accept: SimulatorServer.Json);
        xml.Xml.Attribute("put-code")!.Value.ShouldBe(added.PutCode);
        xml.Xml.Descendants().Count(e => e.Name.LocalName == "contributor").ShouldBe(json.Json.GetProperty("contributors").GetProperty("contributor").GetArrayLength());
        xml.Body.ShouldNotContain("contributor-email");
        json.Json.GetProperty("put-code").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(added.PutCode);
    }

    [Theory]
    [InlineData("bulk-work-3.0.xml", 2, 0)]
    [InlineData("bulk-work-3.0.json", 1, 1)]
    [InlineData("bulk-works-3-works-3.0.json", 3, 0)]
    [InlineData("bulk-works-100-works-3.0.json", 100, 0)]
    public async Task A_sample_bulk_is_answered_place_by_place(string name, int works, int errors)
    {
        var sample = OrcidSchemas.WriteSample(name);
        await using var server = await SimulatorServer.StartAsync();
        var token = await server.TokenAsync(SimulatorServer.Laure);

        var answer = await server.SendAsync("POST", $"v3.0/{SimulatorServer.Laure}/works", token, sample, TypeOf(name), SimulatorServer.Xml);

        answer.Status.ShouldBe(200, answer.Body);
        answer.Xml.Elements().Count(e => e.Name.LocalName == "work").ShouldBe(works);
        answer.Xml.Elements().Count(e => e.Name.LocalName == "error").ShouldBe(errors);
        (await server.WorksAsync(SimulatorServer.Laure)).Count.ShouldBe(2 + works);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/record")]
    [InlineData("/person")]
    [InlineData("/activities")]
    [InlineData("/works")]
    public async Task Each_section_of_each_sample_account_is_valid_by_the_schema(string section)
    {
        OrcidSchemas.Require();
        await using var server = await SimulatorServer.StartAsync();

        foreach (var orcid in (string[])[SimulatorServer.Josiah, SimulatorServer.Laure, SimulatorServer.Zoe, "0009-0000-0000-0420", "0009-0001-0000-017X"])
        {
            var answer = await server.SendAsync("GET", $"v3.0/{orcid}{section}", await server.TokenAsync(orcid));
            answer.Status.ShouldBe(200);
            answer.Type.ShouldBe("application/vnd.orcid+xml");
            OrcidSchemas.FaultsIn(answer.Body).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("<works xmlns=\"http://www.orcid.org/ns/activities\"><group/></works>")]
    [InlineData("<error xmlns=\"http://www.orcid.org/ns/error\"><error-code>1</error-code></error>")]
    public void The_schemas_find_what_is_wrong(string body)
    {
        OrcidSchemas.Require();

        OrcidSchemas.FaultsIn(body).ShouldNotBeEmpty();
    }

    private static string TypeOf(string name) => name.EndsWith(".json", StringComparison.Ordinal) ? "application/json" : "application/xml";
}
