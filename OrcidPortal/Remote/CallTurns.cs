namespace OrcidPortal.Remote;

/// <summary>
/// Whose turn it is to get a call ready, or to take a permit: that of whoever has most waiting behind them, and every fourth time that of whoever has waited longest.
/// One record is called one call after the other: were all equal, the longest list would go on alone when all others are done.
/// </summary>
/// <param name="places">How many may have the turn at the same time.</param>
internal sealed class CallTurns(int places)
{
    private const int EveryOldest = 4;
    private readonly Lock _gate = new();
    private readonly List<Ticket> _waiting = [];
    private int _free = places;
    private int _given;

    /// <summary>Waits for the turn; whoever has it gives it on with <see cref="Leave"/>.</summary>
    /// <param name="behind">How much waits behind this call.</param>
    /// <param name="cancellationToken">Gives up the place.</param>
    public async Task EnterAsync(int behind, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var ticket = new Ticket(behind);
        lock (_gate)
        {
            if (_free > 0)
            {
                _free--;
                return;
            }
            _waiting.Add(ticket);
        }
        await using var given = cancellationToken.Register(() => GiveUp(ticket, cancellationToken));
        await ticket.Called.Task;
    }

    /// <summary>Gives the turn to the next.</summary>
    public void Leave()
    {
        Ticket next;
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                _free++;
                return;
            }
            next = ++_given % EveryOldest == 0 ? _waiting[0] : _waiting.MaxBy(t => t.Behind)!;
            _waiting.Remove(next);
        }
        next.Called.SetResult();
    }

    private void GiveUp(Ticket ticket, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_waiting.Remove(ticket)) return;
        }
        ticket.Called.SetCanceled(cancellationToken);
    }

    private sealed class Ticket(int behind)
    {
        public int Behind { get; } = behind;
        public TaskCompletionSource Called { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
