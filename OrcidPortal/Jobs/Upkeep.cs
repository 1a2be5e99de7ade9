using Hangfire;
using OrcidPortal.Connect;
using OrcidPortal.History;
using OrcidPortal.Push;
using OrcidPortal.Sources;

namespace OrcidPortal.Jobs;

/// <summary>What is left to do when a process died or somebody else was down: tokens to give back, imports to resume, records to read. And what has become too old.</summary>
[AutomaticRetry(Attempts = 0)]
public sealed class Upkeep(Revocations revocations, ImportRunner imports, ReadJob reading, Retention retention)
{
    /// <summary>Gives back tokens that ORCID could not take when asked.</summary>
    public Task RevokeAsync(CancellationToken cancellationToken) => revocations.RunDueAsync(cancellationToken);

    /// <summary>Says of imports whose process died that they were interrupted, and runs those that nobody began.</summary>
    public async Task ResumeImportsAsync(CancellationToken cancellationToken)
    {
        await imports.MarkInterruptedAsync(cancellationToken);
        await imports.RunWaitingAsync(cancellationToken);
    }

    /// <summary>Reads ORCID records that no job has read yet.</summary>
    public Task ReadRecordsAsync(CancellationToken cancellationToken) => reading.RunWaitingAsync(cancellationToken);

    /// <summary>Takes lines out of the history that are older than it is to be.</summary>
    public Task RemoveOldHistoryAsync(CancellationToken cancellationToken) => retention.RemoveOldAsync(cancellationToken);
}
