namespace OrcidPortal.Tests.Push.Simulation;

/// <summary>What may happen to a call.</summary>
internal enum Mishap
{
    /// <summary>The connection is refused: surely not taken.</summary>
    Refused,

    /// <summary>503, not taken.</summary>
    Busy,

    /// <summary>429, not taken.</summary>
    TooMany,

    /// <summary>500, not taken.</summary>
    ErrorBefore,

    /// <summary>500, but taken.</summary>
    ErrorAfter,

    /// <summary>The connection breaks before the request is there.</summary>
    RequestLost,

    /// <summary>The connection breaks after it took effect.</summary>
    AnswerLost,

    /// <summary>The answer breaks off in the middle.</summary>
    HalfAnswer,

    /// <summary>The parts of the answer come in another order.</summary>
    Shuffled,

    /// <summary>No answer in time, not taken.</summary>
    TimeoutLost,

    /// <summary>No answer in time, but taken.</summary>
    TimeoutTaken,

    /// <summary>No answer in time, and it takes effect some time after the caller gave up.</summary>
    TimeoutLate,

    /// <summary>It arrives twice; the answer is the first one.</summary>
    Twice,

    /// <summary>The process dies, the request not yet sent.</summary>
    CrashBefore,

    /// <summary>The process dies, the request taken, the answer not read.</summary>
    CrashAfter,

    /// <summary>The process stands still with the intent committed and the call not yet made.</summary>
    PauseBefore,

    /// <summary>The process stands still with the request taken and the answer not read.</summary>
    PauseAfter,
}

/// <summary>Mishaps that wait for their call.</summary>
internal sealed class Mishaps
{
    private readonly Queue<(Mishap Mishap, int After)> _waiting = new();
    private int _passed;

    /// <param name="after">How many calls pass before.</param>
    public void Add(Mishap mishap, int after) => _waiting.Enqueue((mishap, after));

    public void Clear() => _waiting.Clear();

    /// <summary>The mishap of a call that is about to be made; it is asked once before each call.</summary>
    public bool TakePause()
    {
        if (!_waiting.TryPeek(out var next) || next.Mishap != Mishap.PauseBefore || _passed < next.After) return false;
        Take();
        return true;
    }

    /// <summary>The mishap of a call that was made; null: none.</summary>
    public Mishap? Next()
    {
        if (!_waiting.TryPeek(out var next)) return null;
        if (_passed++ < next.After || next.Mishap == Mishap.PauseBefore) return null;
        return Take();
    }

    private Mishap Take()
    {
        _passed = 0;
        return _waiting.Dequeue().Mishap;
    }
}
