using System.Xml.Linq;
using OrcidPortal.Simulator.Schema;
using OrcidPortal.Simulator.Sections;

namespace OrcidPortal.Tests.Simulator.Schema;

/// <summary>The simulator's own schema refuses and admits exactly what ORCID's does.</summary>
public sealed class SchemaTests
{
    private const string Title = "<work:title><common:title>T</common:title></work:title>";
    private const string Type = "<work:type>book</work:type>";

    /// <summary>Samples that hold items, and how many.</summary>
    public static TheoryData<string, int> Samples => new()
    {
        { "read_samples/work-3.0.xml", 1 }, { "read_samples/work-full-3.0.xml", 1 }, { "read_samples/work-review-3.0.xml", 1 }, { "read_samples/bulk-work-err.xml", 1 },
        { "write_samples/work-simple-3.0.xml", 1 }, { "write_samples/work-full-3.0.xml", 1 }, { "write_samples/bulk-work-3.0.xml", 2 },
        { "read_samples/funding-full-3.0.xml", 1 }, { "write_samples/funding-3.0.xml", 1 }, { "read_samples/funding-3.0.xml", 0 },
        { "read_samples/education-full-3.0.xml", 1 }, { "read_samples/employment-full-3.0.xml", 1 }, { "write_samples/education-3.0.xml", 1 }, { "write_samples/employment-3.0.xml", 1 },
        { "write_samples/distinction-3.0.xml", 1 }, { "write_samples/invited-position-3.0.xml", 1 }, { "write_samples/membership-3.0.xml", 1 }, { "write_samples/qualification-3.0.xml", 1 },
        { "write_samples/service-3.0.xml", 1 }, { "read_samples/person-3.0.xml", 5 }, { "write_samples/other-name-3.0.xml", 1 }, { "write_samples/keyword-3.0.xml", 1 },
        { "write_samples/address-3.0.xml", 1 }, { "write_samples/researcher-url-3.0.xml", 1 }, { "write_samples/researcher-url-3.0-no-name.xml", 1 }, { "write_samples/external-identifier-3.0.xml", 1 },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_and_everything_that_can_be_done_to_it_is_judged_as_by_ORCIDs_own_schema(string name, int atLeast)
    {
        var items = ItemsIn(OrcidSchemas.Sample(name));

        items.Count.ShouldBeGreaterThanOrEqualTo(atLeast);
        items.SelectMany(item => Mutations.Of(item).Prepend(("as it is", item))).Select(Disagreement).OfType<string>().ShouldBeEmpty();
    }

    [Fact]
    public void A_request_for_permission_is_judged_as_by_ORCIDs_own_schema()
    {
        var request = XElement.Parse(OrcidSchemas.Sample("../../notification_3.0/samples/notification-permission-3.0.xml"));

        Mutations.Of(request).Prepend(("as it is", request)).Select(Disagreement).OfType<string>().ShouldBeEmpty();
    }

    [Fact]
    public void A_work_with_everything_in_it_is_judged_as_by_ORCIDs_own_schema()
    {
        OrcidSchemas.Require();
        var work = XElement.Parse(Whole);

        Mutations.Of(work).Prepend(("as it is", work)).Select(Disagreement).OfType<string>().ShouldBeEmpty();
    }

    public static TheoryData<string, string> Faults => new()
    {
        { $"{Type}{WorkBodies.SelfId}", "cvc-complex-type.2.4.a: Invalid content was found starting with element 'work:type'. One of '{\"http://www.orcid.org/ns/common\":created-date, \"http://www.orcid.org/ns/common\":last-modified-date, \"http://www.orcid.org/ns/common\":source, \"http://www.orcid.org/ns/work\":title}' is expected." },
        { $"{Title}{Type}{Type}{WorkBodies.SelfId}", "cvc-complex-type.2.4.a: Invalid content was found starting with element 'work:type'. One of '{\"http://www.orcid.org/ns/common\":publication-date, \"http://www.orcid.org/ns/common\":external-ids, \"http://www.orcid.org/ns/common\":url, \"http://www.orcid.org/ns/work\":contributors, \"http://www.orcid.org/ns/common\":language-code, \"http://www.orcid.org/ns/common\":country}' is expected." },
        { $"{Title}{Type}<common:country>DK</common:country><common:url>http://x.org</common:url>", "cvc-complex-type.2.4.d: Invalid content was found starting with element 'common:url'. No child element is expected at this point." },
        { "<work:title/>", "cvc-complex-type.2.4.b: The content of element 'work:title' is not complete. One of '{\"http://www.orcid.org/ns/common\":title}' is expected." },
        { $"<work:title><common:title>{new string('t', 1001)}</common:title></work:title>{Type}", $"cvc-maxLength-valid: Value '{new string('t', 1001)}' with length = '1001' is not facet-valid with respect to maxLength '1000' for type 'string-1000'." },
        { "<work:title><common:title>T</common:title><common:translated-title>U</common:translated-title></work:title>", "cvc-complex-type.4: Attribute 'language-code' must appear on element 'common:translated-title'." },
        { $"{Title}{Type}<common:publication-date><common:year>1850</common:year></common:publication-date>", "cvc-minInclusive-valid: Value '1850' is not facet-valid with respect to minInclusive '1900'." },
        { $"{Title}{Type}<common:publication-date><common:year>soon</common:year></common:publication-date>", "cvc-datatype-valid.1.2.1: 'soon' is not a valid value for 'integer'." },
        { $"{Title}{Type}<work:contributors><work:contributor><work:contributor-attributes><work:contributor-sequence>last</work:contributor-sequence></work:contributor-attributes></work:contributor></work:contributors>", "cvc-enumeration-valid: Value 'last' is not facet-valid with respect to enumeration '[first, additional]'. It must be a value from the enumeration." },
        { $"{Title}{Type}stray", "cvc-complex-type.2.3: Element 'work:work' cannot have character [children], because the type's content type is element-only." },
        { $"{Title}<work:type><common:title>T</common:title></work:type>", "cvc-type.3.1.2: Element 'work:type' is a simple type, so it must have no element information item [children]." },
        { $"{Title}<work:type colour=\"red\">book</work:type>", "cvc-complex-type.3.2.2: Attribute 'colour' is not allowed to appear in element 'work:type'." },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_work_against_the_schema_is_refused_with_the_parsers_words(string content, string words)
    {
        await using var server = await SimulatorServer.StartAsync();
        var token = await server.TokenAsync(SimulatorServer.Laure);

        var answer = await server.SendAsync("POST", $"v3.0/{SimulatorServer.Laure}/work", token, WorkBodies.Inner(content));

        (answer.Status, answer.Code).ShouldBe((400, 9012));
        answer.Message.ShouldEndWith("Full validation error: " + words);
    }

    private static string? Disagreement((string What, XElement Item) changed)
    {
        var content = RecordSections.All.FirstOrDefault(s => s.Element == changed.Item.Name)?.Content ?? NotificationSchema.Notification;
        var (theirs, ours) = (OrcidSchemas.FaultsIn(changed.Item.ToString(SaveOptions.DisableFormatting)), ContentCheck.FindFault(changed.Item, content));
        return theirs.Count > 0 == ours is not null ? null : $"{changed.What}: the schema says '{(theirs is [var first, ..] ? first : "valid")}', the simulator '{ours ?? "valid"}'";
    }

    private static List<XElement> ItemsIn(string sample)
    {
        var names = RecordSections.All.Select(s => s.Element).ToHashSet();
        return [.. XElement.Parse(sample).DescendantsAndSelf().Where(e => names.Contains(e.Name)).Select(e => new XElement(e))];
    }

    private const string Client = "<common:uri>https://sandbox.orcid.org/client/APP-0123456789ABCDEF</common:uri><common:path>APP-0123456789ABCDEF</common:path><common:host>sandbox.orcid.org</common:host>";
    private const string Orcid = "<common:path>0000-0001-5109-3700</common:path><common:host>orcid.org</common:host>";

    private const string Whole = $"""
        <work:work {WorkBodies.Root} put-code="1" visibility="public" display-index="0" path="/x"><common:created-date>2017-07-17T16:13:51.440Z</common:created-date><common:last-modified-date>2017-07-17T16:13:51Z</common:last-modified-date><common:source><common:source-client-id>{Client}</common:source-client-id><common:source-name>N</common:source-name><common:assertion-origin-orcid>{Orcid}</common:assertion-origin-orcid><common:assertion-origin-name>O</common:assertion-origin-name></common:source><work:title><common:title>T</common:title><common:subtitle>S</common:subtitle><common:translated-title language-code="en">U</common:translated-title></work:title><work:journal-title>J</work:journal-title><work:short-description>D</work:short-description><work:citation><work:citation-type>bibtex</work:citation-type><work:citation-value>C</work:citation-value></work:citation><work:type>book</work:type><common:publication-date><common:year>2012</common:year><common:month>10</common:month><common:day>01</common:day></common:publication-date><common:external-ids><common:external-id put-code="5"><common:external-id-type>doi</common:external-id-type><common:external-id-value>10.5555/x</common:external-id-value><common:external-id-normalized transient="true">10.5555/x</common:external-id-normalized><common:external-id-normalized-error transient="true"><common:error-code>8001</common:error-code><common:error-message>M</common:error-message></common:external-id-normalized-error><common:external-id-url>https://doi.org/10.5555/x</common:external-id-url><common:external-id-relationship>self</common:external-id-relationship></common:external-id></common:external-ids><common:url>https://example.org/x</common:url><work:contributors><work:contributor><common:contributor-orcid>{Orcid}</common:contributor-orcid><work:credit-name>N</work:credit-name><work:contributor-email>n@example.org</work:contributor-email><work:contributor-attributes><work:contributor-sequence>first</work:contributor-sequence><work:contributor-role>author</work:contributor-role></work:contributor-attributes></work:contributor></work:contributors><common:language-code>en</common:language-code><common:country visibility="public">DK</common:country></work:work>
        """;
}
