using Microsoft.Playwright;
using OrcidPortal.E2E.Infrastructure;

[assembly: AssemblyFixture(typeof(Browser))]

namespace OrcidPortal.E2E.Infrastructure;

/// <summary>One browser for all tests of this run, started by the first that needs it; each visitor has cookies of their own.</summary>
public sealed class Browser : IAsyncDisposable
{
    /// <summary>How long pages may take to do or to show something, in milliseconds: two cores are shared with all other tests.</summary>
    private const int Patience = 40_000;

    private static readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> Running = new(StartAsync);

    /// <summary>Somebody new, signed in nowhere.</summary>
    /// <param name="portal">Whose pages they visit.</param>
    /// <param name="width">1280 (desk) or 390 (phone), in CSS pixels.</param>
    /// <param name="dark">Whether their system asks for a dark look.</param>
    public static async Task<Visitor> VisitAsync(PortalServer portal, int width = Visitor.Desk, bool dark = false)
    {
        var (_, browser) = await Running.Value.WaitAsync(TestContext.Current.CancellationToken);
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = portal.Address.ToString(),
            ViewportSize = Visitor.Viewport(width),
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
            TimezoneId = "Europe/Vienna",
        });
        context.SetDefaultTimeout(Patience);
        return new Visitor(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (!Running.IsValueCreated) return;
        var (playwright, browser) = await Running.Value;
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task<(IPlaywright, IBrowser)> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        return (playwright, await Chromium.LaunchAsync(playwright));
    }
}
