using System.Diagnostics;

namespace OrcidPortal.Tests.Infrastructure;

/// <summary>Other programs of this machine, never without a time limit.</summary>
internal static class Shell
{
    /// <summary>The full path of a program in PATH, or null.</summary>
    public static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Append("/usr/sbin").Append("/sbin").Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    public static async Task<ShellResult> RunAsync(IReadOnlyList<string> command, TimeSpan timeout)
    {
        using var process = new Process { StartInfo = StartInfo(command, Path.GetTempPath()) };
        using var cancellation = new CancellationTokenSource(timeout);
        try
        {
            process.Start();
            var output = process.StandardOutput.ReadToEndAsync(cancellation.Token);
            var errors = process.StandardError.ReadToEndAsync(cancellation.Token);
            await process.WaitForExitAsync(cancellation.Token);
            return new ShellResult(process.ExitCode == 0, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return new ShellResult(false, "", $"no end within {timeout.TotalSeconds:0} s");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return new ShellResult(false, "", e.Message);
        }
    }

    /// <summary>Installs Debian packages where this process is root.</summary>
    /// <returns>Null when they are installed, else why not.</returns>
    public static async Task<string?> InstallAsync(params IReadOnlyList<string> packages)
    {
        if (Find("apt-get") is null) return "no apt-get to install it with";
        if (!Environment.IsPrivilegedProcess) return "installing it with apt-get needs root";
        IReadOnlyList<string> apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "Acquire::Retries=2", "-o", "Acquire::http::Timeout=20", "-o", "DPkg::Lock::Timeout=120"];
        await RunAsync([.. apt, "update"], TimeSpan.FromMinutes(3));
        var installed = await RunAsync([.. apt, "install", "-y", "--no-install-recommends", .. packages], TimeSpan.FromMinutes(6));
        return installed.Succeeded ? null : $"apt-get could not install {string.Join(", ", packages)} ({installed.Errors.Trim().Split('\n')[^1]})";
    }

    internal static ProcessStartInfo StartInfo(IReadOnlyList<string> command, string folder) => new(command[0], command.Skip(1))
    {
        WorkingDirectory = folder,
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };
}

/// <summary>What a program said and whether it ended with 0.</summary>
internal sealed record ShellResult(bool Succeeded, string Output, string Errors);
