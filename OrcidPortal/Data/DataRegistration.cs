using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Data;

/// <summary>The database: one of three providers, behind <see cref="IDbContextFactory{TContext}"/> of <see cref="PortalDb"/>.</summary>
public static class DataRegistration
{
    private const string PreparedSetting = "Max Auto Prepare";
    private const int PreparedAConnection = 100;
    private const int UsesBeforePrepared = 2;

    public static WebApplicationBuilder AddData(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<InstitutionOptions>().BindConfiguration(InstitutionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddTimeProvider();
        var options = builder.Configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new DatabaseOptions();
        var connection = builder.Configuration.GetConnectionString("Portal");
        switch (options.Provider)
        {
            case DatabaseProvider.Sqlite:
                var path = SqliteConnectionString(connection, builder.Environment.ContentRootPath, options);
                services.AddPooledDbContextFactory<SqlitePortalDb>(o => o.UseSqlite(path));
                services.AddSingleton<IDbContextFactory<PortalDb>, ForwardingFactory<SqlitePortalDb>>();
                break;
            case DatabaseProvider.SqlServer:
                services.AddPooledDbContextFactory<SqlServerPortalDb>(o => o.UseSqlServer(Required(connection), s => s.CommandTimeout(options.CommandTimeout)));
                services.AddSingleton<IDbContextFactory<PortalDb>, ForwardingFactory<SqlServerPortalDb>>();
                break;
            default:
                services.AddPooledDbContextFactory<PostgreSqlPortalDb>(o => o.UseNpgsql(PostgreSqlConnectionString(Required(connection)), s => s.CommandTimeout(options.CommandTimeout)));
                services.AddSingleton<IDbContextFactory<PortalDb>, ForwardingFactory<PostgreSqlPortalDb>>();
                break;
        }
        services.AddSingleton(_ => new WriteGate(options.Provider == DatabaseProvider.Sqlite));
        services.AddSingleton<Transactions>();
        return builder;
    }

    /// <summary>Brings the schema to this version (where <c>Database:MigrateAtStart</c> says so) and makes sure the installation has its id.</summary>
    public static async Task PrepareDatabaseAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        var contexts = services.GetRequiredService<IDbContextFactory<PortalDb>>();
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (services.GetRequiredService<IOptions<DatabaseOptions>>().Value.MigrateAtStart) await db.Database.MigrateAsync(cancellationToken);
            if (db is SqlitePortalDb) await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = 'wal'", cancellationToken);
        }
        var time = services.GetRequiredService<TimeProvider>();
        await services.GetRequiredService<Transactions>().RunAsync(async (db, ct) =>
        {
            if (!await db.Instances.AnyAsync(ct))
                db.Instances.Add(new Instance { InstanceId = Guid.NewGuid().ToString("N")[..12], CreatedAt = time.GetUtcNow() });
        }, cancellationToken);
    }

    private static void TryAddTimeProvider(this IServiceCollection services)
    {
        if (services.All(s => s.ServiceType != typeof(TimeProvider))) services.AddSingleton(TimeProvider.System);
    }

    private static string SqliteConnectionString(string? configured, string contentRoot, DatabaseOptions options)
    {
        var builder = new SqliteConnectionStringBuilder(configured ?? "Data Source=App_Data/portal.db") { DefaultTimeout = options.CommandTimeout };
        if (builder.Mode != SqliteOpenMode.Memory && builder.DataSource != ":memory:")
        {
            builder.DataSource = Path.GetFullPath(builder.DataSource, contentRoot);
            Directory.CreateDirectory(Path.GetDirectoryName(builder.DataSource)!);
        }
        return builder.ToString();
    }

    /// <summary>Statements that come again are parsed once a connection and planned once, where nothing else is said: a push runs the same dozen thousands of times.</summary>
    internal static string PostgreSqlConnectionString(string configured)
    {
        var builder = new NpgsqlConnectionStringBuilder(configured);
        if (!builder.ShouldSerialize(PreparedSetting)) (builder.MaxAutoPrepare, builder.AutoPrepareMinUsages) = (PreparedAConnection, UsesBeforePrepared);
        return builder.ToString();
    }

    private static string Required(string? connection) => string.IsNullOrWhiteSpace(connection)
        ? throw new OptionsValidationException(DatabaseOptions.Section, typeof(DatabaseOptions), ["Set ConnectionStrings:Portal: a server database needs a connection string."])
        : connection;

    /// <summary><see cref="IDbContextFactory{TContext}"/> is not covariant: this hands the provider's context out as the common one.</summary>
    private sealed class ForwardingFactory<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<PortalDb>
        where TContext : PortalDb
    {
        public PortalDb CreateDbContext() => inner.CreateDbContext();
        public async Task<PortalDb> CreateDbContextAsync(CancellationToken cancellationToken = default) => await inner.CreateDbContextAsync(cancellationToken);
    }
}
