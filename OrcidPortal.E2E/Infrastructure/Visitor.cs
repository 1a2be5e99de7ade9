using Microsoft.Playwright;

namespace OrcidPortal.E2E.Infrastructure;

/// <summary>One person at one browser.</summary>
public sealed class Visitor : IAsyncDisposable
{
    public const int Desk = 1280;
    public const int Phone = 390;

    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];

    internal Visitor(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, message) => Remember(message);
        page.Console += (_, message) => { if (message.Type == "error") Remember($"{message.Text} ({message.Location})"); };
    }

    public IPage Page { get; }

    /// <summary>What the browser's console complained about so far; a healthy journey has none.</summary>
    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (_errors) return [.. _errors];
        }
    }

    /// <summary>Signs in as one of the demo people.</summary>
    /// <param name="account">researcher, researcher2, curator or admin.</param>
    public async Task SignInAsync(string account)
    {
        await Page.GotoAsync($"/signin/demo/{account}");
        await InteractiveAsync();
    }

    /// <summary>Opens a page of the portal and waits until it listens.</summary>
    /// <param name="path">For example <c>/works</c>.</param>
    public async Task GoToAsync(string path)
    {
        await Page.GotoAsync(path);
        await InteractiveAsync();
    }

    /// <summary>Waits until the circuit is up: what is typed before is lost.</summary>
    public async Task InteractiveAsync()
    {
        await Page.Locator("[data-interactive=true]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await SettledAsync();
    }

    /// <summary>Waits until nothing on the page says that it is loading, and the frame belongs to the page (its skip link follows the address).</summary>
    public async Task SettledAsync()
    {
        await Assertions.Expect(Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        await Page.WaitForFunctionAsync("() => { const skip = document.querySelector('a.skip'); return !skip || new URL(skip.href).pathname === location.pathname; }");
    }

    /// <summary>Checks the page as it stands for accessibility and takes pictures of it, on a desk and on a phone, light and dark.</summary>
    /// <param name="name">What the pictures in <c>TestResults/pictures</c> are called.</param>
    public async Task InspectAsync(string name)
    {
        var before = Page.ViewportSize!.Width;
        await SettledAsync();
        foreach (var width in (int[])[Desk, Phone])
        {
            await WidenAsync(width);
            foreach (var dark in (bool[])[false, true])
            {
                await LookAsync(dark);
                await ShootAsync($"{name}-{width}-{(dark ? "dark" : "light")}");
                await Accessibility.CheckAsync(Page, $"{width} px wide, {(dark ? "dark" : "light")}");
            }
            (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, $"{Page.Url} scrolls sideways at {width} px");
        }
        await LookAsync(dark: false);
        await WidenAsync(before);
    }

    /// <summary>Takes a picture of the whole page.</summary>
    public Task ShootAsync(string name) => Page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Pictures, $"{name}.png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    internal static ViewportSize Viewport(int width) => new() { Width = width, Height = width == Phone ? 844 : 900 };

    // The page tells the server its width, the server opens or closes the drawer, and all beside it moves over: a click meanwhile meets nothing.
    private async Task WidenAsync(int width)
    {
        await Page.SetViewportSizeAsync(width, Viewport(width).Height);
        await Page.WaitForFunctionAsync("""
            open => {
              const drawer = document.getElementById("drawer");
              return (!drawer || drawer.classList.contains("mud-drawer--open") === open) && document.getAnimations().every(a => a.playState !== "running" || a.effect.getComputedTiming().iterations === Infinity);
            }
            """, width == Desk);
    }

    // The system's look changes, the page tells the server, the server sends the other colours, and they fade over.
    private async Task LookAsync(bool dark)
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
        await Page.Locator($"html[data-look={(dark ? "dark" : "light")}]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Page.WaitForFunctionAsync("""
            dark => {
              const background = getComputedStyle(document.documentElement).getPropertyValue("--mud-palette-background").match(/\d+/g);
              const there = !background || (background.slice(0, 3).reduce((sum, c) => sum + Number(c), 0) < 384) === dark;
              return there && document.getAnimations().every(a => a.playState !== "running" || a.effect.getComputedTiming().iterations === Infinity);
            }
            """, dark);
    }

    private void Remember(string error)
    {
        lock (_errors) _errors.Add(error);
    }
}
