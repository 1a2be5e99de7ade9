using OrcidPortal.Identifiers;
using OrcidPortal.Tests.OrcidApi;

namespace OrcidPortal.Tests.Identifiers;

public sealed class ExternalIdTypesTests
{
    [Fact]
    public void The_types_are_those_of_ORCID()
    {
        var lines = File.ReadLines(OrcidData.PathOf("identifier-types.csv")).Skip(1).Select(l => l.Split(',')).ToList();

        ExternalIdTypes.All.Order().ShouldBe(lines.Select(l => l[2]).Order());
        foreach (var line in lines) ExternalIdTypes.IsCaseSensitive(line[2]).ShouldBe(line[7] == "True", line[2]);
    }

    [Theory]
    [InlineData("doi", "10.1000/abc", "https://doi.org/10.1000/abc")]
    [InlineData("doi", "10.1002/(sici)17:15/16<1661::aid>3.0.co;2-2", "https://doi.org/10.1002/(sici)17:15/16%3C1661::aid%3E3.0.co;2-2")]
    [InlineData("doi", "10.1000/a#b?c", "https://doi.org/10.1000/a%23b%3Fc")]
    [InlineData("arxiv", "arXiv:2101.00001", "https://arxiv.org/abs/2101.00001")]
    [InlineData("arxiv", "x", "https://arxiv.org/abs/x")]
    [InlineData("pmid", "12345", "https://pubmed.ncbi.nlm.nih.gov/12345")]
    [InlineData("pmc", "1234567", "https://europepmc.org/article/pmc/1234567")]
    [InlineData("handle", "1234/5", "https://hdl.handle.net/1234/5")]
    [InlineData("isbn", "9783161484100", null)]
    [InlineData("source-work-id", "a:b", null)]
    [InlineData("uri", "https://example.org/a", "https://example.org/a")]
    [InlineData("uri", "javascript:alert(1)", null)]
    [InlineData("mendeley", "1", null)]
    [InlineData("grant_number", "https://grants.example.org/1", "https://grants.example.org/1")]
    [InlineData("doi", "https://doi.org/10.1000/abc", "https://doi.org/10.1000/abc")]
    public void A_value_leads_where_ORCID_would_lead(string type, string value, string? url) => ExternalIdTypes.UrlOf(type, value).ShouldBe(url);
}
