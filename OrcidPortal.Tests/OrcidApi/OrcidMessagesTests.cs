using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Tests.OrcidApi;

public sealed class OrcidMessagesTests
{
    [Theory]
    [MemberData(nameof(Messages.Sections), MemberType = typeof(Messages))]
    public void Every_message_is_valid_against_ORCIDs_schema(OrcidSection section)
    {
        OrcidData.SchemaErrors(OrcidMessages.ToXml(Messages.Of(section))).ShouldBeEmpty();
        OrcidData.SchemaErrors(OrcidMessages.ToXml(Messages.Changed(Messages.Of(section)), new PutCode(12))).ShouldBeEmpty();
        OrcidData.SchemaErrors(Encoding.UTF8.GetBytes(OrcidMessages.ToText(Messages.Of(section)))).ShouldBeEmpty();
    }

    [Fact]
    public void Parts_that_are_missing_or_empty_leave_a_valid_message()
    {
        var organization = new OrganizationMessage("Brown", "", null, " ", "", "ROR");
        OrcidMessage[] messages =
        [
            new FundingMessage { Type = "grant", Organization = organization, Title = " ", TranslatedTitle = "", Amount = "", CurrencyCode = "EUR", Contributors = [new WorkContributor(null, "", "first")] },
            new FundingMessage { Type = "grant", Organization = organization, Title = "A grant", Contributors = [new WorkContributor("Jane", "lead", "first", null, "jane@example.org")] },
            new AffiliationMessage(OrcidSection.Service) { Organization = organization, DepartmentName = "\u0001", RoleTitle = " " },
            new AffiliationMessage(OrcidSection.Membership),
            new ResearcherUrlMessage { Name = " ", Url = "https://example.org" },
            new PersonIdentifierMessage { Type = "Loop", Value = "1", Url = "" },
        ];

        messages.SelectMany(m => OrcidData.SchemaErrors(OrcidMessages.ToXml(m))).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Messages.Sections), MemberType = typeof(Messages))]
    public void What_is_written_is_read_back_without_loss(OrcidSection section)
    {
        var message = Messages.Of(section);

        OrcidMessages.TryRead(OrcidMessages.ToXml(message), out var read).ShouldBeTrue();
        OrcidMessages.TryRead(Encoding.UTF8.GetBytes(OrcidMessages.ToText(message)), out var shown).ShouldBeTrue();

        Json(read).ShouldBe(Json(message));
        Json(shown).ShouldBe(Json(message));
    }

    [Theory]
    [MemberData(nameof(Messages.Sections), MemberType = typeof(Messages))]
    public void Only_namespaces_in_use_are_declared_and_only_once(OrcidSection section)
    {
        var root = XElement.Load(new MemoryStream(OrcidMessages.ToXml(Messages.Of(section), new PutCode(12))));

        var declared = root.DescendantsAndSelf().Attributes().Where(a => a.IsNamespaceDeclaration).Select(a => a.Value);
        declared.ShouldBe(root.DescendantsAndSelf().Select(e => e.Name.NamespaceName).Distinct(), ignoreOrder: true);
        root.Attribute("put-code")!.Value.ShouldBe("12");
    }

    [Fact]
    public void Every_sample_of_ORCID_survives_reading_and_writing()
    {
        var compared = new List<string>();

        foreach (var file in OrcidData.Samples("*.xml"))
        {
            OrcidXml.TryParse(File.ReadAllBytes(file), out var root).ShouldBeTrue(file);
            foreach (var item in root!.DescendantsAndSelf())
            {
                if (!MessageXmlReader.TryReadMessage(item, out var message)) continue;
                var written = XElement.Load(new MemoryStream(OrcidMessages.ToXml(message)));
                Leaves(item).Except(Leaves(written)).ShouldBeEmpty(file);
                Leaves(written).Except(Leaves(item)).Where(l => !l.EndsWith("external-id-relationship=self ", StringComparison.Ordinal)).ShouldBeEmpty(file);
                compared.Add(item.Name.LocalName);
            }
        }

        Messages.Sections.Select(s => s.Data.Name()).Except(compared).ShouldBeEmpty();
        compared.Count(n => n.EndsWith("-summary", StringComparison.Ordinal)).ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("<html><body>Hello</body></html>")]
    [InlineData("<work/>")]
    [InlineData("""<work:works xmlns:work="http://www.orcid.org/ns/work"/>""")]
    [InlineData("""<funding:funding xmlns:funding="http://www.orcid.org/ns/employment"/>""")]
    [InlineData("""<peer-review:peer-review xmlns:peer-review="http://www.orcid.org/ns/peer-review"/>""")]
    [InlineData("""<keyword:keyword xmlns:keyword="http://www.orcid.org/ns/keyword"><keyword:content>""")]
    [InlineData("""<!DOCTYPE k [<!ENTITY a "aaaa">]><keyword:keyword xmlns:keyword="http://www.orcid.org/ns/keyword"><keyword:content>&a;</keyword:content></keyword:keyword>""")]
    [InlineData("""<?xml version="1.0" encoding="utf-7"?><keyword:keyword xmlns:keyword="http://www.orcid.org/ns/keyword"/>""")]
    [InlineData("""<?xml version="1.0" encoding="nonsense"?><keyword:keyword xmlns:keyword="http://www.orcid.org/ns/keyword"/>""")]
    public void What_is_no_item_is_not_read_as_one(string xml) => OrcidMessages.TryRead(Encoding.UTF8.GetBytes(xml), out _).ShouldBeFalse();

    [Fact]
    public void Odd_dates_and_empty_elements_are_read_as_far_as_they_go()
    {
        var xml = """
            <funding:funding-summary put-code="x" xmlns:funding="http://www.orcid.org/ns/funding" xmlns:common="http://www.orcid.org/ns/common">
            <funding:title/><funding:amount currency-code="EUR"> </funding:amount>
            <common:start-date><common:year>2019</common:year><common:month>02</common:month><common:day>30</common:day></common:start-date>
            <common:end-date><common:year>soon</common:year></common:end-date><common:organization/></funding:funding-summary>
            """;

        OrcidMessages.TryRead(Encoding.UTF8.GetBytes(xml), out var read).ShouldBeTrue();

        var funding = read.ShouldBeOfType<FundingMessage>();
        funding.StartDate.ShouldBe(new PartialDate(2019, 2));
        funding.EndDate.ShouldBeNull();
        funding.CurrencyCode.ShouldBeNull();
        funding.Title.ShouldBe("");
        funding.Organization.ShouldBe(new OrganizationMessage("", null, null, null, null, null));
    }

    [Fact]
    public void A_work_is_written_with_little_more_garbage_than_its_text()
    {
        var work = Works.Everything();
        var length = OrcidMessages.ToXml(work).Length;
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++) OrcidMessages.ToXml(work);

        ((GC.GetAllocatedBytesForCurrentThread() - before) / 100).ShouldBeLessThan(length + 1000);
    }

    private static string Json(OrcidMessage? message) => JsonSerializer.Serialize(message, message!.GetType());

    /// <summary>Path, text and codes of every element below an item that a client may write; empty ones mean nothing.</summary>
    private static IEnumerable<string> Leaves(XElement item) => item.Descendants()
        .Where(e => !e.HasElements && e.Value.Trim().Length > 0)
        .Where(e => !e.AncestorsAndSelf().Any(a => a.Name.LocalName is "source" or "created-date" or "last-modified-date" or "external-id-normalized" or "external-id-normalized-error"))
        .Where(e => e.Parent!.Name.LocalName != "contributor-orcid" || e.Name.LocalName == "path")
        .Select(e => $"{string.Join('/', e.AncestorsAndSelf().TakeWhile(a => a != item).Reverse().Select(a => a.Name.LocalName))}={Plain(e.Value)} {e.Attribute("language-code")?.Value}{e.Attribute("currency-code")?.Value}");

    private static string Plain(string text) => int.TryParse(text.Trim(), CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : text.Trim();
}
