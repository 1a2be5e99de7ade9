using Hangfire;

namespace OrcidPortal.Sources;

/// <summary>Imports as Hangfire runs them. A lost job is made up for by <see cref="RunWaitingAsync"/>; a doubled one finds the run taken.</summary>
[AutomaticRetry(Attempts = 0)]
public sealed class ImportJob(ImportRunner runner, IBackgroundJobClient jobs)
{
    /// <summary>Starts one queued import as soon as a worker is free.</summary>
    /// <param name="runId">The run that <see cref="Imports.QueueAsync"/> gave.</param>
    public void StartNow(Guid runId) => jobs.Enqueue<ImportJob>(job => job.RunAsync(runId, CancellationToken.None));

    /// <summary>Runs one queued import; does nothing when it is not queued any more.</summary>
    public Task RunAsync(Guid runId, CancellationToken cancellationToken) => runner.RunAsync(runId, cancellationToken);

    /// <summary>For the timetable, once a minute: marks what a dead process left, and runs what still waits, oldest first.</summary>
    public Task RunWaitingAsync(CancellationToken cancellationToken) => runner.RunWaitingAsync(cancellationToken);
}
