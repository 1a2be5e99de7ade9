using Microsoft.Playwright;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.E2E.Infrastructure;

/// <summary>The browser of this run: found on this machine, else installed where that is possible, else one sentence that says what to do.</summary>
internal static class Chromium
{
    private const string WhatToDo = "The browser tests need Chromium: install it (Debian: apt-get install chromium), or let PLAYWRIGHT_CHROMIUM hold the path of a Chromium or Chrome.";

    // Without a sandbox, because tests often run as root in a container; the rest keeps the browser from calling anybody but the portal.
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"];

    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        List<string> failures = [];
        foreach (var find in (Func<Task<string?>>[])[() => Task.FromResult(OnThisMachine(playwright)), () => DownloadAsync(playwright), InstallAsync])
        {
            if (await find() is not { } path) continue;
            try
            {
                return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Flags });
            }
            catch (PlaywrightException e)
            {
                // Found but not able to start, for example for want of a library: the package of the system brings what it needs.
                failures.Add($"{path} did not start: {e.Message.Split('\n')[0]}");
            }
        }
        throw new InvalidOperationException($"{WhatToDo} {string.Join(' ', failures)}".TrimEnd());
    }

    private static string? OnThisMachine(IPlaywright playwright) =>
        new[] { Environment.GetEnvironmentVariable("PLAYWRIGHT_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/google-chrome", playwright.Chromium.ExecutablePath }
            .FirstOrDefault(File.Exists);

    private static async Task<string?> DownloadAsync(IPlaywright playwright)
    {
        try
        {
            await Task.Run(() => Microsoft.Playwright.Program.Main(["install", "chromium"])).WaitAsync(TimeSpan.FromMinutes(5));
        }
        catch (TimeoutException)
        {
            return null;
        }
        return File.Exists(playwright.Chromium.ExecutablePath) ? playwright.Chromium.ExecutablePath : null;
    }

    private static async Task<string?> InstallAsync() =>
        await Shell.InstallAsync("chromium", "fonts-liberation") is null && File.Exists("/usr/bin/chromium") ? "/usr/bin/chromium" : null;
}
