using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OrcidPortal.Data;

namespace OrcidPortal.Tests.Data;

/// <summary>What SQL Server refuses only when the script runs there, read from the model instead.</summary>
public sealed class SqlServerLimitsTests
{
    private static readonly IModel Model = new SqlServerDesignTimeFactory().CreateDbContext([]).Model;

    [Fact]
    public void A_primary_key_holds_at_most_900_bytes()
    {
        var tooLong = Model.GetEntityTypes().Select(t => t.FindPrimaryKey()!).Where(k => Bytes(k.Properties) > 900);

        tooLong.Select(k => $"{k.DeclaringEntityType.ClrType.Name}: {Bytes(k.Properties)} bytes").ShouldBeEmpty();
    }

    [Fact]
    public void An_index_holds_at_most_1700_bytes()
    {
        var tooLong = Model.GetEntityTypes().SelectMany(t => t.GetIndexes()).Where(i => Bytes(i.Properties) > 1700);

        tooLong.Select(i => $"{i.DeclaringEntityType.ClrType.Name} ({string.Join(", ", i.Properties.Select(p => p.Name))}): {Bytes(i.Properties)} bytes").ShouldBeEmpty();
    }

    /// <summary>Error 1785: a table may be reached by one cascading path only, and by none that leads back.</summary>
    [Fact]
    public void Deleting_a_row_reaches_each_table_by_one_path_only()
    {
        var reachedTwice = Model.GetEntityTypes().SelectMany(start => Reached(start).GroupBy(t => t).Where(t => t.Count() > 1 || t.Key == start)
            .Select(t => $"{start.ClrType.Name} -> {t.Key.ClrType.Name}"));

        reachedTwice.ShouldBeEmpty();
    }

    private static IEnumerable<IEntityType> Reached(IEntityType start) => start.GetReferencingForeignKeys()
        .Where(f => f.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull)
        .SelectMany(f => f.DeclaringEntityType == start ? [start] : Reached(f.DeclaringEntityType).Prepend(f.DeclaringEntityType));

    private static int Bytes(IReadOnlyList<IProperty> columns) => columns.Sum(c =>
    {
        var type = c.GetColumnType();
        return type switch
        {
            "uniqueidentifier" => 16,
            "bigint" or "float" or "datetime2" => 8,
            "datetimeoffset" => 10,
            "int" => 4,
            "bit" => 1,
            _ when type.StartsWith("nvarchar(", StringComparison.Ordinal) && c.GetMaxLength() is { } length => 2 * length,
            _ => throw new InvalidOperationException($"{c.DeclaringType.ClrType.Name}.{c.Name} is {type}: how long is it in an index?"),
        };
    });
}
