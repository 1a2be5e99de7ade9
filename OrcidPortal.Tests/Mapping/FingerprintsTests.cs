using OrcidPortal.Identifiers;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;
using OrcidPortal.Tests.OrcidApi;

namespace OrcidPortal.Tests.Mapping;

public sealed class FingerprintsTests
{
    private static readonly string Base = Fingerprints.Of(Works.Everything());

    public static TheoryData<string, WorkMessage> SameForAReader { get; } = new()
    {
        { "citation", Works.Everything() with { CitationType = null, CitationValue = null } },
        { "abstract", Works.Everything() with { ShortDescription = "Other" } },
        { "contributors", Works.Everything() with { Contributors = [] } },
        { "contributor order", Works.Everything() with { Contributors = [.. Works.Everything().Contributors.Reverse()] } },
        { "language", Works.Everything() with { LanguageCode = "de", Country = null } },
        { "order of identifiers", Works.Everything() with { ExternalIds = [.. Works.Everything().ExternalIds.Reverse()] } },
        { "links of identifiers", Works.Everything() with { ExternalIds = [.. Works.Everything().ExternalIds.Select(i => i with { Url = null })] } },
        { "spelling of identifiers", Works.Everything() with { ExternalIds = [new("doi", "https://doi.org/10.1000/ONE", Relationship.Self), .. Works.Everything().ExternalIds.Skip(1)] } },
        { "blanks", Works.Everything() with { Title = " On \n lakes ", Subtitle = "A  story" } },
        { "host in capitals", Works.Everything() with { Url = "HTTPS://Example.org:443/a?b=1&c=2" } },
    };

    public static TheoryData<string, WorkMessage> OtherForAReader { get; } = new()
    {
        { "title", Works.Everything() with { Title = "On Lakes" } },
        { "subtitle", Works.Everything() with { Subtitle = null } },
        { "type", Works.Everything() with { Type = "book" } },
        { "date", Works.Everything() with { PublicationDate = new PartialDate(2019, 5) } },
        { "no date", Works.Everything() with { PublicationDate = null } },
        { "journal", Works.Everything() with { JournalTitle = "Rivers" } },
        { "url", Works.Everything() with { Url = "https://example.org/b" } },
        { "one identifier less", Works.Everything() with { ExternalIds = [.. Works.Everything().ExternalIds.Skip(1)] } },
        { "relationship", Works.Everything() with { ExternalIds = [.. Works.Everything().ExternalIds.Select(i => i with { Relationship = Relationship.PartOf })] } },
        { "moved between fields", Works.Everything() with { Subtitle = "A story Limnology", JournalTitle = null } },
    };

    [Theory]
    [MemberData(nameof(SameForAReader))]
    public void What_a_reader_does_not_see_changes_nothing(string what, WorkMessage work) => Fingerprints.Of(work).ShouldBe(Base, what);

    [Theory]
    [MemberData(nameof(OtherForAReader))]
    public void What_a_reader_sees_changes_it(string what, WorkMessage work) => Fingerprints.Of(work).ShouldNotBe(Base, what);

    [Fact]
    public void It_is_64_hexadecimal_digits() => Base.ShouldMatch("^[0-9a-f]{64}$");

    [Fact]
    public void It_survives_the_way_through_XML()
    {
        OrcidXml.TryParse(WorkXmlWriter.Write(Works.Everything(), new PutCode(1)), out var root).ShouldBeTrue();

        Fingerprints.Of(WorkXmlReader.Message(root!)).ShouldBe(Base);
    }
}
