using Npgsql;
using OrcidPortal.Data;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.E2E.Benchmarks;

/// <summary>An empty database for one benchmark, and a folder for what else the portal keeps.</summary>
internal sealed class BenchmarkDatabase : IAsyncDisposable
{
    private readonly PostgreSqlServer? _server;
    private readonly string? _name;

    private BenchmarkDatabase(DatabaseProvider provider, DirectoryInfo folder, string connectionString, PostgreSqlServer? server, string? name) =>
        (Provider, Folder, ConnectionString, _server, _name) = (provider, folder, connectionString, server, name);

    public DatabaseProvider Provider { get; }
    public DirectoryInfo Folder { get; }
    public string ConnectionString { get; }

    /// <summary>Settings of a portal over it that calls a simulator by itself, without demo people.</summary>
    public IReadOnlyList<(string Key, string Value)> Settings(SimulatorProcess simulator, params IReadOnlyList<(string Key, string Value)> more) =>
    [
        ("Database:Provider", Provider.ToString()), ("ConnectionStrings:Portal", ConnectionString), ("Security:KeyFolder", Path.Combine(Folder.FullName, "keys")), ("Security:Mode", "Demo"),
        ("Demo:Seed", "false"), ("Simulator:StateFile", ""), ("Orcid:SimulatorUrl", simulator.Http.BaseAddress!.ToString()), .. more,
    ];

    public static async Task<BenchmarkDatabase> CreateAsync(DatabaseProvider provider)
    {
        var folder = Directory.CreateTempSubdirectory("orcidportal-bench-");
        if (provider == DatabaseProvider.Sqlite) return new(provider, folder, $"Data Source={Path.Combine(folder.FullName, "portal.db")}", null, null);
        var server = await PostgreSqlServer.FindAsync();
        if (server.ConnectionString is null) Assert.Skip(server.WhyNot);
        var name = "portal_bench_" + Guid.NewGuid().ToString("N")[..10];
        await ExecuteAsync(server, $"CREATE DATABASE {name}");
        return new(provider, folder, new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name }.ToString(), server, name);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await ExecuteAsync(_server, $"DROP DATABASE {_name} WITH (FORCE)");
            await _server.DisposeAsync();
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Folder.Delete(recursive: true);
    }

    private static async Task ExecuteAsync(PostgreSqlServer server, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = "postgres", Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
