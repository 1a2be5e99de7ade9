using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Tests.Records.Vocabularies;

public sealed class CoarTypesTests
{
    [Fact]
    public void A_concept_stands_in_the_list_once()
    {
        CoarTypes.Concepts.Select(c => c.Id.ToUpperInvariant()).ShouldBeUnique();
        CoarTypes.Concepts.SelectMany(c => c.OtherLabels.Append(c.Label)).ShouldBeUnique();
        CoarTypes.Concepts.Select(c => c.Orcid).OfType<string>().Except(WorkTypes.Orcid).ShouldBeEmpty();
    }

    [Fact]
    public void A_concept_is_known_by_its_address_its_id_its_label_and_any_path()
    {
        foreach (var concept in CoarTypes.Concepts)
        {
            Of("coar", $"http://purl.org/coar/resource_type/{concept.Id}").ShouldBe(concept.Orcid, concept.Label);
            Of("coar", $"https://purl.org/coar/resource_type/{concept.Id}/").ShouldBe(concept.Orcid, concept.Label);
            Of("coar", concept.Id).ShouldBe(concept.Orcid, concept.Label);
            Of("coar", concept.Label.ToUpperInvariant()).ShouldBe(concept.Orcid, concept.Label);
            Of("dc.type", $"text::something::{concept.Label}").ShouldBe(concept.Orcid, concept.Label);
            Of("dc.type", $"http://purl.org/coar/resource_type/{concept.Id}").ShouldBe(concept.Orcid, concept.Label);
        }
    }

    [Theory]
    [InlineData("text::journal::journal article", "journal-article")]
    [InlineData("text::journal::journal article::review article", "review")]
    [InlineData("text::periodical::journal::contribution to journal::editorial", "journal-article")]
    [InlineData("text::book/monograph::book part or chapter", "book-chapter")]
    [InlineData("text::conference output::conference proceedings::conference paper", "conference-paper")]
    [InlineData("Resource Types::text::thesis::doctoral thesis", "dissertation-thesis")]
    [InlineData("text::thesis", "dissertation-thesis")]
    [InlineData("text", null)]
    [InlineData("text::something else", null)]
    [InlineData("http://purl.org/coar/resource_type/c_9999", null)]
    public void A_path_as_repositories_write_it_is_known_by_its_last_part(string path, string? expected)
    {
        Of("coar", path).ShouldBe(expected);
        Of("dc.type", path).ShouldBe(expected);
        VocabularySnapshot.Defaults.Resolve(VocabularyNames.WorkType, path).ShouldBe(expected);
    }

    private static string? Of(string scheme, string value) => VocabularySnapshot.Defaults.TypeOf(RecordKind.Work, new TypeValue(scheme, value));
}
