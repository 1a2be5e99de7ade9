using System.Xml.Linq;

namespace OrcidPortal.Tests.Simulator.Messages;

/// <summary>ORCID's own samples of every section go in and come back with the same meaning, in both languages.</summary>
public sealed class SampleRoundTripTests
{
    private static readonly string[] Activities = ["distinction", "education", "employment", "invited-position", "membership", "qualification", "service", "funding", "work"];

    private static readonly Dictionary<string, string> PersonalPaths = new()
    {
        ["other-name"] = "other-names", ["keyword"] = "keywords", ["address"] = "address", ["researcher-url"] = "researcher-urls", ["external-identifier"] = "external-identifiers",
    };

    public static TheoryData<string, string> JsonSamples => new()
    {
        { "work", "work-full-3.0.json" }, { "work", "work-51-contributors-3.0.json" }, { "work", "work-with-NISO-roles-51-contributors-3.0.json" },
        { "funding", "funding-3.0-simple.json" }, { "funding", "funding-3.0-with-NISO-roles.json" }, { "distinction", "distinction-3.0.json" }, { "education", "education-3.0.json" },
        { "employment", "employment-3.0.json" }, { "invited-position", "invited-position-3.0.json" }, { "membership", "membership-3.0.json" }, { "qualification", "qualification-3.0.json" },
        { "service", "service-3.0.json" }, { "other-name", "other-names-3.0.json" }, { "keyword", "keywords-3.0.json" }, { "address", "address-3.0.json" },
        { "researcher-url", "researcher-url-3.0.json" }, { "researcher-url", "researcher-url-no-name-3.0.json" }, { "external-identifier", "external-identifier-3.0.json" },
    };

    /// <summary>Every XML sample with items of offered sections, except for the one that is invalid, and for whole persons and records: these cannot be sent.</summary>
    public static TheoryData<string> XmlSamples
    {
        get
        {
            TheoryData<string> names = [];
            foreach (var name in OrcidSchemas.SampleNames("*.xml").Where(n => !n.EndsWith("read_samples/work-3.0.xml", StringComparison.Ordinal)))
                if (XElement.Parse(OrcidSchemas.Sample(name)).Name.LocalName is not ("person" or "record") && ItemsIn(OrcidSchemas.Sample(name)).Count > 0) names.Add(name);
            if (names.Count == 0) names.Add("write_samples/work-simple-3.0.xml");
            return names;
        }
    }

    [Theory]
    [MemberData(nameof(XmlSamples))]
    public async Task A_sample_in_XML_is_kept_and_comes_back_in_XML_and_in_JSON(string name)
    {
        var items = ItemsIn(OrcidSchemas.Sample(name));
        await using var server = await SimulatorServer.StartAsync();

        foreach (var item in items)
        {
            var kind = item.Name.LocalName;
            await KnowOrganizationsAsync(server, item);
            var first = await AddAsync(server, kind, item.ToString(SaveOptions.DisableFormatting), SimulatorServer.Xml);
            var xml = await server.SendAsync("GET", first.Path, first.Token, accept: SimulatorServer.Xml);
            Meaning.Of(xml.Xml).ShouldBe(Meaning.Of(item), name);
            var json = await server.SendAsync("GET", first.Path, first.Token, accept: SimulatorServer.Json);
            var second = await AddAsync(server, kind, WithoutPutCode(json.Body), SimulatorServer.Json);
            Meaning.Of((await server.SendAsync("GET", second.Path, second.Token, accept: SimulatorServer.Xml)).Xml).ShouldBe(Meaning.Of(item), name);
            Meaning.Of((await server.SendAsync("GET", second.Path, second.Token, accept: SimulatorServer.Json)).Json).ShouldBe(Meaning.Of(json.Json), name);
        }
    }

    [Theory]
    [MemberData(nameof(JsonSamples))]
    public async Task A_sample_in_JSON_is_kept_and_comes_back_in_JSON_and_in_XML(string kind, string name)
    {
        var sample = OrcidSchemas.WriteSample(name);
        await using var server = await SimulatorServer.StartAsync();

        var first = await AddAsync(server, kind, sample, SimulatorServer.Json);

        var json = await server.SendAsync("GET", first.Path, first.Token, accept: SimulatorServer.Json);
        Meaning.Of(json.Json).ShouldBe(Meaning.Of(System.Text.Json.JsonDocument.Parse(sample).RootElement));
        var xml = await server.SendAsync("GET", first.Path, first.Token, accept: SimulatorServer.Xml);
        var said = xml.Xml;
        said.Attribute("put-code")!.Remove();
        var second = await AddAsync(server, kind, said.ToString(SaveOptions.DisableFormatting), SimulatorServer.Xml);
        Meaning.Of((await server.SendAsync("GET", second.Path, second.Token, accept: SimulatorServer.Json)).Json).ShouldBe(Meaning.Of(json.Json));
    }

    [Fact]
    public async Task The_sample_that_is_invalid_at_ORCID_is_refused_here()
    {
        var sample = XElement.Parse(OrcidSchemas.Sample("read_samples/work-3.0.xml"));
        sample.Attribute("put-code")!.Remove();
        await using var server = await SimulatorServer.StartAsync();
        var token = await server.TokenAsync(SimulatorServer.Laure);

        var answer = await server.SendAsync("POST", $"v3.0/{SimulatorServer.Laure}/work", token, sample.ToString());

        (answer.Status, answer.Code).ShouldBe((400, 9012));
    }

    /// <summary>Whole items of offered sections, without their put-codes. Summaries are none: they lack what is compulsory.</summary>
    private static List<XElement> ItemsIn(string sample)
    {
        var items = XElement.Parse(sample).DescendantsAndSelf()
            .Where(e => (Activities.Contains(e.Name.LocalName) || PersonalPaths.ContainsKey(e.Name.LocalName)) && e.Name.NamespaceName == "http://www.orcid.org/ns/" + e.Name.LocalName)
            .Select(e => new XElement(e)).ToList();
        items.ForEach(i => i.Attribute("put-code")?.Remove());
        return items;
    }

    /// <summary>Adds it to a record of its own.</summary>
    private static async Task<(string Path, string Token)> AddAsync(SimulatorServer server, string kind, string body, string type)
    {
        var orcid = (await server.ControlAsync("POST", "people", new { givenNames = "Sam", familyName = "Ple" })).GetProperty("orcid").GetString()!;
        var token = await server.TokenAsync(orcid, SimulatorServer.AllScopes + " /person/update");
        var path = PersonalPaths.GetValueOrDefault(kind, kind);
        var added = await server.SendAsync("POST", $"v3.0/{orcid}/{path}", token, body, type);
        added.Status.ShouldBe(201, $"{kind}: {added.Body} {body}");
        return ($"v3.0/{orcid}/{path}/{added.PutCode}", token);
    }

    private static async Task KnowOrganizationsAsync(SimulatorServer server, XElement item)
    {
        foreach (var listed in item.Descendants().Where(e => e.Name.LocalName == "disambiguated-organization"))
            await server.ControlAsync("POST", "organizations", new { identifier = listed.Elements().First().Value.Trim(), source = listed.Elements().Last().Value.Trim(), known = true });
    }

    private static string WithoutPutCode(string json)
    {
        var item = System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject();
        item.Remove("put-code");
        return item.ToJsonString();
    }
}
