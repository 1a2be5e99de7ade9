using System.Text;
using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Tests.OrcidApi;

public sealed class WorksXmlReaderTests
{
    [Fact]
    public void The_works_of_a_record_are_read_from_all_groups()
    {
        var reply = Reply(File.ReadAllBytes(OrcidData.PathOf("xsd/record_3.0/samples/read_samples/works-3.0.xml")));

        WorksXmlReader.TryReadSummary(reply, out var summary).ShouldBeTrue();

        summary.LastModified.ShouldBe(new DateTimeOffset(2017, 1, 18, 21, 6, 5, 147, TimeSpan.Zero));
        summary.Works.Select(w => w.PutCode.Value).ShouldBe([3356, 3357, 3358]);
        summary.Works[0].Date.ShouldBe(new PartialDate(2017, 3, 3));
        summary.Works[0].ExternalIds.ShouldBe([new ExternalId("doi", "123456", Relationship.PartOf, "https://doi.org/123456")]);
        summary.Works[0].SourceOrcid.ShouldBe("8888-8888-8888-8880");
        summary.Works[0].SourceName.ShouldBe("User One Credit name");
        summary.Works[0].SourceClientId.ShouldBeNull();
        summary.Works[0].Visibility.ShouldBe("public");
        summary.Works[0].Url.ShouldBe("http://tempuri.org");
        summary.Works[2].JournalTitle.ShouldBe("some journal title");
        summary.Works[2].Type.ShouldBe("journal-article");
    }

    [Fact]
    public void A_bulk_answer_keeps_works_and_errors_in_their_order()
    {
        var reply = Reply(File.ReadAllBytes(OrcidData.PathOf("xsd/record_3.0/samples/read_samples/bulk-work-err.xml")));

        WorksXmlReader.TryReadBulk(reply, out var elements).ShouldBeTrue();

        elements.Count.ShouldBe(2);
        elements[0].Work!.PutCode.Value.ShouldBe(156043);
        elements[1].Error!.Code.ShouldBe(9037);
        elements[1].Error!.Status.ShouldBe(400);
    }

    [Fact]
    public void A_record_without_works_is_an_empty_list()
    {
        var reply = Reply("""<activities:works path="/0000-0002-1825-0097/works" xmlns:activities="http://www.orcid.org/ns/activities"/>""");

        WorksXmlReader.TryReadSummary(reply, out var summary).ShouldBeTrue();

        summary.Works.ShouldBeEmpty();
        summary.LastModified.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Hello</body></html>")]
    [InlineData("""<activities:works xmlns:activities="http://www.orcid.org/ns/activities"><activities:group>""")]
    [InlineData("{}")]
    public void What_is_not_a_list_of_works_is_not_taken_for_an_empty_one(string body)
    {
        WorksXmlReader.TryReadSummary(Reply(body), out _).ShouldBeFalse();
        WorksXmlReader.TryReadBulk(Reply(body), out _).ShouldBeFalse();
    }

    private static OrcidReply Reply(string body) => Reply(Encoding.UTF8.GetBytes(body));

    private static OrcidReply Reply(byte[] body) => new(200, body, null, null);
}
