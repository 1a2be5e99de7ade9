using System.Globalization;
using Microsoft.Extensions.Options;

namespace OrcidPortal.Simulator.Traffic;

/// <summary>
/// Lets requests leave at a steady rate, as the proxy before ORCID does: what comes faster waits for its turn, and what finds the queue full is refused.
/// Each caller has a queue of its own on each of the hosts.
/// </summary>
internal sealed class Limiter(IOptions<SimulatorOptions> options, TimeProvider time)
{
    private const string Busy = "<html>\r\n<head><title>503 Service Temporarily Unavailable</title></head>\r\n<body>\r\n<center><h1>503 Service Temporarily Unavailable</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";

    private const string OverQuota =
        "Too Many Requests. You have exceeded the daily quota for anonymous usage of this API. \n"
        + "You can increase your daily quota by registering for and using Public API client credentials (https://info.orcid.org/documentation/integration-guide/registering-a-public-api-client/)";

    private readonly Lock gate = new();
    private readonly Dictionary<(string Host, string Caller), Line> lines = [];
    private LimitOptions limits = options.Value.Limits;

    public LimitOptions Limits
    {
        get
        {
            lock (gate) return limits;
        }
        set
        {
            lock (gate)
            {
                limits = value;
                lines.Clear();
            }
        }
    }

    /// <summary>Back to the settings.</summary>
    public void Reset() => Limits = options.Value.Limits;

    /// <summary>What each caller's line has seen since the limits were last set.</summary>
    public IReadOnlyList<LineCount> Counts()
    {
        lock (gate) return [.. lines.Select(l => new LineCount(l.Key.Host, l.Key.Caller, l.Value.Passed, l.Value.Delayed, l.Value.Refused, l.Value.Longest)).OrderBy(l => l.Host, StringComparer.Ordinal).ThenBy(l => l.Caller, StringComparer.Ordinal)];
    }

    /// <param name="host"><c>member</c>, <c>public</c> or <c>token</c>.</param>
    /// <param name="caller">The client, or the address of somebody unknown.</param>
    /// <param name="isAnonymous">Whether the day's quota counts.</param>
    /// <param name="now">The registry's time.</param>
    /// <param name="cancelled">Whether the caller has gone.</param>
    /// <returns>The refusal; null after the wait, if there was one.</returns>
    public async Task<Reply?> PassAsync(string host, string caller, bool isAnonymous, DateTimeOffset now, CancellationToken cancelled)
    {
        var (wait, refusal) = Enter(host, caller, isAnonymous, now);
        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancelled);
        return refusal;
    }

    private (TimeSpan Wait, Reply? Refusal) Enter(string host, string caller, bool isAnonymous, DateTimeOffset now)
    {
        lock (gate)
        {
            if (!limits.Enabled) return default;
            if (!lines.TryGetValue((host, caller), out var line)) lines[(host, caller)] = line = new();
            var (rate, burst) = host switch { "token" => (limits.TokenPerSecond, limits.TokenBurst), "public" => (limits.PublicPerSecond, limits.Burst), _ => (limits.MemberPerSecond, limits.Burst) };
            if (host == "public" && isAnonymous && line.OnDay(now) >= limits.AnonymousPerDay) return (default, line.Refuse(Reply.Text(429, "text/plain;charset=UTF-8", OverQuota)));
            var wait = line.Enter(time.GetUtcNow(), TimeSpan.FromSeconds(1) / rate, burst);
            return wait is null ? (default, line.Refuse(Reply.Text(503, "text/html", Busy))) : (wait.Value, null);
        }
    }

    /// <summary>One caller's line at one host.</summary>
    private sealed class Line
    {
        private DateTimeOffset free;
        private string day = "";
        private int today;

        public int Passed { get; private set; }
        public int Delayed { get; private set; }
        public int Refused { get; private set; }
        public int Longest { get; private set; }

        /// <summary>How many came on this day (UTC) before.</summary>
        public int OnDay(DateTimeOffset now)
        {
            var current = now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (current != day) (day, today) = (current, 0);
            return today;
        }

        /// <returns>How long to wait; null: too many wait already.</returns>
        public TimeSpan? Enter(DateTimeOffset now, TimeSpan interval, int burst)
        {
            var wait = free > now ? free - now : TimeSpan.Zero;
            var ahead = (int)Math.Ceiling(wait / interval);
            if (ahead > burst) return null;
            free = now + wait + interval;
            today++;
            Passed++;
            if (ahead > 0) Delayed++;
            Longest = Math.Max(Longest, ahead);
            return wait;
        }

        public Reply Refuse(Reply reply)
        {
            Refused++;
            return reply;
        }
    }
}

/// <summary>What one caller's line has seen.</summary>
/// <param name="Host"><c>member</c>, <c>public</c> or <c>token</c>.</param>
/// <param name="Caller">The client, or the address of somebody unknown.</param>
/// <param name="Passed">Let through, at once or after waiting.</param>
/// <param name="Delayed">Of these, the ones that waited.</param>
/// <param name="Refused">Sent away with 503 or 429.</param>
/// <param name="Longest">The most that ever waited at the same time.</param>
internal sealed record LineCount(string Host, string Caller, int Passed, int Delayed, int Refused, int Longest);
