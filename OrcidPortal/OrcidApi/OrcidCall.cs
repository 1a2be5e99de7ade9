using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace OrcidPortal.OrcidApi;

/// <summary>
/// Makes one HTTP call and tells what became of it. It never tries twice: whether a second try is safe only the caller knows.
/// </summary>
internal sealed partial class OrcidCall(HttpClient http, TimeSpan timeout, TimeProvider time, ILogger logger)
{
    private const int BodyLimit = 64 * 1024 * 1024;
    private const int FirstBuffer = 64 * 1024;
    private const int MessageLimit = 2000;
    private const int AnswerLimit = 20_000;

    /// <summary>Sends the request and reads the answer whole.</summary>
    /// <param name="request">Disposed here.</param>
    /// <param name="effect">Whether it changes something.</param>
    /// <param name="read">Makes the value of a 2xx answer.</param>
    /// <param name="explain">Tells the case of any other answer.</param>
    /// <param name="secrets">Removed from every message and log line.</param>
    /// <param name="cancellationToken">The caller's; only this one throws.</param>
    internal async Task<OrcidAnswer<T>> SendAsync<T>(
        HttpRequestMessage request, CallEffect effect, ReadReply<T> read, Func<OrcidReply, OrcidResult> explain, IReadOnlyList<string> secrets, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        using var _ = request;
        var (reply, failure) = await ExchangeAsync(request, effect, cancellationToken);
        var value = default(T);
        var result = failure ?? (reply switch
        {
            { Status: >= 200 and < 300 } => read(reply, out value)
                ? new OrcidResult.Ok { HttpStatus = reply.Status }
                : OrcidResults.Lost(effect) with { HttpStatus = reply.Status, Message = "The answer could not be read." },
            _ => explain(reply!) with { HttpStatus = reply!.Status },
        });
        result = result with { Message = Cleaned(result.Message, secrets, MessageLimit) };
        if (result is not OrcidResult.Ok && reply is { Body.Length: > 0 })
            result = result with { Answer = Cleaned(Encoding.UTF8.GetString(reply.Body.AsSpan(0, Math.Min(reply.Body.Length, AnswerLimit))), secrets, AnswerLimit) };
        var duration = time.GetElapsedTime(start);
        var path = Cleaned(request.RequestUri!.AbsolutePath, secrets) ?? "";
        if (result is OrcidResult.Ok) LogDone(request.Method.Method, path, result.HttpStatus, duration.TotalMilliseconds);
        else LogNotDone(request.Method.Method, path, result.HttpStatus, result.Name, duration.TotalMilliseconds);
        return new OrcidAnswer<T>(result, result is OrcidResult.Ok ? value : default, duration);
    }

    /// <summary>A message without the secrets and without anything that ORCID calls a token.</summary>
    internal static string? Cleaned(string? message, IReadOnlyList<string> secrets, int limit = MessageLimit)
    {
        if (message is null) return null;
        foreach (var secret in secrets.Where(s => s.Length > 0)) message = message.Replace(secret, "[token]", StringComparison.OrdinalIgnoreCase);
        message = TokenText().Replace(message, "$1[token]");
        return message.Length <= limit ? message : message[..limit];
    }

    private async Task<(OrcidReply? Reply, OrcidResult? Failure)> ExchangeAsync(HttpRequestMessage request, CallEffect effect, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, linked.Token);
            var body = await ReadBodyAsync(response, linked.Token);
            if (body is null) return (null, OrcidResults.Lost(effect) with { HttpStatus = (int)response.StatusCode, Message = "The answer is larger than 64 MB." });
            return (new OrcidReply((int)response.StatusCode, body, response.Headers.Location?.OriginalString, RetryAfter(response)), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Without our own limit it was the handler's limit for connecting: nothing was sent.
            return limit.IsCancellationRequested
                ? (null, OrcidResults.Lost(effect) with { Message = $"No answer within {timeout.TotalSeconds:0} seconds." })
                : (null, new OrcidResult.Unreachable { Message = "No connection in time." });
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError
            is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            return (null, new OrcidResult.Unreachable { Message = failure.Message });
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidDataException)
        {
            return (null, OrcidResults.Lost(effect) with { Message = failure.Message });
        }
    }

    private static async Task<byte[]?> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        // The answer about a hundred works has some hundred kilobytes: they are gathered in lent memory and copied once.
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            var length = 0;
            int read;
            while ((read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken)) > 0)
            {
                length += read;
                if (length > BodyLimit) return null;
                if (length < buffer.Length) continue;
                var larger = ArrayPool<byte>.Shared.Rent(2 * length);
                buffer.AsSpan(0, length).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }
            return buffer.AsSpan(0, length).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > time.GetUtcNow() => date - time.GetUtcNow(),
        _ => null,
    };

    [GeneratedRegex(@"(token(?: expired)?: |Access Denied: )[^\s""<]+", RegexOptions.IgnoreCase)]
    private static partial Regex TokenText();

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Method} {Path}: {Status} after {Milliseconds:0} ms")]
    private partial void LogDone(string method, string path, int? status, double milliseconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Path}: {Status}, {Result} after {Milliseconds:0} ms")]
    private partial void LogNotDone(string method, string path, int? status, string result, double milliseconds);
}
