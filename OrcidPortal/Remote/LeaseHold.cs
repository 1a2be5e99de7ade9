using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;

namespace OrcidPortal.Remote;

/// <summary>A lease in somebody's hands. It renews itself until it is disposed; whoever slept too long is stopped by <see cref="FenceAsync"/>.</summary>
public sealed class LeaseHold : IAsyncDisposable
{
    private readonly Transactions _transactions;
    private readonly LeaseTimes _times;
    private readonly TimeProvider _time;
    private readonly long _epoch;
    private readonly bool _fenced;
    private readonly ITimer _timer;
    private DateTimeOffset _until;

    internal LeaseHold(Transactions transactions, LeaseTimes times, TimeProvider time, string key, long epoch, DateTimeOffset until, Mistakes mistakes)
    {
        (_transactions, _times, _time, _epoch, _until, _fenced, Key) = (transactions, times, time, epoch, until, mistakes.Made != Mistake.NoFence, key);
        _timer = time.CreateTimer(_ => _ = RenewQuietlyAsync(), null, times.Whole / 3, times.Whole / 3);
    }

    /// <summary>The lease's key.</summary>
    public string Key { get; }

    /// <summary>How much waits to be sent behind the next call: who has more gets their turn to call first. Whoever asks for now says <see cref="int.MaxValue"/>, as it is at first.</summary>
    public int Behind { get; set; } = int.MaxValue;

    /// <summary>True once a fence or renewal found that somebody else has the lease.</summary>
    public bool Lost { get; private set; }

    /// <summary>
    /// Renews the lease and locks its row until the transaction ends. It is the first statement of every sender transaction: from here
    /// on nobody can take the lease before that transaction is committed.
    /// </summary>
    /// <param name="db">The context of the transaction.</param>
    /// <returns>False where somebody else holds the lease: write nothing, stop.</returns>
    public async Task<bool> FenceAsync(PortalDb db, CancellationToken cancellationToken)
    {
        var until = _time.GetUtcNow() + _times.Whole;
        var rows = await db.Leases.Where(l => l.Key == Key && (l.Epoch == _epoch || !_fenced))
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.Until, until), cancellationToken);
        Lost = rows == 0;
        if (!Lost) _until = until;
        return !Lost;
    }

    /// <summary>Makes sure before a call that the lease outlasts it.</summary>
    /// <exception cref="LeaseLostException">Somebody else holds the lease: do not call.</exception>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (!Lost && _time.GetUtcNow() + _times.Call < _until) return;
        await RenewAsync(cancellationToken);
        if (Lost) throw new LeaseLostException(Key);
    }

    /// <summary>Runs a fenced transaction.</summary>
    /// <param name="work">As in <see cref="Transactions.RunAsync{T}"/>; it runs after the fence.</param>
    /// <returns>What the work returned.</returns>
    /// <exception cref="LeaseLostException">Somebody else holds the lease; nothing was written.</exception>
    public Task<T> RunAsync<T>(Func<PortalDb, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        _transactions.RunAsync(async (db, ct) =>
        {
            if (!await FenceAsync(db, ct)) throw new LeaseLostException(Key);
            return await work(db, ct);
        }, cancellationToken);

    /// <inheritdoc cref="RunAsync{T}"/>
    public Task RunAsync(Func<PortalDb, CancellationToken, Task> work, CancellationToken cancellationToken) =>
        RunAsync(async (db, ct) => { await work(db, ct); return true; }, cancellationToken);

    /// <summary>Moves the lease's end to one lease time from now.</summary>
    public Task RenewAsync(CancellationToken cancellationToken) => _transactions.RunAsync(FenceAsync, cancellationToken);

    /// <summary>Gives the lease back, so that the next holder need not wait for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        await _transactions.RunAsync(
            (db, ct) => db.Leases.Where(l => l.Key == Key && l.Epoch == _epoch)
                .ExecuteUpdateAsync(s => s.SetProperty(l => l.Until, DateTimeOffset.UnixEpoch).SetProperty(l => l.Owner, (string?)null), ct),
            CancellationToken.None);
    }

    private async Task RenewQuietlyAsync()
    {
        try
        {
            await RenewAsync(CancellationToken.None);
        }
        catch (Exception e) when (e is System.Data.Common.DbException or DbUpdateException or InvalidOperationException or ObjectDisposedException)
        {
            // The next tick tries again; where none succeeds the lease runs out and the fence says so.
        }
    }
}
