namespace OrcidPortal.Data;

/// <summary>Figures over many rows that many pages ask for: computed at most every ten seconds in a process, by one asker at a time.</summary>
/// <param name="time">The clock.</param>
internal sealed class Summary<T>(TimeProvider time) : IDisposable
    where T : class
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>From this age on they are taken anew beside whoever asks, so that those who look all the time never wait.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly CancellationTokenSource _closed = new();
    private Taken? _latest;

    /// <summary>When the latest figures were taken; null: never yet.</summary>
    public DateTimeOffset? At => _latest?.At;

    /// <summary>What was taken last, however old; null: nothing yet.</summary>
    public T? Latest => _latest?.Value;

    /// <summary>The figures, at most ten seconds old.</summary>
    /// <param name="compute">Takes them anew; it is given the time they will bear.</param>
    public async Task<T> GetAsync(Func<DateTimeOffset, CancellationToken, Task<T>> compute, CancellationToken cancellationToken)
    {
        if (Fresh() is { } known)
        {
            if (time.GetUtcNow() - known.At >= Early && await _one.WaitAsync(0, cancellationToken)) _ = RenewAsync(compute);
            return known.Value;
        }
        await _one.WaitAsync(cancellationToken);
        try
        {
            return (Fresh() ?? await TakeAsync(compute, cancellationToken)).Value;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
        _one.Dispose();
    }

    private Taken? Fresh() => _latest is { } latest && time.GetUtcNow() - latest.At < Longest ? latest : null;

    private async Task<Taken> TakeAsync(Func<DateTimeOffset, CancellationToken, Task<T>> compute, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return _latest = new Taken(await compute(now, cancellationToken), now);
    }

    /// <summary>Nobody waits for it: where it fails, whoever finds the figures too old tries again, and is told why.</summary>
    private async Task RenewAsync(Func<DateTimeOffset, CancellationToken, Task<T>> compute)
    {
        try
        {
            await TakeAsync(compute, _closed.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or System.Data.Common.DbException or InvalidOperationException)
        {
        }
        finally
        {
            if (!_closed.IsCancellationRequested) _one.Release();
        }
    }

    private sealed record Taken(T Value, DateTimeOffset At);
}
