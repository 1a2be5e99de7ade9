using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.E2E.Infrastructure;

/// <summary>A database that outlives the portals that run on it, with the keys of its tokens: the test puts in what is there from the beginning, and looks at what is there in the end.</summary>
internal sealed class PortalDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("orcidportal-e2e-data-");
    private readonly DatabaseProvider _provider;
    private readonly string _connection;
    private readonly PostgreSqlServer? _server;

    private PortalDatabase(DatabaseProvider provider, PostgreSqlServer? server)
    {
        (_provider, _server) = (provider, server);
        _connection = server is null
            ? $"Data Source={Path.Combine(_folder.FullName, "portal.db")}"
            : new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = "portal_e2e_" + Guid.NewGuid().ToString("N")[..10], MaxPoolSize = 50 }.ToString();
        var keys = DataProtectionProvider.Create(_folder.CreateSubdirectory("keys"), b => b.SetApplicationName(KeyRing.ApplicationName));
        Seal = new TokenSeal(keys);
    }

    /// <summary>For tokens that the portal can open.</summary>
    public TokenSeal Seal { get; }

    /// <summary>Settings of a portal that runs on it, for <see cref="PortalServer.StartAsync"/>.</summary>
    public IReadOnlyList<(string Key, string Value)> Settings =>
    [
        ("Database:Provider", $"{_provider}"), ("ConnectionStrings:Portal", _connection), ("Security:KeyFolder", Path.Combine(_folder.FullName, "keys")),
    ];

    /// <summary>Makes an empty one, up to date. Skips the test with the reason where the provider is not to be had; in CI that fails.</summary>
    public static async Task<PortalDatabase> CreateAsync(DatabaseProvider provider)
    {
        var server = provider == DatabaseProvider.PostgreSql ? await PostgreSqlServer.FindAsync() : null;
        if (server is { ConnectionString: null })
        {
            if (Environment.GetEnvironmentVariable("CI") is "true" or "1") Assert.Fail(server.WhyNot);
            Assert.Skip(server.WhyNot);
        }
        var database = new PortalDatabase(provider, server);
        await using var db = database.Open();
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
        return database;
    }

    /// <summary>A context of its own.</summary>
    public PortalDb Open() => _server is null
        ? new SqlitePortalDb(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite(_connection).Options)
        : new PostgreSqlPortalDb(new DbContextOptionsBuilder<PostgreSqlPortalDb>().UseNpgsql(_connection).Options);

    /// <summary>Reads with a context of its own.</summary>
    public async Task<T> ReadAsync<T>(Func<PortalDb, Task<T>> read)
    {
        await using var db = Open();
        return await read(db);
    }

    /// <summary>Waits until nothing is left to plan, to send or to read back.</summary>
    public Task SettledAsync() => Eventually.IsAsync(
        () => ReadAsync(async db => await db.RecordChanges.AnyAsync(c => c.PlannedAt == null, TestContext.Current.CancellationToken) || await db.PlanRequests.AnyAsync(r => r.DoneAt == null, TestContext.Current.CancellationToken)
            || await db.SyncItems.AnyAsync(i => i.State == SyncState.Ready || i.State == SyncState.Retrying || i.State == SyncState.Sending, TestContext.Current.CancellationToken)),
        busy => !busy, "everything is planned and sent");

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await using (var db = Open()) await db.Database.EnsureDeletedAsync();
            await _server.DisposeAsync();
        }
        else
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }
        _folder.Delete(recursive: true);
    }
}
