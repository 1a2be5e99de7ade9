using System.Text;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Traffic;

/// <summary>Every request of the APIs goes through here: faults and limits are applied, and the call is written down before it is answered.</summary>
internal sealed class Gatekeeper(Registry registry, FaultList faults, Limiter limiter, Recorder recorder, TimeProvider time)
{
    private const string Bearer = "Bearer ";

    /// <param name="http">The request.</param>
    /// <param name="path">Its path without the simulator's prefix.</param>
    /// <param name="orcid">Whose record it is about, if the path says so.</param>
    /// <param name="act">Does it and gives the answer, not yet sent.</param>
    public async Task PassAsync(HttpContext http, string path, string? orcid, Func<CallContext, Task<Reply>> act)
    {
        var (at, begun) = (registry.Now, time.GetTimestamp());
        var call = new CallContext { Orcid = orcid };
        var fault = faults.Take(http.Request.Method, path, orcid);
        if (fault?.DelayMs is > 0 and var delay) await Task.Delay(TimeSpan.FromMilliseconds(delay), time, http.RequestAborted);
        if (fault is { CutBefore: true })
        {
            Write(0);
            http.Abort();
            return;
        }
        var isRecorded = recorder.IsOn;
        var asked = isRecorded ? await Recorder.ReadAsync(http.Request, http.RequestAborted) : "";
        var reply = fault?.Status is not null ? fault.AsReply() : await LimitAsync(http, path, call) ?? await act(call);
        var entry = Write(reply.Status);
        if (isRecorded) reply = await RecordAsync(entry, http, asked, reply);
        if (fault is { CutAfter: true }) http.Abort();
        else await (fault is null ? reply : BodyFaults.Apply(reply, fault, http, time)).WriteAsync(http);

        CallEntry Write(int status)
        {
            var written = new CallEntry(at, http.Request.Method, path, status, call.Orcid, call.ClientId)
            {
                ContentType = http.Request.ContentType, Accept = http.Request.Headers.Accept.ToString() is { Length: > 0 } accept ? accept : null,
                Milliseconds = (int)time.GetElapsedTime(begun).TotalMilliseconds,
            };
            registry.Run(state => state.Add(written));
            return written;
        }
    }

    private Task<Reply?> LimitAsync(HttpContext http, string path, CallContext call)
    {
        var host = path.Contains("/oauth/", StringComparison.Ordinal) ? "token" : path.StartsWith("/pub/", StringComparison.Ordinal) ? "public" : "member";
        var header = http.Request.Headers.Authorization.ToString();
        var token = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? registry.Run(state => state.FindToken(header[Bearer.Length..].Split(',')[0].Trim())) : null;
        call.ClientId = token?.ClientId;
        return limiter.PassAsync(host, token?.ClientId ?? http.Connection.RemoteIpAddress?.ToString() ?? "unknown", token is null, registry.Now, http.RequestAborted);
    }

    /// <summary>The same answer, said once beforehand to keep what it says.</summary>
    private async Task<Reply> RecordAsync(CallEntry entry, HttpContext http, string asked, Reply reply)
    {
        using var body = new MemoryStream();
        if (reply.WriteBody is not null) await reply.WriteBody(body, http.RequestAborted);
        var bytes = body.ToArray();
        recorder.Keep(entry, http, asked, Encoding.UTF8.GetString(bytes));
        return reply.WriteBody is null ? reply : reply with { WriteBody = async (stream, cancelled) => await stream.WriteAsync(bytes, cancelled) };
    }
}
