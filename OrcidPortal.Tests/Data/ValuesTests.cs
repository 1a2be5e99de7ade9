using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Data;

/// <summary>What is saved comes back the same, and compares the same, on each provider.</summary>
public sealed class ValuesTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_time_with_an_offset_comes_back_as_the_same_instant(DatabaseProvider provider)
    {
        await using var database = await Databases.OpenAsync(provider, CancellationToken);
        var summer = new DateTimeOffset(2026, 7, 1, 0, 30, 0, 123, 456, TimeSpan.FromHours(2));

        await database.AddAsync(new Person { LocalId = "a", CreatedAt = summer });

        (await database.ReadAsync(db => db.People.SingleAsync(CancellationToken))).CreatedAt.ShouldBe(summer);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Times_are_ordered_and_compared_by_instant_whatever_their_offset(DatabaseProvider provider)
    {
        await using var database = await Databases.OpenAsync(provider, CancellationToken);
        var noon = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);
        await database.AddAsync(
            new Person { LocalId = "third", CreatedAt = noon.AddHours(2) },
            new Person { LocalId = "first", CreatedAt = noon.ToOffset(TimeSpan.FromHours(10)) },
            new Person { LocalId = "second", CreatedAt = noon.AddMinutes(1).ToOffset(TimeSpan.FromHours(-9)) });
        var bound = noon.AddMinutes(1).ToOffset(TimeSpan.FromHours(5));

        var all = await database.ReadAsync(db => db.People.OrderBy(p => p.CreatedAt).Select(p => p.LocalId).ToListAsync(CancellationToken));
        var until = await database.ReadAsync(db => db.People.Where(p => p.CreatedAt <= bound).OrderByDescending(p => p.CreatedAt).Select(p => p.LocalId).ToListAsync(CancellationToken));
        var last = await database.ReadAsync(db => db.People.MaxAsync(p => p.CreatedAt, CancellationToken));

        all.ShouldBe(["first", "second", "third"]);
        until.ShouldBe(["second", "first"]);
        last.ShouldBe(noon.AddHours(2));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_key_that_differs_in_case_is_another_key(DatabaseProvider provider)
    {
        await using var database = await Databases.OpenAsync(provider, CancellationToken);

        await database.AddAsync(new Person { LocalId = "Ada", CreatedAt = TestDatabase.Start }, new Person { LocalId = "ada", CreatedAt = TestDatabase.Start });

        (await database.ReadAsync(db => db.People.Where(p => p.LocalId == "ada").ToListAsync(CancellationToken))).ShouldHaveSingleItem().LocalId.ShouldBe("ada");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Texts_of_every_script_come_back_as_they_were(DatabaseProvider provider)
    {
        await using var database = await Databases.OpenAsync(provider, CancellationToken);
        const string title = "Größe \u05E9\u05DC\u05D5\u05DD 漢字 \U0001F52C \"quoted\" \\ 'single' %_[x] <b>";

        await database.AddAsync(new Person { LocalId = "a", FamilyName = title, CreatedAt = TestDatabase.Start },
            new Record { Title = title, Fields = new RecordFields { Title = title }, CreatedAt = TestDatabase.Start, ChangedAt = TestDatabase.Start });

        (await database.ReadAsync(db => db.People.SingleAsync(p => p.FamilyName == title, CancellationToken))).FamilyName.ShouldBe(title);
        (await database.ReadAsync(db => db.Records.SingleAsync(CancellationToken))).Fields.Title.ShouldBe(title);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_concurrency_token_rises_with_each_change_and_a_stale_one_is_refused(DatabaseProvider provider)
    {
        await using var database = await Databases.OpenAsync(provider, CancellationToken);
        await database.AddAsync(new Person { LocalId = "a", CreatedAt = TestDatabase.Start });
        var stale = await database.ReadAsync(db => db.People.AsNoTracking().SingleAsync(CancellationToken));

        await database.Transactions.RunAsync(async (db, ct) => (await db.People.SingleAsync(ct)).GivenNames = "Ada", CancellationToken);
        await Should.ThrowAsync<DbUpdateConcurrencyException>(database.Transactions.RunAsync((db, _) =>
        {
            db.People.Update(new Person { Id = stale.Id, LocalId = "a", GivenNames = "Old", CreatedAt = stale.CreatedAt, Revision = stale.Revision });
            return Task.CompletedTask;
        }, CancellationToken));

        var person = await database.ReadAsync(db => db.People.SingleAsync(CancellationToken));
        (person.GivenNames, person.Revision).ShouldBe(("Ada", 1));
    }
}
