using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Remote;

/// <summary>
/// How often this process may call ORCID: the member API takes 24 requests a second with a burst of 40 (<c>Orcid:RequestsPerSecond</c>,
/// <c>Orcid:Burst</c>). It also remembers that the registry is busy or down, so that the portal does not knock all the time.
/// </summary>
public sealed class CallBudget : IDisposable
{
    private const int StepsPerSecond = 4;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ClientLockedPause = TimeSpan.FromHours(1);

    private readonly TokenBucketRateLimiter _bucket;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private DateTimeOffset _closedUntil = DateTimeOffset.MinValue;
    private int _silent;

    public CallBudget(IOptions<OrcidOptions> options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        var perSecond = options.Value.RequestsPerSecond;
        var steps = Math.Min(StepsPerSecond, perSecond);
        _time = time;
        _bucket = new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(options.Value.Burst, perSecond / steps),
            TokensPerPeriod = perSecond / steps,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1.0 / steps),
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }

    /// <summary>Whether the registry answered lately that it cannot, and what is not urgent should wait.</summary>
    public bool IsClosed
    {
        get { lock (_lock) return _time.GetUtcNow() < _closedUntil; }
    }

    /// <summary>Waits until a call may be made. One wait, one call.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var lease = await _bucket.AcquireAsync(1, cancellationToken);
    }

    /// <summary>Notes how a call ended: busy or silent closes for a pause that doubles up to a minute, anything else opens again.</summary>
    public void Met(OrcidResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        lock (_lock)
        {
            TimeSpan? pause = result switch
            {
                OrcidResult.ClientLocked => ClientLockedPause,
                OrcidResult.Busy { RetryAfter: { } asked } => asked < LongestPause ? asked : LongestPause,
                OrcidResult.Busy or OrcidResult.Unreachable or OrcidResult.OutcomeUnknown => Doubled(_silent),
                _ => null,
            };
            _silent = pause is null ? 0 : _silent + 1;
            _closedUntil = pause is { } p ? _time.GetUtcNow() + p : DateTimeOffset.MinValue;
        }
    }

    public void Dispose() => _bucket.Dispose();

    private static TimeSpan Doubled(int times)
    {
        var pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(times, 6)));
        return pause < LongestPause ? pause : LongestPause;
    }
}
