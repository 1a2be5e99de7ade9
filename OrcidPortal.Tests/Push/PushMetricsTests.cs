using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;

namespace OrcidPortal.Tests.Push;

public sealed class PushMetricsTests
{
    [Fact]
    public async Task Sending_is_counted_by_items_calls_and_notices()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        var meters = house.Services.GetRequiredService<IMeterFactory>();
        var sums = new ConcurrentDictionary<string, long>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => { if (instrument.Meter.Scope == meters && instrument.Name.StartsWith("orcidportal.", StringComparison.Ordinal)) l.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => sums.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value));
        listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => sums.AddOrUpdate(instrument.Name, 1, (_, count) => count + 1));
        listener.Start();
        await house.SaveAsync(5);

        await house.PushAsync();

        sums.ShouldBe(new Dictionary<string, long>
        {
            ["orcidportal.permits.reserved"] = 1, ["orcidportal.permits.used"] = 1, ["orcidportal.calls.duration"] = 1, ["orcidportal.items"] = 5, ["orcidportal.sync.delay"] = 5, ["orcidportal.notices"] = 1,
        }, ignoreOrder: true);
    }
}
