using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Data;

public sealed class TransactionsTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Eight_who_raise_the_same_number_lose_none(DatabaseProvider provider)
    {
        await using var database = await Databases.OpenAsync(provider, CancellationToken);
        await database.AddAsync(Someone("a", givenNames: "0"));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RaiseAsync(database)));

        var person = await database.ReadAsync(db => db.People.SingleAsync(CancellationToken));
        person.GivenNames.ShouldBe("8");
        person.Revision.ShouldBe(8);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Eight_who_add_the_same_person_add_one(DatabaseProvider provider)
    {
        await using var database = await Databases.OpenAsync(provider, CancellationToken);

        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => FindOrAddAsync(database, "a")));

        var person = await database.ReadAsync(db => db.People.SingleAsync(CancellationToken));
        ids.ShouldAllBe(id => id == person.Id);
    }

    [Theory, MemberData(nameof(Databases.Servers), MemberType = typeof(Databases))]
    public async Task Work_that_lost_a_unique_key_to_another_writer_starts_again_and_sees_their_row(DatabaseProvider provider)
    {
        await using var database = await Databases.OpenAsync(provider, CancellationToken);
        var runs = 0;

        var found = await database.Transactions.RunAsync(async (db, ct) =>
        {
            var before = await db.People.CountAsync(ct);
            if (runs++ == 0) await database.AddAsync(Someone("a"));
            if (before == 0) db.People.Add(Someone("a"));
            return before;
        }, CancellationToken);

        (runs, found).ShouldBe((2, 1));
        (await database.ReadAsync(db => db.People.CountAsync(CancellationToken))).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases.Servers), MemberType = typeof(Databases))]
    public async Task Work_that_read_a_row_which_another_writer_changed_starts_again(DatabaseProvider provider)
    {
        await using var database = await Databases.OpenAsync(provider, CancellationToken);
        await database.AddAsync(Someone("a", givenNames: "0"));
        var runs = 0;

        await database.Transactions.RunAsync(async (db, ct) =>
        {
            var person = await db.People.SingleAsync(ct);
            if (runs++ == 0) await RaiseAsync(database);
            person.GivenNames += "!";
        }, CancellationToken);

        (await database.ReadAsync(db => db.People.SingleAsync(CancellationToken))).GivenNames.ShouldBe("1!");
        runs.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Work_that_fails_leaves_nothing_and_lets_the_next_one_in(DatabaseProvider provider)
    {
        await using var database = await Databases.OpenAsync(provider, CancellationToken);

        await Should.ThrowAsync<NotSupportedException>(database.Transactions.RunAsync(async (db, ct) =>
        {
            db.People.Add(Someone("a"));
            await db.SaveChangesAsync(ct);
            throw new NotSupportedException();
        }, CancellationToken));
        await database.AddAsync(Someone("b"));

        (await database.ReadAsync(db => db.People.SingleAsync(CancellationToken))).LocalId.ShouldBe("b");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_trying_again_does_not_cure_is_reported_in_the_end(DatabaseProvider provider)
    {
        await using var database = await Databases.OpenAsync(provider, CancellationToken);
        var runs = 0;

        await Should.ThrowAsync<DbUpdateException>(database.Transactions.RunAsync((db, _) =>
        {
            runs++;
            db.AddRange(Someone("a"), Someone("a"));
            return Task.CompletedTask;
        }, CancellationToken));

        runs.ShouldBeGreaterThan(1);
        (await database.ReadAsync(db => db.People.CountAsync(CancellationToken))).ShouldBe(0);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Saving_past_the_one_door_is_refused(DatabaseProvider provider)
    {
        await using var database = await Databases.OpenAsync(provider, CancellationToken);
        await using var db = await database.Contexts.CreateDbContextAsync(CancellationToken);
        db.People.Add(Someone("a"));

        await Should.ThrowAsync<InvalidOperationException>(() => db.SaveChangesAsync(CancellationToken));

        (await database.ReadAsync(d => d.People.CountAsync(CancellationToken))).ShouldBe(0);
    }

    private static Person Someone(string localId, string givenNames = "") => new() { LocalId = localId, GivenNames = givenNames, CreatedAt = TestDatabase.Start };

    private static Task RaiseAsync(TestDatabase database) => database.Transactions.RunAsync(async (db, ct) =>
    {
        var person = await db.People.SingleAsync(ct);
        person.GivenNames = $"{int.Parse(person.GivenNames, System.Globalization.CultureInfo.InvariantCulture) + 1}";
    }, CancellationToken);

    private static Task<Guid> FindOrAddAsync(TestDatabase database, string localId) => database.Transactions.RunAsync(async (db, ct) =>
    {
        if (await db.People.FirstOrDefaultAsync(p => p.LocalId == localId, ct) is { } found) return found.Id;
        return db.People.Add(Someone(localId)).Entity.Id;
    }, CancellationToken);
}
