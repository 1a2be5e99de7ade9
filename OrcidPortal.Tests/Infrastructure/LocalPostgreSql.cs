using Npgsql;

namespace OrcidPortal.Tests.Infrastructure;

/// <summary>A server from binaries on this machine, in a temporary folder, reached through a socket in it: no port to collide on.</summary>
internal static class LocalPostgreSql
{
    // The arguments are: bin folder, folder, locale. Ends with its standard input, that is with the test process at the latest.
    private const string Script = """
        trap '' INT
        trap 'rm -rf "$2"' EXIT
        "$1/initdb" -D "$2/data" -U portal -A trust -E UTF8 --locale="$3" --no-sync >"$2/initdb.log" 2>&1 || { cat "$2/initdb.log"; exit 1; }
        "$1/postgres" -D "$2/data" -k "$2" -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
          -c max_connections=300 -c shared_buffers=256MB >"$2/server.log" 2>&1 </dev/null &
        server=$!
        echo started
        cat >/dev/null
        kill -QUIT $server
        wait $server
        """;

    public static bool Installed => BinFolder() is not null;

    public static async Task<(string? ConnectionString, WatchedProcess? Process, string WhyNot)> StartAsync()
    {
        if (BinFolder() is not { } bin) return (null, null, "no initdb and postgres on this machine");
        var folder = Directory.CreateTempSubdirectory("orcidportal-pg-").FullName;
        IReadOnlyList<string> run = ["sh", "-c", Script, "sh", bin, folder, OperatingSystem.IsLinux() ? "C.UTF-8" : "en_US.UTF-8"];
        if (Environment.IsPrivilegedProcess)
        {
            // initdb refuses root.
            var owner = (await Shell.RunAsync(["id", "-u", "postgres"], TimeSpan.FromSeconds(10))).Succeeded ? "postgres" : "nobody";
            await Shell.RunAsync(["chown", owner, folder], TimeSpan.FromSeconds(10));
            run = Shell.Find("setpriv") is not null ? ["setpriv", $"--reuid={owner}", "--clear-groups", .. run] : ["runuser", "-u", owner, "--", .. run];
        }
        var process = WatchedProcess.Start(run, folder);
        var connection = new NpgsqlConnectionStringBuilder { Host = folder, Username = "portal", Database = "postgres" }.ToString();
        if (await process.UntilAsync(() => AnswersAsync(connection), TimeSpan.FromSeconds(60))) return (connection, process, "");
        await process.DisposeAsync();
        return (null, null, $"the server in {bin} did not start: {process.Output}");
    }

    /// <summary>Whether a server takes connections.</summary>
    public static async Task<bool> AnswersAsync(string connectionString)
    {
        try
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Timeout = 5 }.ToString());
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static string? BinFolder()
    {
        if (OperatingSystem.IsWindows()) return null;
        IEnumerable<string> debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var v) ? v : 0).Select(d => Path.Combine(d, "bin"))
            : [];
        // A link in PATH counts as what it leads to.
        var inPath = Shell.Find("initdb") is { } initdb ? Path.GetDirectoryName(File.ResolveLinkTarget(initdb, returnFinalTarget: true)?.FullName ?? initdb) : null;
        return debian.Append(inPath).FirstOrDefault(bin => bin is not null && File.Exists(Path.Combine(bin, "initdb")) && File.Exists(Path.Combine(bin, "postgres")));
    }
}
