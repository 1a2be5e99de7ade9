using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Records;

public sealed class RecordStoreTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_new_draft_becomes_a_record_of_its_person_and_is_queued(DatabaseProvider provider)
    {
        await using var house = await RecordHouse.OpenAsync(provider);

        var saved = await house.SaveAsync(house.Draft("k1", "On engines", "10.1000/ENGINES"));

        saved.ShouldHaveSingleItem().Outcome.ShouldBe(SaveOutcome.Added);
        var record = await house.FindAsync(saved[0].RecordId);
        record.Record.Title.ShouldBe("On engines");
        record.Record.Version.ShouldBe(1);
        record.People.ShouldHaveSingleItem().LocalId.ShouldBe("ada");
        (await house.ChangesAsync()).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_same_drafts_again_change_nothing(DatabaseProvider provider)
    {
        await using var house = await RecordHouse.OpenAsync(provider);
        var drafts = Enumerable.Range(1, 80).Select(i => house.Draft($"k{i}", $"Work {i}", $"10.1000/{i}")).ToArray();
        await house.SaveAsync(drafts);

        var again = await house.SaveAsync(drafts);

        again.ShouldAllBe(s => s.Outcome == SaveOutcome.Unchanged);
        (await house.ChangesAsync()).ShouldBe(80);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_same_DOI_from_two_files_is_one_record_with_two_source_entries(DatabaseProvider provider)
    {
        await using var house = await RecordHouse.OpenAsync(provider);
        var first = await house.SaveAsync(house.Draft("k1", "On engines", "https://doi.org/10.1000/Engines"));

        var second = await house.SaveAsync(house.Draft("other", "On Engines!", "doi:10.1000/engines", "file:csl-json:ada:b.json"));

        second[0].Outcome.ShouldBe(SaveOutcome.Updated);
        second[0].RecordId.ShouldBe(first[0].RecordId);
        var record = await house.FindAsync(first[0].RecordId);
        record.SourceEntries.Count.ShouldBe(2);
        record.Record.Title.ShouldBe("On engines");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_work_of_two_people_is_one_record_with_both(DatabaseProvider provider)
    {
        await using var house = await RecordHouse.OpenAsync(provider);
        await house.SaveAsync(house.Draft("k1", "Together", "10.1000/t"));

        var saved = await house.SaveAsync(house.Draft("k1", "Together", "10.1000/t", "file:bibtex:ben:b.bib", house.Ben.Id));

        var record = await house.FindAsync(saved[0].RecordId);
        record.People.Select(p => p.LocalId).ShouldBe(["ben", "ada"]);
        record.Record.Version.ShouldBe(1);
        (await house.ChangesAsync()).ShouldBe(2);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_chapter_is_not_its_book_though_both_carry_the_ISBN(DatabaseProvider provider)
    {
        await using var house = await RecordHouse.OpenAsync(provider);
        var isbn = new FieldIdentifier("isbn", "978-3-16-148410-0");
        RecordDraft Of(string id, string type) => house.Draft(id, id) with { Fields = new RecordFields { Title = id, Type = new TypeValue("orcid", type), ExternalIds = [isbn] } };

        var saved = await house.SaveAsync(Of("the book", "book"), Of("a chapter", "book-chapter"), Of("the book again", "book"));

        saved.Select(s => s.Outcome).ShouldBe([SaveOutcome.Added, SaveOutcome.Added, SaveOutcome.Updated]);
        saved[2].RecordId.ShouldBe(saved[0].RecordId);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Books_that_share_an_ISBN_are_one_only_where_their_titles_are_alike(DatabaseProvider provider)
    {
        await using var house = await RecordHouse.OpenAsync(provider);
        RecordDraft Of(string id, string title, string source = "file:bibtex:ada:a.bib") => house.Draft(id, title, null, source) with
        {
            Fields = new RecordFields { Title = title, Type = new TypeValue("orcid", "book"), ExternalIds = [new FieldIdentifier("isbn", "9780007280599")] },
        };
        RecordDraft[] file = [Of("1", "Roverandom"), Of("2", "Tales from the Perilous Realm"), Of("3", "ROVERANDOM: a tale for children"), Of("4", "Rover")];

        var saved = await house.SaveAsync(file);
        var other = await house.SaveAsync(Of("x", "Tales from the perilous realm.", "file:bibtex:ada:b.bib"), Of("y", "Roverandom", "file:bibtex:ada:b.bib"));
        var again = await house.SaveAsync(file);

        saved.Select(s => s.Outcome).ShouldBe([SaveOutcome.Added, SaveOutcome.Added, SaveOutcome.Updated, SaveOutcome.Added]);
        saved[2].RecordId.ShouldBe(saved[0].RecordId);
        other.Select(s => s.RecordId).ShouldBe([saved[1].RecordId, saved[0].RecordId]);
        again.ShouldAllBe(s => s.Outcome == SaveOutcome.Unchanged);
        (await house.Database.ReadAsync(db => db.Records.CountAsync())).ShouldBe(3);
    }

    [Theory, MemberData(nameof(Databases.Servers), MemberType = typeof(Databases))]
    public async Task A_source_that_changes_under_a_correction_is_seen_by_who_takes_it_back_at_that_moment(DatabaseProvider provider)
    {
        await using var house = await RecordHouse.OpenAsync(provider);
        var id = (await house.SaveAsync(house.Draft("a", "First")))[0].RecordId!.Value;
        await house.Corrections.CorrectAsync(id, [new CorrectionRequest(FieldPaths.Title, null, CorrectionOp.Replace, "Mine")], null, null, RecordHouse.Curator, TestContext.Current.CancellationToken);
        await house.SaveAsync(house.Draft("a", "Second"));
        var runs = 0;

        // As RecordCorrections does it, with an import between its reading and its writing.
        await house.Database.Transactions.RunAsync(async (db, ct) =>
        {
            var record = await RecordUpdate.Tracked(db).SingleAsync(ct);
            if (runs++ == 0) await house.SaveAsync(house.Draft("a", "Third"));
            foreach (var correction in record.Corrections) correction.RetiredAt = house.Database.Clock.GetUtcNow();
            RecordUpdate.Apply(record, house.Database.Clock.GetUtcNow());
        }, TestContext.Current.CancellationToken);

        (await house.FindAsync(id)).Record.Title.ShouldBe("Third");
        runs.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_identifier_that_another_record_holds_stays_there(DatabaseProvider provider)
    {
        await using var house = await RecordHouse.OpenAsync(provider);
        var saved = await house.SaveAsync(house.Draft("a", "A", "10.1000/a"), house.Draft("b", "B", "10.1000/b"));

        var moved = await house.SaveAsync(house.Draft("b", "B", "10.1000/a"), house.Draft("c", "C of a", "10.1000/a", "file:bibtex:ada:z.bib"));

        moved.Select(s => s.RecordId).ShouldBe([saved[1].RecordId, saved[0].RecordId]);
        var b = await house.FindAsync(saved[1].RecordId);
        b.Record.Fields.ExternalIds.ShouldHaveSingleItem().Value.ShouldBe("10.1000/a");
        (await house.SaveAsync(house.Draft("b", "B again", "10.1000/a")))[0].Outcome.ShouldBe(SaveOutcome.Updated);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Hostile_text_is_stored_without_what_no_database_holds(DatabaseProvider provider)
    {
        await using var house = await RecordHouse.OpenAsync(provider);

        var saved = await house.SaveAsync(house.Draft("k\01", "Nul\0 and bell\a, half \ud83d and שלום", null), house.Draft("   ", "no id"));

        (await house.FindAsync(saved[0].RecordId)).Record.Title.ShouldBe("Nul and bell, half \ufffd and שלום");
        saved[1].Outcome.ShouldBe(SaveOutcome.Rejected);
        saved[1].Reason.ShouldNotBeNullOrEmpty();
    }

    [Theory, MemberData(nameof(Databases.Servers), MemberType = typeof(Databases))]
    public async Task Six_importers_at_once_make_one_record_per_DOI_and_lose_no_change(DatabaseProvider provider)
    {
        await using var house = await RecordHouse.OpenAsync(provider);
        var dois = Enumerable.Range(1, 60).ToArray();

        var all = await Task.WhenAll(Enumerable.Range(1, 6).Select(w => Task.Run(async () =>
        {
            var drafts = dois.OrderBy(d => (d * 7919 * w) % 61).Select(d => house.Draft($"w{w}-{d}", $"Work {d}", $"10.1000/{d}", $"file:bibtex:ada:{w}.bib")).ToArray();
            var saved = new List<SavedDraft>();
            foreach (var chunk in drafts.Chunk(7)) saved.AddRange(await house.SaveAsync(chunk));
            return saved;
        })));

        all.SelectMany(s => s).ShouldAllBe(s => s.Outcome != SaveOutcome.Rejected);
        (await house.Database.ReadAsync(db => db.Records.CountAsync())).ShouldBe(60);
        (await house.Database.ReadAsync(db => db.SourceEntries.CountAsync())).ShouldBe(360);
        (await house.Database.ReadAsync(db => db.RecordKeys.CountAsync())).ShouldBe(60);
        (await house.Database.ReadAsync(db => db.RecordChanges.Select(c => c.RecordId).Distinct().CountAsync())).ShouldBe(60);
    }

    [Theory]
    [InlineData(RecordKind.PersonIdentifier, "Scopus Author ID")]
    [InlineData(RecordKind.Work, "scopus author id")]
    public async Task Only_of_a_persons_identifier_the_type_is_a_name_and_stays_as_it_is_written(RecordKind kind, string expected)
    {
        await using var house = await RecordHouse.OpenAsync(DatabaseProvider.Sqlite);

        var saved = await house.SaveAsync(new RecordDraft(kind, "api:test", "1", new RecordFields { Title = "T", ExternalIds = [new FieldIdentifier("Scopus Author ID", "7004212771")] }, house.Ada.Id));
        await house.Corrections.CorrectAsync(
            saved[0].RecordId!.Value, [new CorrectionRequest(FieldPaths.ExternalIds, null, CorrectionOp.Add, "Scopus Author ID:2")], null, null, RecordHouse.Curator, TestContext.Current.CancellationToken);

        (await house.FindAsync(saved[0].RecordId)).Record.Fields.ExternalIds.Select(i => i.Type).ShouldBe([expected, expected]);
    }
}
