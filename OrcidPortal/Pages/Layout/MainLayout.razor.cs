using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;
using OrcidPortal.Data;
using OrcidPortal.Pages.Texts;

namespace OrcidPortal.Pages.Layout;

/// <summary>The frame around every page: bar, drawer, ribbon, and the reader's look and clock.</summary>
public sealed partial class MainLayout : IAsyncDisposable
{
    private bool _drawer = true;
    private bool _dark;
    private string _path = "";
    private string _skip = "#content";
    private Reader _reader = new(TimeZoneInfo.Utc, default);
    private ITimer? _minute;
    private DotNetObjectReference<MainLayout>? _self;

    [Inject] private IStringLocalizer<FrameTexts> Texts { get; set; } = default!;
    [Inject] private IOptions<InstitutionOptions> Institution { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private TimeProvider Time { get; set; } = default!;
    [Inject] private IJSRuntime Js { get; set; } = default!;

    [CascadingParameter] private ReaderCookie? Cookie { get; set; }

    protected override void OnInitialized()
    {
        _dark = Cookie?.Dark ?? false;
        _reader = new Reader(Cookie?.FindZone() ?? Institution.Value.FindZone(), Time.GetUtcNow());
    }

    // With the page itself, not with the event of the address: the router hears that first. The page would be made, loaded and shown, and then made anew under the
    // new key: what was typed meanwhile would be gone.
    protected override void OnParametersSet() => ReadPath();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _minute = Time.CreateTimer(_ => _ = InvokeAsync(TickAsync), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        _self = DotNetObjectReference.Create(this);
        try
        {
            var said = ReaderCookie.Parse(await Js.InvokeAsync<string?>("portalReader.watch", _self));
            Take(said);
        }
        catch (JSDisconnectedException)
        {
            // The browser went away before it could say; nobody is left to read this page.
        }
    }

    /// <summary>The system's look changed while the reader follows it.</summary>
    [JSInvokable]
    public Task LookChanged(string cookie) => InvokeAsync(() => Take(ReaderCookie.Parse(cookie)));

    private void Take(ReaderCookie said)
    {
        var zone = said.FindZone() ?? _reader.Zone;
        if (said.Look is not null && said.Dark == _dark && zone.Id == _reader.Zone.Id) return;
        _dark = said.Look is null ? _dark : said.Dark;
        _reader = _reader with { Zone = zone };
        StateHasChanged();
    }

    private async Task SwitchAsync(bool dark)
    {
        _dark = dark;
        await Js.InvokeVoidAsync("portalReader.choose", dark ? "dark" : "light");
    }

    private Task TickAsync()
    {
        _reader = _reader with { Now = Time.GetUtcNow() };
        StateHasChanged();
        return Task.CompletedTask;
    }

    private void ReadPath()
    {
        var relative = Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0];
        _path = relative.Split('?')[0];
        _skip = relative + "#content";
    }

    public async ValueTask DisposeAsync()
    {
        if (_minute is not null) await _minute.DisposeAsync();
        _self?.Dispose();
    }
}
