using System.ComponentModel;
using System.Globalization;
using System.IO.Enumeration;
using OrcidPortal.Simulator.Store;
using OrcidPortal.Simulator.Traffic;

namespace OrcidPortal.Simulator.Control;

/// <summary>What came in.</summary>
internal sealed class CallControl(Registry registry, Recorder recorder)
{
    /// <summary>The calls in the order they were answered, narrowed by what stands in the query.</summary>
    public Task ListAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var (orcid, method, path) = (query["orcid"].FirstOrDefault(), query["method"].FirstOrDefault(), query["path"].FirstOrDefault());
        DateTimeOffset since = default;
        if (query["since"].FirstOrDefault() is { Length: > 0 } text && !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out since))
            return ControlJson.RefuseAsync(http, 400, $"'{text}' is not a time.");
        int? status = null;
        if (query["status"].FirstOrDefault() is { Length: > 0 } answer)
        {
            if (!int.TryParse(answer, CultureInfo.InvariantCulture, out var number)) return ControlJson.RefuseAsync(http, 400, $"'{answer}' is not a status.");
            status = number;
        }
        var items = registry.Run(state => state.Calls.Where(c =>
            (orcid is null || c.Orcid == orcid) && (method is null || c.Method.Equals(method, StringComparison.OrdinalIgnoreCase)) && c.At >= since
            && (status is null || c.Status == status) && (path is null || FileSystemName.MatchesSimpleExpression(path, c.Path))).ToList());
        return query["bodies"] == "true"
            ? ControlJson.WriteAsync(http, 200, new { items = items.Select(WithBodies) })
            : ControlJson.WriteAsync(http, 200, new { items });
    }

    public async Task RecordAsync(HttpContext http)
    {
        if (await ControlJson.ReadAsync<Recording>(http) is not { } asked) return;
        recorder.IsOn = asked.Bodies;
        await ControlJson.DoneAsync(http);
    }

    public Task ClearAsync(HttpContext http)
    {
        registry.Run(state => state.ClearCalls());
        return ControlJson.DoneAsync(http);
    }

    private object WithBodies(CallEntry call) => new
    {
        call.At, call.Method, call.Path, call.Status, call.Orcid, call.ClientId, call.ContentType, call.Accept, call.Milliseconds,
        RequestBody = recorder.Of(call)?.Request, ResponseBody = recorder.Of(call)?.Response,
    };

    internal sealed record Recording([property: Description("Whether bodies of calls are kept from now on (default false).")] bool Bodies = false);
}
