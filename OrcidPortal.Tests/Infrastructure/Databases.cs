using Microsoft.Extensions.Time.Testing;
using OrcidPortal.Data;

namespace OrcidPortal.Tests.Infrastructure;

/// <summary>
/// A fresh, migrated database for one test, on each provider this machine has:
/// <code>
/// [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
/// public async Task X(DatabaseProvider provider)
/// {
///     await using var database = await Databases.OpenAsync(provider, TestContext.Current.CancellationToken);
/// </code>
/// </summary>
public static class Databases
{
    /// <summary>SQLite and PostgreSQL always; SQL Server when <c>ORCIDPORTAL_TEST_SQLSERVER</c> names a server.</summary>
    public static TheoryData<DatabaseProvider> All { get; } = SqlServer.Configured is null
        ? [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql]
        : [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql, DatabaseProvider.SqlServer];

    /// <summary>Those with several writers: what SQLite hides (races, locks) shows only here.</summary>
    public static TheoryData<DatabaseProvider> Servers { get; } = SqlServer.Configured is null
        ? [DatabaseProvider.PostgreSql]
        : [DatabaseProvider.PostgreSql, DatabaseProvider.SqlServer];

    /// <summary>Opens an empty database (it holds only the row that names the installation). Skips the test with the reason where the provider is not to be had; in CI that fails.</summary>
    /// <param name="time">The clock of everything composed over it; null: a <see cref="FakeTimeProvider"/> at <see cref="TestDatabase.Start"/>.</param>
    public static async Task<TestDatabase> OpenAsync(DatabaseProvider provider, CancellationToken cancellationToken, TimeProvider? time = null) => provider switch
    {
        DatabaseProvider.Sqlite => await SqliteFiles.OpenAsync(time, cancellationToken),
        DatabaseProvider.PostgreSql => await PostgreSql.OpenAsync(time, cancellationToken),
        _ => await SqlServer.OpenAsync(time, cancellationToken),
    };

    /// <summary>A SQLite database, for tests in which the provider does not matter.</summary>
    public static Task<TestDatabase> OpenAsync(CancellationToken cancellationToken, TimeProvider? time = null) =>
        OpenAsync(DatabaseProvider.Sqlite, cancellationToken, time);
}
