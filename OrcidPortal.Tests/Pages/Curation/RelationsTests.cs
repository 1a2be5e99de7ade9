using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Curation;

namespace OrcidPortal.Tests.Pages.Curation;

public sealed class RelationsTests
{
    [Theory]
    [InlineData("doi", null, "journal-article", "self", true)]
    [InlineData("ISSN", null, "journal-article", "part-of", true)]
    [InlineData("isbn", null, "book", "self", true)]
    [InlineData("isbn", null, null, "part-of", true)]
    [InlineData("grant_number", null, "book", "funded-by", true)]
    [InlineData("doi", "PART_OF", "journal-article", "part-of", false)]
    [InlineData("doi", "version-of", null, "version-of", false)]
    [InlineData("doi", "isReferencedBy", "journal-article", "self", true)]
    public void The_record_decides_where_it_speaks_ORCIDs_words_and_else_the_type_of_the_work(string type, string? said, string? workType, string relation, bool decided)
    {
        Relations.Of(new FieldIdentifier(type, "1", said), RecordKind.Work, workType, OrcidPortal.Records.Vocabularies.VocabularySnapshot.Defaults).ShouldBe((relation, decided));
    }

    [Fact]
    public void A_grant_number_names_the_funding_itself() =>
        Relations.Of(new FieldIdentifier("grant_number", "1"), RecordKind.Funding, "grant", OrcidPortal.Records.Vocabularies.VocabularySnapshot.Defaults).ShouldBe(("self", true));
}
