using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;
using OrcidPortal.Records.Vocabularies;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Records.Vocabularies;

public sealed class VocabularyImportTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_file_is_looked_at_and_then_saved_with_one_line_of_the_audit_for_each_word(DatabaseProvider provider)
    {
        await using var house = await RecordHouse.OpenAsync(provider);
        await house.SaveAsync(house.Draft("one", "On Engines") with { Fields = new RecordFields { Title = "On Engines", Type = new TypeValue("house", "leaflet") } });
        VocabularyFileLine[] lines =
        [
            new(2, "Work-Type", " House:Leaflet ", "REPORT"), new(3, "work-type", "bibtex:article", "none"), new(4, "work-type", "bibtex:book", "book"), new(5, "work-type", "bibtex:misc", ""),
            new(6, "colour", "red", "book"),
        ];

        var plan = await house.Imports.LookAsync(lines, Stop);
        (await house.Database.ReadAsync(db => db.VocabularyEntries.CountAsync(Stop))).ShouldBe(0);
        var done = await house.Imports.ApplyAsync(lines, plan.Version, "C:\\secret\\words.csv", RecordHouse.Curator, Stop);

        plan.Lines.Select(l => l.Outcome).ShouldBe([FileOutcome.New, FileOutcome.Changed, FileOutcome.Same, FileOutcome.Same, FileOutcome.Refused]);
        done.ShouldBe(new VocabularyImportResult.Applied(new FileFigures(1, 1, 2, 1)));
        var words = await house.Vocabularies.CurrentAsync(Stop);
        (words.Resolve("work-type", "house:leaflet"), words.Resolve("work-type", "bibtex:article"), words.Version).ShouldBe(("report", null, 1));
        (await AuditAsync(house)).ShouldBe(
        [
            "vocabulary.set work-type:house:leaflet none report", "vocabulary.set work-type:bibtex:article journal-article none",
            "vocabulary.imported vocabularies  1 new, 1 changed, 2 the same, 1 refused (words.csv)",
        ]);
        (await AskedAsync(house)).ShouldBe("Term bibtex:article; Term house:leaflet");
    }

    [Fact]
    public async Task What_is_exported_and_imported_again_changes_nothing()
    {
        await using var house = await RecordHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Vocabularies.SetAsync("work-type", "misc", "report", RecordHouse.Curator, Stop);
        await house.Vocabularies.SetAsync("work-type", "bibtex:article", null, RecordHouse.Curator, Stop);
        await house.Vocabularies.SetAsync("own-role", "editor", "no", RecordHouse.Curator, Stop);
        await house.SaveAsync(house.Draft("one", "On Engines") with { Fields = new RecordFields { Title = "On Engines", Type = new TypeValue("house", "leaflet") } });

        var lines = new List<VocabularyFileLine>();
        foreach (var name in VocabularyNames.All)
            foreach (var row in await house.Words.AllAsync(name, null, false, Stop))
                lines.Add(new VocabularyFileLine(lines.Count + 2, name, row.Value, row.Target ?? (row.Own is null ? "" : "none")));
        var plan = await house.Imports.LookAsync(lines, Stop);

        plan.Lines.Where(l => l.Outcome != FileOutcome.Same).ShouldBeEmpty();
        lines.Count.ShouldBeGreaterThan(500);
    }

    [Theory]
    [InlineData("", "a", "book", "Name the vocabulary: work-type, ")]
    [InlineData("colour", "a", "book", "There is no vocabulary “colour”. They are work-type, ")]
    [InlineData("work-type", " ", "book", "Give the word")]
    [InlineData("work-type", "a\u0001b", "book", "cannot be shown")]
    [InlineData("work-type", "a", "novel", "“novel” is not one of ORCID’s words here. Use one of the 59 that are listed below, or “none”")]
    [InlineData("funding-type", "a", "gift", "“gift” is not one of ORCID’s words here. Use grant, contract, award or salary-award, or “none”")]
    [InlineData("own-role", "editor", "none", "Something must be said here. Use yes or no.")]
    public async Task A_line_that_cannot_be_used_is_told_why(string vocabulary, string word, string target, string sentence)
    {
        await using var house = await RecordHouse.OpenAsync(DatabaseProvider.Sqlite);

        var plan = await house.Imports.LookAsync([new(7, vocabulary, word, target)], Stop);

        var line = plan.Lines.ShouldHaveSingleItem();
        (line.Line, line.Outcome).ShouldBe((7, FileOutcome.Refused));
        line.Sentence!.ShouldContain(sentence);
    }

    [Fact]
    public void A_word_may_be_said_once_and_has_at_most_200_characters()
    {
        var plan = VocabularyPlanning.Run(VocabularySnapshot.Defaults,
            [new(2, "work-type", "a", "book"), new(3, "work-type", "A", "Book"), new(4, "work-type", "a", "report"), new(5, "work-type", new string('x', 201), "book")]);

        plan.Lines.Select(l => l.Outcome).ShouldBe([FileOutcome.New, FileOutcome.Same, FileOutcome.Refused, FileOutcome.Refused]);
        plan.Lines[2].Sentence!.ShouldContain("Line 2");
    }

    [Fact]
    public void What_a_file_says_of_a_word_with_a_scheme_holds_although_it_changes_the_bare_word()
    {
        var words = VocabularySnapshot.Defaults.With("work-type", "misc", "report");

        var plan = VocabularyPlanning.Run(words, [new(2, "work-type", "misc", "book"), new(3, "work-type", "house:misc", "report")]);

        plan.Lines.Select(l => (l.Outcome, l.After)).ShouldBe([(FileOutcome.Changed, "book"), (FileOutcome.Changed, "report")]);
    }

    [Fact]
    public async Task Where_somebody_was_faster_nothing_is_saved_and_the_new_plan_is_shown()
    {
        await using var house = await RecordHouse.OpenAsync(DatabaseProvider.Sqlite);
        VocabularyFileLine[] lines = [new(2, "work-type", "a", "book"), new(3, "work-type", "b", "book")];
        var plan = await house.Imports.LookAsync(lines, Stop);
        await house.Vocabularies.SetAsync("work-type", "a", "book", RecordHouse.Curator, Stop);

        var moved = await house.Imports.ApplyAsync(lines, plan.Version, "words.csv", RecordHouse.Curator, Stop);

        moved.ShouldBeOfType<VocabularyImportResult.Moved>().Plan.Figures.ShouldBe(new FileFigures(1, 0, 1, 0));
        (await house.Database.ReadAsync(db => db.VocabularyEntries.CountAsync(Stop))).ShouldBe(1);
    }

    [Theory]
    [InlineData("work-type", "house:{0}", "book", "Term ")]
    [InlineData("own-role", "house:{0}", "no", "Everything ")]
    public async Task Many_words_ask_once_for_all_that_they_touch(string vocabulary, string word, string target, string asked)
    {
        await using var house = await RecordHouse.OpenAsync(DatabaseProvider.Sqlite);
        var lines = Enumerable.Range(0, 600).Select(n => new VocabularyFileLine(n + 2, vocabulary, string.Format(System.Globalization.CultureInfo.InvariantCulture, word, n), target)).ToList();

        await house.Imports.ApplyAsync(lines, 0, "words.csv", RecordHouse.Curator, Stop);

        (await AskedAsync(house)).ShouldBe(asked);
        (await house.Database.ReadAsync(db => db.VocabularyEntries.CountAsync(Stop))).ShouldBe(600);
    }

    private static Task<List<string>> AuditAsync(RecordHouse house) => house.Database.ReadAsync(db =>
        db.Audit.Where(a => a.Action.StartsWith("vocabulary.")).OrderBy(a => a.Id).Select(a => $"{a.Action} {a.Subject} {a.Before} {a.After}").ToListAsync(Stop));

    private static async Task<string> AskedAsync(RecordHouse house)
    {
        var requests = await house.Database.ReadAsync(db => db.PlanRequests.Where(r => r.Cause == "vocabulary.imported").ToListAsync(Stop));
        return string.Join("; ", requests.Select(r => $"{r.Scope} {r.Term}").Order(StringComparer.Ordinal));
    }
}
