using Microsoft.Extensions.Options;

namespace OrcidPortal.Simulator.Webhooks;

/// <summary>Calls an address with nothing to say: no body, no credentials, no cookies. Follows no redirect and reads no answer beyond its status.</summary>
internal sealed class WebhookSender(IOptions<SimulatorOptions> options, TimeProvider time) : IDisposable
{
    /// <summary>Nobody was reached, or nobody answered in time.</summary>
    public const int NoAnswer = 0;

    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ActivityHeadersPropagator = null, PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <returns>The status that was answered, or <see cref="NoAnswer"/>.</returns>
    public async Task<int> PostAsync(string url, CancellationToken cancelled)
    {
        if (CallbackUrl.Read(url) is not { } uri) return NoAnswer;
        using var patience = new CancellationTokenSource(options.Value.WebhookTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancelled, patience.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, uri);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return (int)response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return NoAnswer;
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            return NoAnswer;
        }
    }

    public void Dispose() => http.Dispose();
}
