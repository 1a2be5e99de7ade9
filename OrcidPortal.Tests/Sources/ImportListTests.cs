using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Sources;

public sealed class ImportListTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Runs_come_newest_first_and_page_by_page(DatabaseProvider provider)
    {
        await using var house = await ImportHouse.OpenAsync(provider);
        var runs = Enumerable.Range(0, 120).Select(i => new ImportRun
        {
            Format = "bibtex", FileName = $"{i}.bib", PersonId = house.Person.Id, By = "x", State = ImportState.Done, CreatedAt = TestDatabase.Start.AddMinutes(i / 3),
        }).ToList();
        await house.Database.AddAsync([.. runs]);

        var seen = new List<ImportRun>();
        string? cursor = null;
        do
        {
            var page = await house.List.ListAsync(cursor, TestContext.Current.CancellationToken);
            seen.AddRange(page.Items.Select(r => r.Run));
            cursor = page.Next;
        }
        while (cursor is not null);

        seen.Select(r => r.CreatedAt).ShouldBeInOrder(SortDirection.Descending);
        seen.Select(r => r.Id).Order().ShouldBe(runs.Select(r => r.Id).Order());
    }

    [Fact]
    public async Task Lines_come_by_outcome_in_the_order_of_the_file()
    {
        await using var house = await ImportHouse.OpenAsync();
        var run = await house.ImportAsync(string.Concat(Enumerable.Range(1, 70).Select(i => $"@misc{{k{i}, title = {{Title {i}}}}}\n@misc{{r{i}, year = 2000}}\n")));

        var first = await house.List.LinesAsync(run.Id, ImportOutcome.Rejected, null, TestContext.Current.CancellationToken);
        var second = await house.List.LinesAsync(run.Id, ImportOutcome.Rejected, first.Next, TestContext.Current.CancellationToken);
        var detail = (await house.List.FindAsync(run.Id, TestContext.Current.CancellationToken)).ShouldNotBeNull();

        first.Items.Concat(second.Items).Select(l => l.EntryKey).ShouldBe(Enumerable.Range(1, 70).Select(i => $"r{i}"));
        second.Next.ShouldBeNull();
        (detail.Run.Rejected, detail.Remarks.Count, detail.LocalId).ShouldBe((70, 70, "p1"));
    }

    [Fact]
    public async Task A_cursor_of_another_list_is_refused()
    {
        await using var house = await ImportHouse.OpenAsync();

        await Should.ThrowAsync<InvalidCursorException>(() => house.List.ListAsync("bm9uc2Vuc2U", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_unknown_run_is_nothing()
    {
        await using var house = await ImportHouse.OpenAsync();

        var detail = await house.List.FindAsync(Guid.CreateVersion7(), TestContext.Current.CancellationToken);

        detail.ShouldBeNull();
    }
}
