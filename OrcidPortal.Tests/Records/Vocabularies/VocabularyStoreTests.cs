using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Tests.Records.Vocabularies;

public sealed class VocabularyStoreTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_own_type_counts_in_lists_and_where_works_are_matched()
    {
        await using var house = await RecordHouse.OpenAsync(DatabaseProvider.Sqlite);
        await SetAsync(house, VocabularyNames.WorkType, "bibtex:misc", "book");

        var first = await house.SaveAsync(Misc(house, "one", "On Engines"));
        var second = await house.SaveAsync(Misc(house, "two", "On engines!"));

        second[0].RecordId.ShouldBe(first[0].RecordId);
        (await house.List.ListAsync(new RecordFilter(), null, Stop)).Items.ShouldHaveSingleItem().Type.ShouldBe("book");
    }

    [Fact]
    public async Task Without_the_entry_an_ISBN_does_not_make_two_works_one()
    {
        await using var house = await RecordHouse.OpenAsync(DatabaseProvider.Sqlite);

        var first = await house.SaveAsync(Misc(house, "one", "On Engines"));
        var second = await house.SaveAsync(Misc(house, "two", "On engines!"));

        second[0].RecordId.ShouldNotBe(first[0].RecordId);
    }

    [Theory]
    [InlineData("bibtex:misc", "Term bibtex:misc", 1)]
    [InlineData("Misc", "Term bibtex:misc; Term misc", 1)]
    [InlineData("isc", "Term isc", 0)]
    public async Task All_records_that_use_a_word_are_looked_at_again(string word, string asked, int records)
    {
        await using var house = await RecordHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(Misc(house, "one", "On Engines"));

        var saved = await SetAsync(house, VocabularyNames.WorkType, word, "report");

        (saved, await AskedAsync(house)).ShouldBe((new SetTermResult.Saved(records), asked));
    }

    [Theory]
    [InlineData(VocabularyNames.Language, "en", "fr")]
    [InlineData(VocabularyNames.OwnRole, "editor", "no")]
    [InlineData(VocabularyNames.IdentifierRelationship, "issn", "version-of")]
    public async Task A_word_that_records_do_not_keep_has_all_records_looked_at(string vocabulary, string word, string target)
    {
        await using var house = await RecordHouse.OpenAsync(DatabaseProvider.Sqlite);

        await SetAsync(house, vocabulary, word, target);

        (await AskedAsync(house)).ShouldBe("Everything ");
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_a_reset_brings_the_default_back()
    {
        await using var house = await RecordHouse.OpenAsync(DatabaseProvider.Sqlite);
        await SetAsync(house, VocabularyNames.WorkType, "bibtex:article", null);
        await SetAsync(house, VocabularyNames.WorkType, " BibTeX:Article ", null);
        var between = await house.Vocabularies.CurrentAsync(Stop);

        await house.Vocabularies.ResetAsync(VocabularyNames.WorkType, "bibtex:article", RecordHouse.Curator, Stop);
        await house.Vocabularies.ResetAsync(VocabularyNames.WorkType, "bibtex:article", RecordHouse.Curator, Stop);

        var after = await house.Vocabularies.CurrentAsync(Stop);
        (between.Version, between.Resolve(VocabularyNames.WorkType, "bibtex:article")).ShouldBe((1, null));
        (after.Version, after.Resolve(VocabularyNames.WorkType, "bibtex:article")).ShouldBe((2, "journal-article"));
        (await house.Database.ReadAsync(db => db.Audit.Where(a => a.Action.StartsWith("vocabulary.")).OrderBy(a => a.Id).Select(a => $"{a.Action} {a.Subject} {a.Before} {a.After}").ToListAsync(Stop)))
            .ShouldBe(["vocabulary.set work-type:bibtex:article journal-article none", "vocabulary.reset work-type:bibtex:article none journal-article"]);
    }

    [Theory]
    [InlineData("nowhere", "a", "b", "There is no vocabulary")]
    [InlineData(VocabularyNames.WorkType, "  ", "book", "Give the value")]
    [InlineData(VocabularyNames.WorkType, "bibtex:misc", "Book", "not a value of ORCID")]
    [InlineData(VocabularyNames.OwnRole, "editor", null, "Choose one of yes, no")]
    [InlineData(VocabularyNames.IdentifierRelationship, "issn", null, "Choose one of self, part-of")]
    public async Task What_cannot_be_is_refused_with_a_sentence_and_not_saved(string vocabulary, string word, string? target, string sentence)
    {
        await using var house = await RecordHouse.OpenAsync(DatabaseProvider.Sqlite);

        var result = await SetAsync(house, vocabulary, word, target);

        result.ShouldBeOfType<SetTermResult.Invalid>().Sentence.ShouldContain(sentence);
        (await house.Database.ReadAsync(db => db.VocabularyEntries.CountAsync(Stop))).ShouldBe(0);
    }

    private static RecordDraft Misc(RecordHouse house, string id, string title) => house.Draft(id, title) with
    {
        Fields = new RecordFields { Title = title, Type = new TypeValue("bibtex", "misc"), ExternalIds = [new FieldIdentifier("isbn", "9783161484100")] },
    };

    private static Task<SetTermResult> SetAsync(RecordHouse house, string vocabulary, string word, string? target) =>
        house.Vocabularies.SetAsync(vocabulary, word, target, RecordHouse.Curator, Stop);

    private static async Task<string> AskedAsync(RecordHouse house)
    {
        var requests = await house.Database.ReadAsync(db => db.PlanRequests.Where(r => r.Cause.StartsWith("vocabulary.")).ToListAsync(Stop));
        return string.Join("; ", requests.Select(r => $"{r.Scope} {r.Term}").Order(StringComparer.Ordinal));
    }
}
