using Hangfire;

namespace OrcidPortal.Push;

/// <summary>Reads a person's ORCID record after connecting, then plans.</summary>
[AutomaticRetry(Attempts = 0)]
public sealed class ReadJob(FirstRead read, IBackgroundJobClient jobs)
{
    /// <summary>Starts the reading as soon as a worker is free.</summary>
    public void StartNow(Guid personId) => jobs.Enqueue<ReadJob>(job => job.RunAsync(personId, CancellationToken.None));

    /// <summary>Reads and plans.</summary>
    public Task RunAsync(Guid personId, CancellationToken cancellationToken) => read.ReadAsync(personId, cancellationToken);

    /// <summary>Reads whom no job has read yet: a lost job, or a registry that was down.</summary>
    public Task RunWaitingAsync(CancellationToken cancellationToken) => read.ReadWaitingAsync(cancellationToken);
}
