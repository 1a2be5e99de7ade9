using Microsoft.Extensions.Time.Testing;

namespace OrcidPortal.Tests.Push.Simulation;

/// <summary>The clock of one process. Where it is late it stays so until the process waits for a moment to pass: then it is set right, or the wait would never end.</summary>
internal sealed class ProcessClock(Func<DateTimeOffset> now) : FakeTimeProvider(now())
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    /// <summary>Sets it right.</summary>
    public void CatchUp()
    {
        if (GetUtcNow() < now()) SetUtcNow(now());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime <= Moment && GetUtcNow() < now()) ThreadPool.QueueUserWorkItem(_ => CatchUp());
        return timer;
    }
}
