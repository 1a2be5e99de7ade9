using System.Text.Json;
using OrcidPortal.Simulator.Rules;

namespace OrcidPortal.Tests.Simulator.Rules;

/// <summary>Two spellings of one identifier become the same, by ORCID's rules for each type.</summary>
public sealed class IdentifierTypesTests
{
    [Theory]
    [InlineData("doi", "https://doi.org/10.1234/ABC&amp;d", "10.1234/abc")]
    [InlineData("doi", "10.1087/20120404", "10.1087/20120404")]
    [InlineData("doi", "work:doi", null)]
    [InlineData("arxiv", "1234.56789v2", "arXiv:1234.56789v2")]
    [InlineData("arxiv", "arXiv:hep-th/9901001", "arXiv:hep-th/9901001")]
    [InlineData("isbn", "978-0-14-103614-4", "9780141036144")]
    [InlineData("isbn", "0 8044 2957 x", "080442957X")]
    [InlineData("isbn", "ext-id-2", null)]
    [InlineData("issn", "0378 5955", "0378-5955")]
    [InlineData("issn", "2434561x", "2434-561X")]
    [InlineData("pmid", "https://pubmed.ncbi.nlm.nih.gov/123456", "123456")]
    [InlineData("pmc", "PMC1234567", "1234567")]
    [InlineData("bibcode", "2010ApJ...716L...1A", "2010ApJ...716L...1A")]
    [InlineData("rrid", "AB_262044", "RRID:AB_262044")]
    [InlineData("uri", "example.org/A", "http://example.org/A")]
    [InlineData("source-work-id", "AbC:1", "abc:1")]
    [InlineData("ark", "ark:/1234/AbC", "ark:/1234/AbC")]
    [InlineData("no-such-type", "x", null)]
    public void An_identifier_is_normalised_as_the_registry_does(string type, string value, string? expected) =>
        IdentifierTypes.Normalise(type, value).ShouldBe(expected);

    [Fact]
    public void A_value_without_end_is_not_normalised_and_takes_no_time() =>
        IdentifierTypes.Normalise("doi", "10" + string.Concat(Enumerable.Repeat(".1", 100_000))).ShouldBeNull();

    [Fact]
    public void All_types_of_the_registry_are_known() => Vocabulary.IdentifierTypes.Count.ShouldBe(52);

    [Fact]
    public void Each_type_is_as_in_the_registrys_own_list()
    {
        var theirs = JsonDocument.Parse(OrcidSchemas.Data("identifier-types.json")).RootElement.EnumerateArray().ToList();

        theirs.Count.ShouldBe(52);
        foreach (var type in theirs)
        {
            var ours = Vocabulary.IdentifierTypes[type.GetProperty("name").GetString()!.ToLowerInvariant()];
            (ours.Prefix, ours.CaseSensitive, ours.Description).ShouldBe((type.GetProperty("resolution_prefix").GetString(), type.GetProperty("case_sensitive").GetBoolean(), type.GetProperty("description").GetString()), ours.Name);
            if (!HasForm.Contains(ours.Name)) IdentifierTypes.Normalise(ours.Name, " AbC-1 ").ShouldBe(ours.CaseSensitive ? "AbC-1" : "abc-1", ours.Name);
        }
    }

    /// <summary>Types whose values have a form of their own: the table above is theirs.</summary>
    private static readonly string[] HasForm = ["doi", "arxiv", "isbn", "issn", "pmid", "pmc", "bibcode", "rrid", "uri"];
}
