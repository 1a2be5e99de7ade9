using System.ComponentModel;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Control;

/// <summary>The registry's own clock, for what takes years otherwise.</summary>
internal sealed class ClockControl(Registry registry)
{
    private const double Century = 100 * 365.25 * 24 * 3600;

    public Task ShowAsync(HttpContext http) => ControlJson.WriteAsync(http, 200, new { registry.Now, OffsetSeconds = registry.ClockOffset.TotalSeconds });

    public async Task SetAsync(HttpContext http)
    {
        if (await ControlJson.ReadAsync<Setting>(http) is not { } asked) return;
        var seconds = (asked.OffsetSeconds ?? registry.ClockOffset.TotalSeconds) + (asked.AdvanceSeconds ?? 0);
        if (asked is { OffsetSeconds: null, AdvanceSeconds: null }) await ControlJson.RefuseAsync(http, 400, "Say offsetSeconds or advanceSeconds.");
        else if (!(Math.Abs(seconds) <= Century)) await ControlJson.RefuseAsync(http, 400, "The clock can be set a hundred years ahead or back.");
        else
        {
            registry.ClockOffset = TimeSpan.FromSeconds(seconds);
            await ShowAsync(http);
        }
    }

    internal sealed record Setting(
        [property: Description("How many seconds the registry's clock is ahead of the machine's; less than 0: behind.")] double? OffsetSeconds = null,
        [property: Description("How many seconds it is moved on.")] double? AdvanceSeconds = null);
}
