using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OrcidPortal.Tests.Simulator.Webhooks;

/// <summary>A client's server on a free port that is called back. It answers 204 unless it is told otherwise.</summary>
internal sealed class CallbackReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Channel<string> arrivals = Channel.CreateUnbounded<string>();

    private CallbackReceiver(WebApplication app)
    {
        this.app = app;
        app.Run(AnswerAsync);
    }

    public ConcurrentQueue<(string Method, string Target, string Body, IReadOnlyList<string> Headers)> Calls { get; } = new();

    public string Url => app.Urls.Single() + "/";

    /// <summary>What is done with a call before it is answered; gives the status.</summary>
    public Func<HttpContext, Task<int>> Answers { get; set; } = _ => Task.FromResult(204);

    public static async Task<CallbackReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new CallbackReceiver(builder.Build());
        await receiver.app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    /// <summary>The next call that comes in, however long that takes.</summary>
    public ValueTask<string> NextAsync() => arrivals.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var target = http.Request.Path + http.Request.QueryString;
        Calls.Enqueue((http.Request.Method, target, await reader.ReadToEndAsync(http.RequestAborted), [.. http.Request.Headers.Select(h => $"{h.Key}: {h.Value}")]));
        arrivals.Writer.TryWrite(target);
        http.Response.StatusCode = await Answers(http);
        if (http.Response.StatusCode is 301 or 302 or 307 or 308) http.Response.Headers.Location = Url + "elsewhere";
    }
}
