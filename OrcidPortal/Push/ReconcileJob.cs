using Hangfire;
using OrcidPortal.Push.Reconciling;

namespace OrcidPortal.Push;

/// <summary>Comparisons with ORCID and their repairs as Hangfire runs them. A lost job is made up for by <see cref="RunWaitingAsync"/>; a doubled one finds it taken.</summary>
[AutomaticRetry(Attempts = 0)]
public sealed class ReconcileJob(ComparisonRunner runner, IBackgroundJobClient jobs)
{
    /// <summary>Starts the work on one comparison as soon as a worker is free.</summary>
    public void StartNow(Guid id) => jobs.Enqueue<ReconcileJob>(job => job.RunAsync(id, CancellationToken.None));

    /// <summary>Works on one comparison, or on its repair.</summary>
    public Task RunAsync(Guid id, CancellationToken cancellationToken) => runner.RunAsync(id, cancellationToken);

    /// <summary>For the timetable: goes on with what a process left, and with people who had to wait.</summary>
    public Task RunWaitingAsync(CancellationToken cancellationToken) => runner.RunWaitingAsync(cancellationToken);
}
