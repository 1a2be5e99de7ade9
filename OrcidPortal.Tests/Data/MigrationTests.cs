using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using OrcidPortal.Data;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Data;

public sealed class MigrationTests
{
    public static TheoryData<DatabaseProvider> Providers { get; } = [.. Enum.GetValues<DatabaseProvider>()];

    [Theory, MemberData(nameof(Providers))]
    public void No_change_of_the_model_is_missing_from_the_migrations(DatabaseProvider provider)
    {
        using var db = WithoutServer(provider);

        db.Database.HasPendingModelChanges().ShouldBeFalse($"dotnet ef migrations add ... -c {db.GetType().Name} -o Data/Migrations/{provider}");
    }

    [Fact]
    public void Each_migration_is_there_for_all_three_providers()
    {
        var names = Providers.Select(p =>
        {
            using var db = WithoutServer(p.Data);
            return string.Join(", ", db.Database.GetMigrations().Select(m => m[(m.IndexOf('_') + 1)..]));
        }).ToList();

        names[0].ShouldNotBeEmpty();
        names.ShouldAllBe(n => n == names[0]);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_migrations_apply_and_every_table_can_be_read(DatabaseProvider provider)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var database = await Databases.OpenAsync(provider, cancellationToken);
        await using var db = await database.Contexts.CreateDbContextAsync(cancellationToken);

        (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ShouldBe(db.Database.GetMigrations());

        foreach (var table in db.Model.GetEntityTypes())
            await (Task)Read.MakeGenericMethod(table.ClrType).Invoke(null, [db, cancellationToken])!;
    }

    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Default)]
    [InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    public void The_script_for_SQL_Server_is_valid_Transact_SQL(MigrationsSqlGenerationOptions options)
    {
        using var db = WithoutServer(DatabaseProvider.SqlServer);
        var script = db.GetService<IMigrator>().GenerateScript(options: options);

        using var text = new StringReader(script);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(text, out var errors);

        errors.Select(e => $"line {e.Line}: {e.Message}").ShouldBeEmpty();
        script.ShouldContain("CREATE TABLE [SyncItems]");
    }

    private static readonly MethodInfo Read = typeof(MigrationTests).GetMethod(nameof(ReadAllColumnsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static Task<List<T>> ReadAllColumnsAsync<T>(PortalDb db, CancellationToken cancellationToken)
        where T : class => db.Set<T>().ToListAsync(cancellationToken);

    private static PortalDb WithoutServer(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.Sqlite => new SqliteDesignTimeFactory().CreateDbContext([]),
        DatabaseProvider.SqlServer => new SqlServerDesignTimeFactory().CreateDbContext([]),
        _ => new PostgreSqlDesignTimeFactory().CreateDbContext([]),
    };
}
