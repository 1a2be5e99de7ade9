using System.Text;

namespace OrcidPortal.Simulator.Traffic;

/// <summary>An answer that is ready but not sent: between the two, a fault may cut the connection.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">With its charset; null: there is no body.</param>
/// <param name="WriteBody">Writes the body piece by piece, so that a long one need not be held whole; null: there is none.</param>
internal sealed record Reply(int Status, string? ContentType = null, Func<Stream, CancellationToken, Task>? WriteBody = null)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static Reply Text(int status, string contentType, string body) =>
        new(status, contentType, async (stream, cancelled) => await stream.WriteAsync(Encoding.UTF8.GetBytes(body), cancelled));

    public static Reply Json(int status, string body) => Text(status, "application/json;charset=UTF-8", body);

    public async Task WriteAsync(HttpContext http)
    {
        http.Response.StatusCode = Status;
        foreach (var (name, value) in Headers) http.Response.Headers[name] = value;
        if (ContentType is not null) http.Response.ContentType = ContentType;
        if (WriteBody is not null) await WriteBody(http.Response.Body, http.RequestAborted);
        else await http.Response.StartAsync(http.RequestAborted);
    }
}
