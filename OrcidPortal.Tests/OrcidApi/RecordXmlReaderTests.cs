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
        var sample = Encoding.UTF8.GetString(Sample("activities-3.0.xml").Body).Replace("put-code=\"0\"", "put-code=\"7\"", StringComparison.Ordinal);

        RecordXmlReader.TryReadActivities(Reply(sample), out var items).ShouldBeTrue();

        items.Select(i => i.Message.Section).Distinct().ShouldBe(
            [OrcidSection.Distinction, OrcidSection.Education, OrcidSection.Employment, OrcidSection.Funding, OrcidSection.InvitedPosition, OrcidSection.Membership, OrcidSection.Qualification, OrcidSection.Service, OrcidSection.Work],
            ignoreOrder: true);
        items.ShouldAllBe(i => i.PutCode.Value > 0 && i.Visibility.Length > 0 && i.LastModified != null);
        items.ShouldAllBe(i => (i.SourceOrcid ?? i.SourceClientId) == "8888-8888-8888-8880");
    }

    [Fact]
    public void The_person_is_read_without_names_and_addresses_of_mail()
    {
        RecordXmlReader.TryReadPerson(Sample("person-3.0.xml"), out var items).ShouldBeTrue();

        items.Select(i => i.Message.Section).Distinct().ShouldBe(
            [OrcidSection.OtherName, OrcidSection.ResearcherUrl, OrcidSection.Address, OrcidSection.Keyword, OrcidSection.ExternalIdentifier], ignoreOrder: true);
        items.Select(i => i.Message).ShouldContain(new AddressMessage { Country = "US" });
    }

    [Fact]
    public void A_record_without_anything_is_an_empty_list()
    {
        RecordXmlReader.TryReadActivities(Activities("""<activities:works path="/0000-0002-1825-0097/works"/>"""), out var activities).ShouldBeTrue();
        RecordXmlReader.TryReadPerson(Reply("""<person:person xmlns:person="http://www.orcid.org/ns/person"/>"""), out var person).ShouldBeTrue();

        activities.ShouldBeEmpty();
        person.ShouldBeEmpty();
    }

    [Fact]
    public void Peer_reviews_and_what_ORCID_may_add_are_passed_over()
    {
        var reply = Activities("""
            <activities:peer-reviews><activities:group><activities:peer-review-group><peer-review:peer-review-summary put-code="x" xmlns:peer-review="http://www.orcid.org/ns/peer-review"/></activities:peer-review-group></activities:group></activities:peer-reviews>
            <activities:prizes><prize:prize-summary xmlns:prize="http://www.orcid.org/ns/prize"/></activities:prizes>
            <activities:services><activities:affiliation-group><service:service-summary put-code="7" xmlns:service="http://www.orcid.org/ns/service"/></activities:affiliation-group></activities:services>
            """);

        RecordXmlReader.TryReadActivities(reply, out var items).ShouldBeTrue();

        items.Single().PutCode.ShouldBe(new PutCode(7));
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

        RecordXmlReader.TryReadActivities(Activities($"<activities:works><activities:group>{summary}</activities:group></activities:works>"), out _).ShouldBeFalse();
        RecordXmlReader.TryReadPerson(Reply($"""<p:person xmlns:p="http://www.orcid.org/ns/person">{keyword}</p:person>"""), out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("<html><body>Hello</body></html>")]
    [InlineData("<activities-summary/>")]
    [InlineData("""<activities:works xmlns:activities="http://www.orcid.org/ns/activities"/>""")]
    [InlineData("""<activities:activities-summary xmlns:activities="http://www.orcid.org/ns/activities"><activities:works>""")]
    [InlineData("""<!DOCTYPE a><activities:activities-summary xmlns:activities="http://www.orcid.org/ns/activities"/>""")]
    [InlineData("""<!DOCTYPE p><person:person xmlns:person="http://www.orcid.org/ns/person"/>""")]
    public void What_is_not_a_record_is_not_taken_for_an_empty_one(string body)
    {
        RecordXmlReader.TryReadActivities(Reply(body), out _).ShouldBeFalse();
        RecordXmlReader.TryReadPerson(Reply(body), out _).ShouldBeFalse();
    }

    private static OrcidReply Sample(string name) => new(200, File.ReadAllBytes(OrcidData.PathOf("xsd/record_3.0/samples/read_samples/" + name)), null, null);

    private static OrcidReply Activities(string sections) =>
        Reply($"""<activities:activities-summary xmlns:activities="http://www.orcid.org/ns/activities">{sections}</activities:activities-summary>""");

    private static OrcidReply Reply(string body) => new(200, Encoding.UTF8.GetBytes(body), null, null);
}
