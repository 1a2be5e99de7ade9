namespace OrcidPortal.Push;

/// <summary>Keeps the timetable from planning, or sending, in this process while the last time is still at it. Only to save work: leases keep it right.</summary>
public sealed class PushTurn
{
    private int _planning;
    private int _sending;

    /// <summary>Takes the turn to plan; null where somebody has it.</summary>
    internal IDisposable? TryPlan() => Interlocked.CompareExchange(ref _planning, 1, 0) == 0 ? new Taken(() => Volatile.Write(ref _planning, 0)) : null;

    /// <summary>Takes the turn to send; null where somebody has it.</summary>
    internal IDisposable? TrySend() => Interlocked.CompareExchange(ref _sending, 1, 0) == 0 ? new Taken(() => Volatile.Write(ref _sending, 0)) : null;

    private sealed class Taken(Action giveBack) : IDisposable
    {
        public void Dispose() => giveBack();
    }
}
