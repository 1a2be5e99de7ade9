using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Data;

/// <summary>The mechanism that shows that every query of the portal, run anywhere in these tests, also runs on SQL Server.</summary>
public sealed class SqlServerTranslationTests
{
    [Fact]
    public async Task A_query_that_a_test_runs_on_SQLite_is_translated_for_SQL_Server()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var database = await Databases.OpenAsync(cancellationToken);
        await database.AddAsync(new Person { LocalId = "a", CreatedAt = TestDatabase.Start });
        var before = SqlServerTranslation.Instance.Count;
        string[] ids = ["a", "b"];

        var names = await database.ReadAsync(db => db.People.Where(p => ids.Contains(p.LocalId) && p.CreatedAt >= TestDatabase.Start)
            .OrderBy(p => p.CreatedAt).Select(p => new { p.Id, Works = db.RecordPeople.Count(r => r.PersonId == p.Id) }).ToListAsync(cancellationToken));
        var updated = await database.Transactions.RunAsync((db, ct) =>
            db.People.Where(p => p.LocalId == "a").ExecuteUpdateAsync(set => set.SetProperty(p => p.Revision, p => p.Revision + 7), ct), cancellationToken);

        names.ShouldHaveSingleItem().Works.ShouldBe(0);
        updated.ShouldBe(1);
        (SqlServerTranslation.Instance.Count - before).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task A_query_that_only_SQLite_knows_fails_the_test_that_runs_it()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var database = await Databases.OpenAsync(cancellationToken);

        var failure = await Should.ThrowAsync<InvalidOperationException>(database.ReadAsync(db =>
            db.People.Where(p => EF.Functions.Glob(p.LocalId, "a*")).ToListAsync(cancellationToken)));

        failure.Message.ShouldStartWith("This query runs on SQLite but not on SQL Server");
    }
}
