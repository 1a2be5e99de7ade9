namespace OrcidPortal.Simulator.Traffic;

/// <summary>An answer that is ready but not sent: between the two, a fault may cut the connection.</summary>
internal sealed record Reply(int Status, string? ContentType = null, string? Body = null)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static Reply Json(int status, string body) => new(status, "application/json;charset=UTF-8", body);

    public async Task WriteAsync(HttpContext http)
    {
        http.Response.StatusCode = Status;
        foreach (var (name, value) in Headers) http.Response.Headers[name] = value;
        if (ContentType is not null) http.Response.ContentType = ContentType;
        if (Body is not null) await http.Response.WriteAsync(Body, http.RequestAborted);
        else await http.Response.StartAsync(http.RequestAborted);
    }
}
