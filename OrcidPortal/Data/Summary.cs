namespace OrcidPortal.Data;

/// <summary>Figures over many rows that many pages ask for: computed at most every ten seconds in a process, by one asker at a time.</summary>
/// <param name="time">The clock.</param>
internal sealed class Summary<T>(TimeProvider time) : IDisposable
    where T : class
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim _one = new(1, 1);
    private Taken? _latest;

    /// <summary>When the latest figures were taken; null: never yet.</summary>
    public DateTimeOffset? At => _latest?.At;

    /// <summary>What was taken last, however old; null: nothing yet.</summary>
    public T? Latest => _latest?.Value;

    /// <summary>The figures, at most ten seconds old.</summary>
    /// <param name="compute">Takes them anew; it is given the time they will bear.</param>
    public async Task<T> GetAsync(Func<DateTimeOffset, CancellationToken, Task<T>> compute, CancellationToken cancellationToken)
    {
        if (Fresh() is { } known) return known;
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (Fresh() is { } meanwhile) return meanwhile;
            var now = time.GetUtcNow();
            var value = await compute(now, cancellationToken);
            _latest = new Taken(value, now);
            return value;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private T? Fresh() => _latest is { } latest && time.GetUtcNow() - latest.At < Longest ? latest.Value : null;

    private sealed record Taken(T Value, DateTimeOffset At);
}
