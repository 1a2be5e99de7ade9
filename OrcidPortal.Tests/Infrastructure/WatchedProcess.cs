using System.Diagnostics;
using System.Text;

namespace OrcidPortal.Tests.Infrastructure;

/// <summary>
/// A server that a shell script starts and stops. The script waits for the end of its standard input, which this process holds open: the
/// server ends when it is disposed, and also when the test process is killed.
/// </summary>
internal sealed class WatchedProcess : IAsyncDisposable
{
    private readonly StringBuilder _output = new();
    private readonly Process _process;

    private WatchedProcess(Process process) => _process = process;

    /// <summary>The last of what it said, in one line.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                var text = _output.ToString().ReplaceLineEndings(" ").Trim();
                return text.Length <= 500 ? text : text[^500..];
            }
        }
    }

    public static WatchedProcess Start(IReadOnlyList<string> command, string folder)
    {
        var process = new Process { StartInfo = Shell.StartInfo(command, folder) };
        process.StartInfo.RedirectStandardInput = true;
        var watched = new WatchedProcess(process);
        process.OutputDataReceived += watched.Collect;
        process.ErrorDataReceived += watched.Collect;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return watched;
    }

    /// <summary>Asks ten times a second.</summary>
    /// <returns>False: it ended before, or the time is over.</returns>
    public async Task<bool> UntilAsync(Func<Task<bool>> ready, TimeSpan timeout)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var started = Stopwatch.StartNew(); started.Elapsed < timeout && !_process.HasExited; await timer.WaitForNextTickAsync())
            if (await ready()) return true;
        return false;
    }

    public async ValueTask DisposeAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }
        _process.Dispose();
    }

    private void Collect(object sender, DataReceivedEventArgs line)
    {
        lock (_output) _output.AppendLine(line.Data);
    }
}
