using Npgsql;

namespace OrcidPortal.Tests.Infrastructure;

/// <summary>A server in a container, on a port that Docker chooses.</summary>
internal static class DockerPostgreSql
{
    private const string Image = "postgres:17-alpine";

    // The argument is the container's name. Ends with its standard input, that is with the test process at the latest.
    private const string Script = $$"""
        trap '' INT
        docker run --rm --name "$1" -e POSTGRES_USER=portal -e POSTGRES_HOST_AUTH_METHOD=trust -p 127.0.0.1::5432 {{Image}} \
          -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 </dev/null &
        cat >/dev/null
        docker rm -f "$1" >/dev/null
        """;

    public static async Task<(string? ConnectionString, WatchedProcess? Process, string WhyNot)> StartAsync()
    {
        if (Shell.Find("docker") is null) return (null, null, "no Docker on this machine");
        if (!(await Shell.RunAsync(["docker", "info"], TimeSpan.FromSeconds(20))).Succeeded) return (null, null, "Docker does not answer");
        var pulled = await Shell.RunAsync(["docker", "pull", "-q", Image], TimeSpan.FromMinutes(4));
        if (!pulled.Succeeded) return (null, null, $"Docker could not fetch {Image}");
        var name = "orcidportal-test-" + Guid.NewGuid().ToString("N")[..10];
        var process = WatchedProcess.Start(["sh", "-c", Script, "sh", name], Path.GetTempPath());
        string? connection = null;
        var started = await process.UntilAsync(async () =>
        {
            var port = await Shell.RunAsync(["docker", "port", name, "5432/tcp"], TimeSpan.FromSeconds(10));
            if (!port.Succeeded || !int.TryParse(port.Output.Trim().Split('\n')[0].Split(':')[^1], out var number)) return false;
            connection = new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = number, Username = "portal", Database = "postgres" }.ToString();
            return await LocalPostgreSql.AnswersAsync(connection);
        }, TimeSpan.FromSeconds(90));
        if (started) return (connection, process, "");
        await process.DisposeAsync();
        return (null, null, $"the container did not start: {process.Output}");
    }
}
