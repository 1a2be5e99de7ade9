using System.Diagnostics.Metrics;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Remote;

/// <summary>What is measured of calls to ORCID, under the meter <c>OrcidPortal.Remote</c>.</summary>
internal sealed class CallMetrics
{
    public const string MeterName = "OrcidPortal.Remote";

    private readonly Counter<long> _reserved;
    private readonly Counter<long> _used;
    private readonly Counter<long> _lapsed;
    private readonly Histogram<double> _duration;

    private readonly KeyValuePair<string, object?>[] _api;

    /// <param name="api">Which API is called; null: the member API, which is not named.</param>
    public CallMetrics(IMeterFactory meters, string? api)
    {
        _api = api is null ? [] : [new("api", api)];
        var meter = meters.Create(MeterName);
        _reserved = meter.CreateCounter<long>("orcidportal.permits.reserved", "{permit}", "Permits to call ORCID taken from the shared row.");
        _used = meter.CreateCounter<long>("orcidportal.permits.used", "{permit}", "Permits that a call used.");
        _lapsed = meter.CreateCounter<long>("orcidportal.permits.lapsed", "{permit}", "Permits that nobody used in time.");
        _duration = meter.CreateHistogram<double>("orcidportal.calls.duration", "s", "Calls to ORCID by outcome.");
    }

    public void Reserved(int permits) => _reserved.Add(permits, _api);

    public void Used() => _used.Add(1, _api);

    public void Lapsed() => _lapsed.Add(1, _api);

    public void Called(OrcidResult result, TimeSpan duration) => _duration.Record(duration.TotalSeconds, [new("outcome", result.Name), .. _api]);
}
