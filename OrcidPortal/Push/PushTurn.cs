namespace OrcidPortal.Push;

/// <summary>Keeps the timetable from starting a push in this process while the last one is still running. Only to save work: leases keep it right.</summary>
public sealed class PushTurn
{
    private int _taken;

    /// <summary>Takes the turn; null where somebody has it.</summary>
    internal IDisposable? TryTake() => Interlocked.CompareExchange(ref _taken, 1, 0) == 0 ? new Taken(this) : null;

    private sealed class Taken(PushTurn turn) : IDisposable
    {
        public void Dispose() => Interlocked.Exchange(ref turn._taken, 0);
    }
}
