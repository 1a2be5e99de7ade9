using Npgsql;
using OrcidPortal.Data;

namespace OrcidPortal.Tests.Infrastructure;

/// <summary>PostgreSQL: one server a test run, one migrated template database in it, one clone of that for each test.</summary>
internal static class PostgreSql
{
    private static readonly string Run = "portal_test_" + Guid.NewGuid().ToString("N")[..10];
    private static readonly Lazy<Task<PostgreSqlServer>> Server = new(StartAsync);
    private static int _count;

    public static async Task<TestDatabase> OpenAsync(TimeProvider? time, CancellationToken cancellationToken)
    {
        var server = await Server.Value.WaitAsync(cancellationToken);
        if (server.ConnectionString is null)
        {
            if (Environment.GetEnvironmentVariable("CI") is "true" or "1") Assert.Fail(server.WhyNot);
            Assert.Skip(server.WhyNot);
        }
        var name = $"{Run}_{Interlocked.Increment(ref _count)}";
        await ExecuteAsync(server, $"CREATE DATABASE {name} TEMPLATE {Run}", cancellationToken);
        var connection = In(server, name);
        return new TestDatabase(DatabaseProvider.PostgreSql, connection, TestDatabase.NewFolder(), time, () => DropAsync(server, connection, name));
    }

    /// <summary>Removes what this run made and stops the server, if this run started it.</summary>
    public static async Task EndAsync()
    {
        if (!Server.IsValueCreated) return;
        var server = await Server.Value;
        if (server.ConnectionString is not null) await ExecuteAsync(server, $"DROP DATABASE {Run} WITH (FORCE)", CancellationToken.None);
        await server.DisposeAsync();
    }

    private static async Task<PostgreSqlServer> StartAsync()
    {
        var server = await PostgreSqlServer.FindAsync();
        if (server.ConnectionString is null) return server;
        // A template must have no connections while it is cloned.
        var template = new NpgsqlConnectionStringBuilder(In(server, Run)) { Pooling = false }.ToString();
        await TestDatabase.PrepareAsync(DatabaseProvider.PostgreSql, template, CancellationToken.None);
        return server;
    }

    private static async Task DropAsync(PostgreSqlServer server, string connectionString, string name)
    {
        await using (var connection = new NpgsqlConnection(connectionString)) NpgsqlConnection.ClearPool(connection);
        await ExecuteAsync(server, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)", CancellationToken.None);
    }

    private static async Task ExecuteAsync(PostgreSqlServer server, string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = "postgres", MaxPoolSize = 20 }.ToString());
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string In(PostgreSqlServer server, string database) =>
        new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = database, MaxPoolSize = 20, IncludeErrorDetail = true }.ToString();
}
