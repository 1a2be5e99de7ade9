using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Traffic;

/// <summary>Every request of the APIs goes through here: faults are applied, and the call is written down before it is answered.</summary>
internal sealed class Gatekeeper(Registry registry, FaultList faults, TimeProvider time)
{
    /// <param name="http">The request.</param>
    /// <param name="path">Its path without the simulator's prefix.</param>
    /// <param name="orcid">Whose record it is about, if the path says so.</param>
    /// <param name="act">Does it and gives the answer, not yet sent.</param>
    public async Task PassAsync(HttpContext http, string path, string? orcid, Func<CallContext, Task<Reply>> act)
    {
        var at = registry.Now;
        var call = new CallContext { Orcid = orcid };
        var fault = faults.Take(http.Request.Method, path, orcid);
        if (fault?.DelayMs is > 0 and var delay) await Task.Delay(TimeSpan.FromMilliseconds(delay), time, http.RequestAborted);
        if (fault is { CutBefore: true })
        {
            Write(0);
            http.Abort();
            return;
        }
        var reply = fault?.Status is not null ? fault.AsReply() : await act(call);
        Write(reply.Status);
        if (fault is { CutAfter: true }) http.Abort();
        else await reply.WriteAsync(http);

        void Write(int status) => registry.Run(state => state.Add(new CallEntry(at, http.Request.Method, path, status, call.Orcid, call.ClientId)));
    }
}
