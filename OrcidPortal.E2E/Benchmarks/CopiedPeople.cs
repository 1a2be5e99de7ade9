using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.E2E.Benchmarks;

/// <summary>
/// Makes a small institution a large one: everybody is copied with their records, items, problems and places in the work list, in SQL. The ids of a copy are those of the
/// generated row with the number of the copy in their first eight digits, so that all that belongs together still does.
/// </summary>
internal static class CopiedPeople
{
    private static readonly Type[] Copied = [typeof(Person), typeof(Data.Entities.Record), typeof(RecordPerson), typeof(SyncItem), typeof(RecordProblem), typeof(RecordToFix)];
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <param name="copies">How many there are of each person beside themselves, at most 65,535.</param>
    public static async Task AddAsync(MeasuredPortal portal, int copies)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync(Cancelled);
        await db.Database.OpenConnectionAsync(Cancelled);
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(20));
        if (db is SqlitePortalDb) await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000", Cancelled);
        for (var copy = 1; copy <= copies; copy++)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancelled);
            foreach (var type in Copied)
            {
                var insert = Insert(db, db.Model.FindEntityType(type)!, copy);
                await db.Database.ExecuteSqlRawAsync(insert, Cancelled);
            }
            await transaction.CommitAsync(Cancelled);
        }
        await db.Database.ExecuteSqlRawAsync(db is SqlitePortalDb ? "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)" : "VACUUM ANALYZE", Cancelled);
    }

    private static string Insert(PortalDb db, IEntityType entity, int copy)
    {
        var (table, properties) = (entity.GetTableName(), entity.GetProperties().ToList());
        var columns = string.Join(", ", properties.Select(p => $"\"{p.GetColumnName()}\""));
        var values = string.Join(", ", properties.Select(p => Value(db, p, copy)));
        // Version 7 ids of our time begin with 01: whatever is below is a copy.
        var key = entity.FindPrimaryKey()!.Properties[0].GetColumnName();
        return $"INSERT INTO \"{table}\" ({columns}) SELECT {values} FROM \"{table}\" WHERE \"{key}\" >= '01000000-0000-0000-0000-000000000000'";
    }

    private static string Value(PortalDb db, IProperty property, int copy)
    {
        var column = $"\"{property.GetColumnName()}\"";
        if (property.Name == nameof(Person.LocalId)) return string.Create(CultureInfo.InvariantCulture, $"{column} || '-{copy}'");
        if ((Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) != typeof(Guid)) return column;
        return db is SqlitePortalDb
            ? string.Create(CultureInfo.InvariantCulture, $"'{copy:X8}' || substr({column}, 9)")
            : string.Create(CultureInfo.InvariantCulture, $"('{copy:x8}' || substr({column}::text, 9))::uuid");
    }
}
