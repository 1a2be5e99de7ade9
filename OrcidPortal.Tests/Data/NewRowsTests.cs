using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Data;

public sealed class NewRowsTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Rows_stand_there_as_if_they_had_been_saved(DatabaseProvider provider)
    {
        await using var database = await Databases.OpenAsync(provider, CancellationToken);
        var person = new Person { LocalId = "a", FamilyName = "a", SortName = "a", CreatedAt = TestDatabase.Start };
        await database.AddAsync(person);
        // More than one command takes, in three sizes of chunk.
        var records = Enumerable.Range(0, 421).Select(n => new Record
        {
            Title = $"Ünïcode '{n}' \"%", SortTitle = $"{n}", Year = n % 2 == 0 ? null : n, Kind = n % 3 == 0 ? RecordKind.Funding : RecordKind.Work,
            CreatedAt = TestDatabase.Start, ChangedAt = TestDatabase.Start.AddMinutes(n), Fields = new RecordFields { Title = $"Ünïcode '{n}' \"%", PublicationDate = "2020" },
        }).ToList();
        var items = records.ConvertAll(r => new SyncItem { PersonId = person.Id, RecordId = r.Id, Approved = r.Year is not null, SelfKeys = ["doi:10.1/a", r.SortTitle], PutCode = r.Year, StateSince = TestDatabase.Start });

        await database.Transactions.RunAsync(async (db, ct) =>
        {
            await NewRows.InsertAsync(db, records, ct);
            await NewRows.InsertAsync(db, items, ct);
        }, CancellationToken);

        var read = await database.ReadAsync(db => db.Records.AsNoTracking().ToListAsync(CancellationToken));
        read.OrderBy(r => r.ChangedAt).ShouldBe(records, new ByProperties<Record>());
        var readItems = await database.ReadAsync(db => db.SyncItems.AsNoTracking().ToListAsync(CancellationToken));
        readItems.OrderBy(i => records.FindIndex(r => r.Id == i.RecordId)).ShouldBe(items, new ByProperties<SyncItem>());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nothing_stays_of_a_transaction_that_fails(DatabaseProvider provider)
    {
        await using var database = await Databases.OpenAsync(provider, CancellationToken);
        var record = new Record { CreatedAt = TestDatabase.Start, ChangedAt = TestDatabase.Start };

        await Should.ThrowAsync<Exception>(database.Transactions.RunAsync(async (db, ct) =>
        {
            await NewRows.InsertAsync(db, [record], ct);
            await NewRows.InsertAsync(db, [new RecordTerm { RecordId = Guid.NewGuid(), Vocabulary = "a", Value = "a" }], ct);
        }, CancellationToken));

        (await database.ReadAsync(db => db.Records.CountAsync(CancellationToken))).ShouldBe(0);
    }

    private sealed class ByProperties<T> : IEqualityComparer<T>
    {
        public bool Equals(T? x, T? y) => Text(x) == Text(y);

        public int GetHashCode(T row) => 0;

        private static string Text(T? row) => System.Text.Json.JsonSerializer.Serialize(row);
    }
}
