using System.Xml.Linq;

namespace OrcidPortal.Tests.Simulator.Rules;

public sealed class WorkRulesTests
{
    private const string Title = "<work:title><common:title>T</common:title></work:title>";
    private const string Type = "<work:type>journal-article</work:type>";
    private const string Self = WorkBodies.SelfId;

    /// <summary>What is wrong, the code, words of the text, and the content of the work.</summary>
    public static TheoryData<string, int, string, string> Faults => new()
    {
        { "title empty", 9022, "title is required", $"<work:title><common:title> </common:title></work:title>{Type}{Self}" },
        { "no title", 9022, "title is required", $"{Type}{Self}" },
        { "country", 9037, "Invalid country, valid values are: AF, AX", $"{Title}{Type}{Self}<common:country>ZZ</common:country>" },
        { "translated title empty", 9020, "Please specify a translated title or remove the language code", $"<work:title><common:title>T</common:title><common:translated-title language-code=\"en\"/></work:title>{Type}{Self}" },
        { "translated title language", 9037, "Invalid translated title -> language code", $"<work:title><common:title>T</common:title><common:translated-title language-code=\"qq\">U</common:translated-title></work:title>{Type}{Self}" },
        { "work type missing", 9037, "Invalid work type, valid values are: annotation", $"{Title}{Self}" },
        { "work type unknown", 9037, "Invalid work type", $"{Title}<work:type>poem</work:type>{Self}" },
        { "language", 9037, "Invalid language code", $"{Title}{Type}{Self}<common:language-code>xx</common:language-code>" },
        { "31 February", 9049, "invalid date: 2020-02-31", $"{Title}{Type}{Date("<common:year>2020</common:year><common:month>02</common:month><common:day>31</common:day>")}{Self}" },
        { "year of two digits", 9020, "Invalid year 20 please specify a four digits value", $"{Title}{Type}{Date("<common:year>20</common:year>")}{Self}" },
        { "month of one digit", 9020, "Invalid month 6", $"{Title}{Type}{Date("<common:year>2020</common:year><common:month>6</common:month>")}{Self}" },
        { "day without month", 9020, "specify a month element", $"{Title}{Type}{Date("<common:year>2020</common:year><common:day>01</common:day>")}{Self}" },
        { "month without year", 9020, "specify a year element", $"{Title}{Type}{Date("<common:month>01</common:month>")}{Self}" },
        { "citation type", 9037, "Invalid citation type", $"{Title}{Citation("endnote", "x")}{Type}{Self}" },
        { "citation empty", 9020, "Please specify a citation or remove the parent tag", $"{Title}{Citation("bibtex", "")}{Type}{Self}" },
        { "no identifier", 9023, "an external identifier is required", $"{Title}{Type}" },
        { "funded-by isbn", 9020, "External ID isbn not supported for relationship funded_by", $"{Title}{Type}{Ids(WorkBodies.Id("doi", "10.5555/own", "self"), WorkBodies.Id("isbn", "9780141036144", "funded-by"))}" },
        { "contributor uri", 9020, "Invalid contributor URI", $"{Title}{Type}{Self}{Contributor("<common:contributor-orcid><common:uri>https://orcid.org/0000-0002-1825-0098</common:uri></common:contributor-orcid>")}" },
        { "contributor path", 9020, "Invalid contributor ORCID", $"{Title}{Type}{Self}{Contributor("<common:contributor-orcid><common:path>0000-0002-1825-0098</common:path></common:contributor-orcid>")}" },
        { "credit name empty", 9020, "credit name", $"{Title}{Type}{Self}{Contributor("<work:credit-name/>")}" },
        { "e-mail empty", 9020, "email", $"{Title}{Type}{Self}{Contributor("<work:contributor-email/>")}" },
        { "contributor role", 9058, "Invalid contributor role: boss. Expected one of author", $"{Title}{Type}{Self}{Contributor("<work:contributor-attributes><work:contributor-role>boss</work:contributor-role></work:contributor-attributes>")}" },
        { "identifier type", 9023, "Full validation error: Invalid external-id  dio", $"{Title}{Type}{Ids(WorkBodies.Id("dio", "10.5555/own", "self"))}" },
        { "identifier value", 9023, "value", $"{Title}{Type}{Ids(WorkBodies.Id("doi", " ", "self"))}" },
        { "identifier relationship", 9023, "relationship", $"{Title}{Type}{Ids(WorkBodies.Id("doi", "10.5555/own", "cousin-of"))}" },
        { "no self identifier", 9023, "At least one identifier with 'self' relationship is required", $"{Title}{Type}{Ids(WorkBodies.Id("isbn", "9780141036144", "part-of"))}" },
        { "title too long for the table", 9008, "java.lang", $"<work:title><common:title>{new string('t', 1001)}</common:title></work:title>{Type}{Self}" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_work_of_a_bulk_that_breaks_a_rule_is_refused_with_its_code(string what, int code, string words, string content)
    {
        await using var server = await SimulatorServer.StartAsync();
        var token = await server.TokenAsync(SimulatorServer.Laure);

        var answer = await server.SendAsync("POST", $"v3.0/{SimulatorServer.Laure}/works", token, WorkBodies.Bulk(WorkBodies.Inner(content), WorkBodies.Work("Sound", "10.5555/sound")));

        answer.Status.ShouldBe(200, what);
        var (first, second) = (answer.Xml.Elements().First(), answer.Xml.Elements().Last());
        ((int)Child(first, "error-code")).ShouldBe(code);
        Child(first, "developer-message").Value.ShouldContain(words);
        second.Name.LocalName.ShouldBe("work");
        (await server.WorksAsync(SimulatorServer.Laure)).Count(w => w.GetProperty("sourceClientId").GetString() == SimulatorServer.Client).ShouldBe(1);
    }

    [Fact]
    public async Task The_first_of_several_faults_in_the_registrys_order_is_the_answer()
    {
        await using var server = await SimulatorServer.StartAsync();
        var token = await server.TokenAsync(SimulatorServer.Laure);

        var answer = await server.SendAsync("POST", $"v3.0/{SimulatorServer.Laure}/works", token, WorkBodies.Bulk(WorkBodies.Inner($"{Title}<work:type>poem</work:type><common:country>ZZ</common:country>", putCode: "7")));

        Child(answer.Xml.Elements().Single(), "developer-message").Value.ShouldStartWith("Invalid country");
    }

    private static XElement Child(XElement error, string name) => error.Elements().Single(e => e.Name.LocalName == name);
    private static string Date(string parts) => $"<common:publication-date>{parts}</common:publication-date>";
    private static string Ids(params string[] ids) => $"<common:external-ids>{string.Concat(ids)}</common:external-ids>";
    private static string Citation(string type, string value) => $"<work:citation><work:citation-type>{type}</work:citation-type><work:citation-value>{value}</work:citation-value></work:citation>";
    private static string Contributor(string content) => $"<work:contributors><work:contributor>{content}</work:contributor></work:contributors>";
}
