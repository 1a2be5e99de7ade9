using System.Globalization;
using OrcidPortal.Simulator.Store;
using OrcidPortal.Simulator.Traffic;

namespace OrcidPortal.Simulator.Control;

/// <summary>What came in, and what shall go wrong.</summary>
internal sealed class TrafficControl(Registry registry, FaultList faults)
{
    public async Task AddFaultAsync(HttpContext http)
    {
        if (await ControlJson.ReadAsync<Fault>(http) is not { } fault) return;
        if (fault.Count is < 1) await ControlJson.RefuseAsync(http, 400, "count is at least 1.");
        else if (fault.Status is < 200 or > 599) await ControlJson.RefuseAsync(http, 400, "status is between 200 and 599.");
        else if (fault.DelayMs is < 0 or > 600_000) await ControlJson.RefuseAsync(http, 400, "delayMs is between 0 and 600000.");
        else if (fault is { Status: null, DelayMs: null, CutBefore: false, CutAfter: false }) await ControlJson.RefuseAsync(http, 400, "Say what goes wrong: status, delayMs, cutBefore or cutAfter.");
        else
        {
            faults.Add(fault.Tidied());
            await ControlJson.DoneAsync(http);
        }
    }

    public Task FaultsAsync(HttpContext http) => ControlJson.WriteAsync(http, 200, new { items = faults.Waiting() });

    public Task ClearFaultsAsync(HttpContext http)
    {
        faults.Clear();
        return ControlJson.DoneAsync(http);
    }

    /// <summary>The calls in the order they were answered; <c>orcid</c>, <c>method</c> and <c>since</c> (ISO 8601, inclusive) narrow them.</summary>
    public Task CallsAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var (orcid, method) = (query["orcid"].FirstOrDefault(), query["method"].FirstOrDefault());
        DateTimeOffset since = default;
        if (query["since"].FirstOrDefault() is { Length: > 0 } text && !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out since))
            return ControlJson.RefuseAsync(http, 400, $"'{text}' is not a time.");
        var items = registry.Run(state => state.Calls
            .Where(c => (orcid is null || c.Orcid == orcid) && (method is null || c.Method.Equals(method, StringComparison.OrdinalIgnoreCase)) && c.At >= since)
            .ToList());
        return ControlJson.WriteAsync(http, 200, new { items });
    }

    public Task ClearCallsAsync(HttpContext http)
    {
        registry.Run(state => state.ClearCalls());
        return ControlJson.DoneAsync(http);
    }
}
