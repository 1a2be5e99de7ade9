using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;

namespace OrcidPortal.Tests.Infrastructure;

/// <summary>SQL Server, only where <c>ORCIDPORTAL_TEST_SQLSERVER</c> names one (a connection string that may create databases).</summary>
internal static class SqlServer
{
    public static string? Configured { get; } = Environment.GetEnvironmentVariable("ORCIDPORTAL_TEST_SQLSERVER") is { Length: > 0 } text ? text : null;

    public static async Task<TestDatabase> OpenAsync(TimeProvider? time, CancellationToken cancellationToken)
    {
        if (Configured is null) Assert.Skip("SQL Server is tested where ORCIDPORTAL_TEST_SQLSERVER holds a connection string.");
        var name = "portal_test_" + Guid.NewGuid().ToString("N");
        var connection = new SqlConnectionStringBuilder(Configured) { InitialCatalog = name, MaxPoolSize = 20 }.ToString();
        await TestDatabase.PrepareAsync(DatabaseProvider.SqlServer, connection, cancellationToken);
        return new TestDatabase(DatabaseProvider.SqlServer, connection, TestDatabase.NewFolder(), time, () => DropAsync(connection));
    }

    private static async Task DropAsync(string connection)
    {
        await using var db = new SqlServerPortalDb(new DbContextOptionsBuilder<SqlServerPortalDb>().UseSqlServer(connection).Options);
        await db.Database.EnsureDeletedAsync();
    }
}
