using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using OrcidPortal.E2E.Infrastructure;

namespace OrcidPortal.E2E.Benchmarks;

/// <summary>The simulator by itself as a process of its own, so that its memory and its CPU time are nobody else's.</summary>
internal sealed partial class SimulatorProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Process? watcher;

    private SimulatorProcess(Process process, Uri address)
    {
        this.process = process;
        watcher = PortalServer.Watch(process);
        Http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };
    }

    public HttpClient Http { get; }

    /// <summary>CPU time of all its threads so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory, in MB.</summary>
    public double Memory => ProcessMemory.Now(process.Id);

    /// <summary>The most resident memory it ever had, in MB.</summary>
    public double PeakMemory => ProcessMemory.Peak(process.Id);

    /// <param name="settings">Beyond the defaults, by their keys, for example <c>("Simulator:Limits:Enabled", "true")</c>.</param>
    public static async Task<SimulatorProcess> StartAsync(params IReadOnlyList<(string Key, string Value)> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "OrcidPortal.dll"), "simulator", "--urls", "http://127.0.0.1:0"])
        {
            UseShellExecute = false, RedirectStandardOutput = true,
        };
        start.Environment["Logging__LogLevel__Microsoft.AspNetCore"] = "Warning";
        foreach (var (key, value) in settings) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is not { Success: true } match) continue;
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            return new(process, new Uri(match.Groups[1].Value));
        }
        process.Dispose();
        throw new InvalidOperationException("The simulator ended while it started.");
    }

    public async Task<JsonElement> ControlAsync(string path, object body)
    {
        using var answer = await Http.PostAsJsonAsync("_control/" + path, body, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return answer.StatusCode == HttpStatusCode.NoContent ? default : await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    /// <summary>Asks the control API.</summary>
    public Task<JsonElement> ControlAsync(string path) => Http.GetFromJsonAsync<JsonElement>("_control/" + path, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        watcher?.Kill();
        watcher?.Dispose();
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
