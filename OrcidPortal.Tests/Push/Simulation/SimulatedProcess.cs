using Microsoft.Extensions.DependencyInjection;

namespace OrcidPortal.Tests.Push.Simulation;

/// <summary>
/// One process of the portal. It may stand still in the middle of a call, with its clock, while others go on; and it may die: then nothing of it
/// ever runs again, and its lease stays until its time is over.
/// </summary>
internal sealed class SimulatedProcess(string name, ProcessClock clock)
{
    private Task? _running;
    private TaskCompletionSource _stopped = New();
    private TaskCompletionSource? _resume;

    public string Name { get; } = name;
    public ProcessClock Clock { get; } = clock;
    public DatabaseMishaps Database { get; } = new();
    public ServiceProvider Services { get; set; } = null!;
    public bool IsDead { get; private set; }
    public bool IsPaused { get; private set; }

    /// <summary>The next write was decided before it stood still: nothing that was said since counts for it.</summary>
    public bool DecidedBefore { get; set; }

    /// <summary>Runs until it is done, dies or stands still.</summary>
    public Task RunAsync(Func<IServiceProvider, Task> work)
    {
        _running = GuardAsync(work);
        return UntilStoppedAsync();
    }

    /// <summary>Goes on where it stood still.</summary>
    public Task ResumeAsync()
    {
        IsPaused = false;
        _resume!.SetResult();
        return UntilStoppedAsync();
    }

    /// <summary>Stands still until it is resumed.</summary>
    public Task PauseAsync()
    {
        IsPaused = true;
        _resume = New();
        _stopped.SetResult();
        return _resume.Task;
    }

    /// <summary>Ends here; what awaits this never goes on.</summary>
    public Task DieAsync()
    {
        IsDead = true;
        _stopped.SetResult();
        return New().Task;
    }

    /// <summary>Ends within a command: every further one fails.</summary>
    public void Kill() => IsDead = true;

    private async Task UntilStoppedAsync()
    {
        if (await Task.WhenAny(_running!, _stopped.Task) == _running) await _running;
        _stopped = New();
        if (!IsPaused) Database.Disarm();
    }

    private async Task GuardAsync(Func<IServiceProvider, Task> work)
    {
        try
        {
            await work(Services);
        }
        catch (Exception e) when (DatabaseMishaps.IsOne(e))
        {
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
