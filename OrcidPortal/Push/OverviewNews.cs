using OrcidPortal.Data;
using OrcidPortal.Live;

namespace OrcidPortal.Push;

/// <summary>Tells the overview of answers at most once a second: all who send would wait for its one row. What was not told is told when the push looks again, or ends.</summary>
public sealed class OverviewNews(Transactions transactions, TimeProvider time)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);
    private long _toldAt;
    private int _owed;

    /// <summary>Tells it in the caller's transaction, or leaves it for later. Call it last: the row stays locked until the commit.</summary>
    internal async Task TellAsync(PortalDb db, CancellationToken cancellationToken)
    {
        var (now, told) = (time.GetUtcNow().Ticks, Volatile.Read(ref _toldAt));
        if (now - told < Between.Ticks || Interlocked.CompareExchange(ref _toldAt, now, told) != told) Volatile.Write(ref _owed, 1);
        else await Topics.TouchAsync(db, Topics.Overview, cancellationToken);
    }

    /// <summary>Tells what was left for later.</summary>
    internal async Task TellRestAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _owed, 0) == 1) await transactions.RunAsync((db, ct) => Topics.TouchAsync(db, Topics.Overview, ct), cancellationToken);
    }
}
