using Hangfire;

namespace OrcidPortal.Pull;

/// <summary>Reads what is due and works out what people are asked: the pull as Hangfire runs it. Doubled, lost or replayed it changes nothing.</summary>
[AutomaticRetry(Attempts = 0)]
public sealed class PullJob(PullRunner runner, PersonPull person, IBackgroundJobClient jobs)
{
    /// <summary>Starts a reading as soon as a worker is free.</summary>
    /// <param name="personId">One person, whether their turn has come or not.</param>
    public void StartNow(Guid personId) => jobs.Enqueue<PullJob>(job => job.RunAsync(personId, CancellationToken.None));

    /// <summary>Starts reading all that is due as soon as a worker is free.</summary>
    public void StartDueNow() => jobs.Enqueue<PullJob>(job => job.RunDueAsync(CancellationToken.None));

    /// <summary>Reads one person's record.</summary>
    public Task RunAsync(Guid personId, CancellationToken cancellationToken) => person.ReadAsync(personId, cancellationToken);

    /// <summary>Reads all that is due.</summary>
    public Task RunDueAsync(CancellationToken cancellationToken) => runner.RunAsync(cancellationToken);
}
