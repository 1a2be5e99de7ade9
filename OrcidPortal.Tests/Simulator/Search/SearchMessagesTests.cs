using System.Text;
using System.Text.Json;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Search;

namespace OrcidPortal.Tests.Simulator.Search;

public sealed class SearchMessagesTests
{
    private static readonly SearchMessages Messages = new(new SourceXml(new SourceNames("https://sandbox.orcid.org", new Dictionary<string, string?>())));
    private static readonly SearchPage All = new(7, Documents.All);
    private static readonly SearchPage None = new(0, []);

    [Fact]
    public async Task Found_iDs_are_said_in_both_languages()
    {
        var xml = await XmlAsync(Messages.Brief(All));
        var json = await JsonAsync(Messages.Brief(All));

        OrcidSchemas.FaultsIn(xml).ShouldBeEmpty();
        xml.ShouldContain("<search:search ");
        xml.ShouldContain("num-found=\"7\"");
        xml.ShouldContain($"<search:result><common:orcid-identifier><common:uri>https://sandbox.orcid.org/{Documents.Sofia}</common:uri><common:path>{Documents.Sofia}</common:path><common:host>sandbox.orcid.org</common:host></common:orcid-identifier></search:result>");
        json.ShouldStartWith("{\"result\":[" + $$"""{"orcid-identifier":{"uri":"https://sandbox.orcid.org/{{Documents.Sofia}}","path":"{{Documents.Sofia}}","host":"sandbox.orcid.org" """.TrimEnd() + "}},");
        json.ShouldEndWith("],\"num-found\":7}");
    }

    [Fact]
    public async Task The_long_answer_says_what_they_are_known_by()
    {
        var xml = await XmlAsync(SearchMessages.Long(All));
        var results = JsonDocument.Parse(await JsonAsync(SearchMessages.Long(All))).RootElement;

        OrcidSchemas.FaultsIn(xml).ShouldBeEmpty();
        xml.ShouldContain("<expanded-search:expanded-search ");
        results.GetProperty("num-found").GetInt32().ShouldBe(7);
        results.GetProperty("expanded-result")[0].GetRawText().ShouldBe(
            $$"""{"orcid-id":"{{Documents.Sofia}}","given-names":"Sofía María","family-names":"García-López","credit-name":"S. García","other-name":["Zofia Łódź"],"email":["Sofia@Example.org"],"institution-name":["Universidad de Sevilla"]}""");
        results.GetProperty("expanded-result")[2].GetRawText().ShouldBe(
            $$"""{"orcid-id":"{{Documents.Zoe}}","given-names":"Zoë","family-names":"O'Brien","credit-name":null,"other-name":[],"email":[],"institution-name":[]}""");
    }

    [Fact]
    public async Task Nothing_found_is_null_in_JSON()
    {
        OrcidSchemas.FaultsIn(await XmlAsync(Messages.Brief(None))).ShouldBeEmpty();
        OrcidSchemas.FaultsIn(await XmlAsync(SearchMessages.Long(None))).ShouldBeEmpty();
        (await JsonAsync(Messages.Brief(None))).ShouldBe("{\"result\":null,\"num-found\":0}");
        (await JsonAsync(SearchMessages.Long(None))).ShouldBe("{\"expanded-result\":null,\"num-found\":0}");
    }

    private static async Task<string> XmlAsync(Node message)
    {
        using var stream = new MemoryStream();
        await XmlNodes.WriteAsync(stream, message, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async Task<string> JsonAsync(Node message)
    {
        using var stream = new MemoryStream();
        await JsonNodes.WriteAsync(stream, message, isPretty: false, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
