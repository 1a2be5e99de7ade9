using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Tests.Records.Vocabularies;

public sealed class VocabularySnapshotTests
{
    [Theory]
    [InlineData("bibtex:Misc", null)]
    [InlineData("nowhere:article", null)]
    [InlineData("bibtex:misc2", "report")]
    [InlineData("ris:GEN", "report")]
    [InlineData("article", "journal-article")]
    public void What_the_institution_says_counts_and_its_nothing_is_nothing(string value, string? expected)
    {
        var words = Own((VocabularyNames.WorkType, "bibtex:misc", null), (VocabularyNames.WorkType, "misc", "report"), (VocabularyNames.WorkType, "nowhere:article", null),
            (VocabularyNames.WorkType, "misc2", "report"), (VocabularyNames.WorkType, "gen", "report"));

        words.Resolve(VocabularyNames.WorkType, value).ShouldBe(expected);
        if (value.Split(':') is [var scheme, var word]) words.TypeOf(RecordKind.Work, new TypeValue(scheme, word)).ShouldBe(expected);
    }

    [Fact]
    public void An_own_nothing_counts_also_over_a_default_of_the_bare_word()
    {
        var words = Own((VocabularyNames.WorkType, "dc.type:journal article", null), (VocabularyNames.FundingType, "dc.type:project", null));

        words.TypeOf(RecordKind.Work, new TypeValue("dc.type", "Journal Article")).ShouldBeNull();
        words.TypeOf(RecordKind.Work, new TypeValue("local", "Journal Article")).ShouldBe("journal-article");
        words.TypeOf(RecordKind.Funding, new TypeValue("dc.type", "Project")).ShouldBeNull();
        words.TypeOf(RecordKind.Funding, new TypeValue("local", "Project")).ShouldBe("grant");
    }

    [Theory]
    [InlineData("bibtex", "letter")]
    [InlineData("csl", "interview")]
    [InlineData("ris", "other")]
    public void What_a_closed_table_leaves_out_borrows_no_default_from_another(string scheme, string word)
    {
        VocabularySnapshot.Defaults.TypeOf(RecordKind.Work, new TypeValue(scheme, word)).ShouldBeNull();
        VocabularySnapshot.Defaults.TypeOf(RecordKind.Work, new TypeValue("dc.type", word)).ShouldNotBeNull();
    }

    [Fact]
    public void A_relationship_is_decided_by_the_pair_then_the_kind_then_the_default()
    {
        var words = Own((VocabularyNames.IdentifierRelationship, "issn", "version-of"), (VocabularyNames.IdentifierRelationship, "issn/website", "self"));

        words.Relationship("journal-article", "issn").ShouldBe("version-of");
        words.Relationship("website", "issn").ShouldBe("self");
        words.Relationship("journal-article", "isbn").ShouldBe("part-of");
        words.Relationship("book", "grant_number").ShouldBe("funded-by");
        words.Relationship(null, "doi").ShouldBe("self");
    }

    private static VocabularySnapshot Own(params (string Vocabulary, string Value, string? Target)[] entries) =>
        VocabularySnapshot.Of(entries.Select(e => new VocabularyEntry { Vocabulary = e.Vocabulary, Value = e.Value, Target = e.Target, By = "test" }), 1);
}
