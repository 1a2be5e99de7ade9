using OrcidPortal.Identifiers;

namespace OrcidPortal.Tests.Identifiers;

public sealed class ExternalIdNormaliserTests
{
    [Theory]
    [InlineData("doi", "10.1000/ABC", "10.1000/abc")]
    [InlineData("doi", "https://doi.org/10.1000/abc", "10.1000/abc")]
    [InlineData("doi", "doi:10.1000/abc", "10.1000/abc")]
    [InlineData("doi", "10.1002/(SICI)1097-0258(19980815/30)17:15/16&lt;1661::AID-SIM968&gt;3.0.CO;2-2", "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2")]
    [InlineData("doi", "11.1000/abc", null)]
    [InlineData("arxiv", "2101.00001v2", "arXiv:2101.00001v2")]
    [InlineData("arxiv", "arXiv:math.GT/0309136", "arXiv:math.gt/0309136")]
    [InlineData("arxiv", "https://arxiv.org/abs/2101.00001", "arXiv:2101.00001")]
    [InlineData("isbn", "978-3-16-148410-0", "9783161484100")]
    [InlineData("isbn", "ISBN 0-8044-2957-x", "080442957X")]
    [InlineData("isbn", "978-3-16", null)]
    [InlineData("issn", "12345679", "1234-5679")]
    [InlineData("issn", "1234–567x", "1234-567X")]
    [InlineData("issn", "n/a", null)]
    [InlineData("pmid", "PMID: 12345", "12345")]
    [InlineData("pmid", "https://pubmed.ncbi.nlm.nih.gov/12345/", "12345")]
    [InlineData("pmc", "PMC1234567", "1234567")]
    [InlineData("bibcode", "2009ApJ...707..916F", "2009ApJ...707..916F")]
    [InlineData("rrid", "AB_123456", "RRID:AB_123456")]
    [InlineData("handle", "https://hdl.handle.net/1234/AB", "1234/ab")]
    [InlineData("handle", "hdl:1234/5", "1234/5")]
    [InlineData("uri", "example.org/A", "http://example.org/A")]
    [InlineData("uri", "https://example.org/A", "https://example.org/A")]
    [InlineData("eid", " 2-S2.0-85000000000 ", "2-s2.0-85000000000")]
    [InlineData("ark", "ark:/12345/aBc", "ark:/12345/aBc")]
    [InlineData("doi", "", null)]
    [InlineData("doi", null, null)]
    public void A_value_is_brought_to_the_form_ORCID_compares(string type, string? value, string? expected) =>
        ExternalIdNormaliser.Normalize(type, value).ShouldBe(expected);

    [Theory]
    [InlineData("doi", "https://doi.org/10.1000/ABC")]
    [InlineData("arxiv", "2101.00001")]
    [InlineData("isbn", "978-3-16-148410-0")]
    [InlineData("issn", "12345679")]
    [InlineData("pmid", "PMID:12345")]
    [InlineData("pmc", "PMC1234567")]
    [InlineData("rrid", "AB_123456")]
    [InlineData("handle", "hdl:1234/5")]
    [InlineData("uri", "example.org/A")]
    public void Normalising_twice_changes_nothing(string type, string value)
    {
        var once = ExternalIdNormaliser.Normalize(type, value);

        ExternalIdNormaliser.Normalize(type, once).ShouldBe(once);
    }

    [Fact]
    public void Two_spellings_of_an_identifier_have_one_key() =>
        new ExternalId("doi", "https://doi.org/10.1000/ABC", Relationship.Self).Key.ShouldBe(new ExternalId("doi", "10.1000/abc", Relationship.PartOf).Key);
}
