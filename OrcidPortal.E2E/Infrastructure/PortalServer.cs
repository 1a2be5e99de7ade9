using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace OrcidPortal.E2E.Infrastructure;

/// <summary>
/// The real portal as a process of its own, as the README's command starts it: Development, SQLite, simulator and demo people (without their records, unless asked for), on a free port, all
/// of its files in a temporary folder. It ends with the test that started it, or with the test process at the latest.
/// </summary>
public sealed partial class PortalServer : IAsyncDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(120);
    private readonly IReadOnlyList<(string Key, string Value)> _settings;
    private readonly StringBuilder _log = new();
    private Process? _process;
    private Process? _watcher;

    private PortalServer(IReadOnlyList<(string Key, string Value)> settings) => _settings = settings;

    /// <summary>For example <c>http://127.0.0.1:41234/</c>; another after a restart.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The process, while it runs.</summary>
    internal int ProcessId => _process!.Id;

    /// <summary>When the process was made, and when it said that it listens.</summary>
    internal (DateTimeOffset Started, DateTimeOffset Listening) Times { get; private set; }

    /// <summary>The content root, with <c>App_Data</c>.</summary>
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("orcidportal-e2e-");

    /// <summary>Requests without a browser, for the REST API and the simulator's control API.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Whether it runs and nobody but <see cref="KillAsync"/> has ended it.</summary>
    public bool IsRunning => _process is { HasExited: false };

    /// <summary>What the portal wrote to its console so far.</summary>
    public string Log
    {
        get
        {
            lock (_log) return _log.ToString();
        }
    }

    /// <summary>Starts a portal of its own for one test.</summary>
    /// <param name="settings">Beyond those of Development, by their keys, for example <c>("Push:DailyAt", "02:00")</c>.</param>
    public static async Task<PortalServer> StartAsync(params IReadOnlyList<(string Key, string Value)> settings)
    {
        var server = new PortalServer(settings);
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory, "appsettings*.json"))
            File.Copy(file, Path.Combine(server.Folder.FullName, Path.GetFileName(file)));
        try
        {
            await server.StartAgainAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it again after <see cref="KillAsync"/>, on the same files and a new port.</summary>
    public async Task StartAgainAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "OrcidPortal.dll")])
        {
            // The content root of the portal is where it is started.
            WorkingDirectory = Folder.FullName,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        // It does not live long enough for code compiled with what was learned of it.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["Demo__Records"] = "false";
        foreach (var (key, value) in _settings) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;

        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data, listening);
        _process.ErrorDataReceived += (_, line) => Read(line.Data, listening);
        _process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The portal ended while it started."));
        var started = TimeProvider.System.GetUtcNow();
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _watcher = Watch(_process);
        try
        {
            Address = await listening.Task.WaitAsync(StartTime);
            Times = (started, TimeProvider.System.GetUtcNow());
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{e.Message} It said:{Environment.NewLine}{Log}", e);
        }
        Client?.Dispose();
        Client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };
        await ReadyAsync();
    }

    /// <summary>Ends it as a power cut would: nothing of it runs any more.</summary>
    public async Task KillAsync()
    {
        if (_process is null) return;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
        _watcher?.Kill();
        _watcher?.Dispose();
        _watcher = null;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Client?.Dispose();
        // Shown with a test that failed.
        TestContext.Current.TestOutputHelper?.WriteLine(Log);
        Folder.Delete(recursive: true);
    }

    private async Task ReadyAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var started = Stopwatch.StartNew(); started.Elapsed < StartTime; await timer.WaitForNextTickAsync())
        {
            try
            {
                using var answer = await Client.GetAsync("readyz");
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException) when (!_process!.HasExited)
            {
            }
        }
        throw new InvalidOperationException($"The portal is not ready after {StartTime.TotalSeconds:0} s. It said:{Environment.NewLine}{Log}");
    }

    /// <summary>A shell that holds our end of a pipe: when this process dies, however, it ends the other.</summary>
    internal static Process? Watch(Process other) => OperatingSystem.IsWindows() ? null : Process.Start(new ProcessStartInfo("sh", ["-c", "trap '' INT; cat >/dev/null; kill -9 \"$1\"", "sh", $"{other.Id}"])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    });

    private void Read(string? line, TaskCompletionSource<Uri> listening)
    {
        if (line is null) return;
        lock (_log) _log.AppendLine(line);
        if (Listening().Match(line) is { Success: true } match) listening.TrySetResult(new Uri(match.Groups[1].Value));
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
