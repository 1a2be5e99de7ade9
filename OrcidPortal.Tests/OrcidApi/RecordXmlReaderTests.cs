using System.Text;
using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Tests.OrcidApi;

public sealed class RecordXmlReaderTests
{
    [Fact]
    public void The_activities_of_a_record_are_read_from_all_groups()
    {
        // ORCID's sample gives most items the put-code 0, which no record has.
        var sample = Encoding.UTF8.GetString(Sample("activities-3.0.xml")).Replace("put-code=\"0\"", "put-code=\"7\"", StringComparison.Ordinal);

        RecordXmlReader.TryRead(Record(sample[sample.IndexOf("<activities:activities-summary", StringComparison.Ordinal)..], Person("")), out var record).ShouldBeTrue();

        record.Items.Select(i => i.Message.Section).Distinct().ShouldBe(
            [OrcidSection.Distinction, OrcidSection.Education, OrcidSection.Employment, OrcidSection.Funding, OrcidSection.InvitedPosition, OrcidSection.Membership, OrcidSection.Qualification, OrcidSection.Service, OrcidSection.Work],
            ignoreOrder: true);
        record.Items.ShouldAllBe(i => i.PutCode.Value > 0 && i.Visibility.Length > 0 && i.LastModified != null);
        record.Items.ShouldAllBe(i => (i.SourceOrcid ?? i.SourceClientId) == "8888-8888-8888-8880");
    }

    [Fact]
    public void The_person_is_read_with_name_and_biography_and_without_addresses_of_mail()
    {
        var sample = Encoding.UTF8.GetString(Sample("record-3.0.xml")).Replace("put-code=\"0\"", "put-code=\"7\"", StringComparison.Ordinal);

        RecordXmlReader.TryRead(Reply(sample), out var record).ShouldBeTrue();

        (record.GivenNames, record.FamilyName, record.Biography).ShouldBe(("give-names", "family-name", "biography"));
        record.LastModified.ShouldBe(new DateTimeOffset(2001, 12, 31, 12, 0, 0, TimeSpan.Zero));
        record.Items.Select(i => i.Message.Section).Where(s => s.IsPersonItem()).Distinct().ShouldBe(
            [OrcidSection.OtherName, OrcidSection.ResearcherUrl, OrcidSection.Address, OrcidSection.Keyword, OrcidSection.ExternalIdentifier], ignoreOrder: true);
        record.Items.Select(i => i.Message).ShouldContain(new AddressMessage { Country = "US" });
    }

    [Fact]
    public void A_record_without_anything_is_an_empty_list()
    {
        RecordXmlReader.TryRead(Record(Activities("""<activities:works path="/0000-0002-1825-0097/works"/>"""), Person("")), out var record).ShouldBeTrue();

        record.Items.ShouldBeEmpty();
        record.LastModified.ShouldBeNull();
    }

    [Fact]
    public void The_person_prefers_the_version_with_the_highest_number()
    {
        static string Summary(int putCode, int index, string source) => $"""
            <work:work-summary put-code="{putCode}" display-index="{index}" xmlns:work="http://www.orcid.org/ns/work" xmlns:common="http://www.orcid.org/ns/common"><common:source><common:source-name>{source}</common:source-name></common:source></work:work-summary>
            """;

        RecordXmlReader.TryRead(Record(Activities($"<activities:works><activities:group>{Summary(1, 0, "Library")}{Summary(2, 3, "Crossref")}</activities:group><activities:group>{Summary(3, 0, "Library")}</activities:group></activities:works>"), Person("")), out var record).ShouldBeTrue();

        record.Items.Select(i => (i.PutCode.Value, i.PreferredFrom)).ShouldBe([(1, "Crossref"), (2, null), (3, null)]);
    }

    [Fact]
    public void Peer_reviews_and_what_ORCID_may_add_are_passed_over()
    {
        var reply = Activities("""
            <activities:peer-reviews><activities:group><activities:peer-review-group><peer-review:peer-review-summary put-code="x" xmlns:peer-review="http://www.orcid.org/ns/peer-review"/></activities:peer-review-group></activities:group></activities:peer-reviews>
            <activities:prizes><prize:prize-summary xmlns:prize="http://www.orcid.org/ns/prize"/></activities:prizes>
            <activities:services><activities:affiliation-group><service:service-summary put-code="7" xmlns:service="http://www.orcid.org/ns/service"/></activities:affiliation-group></activities:services>
            """);

        RecordXmlReader.TryRead(Record(reply, Person("")), out var record).ShouldBeTrue();

        record.Items.Single().PutCode.ShouldBe(new PutCode(7));
    }

    [Theory]
    [InlineData("")]
    [InlineData("put-code=\"\"")]
    [InlineData("put-code=\"0\"")]
    [InlineData("put-code=\"-4\"")]
    [InlineData("put-code=\"seven\"")]
    [InlineData("put-code=\"99999999999999999999\"")]
    public void An_item_without_a_sound_put_code_spoils_the_list(string putCode)
    {
        var summary = $"""<work:work-summary {putCode} xmlns:work="http://www.orcid.org/ns/work"/>""";
        var keyword = $"""<keyword:keyword {putCode} xmlns:keyword="http://www.orcid.org/ns/keyword"/>""";

        RecordXmlReader.TryRead(Record(Activities($"<activities:works><activities:group>{summary}</activities:group></activities:works>"), Person("")), out _).ShouldBeFalse();
        RecordXmlReader.TryRead(Record(Activities(""), Person(keyword)), out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("<html><body>Hello</body></html>")]
    [InlineData("<record/>")]
    [InlineData("""<activities:activities-summary xmlns:activities="http://www.orcid.org/ns/activities"/>""")]
    [InlineData("""<record:record xmlns:record="http://www.orcid.org/ns/record"/>""")]
    [InlineData("""<record:record xmlns:record="http://www.orcid.org/ns/record"><person:person xmlns:person="http://www.orcid.org/ns/person"/></record:record>""")]
    [InlineData("""<record:record xmlns:record="http://www.orcid.org/ns/record"><activities:activities-summary xmlns:activities="http://www.orcid.org/ns/activities"/></record:record>""")]
    [InlineData("""<record:record xmlns:record="http://www.orcid.org/ns/record"><person:person xmlns:person="http://www.orcid.org/ns/person"/><activities:activities-summary xmlns:activities="http://www.orcid.org/ns/activities"/>""")]
    [InlineData("""<!DOCTYPE r><record:record xmlns:record="http://www.orcid.org/ns/record"><person:person xmlns:person="http://www.orcid.org/ns/person"/><activities:activities-summary xmlns:activities="http://www.orcid.org/ns/activities"/></record:record>""")]
    public void What_is_not_a_whole_record_is_not_taken_for_an_empty_one(string body) => RecordXmlReader.TryRead(Reply(body), out _).ShouldBeFalse();

    private static byte[] Sample(string name) => File.ReadAllBytes(OrcidData.PathOf("xsd/record_3.0/samples/read_samples/" + name));

    private static OrcidReply Record(string activities, string person) => Reply($"""<record:record xmlns:record="http://www.orcid.org/ns/record">{person}{activities}</record:record>""");

    private static string Person(string sections) => $"""<p:person xmlns:p="http://www.orcid.org/ns/person">{sections}</p:person>""";

    private static string Activities(string sections) => $"""<activities:activities-summary xmlns:activities="http://www.orcid.org/ns/activities">{sections}</activities:activities-summary>""";

    private static OrcidReply Reply(string body) => new(200, Encoding.UTF8.GetBytes(body), null, null);
}
