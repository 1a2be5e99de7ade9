using OrcidPortal.Simulator.Traffic;

namespace OrcidPortal.Simulator.Control;

/// <summary>What shall go wrong.</summary>
internal sealed class TrafficControl(FaultList faults)
{
    public async Task AddFaultAsync(HttpContext http)
    {
        if (await ControlJson.ReadAsync<Fault>(http) is not { } fault) return;
        if (fault.FindFault() is { } wrong) await ControlJson.RefuseAsync(http, 400, wrong);
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
}
