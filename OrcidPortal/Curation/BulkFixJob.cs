using Hangfire;
using OrcidPortal.Curation.Bulk;

namespace OrcidPortal.Curation;

/// <summary>Fixes for many records as Hangfire runs them. A lost job is made up for by <see cref="RunWaitingAsync"/>; a doubled one finds it taken.</summary>
[AutomaticRetry(Attempts = 0)]
public sealed class BulkFixJob(BulkFixRunner runner, IBackgroundJobClient jobs)
{
    /// <summary>Starts the work on one as soon as a worker is free.</summary>
    public void StartNow(Guid id) => jobs.Enqueue<BulkFixJob>(job => job.RunAsync(id, CancellationToken.None));

    /// <summary>Tries, applies or takes back: whatever is to be done.</summary>
    public Task RunAsync(Guid id, CancellationToken cancellationToken) => runner.RunAsync(id, cancellationToken);

    /// <summary>For the timetable: goes on with what a process left.</summary>
    public Task RunWaitingAsync(CancellationToken cancellationToken) => runner.RunWaitingAsync(cancellationToken);
}
