namespace OrcidPortal.Data;

/// <summary>SQLite has one writer: in this process every write waits here instead of in the database. Open on a server.</summary>
public sealed class WriteGate(bool oneWriter) : IDisposable
{
    private readonly SemaphoreSlim? _gate = oneWriter ? new SemaphoreSlim(1, 1) : null;

    /// <summary>Whether one waits for another at all.</summary>
    public bool IsOneWriter => _gate is not null;

    /// <summary>Waits for the turn; dispose what it returns to give the turn back.</summary>
    public async ValueTask<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        if (_gate is null) return Turn.None;
        await _gate.WaitAsync(cancellationToken);
        return new Turn(_gate);
    }

    public void Dispose() => _gate?.Dispose();

    private sealed class Turn(SemaphoreSlim? gate) : IDisposable
    {
        public static readonly Turn None = new(null);
        private SemaphoreSlim? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Release();
    }
}
