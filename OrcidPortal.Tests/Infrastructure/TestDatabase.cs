using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using OrcidPortal.Data;

namespace OrcidPortal.Tests.Infrastructure;

/// <summary>One database of one test; disposing drops it together with everything composed over it.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>Where the fake clock starts: a Monday morning.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly List<IAsyncDisposable> _composed = [];
    private readonly Func<Task> _drop;

    internal TestDatabase(DatabaseProvider provider, string connectionString, DirectoryInfo folder, TimeProvider? time, Func<Task> drop)
    {
        (Provider, ConnectionString, Folder, _drop) = (provider, connectionString, folder, drop);
        TimeProvider = time ?? new FakeTimeProvider(Start);
        WriteGate = new WriteGate(provider == DatabaseProvider.Sqlite);
        Services = Compose(_ => { });
    }

    public DatabaseProvider Provider { get; }
    public string ConnectionString { get; }

    /// <summary>The content root of what is composed over the database; removed with it.</summary>
    public DirectoryInfo Folder { get; }
    public TimeProvider TimeProvider { get; }

    /// <summary>The clock to set forward, unless the test brought its own.</summary>
    public FakeTimeProvider Clock => (FakeTimeProvider)TimeProvider;
    public WriteGate WriteGate { get; }

    /// <summary>The data room alone.</summary>
    public ServiceProvider Services { get; }
    public IDbContextFactory<PortalDb> Contexts => Services.GetRequiredService<IDbContextFactory<PortalDb>>();
    public Transactions Transactions => Services.GetRequiredService<Transactions>();

    /// <summary>Composes rooms over this database by their own registrations, without a web server. Each call is one more process of the same portal (but SQLite's write gate is shared).</summary>
    /// <param name="rooms">For example <c>b =&gt; { b.AddRecords(); b.AddHistory(); }</c>; what it registers last wins.</param>
    /// <param name="settings">Settings by their keys, for example <c>("Orcid:Environment", "Simulator")</c>.</param>
    public ServiceProvider Compose(Action<WebApplicationBuilder> rooms, params IReadOnlyList<(string Key, string? Value)> settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Program).Assembly.GetName().Name,
            EnvironmentName = "Development",
            ContentRootPath = Folder.FullName,
        });
        builder.Configuration.AddInMemoryCollection(
        [
            new("Database:Provider", Provider.ToString()),
            new("ConnectionStrings:Portal", ConnectionString),
            .. settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value)),
        ]);
        // Not started; rooms ask it for the portal's own address.
        builder.WebHost.UseKestrelCore();
        builder.Services.AddLogging();
        builder.Services.AddSingleton(TimeProvider);
        builder.AddData();
        // A page of rows in no order is another one each time.
        builder.Services.ConfigureDbContext<SqlitePortalDb>(o => o.AddInterceptors(SqlServerTranslation.Instance)
            .ConfigureWarnings(w => w.Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning, CoreEventId.FirstWithoutOrderByAndFilterWarning)));
        builder.Services.RemoveAll<WriteGate>();
        builder.Services.AddSingleton(WriteGate);
        rooms(builder);
        var services = builder.Services.BuildServiceProvider(validateScopes: true);
        _composed.Add(services);
        return services;
    }

    /// <summary>Reads state back with a context of its own.</summary>
    public async Task<T> ReadAsync<T>(Func<PortalDb, Task<T>> read)
    {
        await using var db = await Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await read(db);
    }

    /// <summary>Adds rows as they are, past every room.</summary>
    public Task AddAsync(params IReadOnlyList<object> rows) =>
        Transactions.RunAsync((db, _) => { db.AddRange(rows); return Task.CompletedTask; }, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        foreach (var services in Enumerable.Reverse(_composed)) await services.DisposeAsync();
        WriteGate.Dispose();
        await _drop();
        try
        {
            Folder.Delete(recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
        }
    }

    /// <summary>Brings an empty database to the current version, as the portal does when it starts.</summary>
    internal static async Task PrepareAsync(DatabaseProvider provider, string connectionString, CancellationToken cancellationToken)
    {
        await using var database = new TestDatabase(provider, connectionString, NewFolder(), TimeProvider.System, () => Task.CompletedTask);
        await database.Services.PrepareDatabaseAsync(cancellationToken);
    }

    internal static DirectoryInfo NewFolder() => Directory.CreateTempSubdirectory("orcidportal-test-");
}
