namespace OrcidPortal.Tests.Infrastructure;

/// <summary>
/// The server of this run: the one that <c>ORCIDPORTAL_TEST_POSTGRES</c> names (a connection string that may create databases), else one started
/// from binaries on this machine, else from Docker, else from a package that apt-get installs, else none and why.
/// </summary>
internal sealed class PostgreSqlServer : IAsyncDisposable
{
    private readonly WatchedProcess? _process;

    private PostgreSqlServer(string? connectionString, string whyNot, WatchedProcess? process = null) =>
        (ConnectionString, WhyNot, _process) = (connectionString, whyNot, process);

    /// <summary>Null: there is none.</summary>
    public string? ConnectionString { get; }
    public string WhyNot { get; }

    public static async Task<PostgreSqlServer> FindAsync()
    {
        if (Environment.GetEnvironmentVariable("ORCIDPORTAL_TEST_POSTGRES") is { Length: > 0 } configured) return new(configured, "");
        List<string> reasons = [];
        foreach (var start in (Func<Task<(string? ConnectionString, WatchedProcess? Process, string WhyNot)>>[])[LocalPostgreSql.StartAsync, DockerPostgreSql.StartAsync, InstallAsync])
        {
            var (connectionString, process, whyNot) = await start();
            if (connectionString is not null) return new(connectionString, "", process);
            reasons.Add(whyNot);
        }
        return new(null, $"PostgreSQL is not to be had: {string.Join("; ", reasons)}. Install PostgreSQL or Docker, or let ORCIDPORTAL_TEST_POSTGRES hold a connection string.");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
    }

    private static async Task<(string?, WatchedProcess?, string)> InstallAsync()
    {
        if (LocalPostgreSql.Installed) return (null, null, "nothing to install");
        var installed = await Shell.InstallAsync("postgresql");
        return installed is null ? await LocalPostgreSql.StartAsync() : (null, null, installed);
    }
}
