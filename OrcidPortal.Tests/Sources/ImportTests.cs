using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.Sources;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Sources;

public sealed class ImportTests
{
    private const string Two = "@article{a, title = {First}, doi = {10.1000/a}, year = 2001}\n@book{b, title = {Second}, year = 2002}\n";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_file_becomes_records_of_the_person_and_every_entry_has_its_line(DatabaseProvider provider)
    {
        await using var house = await ImportHouse.OpenAsync(provider);

        var run = await house.ImportAsync(Two + "@misc{broken, title {x}}\n@misc{nothing, year = 2000}\n", "C:\\works\\my.bib");

        (run.State, run.Format, run.FileName, run.Total, run.Read, run.Added, run.Updated, run.Unchanged, run.Rejected, run.By)
            .ShouldBe((ImportState.Done, "bibtex", "my.bib", 4, 4, 2, 0, 0, 2, "Cora Curator"));
        var lines = await house.LinesAsync(run.Id);
        lines.Select(l => (l.Ordinal, l.Line, l.EntryKey, l.Title, l.Outcome)).ShouldBe(
        [
            (1, 1, "a", "First", ImportOutcome.Added), (2, 2, "b", "Second", ImportOutcome.Added), (3, 3, "broken", "", ImportOutcome.Rejected), (4, 4, "nothing", "", ImportOutcome.Rejected),
        ]);
        lines[2].Message!.ShouldContain("line 3");
        var entry = await house.Database.ReadAsync(db => db.SourceEntries.SingleAsync(e => e.LocalId == "a"));
        (entry.Source, entry.RecordId, entry.ImportRunId).ShouldBe(("file:bibtex:p1:my.bib", lines[0].RecordId!.Value, run.Id));
        (await house.Database.ReadAsync(db => db.RecordPeople.CountAsync(p => p.PersonId == house.Person.Id))).ShouldBe(2);
        (await house.Database.ReadAsync(db => db.Topics.Where(t => t.Key == Topics.Imports).Select(t => t.Version).SingleAsync())).ShouldBeGreaterThan(1);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_same_file_twice_changes_nothing(DatabaseProvider provider)
    {
        await using var house = await ImportHouse.OpenAsync(provider);
        await house.ImportAsync(Two);
        var before = await house.Database.ReadAsync(db => db.RecordChanges.CountAsync());

        var again = await house.ImportAsync(Two);

        (again.Read, again.Unchanged).ShouldBe((2, 2));
        (await house.Database.ReadAsync(db => db.RecordChanges.CountAsync())).ShouldBe(before);
        (await house.Database.ReadAsync(db => db.Records.CountAsync())).ShouldBe(2);
        (await house.Database.ReadAsync(db => db.SourceEntries.CountAsync())).ShouldBe(2);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_same_DOI_in_two_files_is_one_record_with_two_source_entries(DatabaseProvider provider)
    {
        await using var house = await ImportHouse.OpenAsync(provider);
        await house.ImportAsync("@article{a, title = {First}, doi = {https://doi.org/10.1000/A}}");

        var second = await house.ImportAsync("""[{"id": "x", "type": "article-journal", "title": "First", "DOI": "10.1000/a"}]""", "works.json");

        (second.Format, second.Updated).ShouldBe(("csl-json", 1));
        var record = await house.Database.ReadAsync(db => db.Records.Include(r => r.SourceEntries).SingleAsync());
        record.SourceEntries.Select(e => e.Source).Order(StringComparer.Ordinal).ShouldBe(["file:bibtex:p1:works.bib", "file:csl-json:p1:works.json"]);
    }

    [Fact]
    public async Task A_changed_entry_updates_its_record()
    {
        await using var house = await ImportHouse.OpenAsync();
        await house.ImportAsync(Two);

        var again = await house.ImportAsync(Two.Replace("Second", "Third", StringComparison.Ordinal));

        (again.Added, again.Updated, again.Unchanged).ShouldBe((0, 1, 1));
        (await house.Database.ReadAsync(db => db.Records.Select(r => r.Title).OrderBy(t => t).ToListAsync())).ShouldBe(["First", "Third"]);
    }

    [Fact]
    public async Task A_key_used_twice_makes_two_entries_and_a_repetition_none()
    {
        await using var house = await ImportHouse.OpenAsync();
        const string file = "@misc{k, title = {One}}\n@misc{K, title = {Two}}\n@misc{k, title = {One}}\n";

        var run = await house.ImportAsync(file);
        var again = await house.ImportAsync(file);

        (run.Added, run.Unchanged, again.Unchanged).ShouldBe((2, 1, 3));
        var lines = await house.LinesAsync(run.Id);
        lines[2].RecordId.ShouldBe(lines[0].RecordId);
        lines[2].Message.ShouldBe("It is the same as the entry in line 1.");
        lines[1].Message!.ShouldContain("K#2");
    }

    [Fact]
    public async Task Entries_without_a_key_are_found_again_by_identifier_or_content()
    {
        await using var house = await ImportHouse.OpenAsync();
        const string file = "@misc{, title = {One}, doi = {10.1/one}} @misc{, title = {Two}, year = 2001, author = {Doe, Jane}}";
        await house.ImportAsync(file);

        var again = await house.ImportAsync(file + " % exported again");

        again.Unchanged.ShouldBe(2);
        var ids = await house.Database.ReadAsync(db => db.SourceEntries.Select(e => e.LocalId).OrderBy(i => i).ToListAsync());
        ids[0].ShouldBe("doi:10.1/one");
        ids[1].ShouldStartWith("sha256:");
    }

    [Fact]
    public async Task More_entries_than_one_chunk_holds_are_all_counted()
    {
        await using var house = await ImportHouse.OpenAsync();

        var run = await house.ImportAsync(string.Concat(Enumerable.Range(1, 250).Select(i => $"@misc{{k{i}, title = {{Title {i}}}}}\n")));

        (run.State, run.Total, run.Read, run.Added).ShouldBe((ImportState.Done, 250, 250, 250));
        (await house.LinesAsync(run.Id)).Select(l => l.Ordinal).ShouldBe(Enumerable.Range(1, 250));
    }

    [Fact]
    public async Task A_file_with_nothing_in_it_fails_with_a_sentence()
    {
        await using var house = await ImportHouse.OpenAsync();

        var run = await house.ImportAsync("@string{a = {b}} @comment{only}");

        (run.State, run.Failure).ShouldBe((ImportState.Failed, "There is no entry in this BibTeX file, only comments or definitions."));
    }

    [Fact]
    public async Task Names_as_long_as_they_may_be_fit_the_database()
    {
        await using var house = await ImportHouse.OpenAsync();
        var key = new string('k', 5_000);

        var run = await house.ImportAsync($"@misc{{{key}, title = {{{new string('t', 30_000)}}}}}", new string('n', 400) + ".bib");

        (run.Added, run.FileName.Length).ShouldBe((1, 260));
        (await house.ImportAsync($"@misc{{{key}, title = {{{new string('t', 30_000)}}}}}", new string('n', 400) + ".bib")).Unchanged.ShouldBe(1);
    }
}
