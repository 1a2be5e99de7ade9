using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Push.Reconciling;

/// <summary>All rows of a database as they were at one time, to be put back later, and to be compared.</summary>
internal sealed class Backup
{
    /// <summary>What a comparison may write: its report, notes that it was made, and what belongs to the making.</summary>
    private static readonly Type[] Notes =
        [typeof(Comparison), typeof(ComparedPerson), typeof(Difference), typeof(HistoryEntry), typeof(AuditEntry), typeof(Topic), typeof(Lease), typeof(CallAllowance)];

    private readonly List<(Type Entity, string Table, bool Counts, string[] Columns, List<object[]> Rows)> _tables = [];

    public static async Task<Backup> TakeAsync(TestDatabase database)
    {
        var backup = new Backup();
        await using var db = await database.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var type in ParentsFirst(db.Model))
        {
            var table = Quoted(database, type.GetTableName()!);
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table} ORDER BY {string.Join(", ", type.FindPrimaryKey()!.Properties.Select(p => Quoted(database, p.GetColumnName())))}";
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            var rows = new List<object[]>();
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                var row = new object[reader.FieldCount];
                reader.GetValues(row);
                rows.Add(row);
            }
            var counts = type.FindPrimaryKey()!.Properties is [{ ValueGenerated: ValueGenerated.OnAdd } key] && key.ClrType != typeof(Guid);
            backup._tables.Add((type.ClrType, table, counts, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)], rows));
        }
        return backup;
    }

    /// <summary>Puts everything back as it was.</summary>
    public async Task RestoreAsync(TestDatabase database)
    {
        await using var db = await database.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var (_, table, _, _, _) in Enumerable.Reverse(_tables)) await RunAsync(connection, $"DELETE FROM {table}", [], []);
        foreach (var (_, table, counts, columns, rows) in _tables)
        {
            var names = string.Join(", ", columns.Select(c => Quoted(database, c)));
            var insert = $"INSERT INTO {table} ({names}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
            if (counts && database.Provider == DatabaseProvider.SqlServer) insert = $"SET IDENTITY_INSERT {table} ON; {insert}; SET IDENTITY_INSERT {table} OFF";
            foreach (var row in rows) await RunAsync(connection, insert, columns, row);
        }
    }

    /// <summary>The tables beside a comparison's own that hold something else than in another backup.</summary>
    public IEnumerable<string> ChangedSince(Backup earlier) =>
        from now in _tables
        join then in earlier._tables on now.Table equals then.Table
        where !Notes.Contains(now.Entity)
            && (now.Rows.Count != then.Rows.Count || now.Rows.Zip(then.Rows).Any(r => !r.First.SequenceEqual(r.Second)))
        select now.Table;

    private static async Task RunAsync(DbConnection connection, string statement, string[] columns, object[] row)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        for (var i = 0; i < columns.Length; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{i}", row[i]);
            command.Parameters.Add(parameter);
        }
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static string Quoted(TestDatabase database, string name) => database.Provider == DatabaseProvider.SqlServer ? $"[{name}]" : $"\"{name}\"";

    private static IEnumerable<IEntityType> ParentsFirst(IModel model)
    {
        var done = new HashSet<IEntityType>();
        return model.GetEntityTypes().Where(t => t.GetTableName() is not null).SelectMany(Visit);

        IEnumerable<IEntityType> Visit(IEntityType type) =>
            done.Add(type) ? [.. type.GetForeignKeys().Select(k => k.PrincipalEntityType).SelectMany(Visit), type] : [];
    }
}
