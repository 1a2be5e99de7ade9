using System.Text.Json;
using System.Xml.Linq;
using OrcidPortal.Tests.Simulator.Messages;

namespace OrcidPortal.Tests.Simulator.Control;

/// <summary>A record of another registry is taken over as it is.</summary>
public sealed class ImportTests
{
    private const string Sample = "read_samples/record-3.0.xml";

    [Theory]
    [InlineData("xsd/record_3.0/samples/read_samples/record-3.0.xml", 2)]
    [InlineData("xsd/record_3.0/samples/read_samples/record-no-city-country-for-professional-activities-3.0.xml", 2)]
    [InlineData("../real-data/orcid-works/dspacecris_orcid-record.xml", 0)]
    public async Task A_record_keeps_its_put_codes_sources_visibility_and_dates(string file, int leftOut)
    {
        var sample = XElement.Parse(OrcidSchemas.Data(file));
        var theirs = Items(sample).ToList();
        await using var server = await SimulatorServer.StartAsync();

        var answer = await server.SendAsync("POST", "_control/records", body: sample.ToString(), type: "application/xml");

        answer.Status.ShouldBe(201, answer.Body);
        answer.Json.GetProperty("items").GetInt32().ShouldBe(theirs.Count);
        answer.Json.GetProperty("leftOut").GetInt32().ShouldBe(leftOut, "peer reviews and research resources");
        var orcid = answer.Json.GetProperty("orcid").GetString()!;
        var record = await server.SendAsync("GET", $"v3.0/{orcid}/record", await server.TokenAsync(orcid));
        var ours = Items(record.Xml).ToList();
        ours.Select(Described).Order(StringComparer.Ordinal).ShouldBe(theirs.Where(i => i.Attribute("visibility")?.Value != "private").Select(Described).Order(StringComparer.Ordinal));
        var (name, theirName) = (record.Xml.Descendants().First(e => e.Name.LocalName == "name"), sample.Descendants().First(e => e.Name.LocalName == "name"));
        Meaning.Of(name).ShouldBe(Meaning.Of(theirName));
    }

    [Fact]
    public async Task A_record_that_comes_again_takes_the_place_of_the_first()
    {
        var sample = OrcidSchemas.Sample(Sample);
        await using var server = await SimulatorServer.StartAsync();
        var first = await server.SendAsync("POST", "_control/records", body: sample, type: "application/xml");

        var second = await server.SendAsync("POST", "_control/records", body: sample, type: "application/xml");

        second.Status.ShouldBe(201);
        var record = await server.RecordAsync(first.Json.GetProperty("orcid").GetString()!);
        (record.GetProperty("works").GetArrayLength() + record.GetProperty("items").GetArrayLength()).ShouldBe(first.Json.GetProperty("items").GetInt32());
    }

    [Fact]
    public async Task A_new_item_gets_a_put_code_above_all_that_came_along()
    {
        await using var server = await SimulatorServer.StartAsync();
        var orcid = await ImportAsync(server, Record("0009-0000-0000-0439", Keyword(7_000_000)));
        var token = await server.TokenAsync(orcid);

        var added = await server.SendAsync("POST", $"v3.0/{orcid}/work", token, WorkBodies.Work());

        added.PutCode.ShouldBe("7000001");
    }

    [Theory]
    [InlineData("<work/>", 400, "not a record in XML")]
    [InlineData("nothing", 400, "not a record in XML")]
    [InlineData("<record:record xmlns:record=\"http://www.orcid.org/ns/record\"/>", 400, "names no valid iD")]
    public async Task A_body_that_is_no_record_is_refused_in_words(string body, int status, string words)
    {
        await using var server = await SimulatorServer.StartAsync();

        var answer = await server.SendAsync("POST", "_control/records", body: body, type: "application/xml");

        answer.Status.ShouldBe(status);
        answer.Json.GetProperty("error").GetString()!.ShouldContain(words);
    }

    [Fact]
    public async Task A_put_code_of_somebody_elses_is_refused()
    {
        await using var server = await SimulatorServer.StartAsync();
        await ImportAsync(server, Record("0009-0000-0000-0439", Keyword(7_000_000)));

        var answer = await server.SendAsync("POST", "_control/records", body: Record("0009-0000-0000-0447", Keyword(7_000_000)), type: "application/xml");

        answer.Status.ShouldBe(409);
        answer.Json.GetProperty("error").GetString().ShouldBe("The put-code 7000000 is taken: it is on the record 0009-0000-0000-0439.");
    }

    [Fact]
    public async Task The_name_of_an_unknown_client_is_learned_but_nobody_can_be_it()
    {
        await using var server = await SimulatorServer.StartAsync();
        var orcid = await ImportAsync(server, Record("0009-0000-0000-0439", Keyword(7_000_000)));

        var shown = await server.SendAsync("GET", $"v3.0/{orcid}/keywords/7000000", await server.TokenAsync(orcid), accept: SimulatorServer.Json);

        shown.Json.GetProperty("source").GetProperty("source-name").GetProperty("value").GetString().ShouldBe("Other Library");
        var token = await server.FormAsync("oauth/token", null, ("client_id", "APP-OTHERLIBRARY0001"), ("client_secret", ""), ("grant_type", "client_credentials"), ("scope", "/read-public"));
        token.Status.ShouldBe(401);
    }

    private static async Task<string> ImportAsync(SimulatorServer server, string record)
    {
        var answer = await server.SendAsync("POST", "_control/records", body: record, type: "application/xml");
        answer.Status.ShouldBe(201, answer.Body);
        return answer.Json.GetProperty("orcid").GetString()!;
    }

    private static string Record(string orcid, string keywords) => $"""
        <record:record xmlns:record="http://www.orcid.org/ns/record" xmlns:common="http://www.orcid.org/ns/common" xmlns:person="http://www.orcid.org/ns/person" xmlns:keyword="http://www.orcid.org/ns/keyword">
        <common:orcid-identifier><common:path>{orcid}</common:path></common:orcid-identifier><person:person><keyword:keywords>{keywords}</keyword:keywords></person:person></record:record>
        """;

    private static string Keyword(long putCode) => $"""
        <keyword:keyword put-code="{putCode}" visibility="public"><common:source><common:source-client-id><common:path>APP-OTHERLIBRARY0001</common:path></common:source-client-id><common:source-name>Other Library</common:source-name></common:source><keyword:content>ceramics</keyword:content></keyword:keyword>
        """;

    private static IEnumerable<XElement> Items(XElement record) => record.Descendants().Where(e =>
        e.Attribute("put-code") is not null && !e.Name.LocalName.StartsWith("peer-review", StringComparison.Ordinal) && !e.Name.LocalName.StartsWith("research-resource", StringComparison.Ordinal)
        && e.Name.LocalName is not ("email" or "external-id"));

    private static string Described(XElement item) => JsonSerializer.Serialize(new
    {
        item.Name.LocalName, PutCode = item.Attribute("put-code")!.Value, Visibility = item.Attribute("visibility")?.Value,
        Source = item.Descendants().First(e => e.Name.LocalName is "source-orcid" or "source-client-id").Elements().First(e => e.Name.LocalName == "path").Value,
        Created = DateTimeOffset.Parse(Text(item, "created-date"), System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal).ToUnixTimeMilliseconds(),
        Modified = DateTimeOffset.Parse(Text(item, "last-modified-date"), System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal).ToUnixTimeMilliseconds(),
        Says = Meaning.Of(item),
    });

    private static string Text(XElement item, string name) => item.Elements().First(e => e.Name.LocalName == name).Value;
}
