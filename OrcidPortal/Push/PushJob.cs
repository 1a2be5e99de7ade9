using Hangfire;
using OrcidPortal.Remote;

namespace OrcidPortal.Push;

/// <summary>Plans, then sends what is due: the push as Hangfire runs it. Doubled, lost or replayed it changes nothing.</summary>
[AutomaticRetry(Attempts = 0)]
public sealed class PushJob(PushPlanner planner, PushSender sender, PulledCopies pulled, LockedRecords locked, PushTurn turn, IBackgroundJobClient jobs)
{
    /// <summary>Starts a push as soon as a worker is free.</summary>
    /// <param name="personId">One person, or null for all.</param>
    public void StartNow(Guid? personId) => jobs.Enqueue<PushJob>(job => job.RunAsync(personId, CancellationToken.None));

    /// <summary>Plans what waits and sends what is due.</summary>
    /// <param name="personId">One person, or null for all.</param>
    public async Task RunAsync(Guid? personId, CancellationToken cancellationToken)
    {
        if (personId is null)
        {
            // Sending may take hours: planning goes on beside it.
            await PlanAsync(cancellationToken);
            using var sending = turn.TrySend();
            if (sending is null) return;
            await sender.SendAsync(null, cancellationToken);
            await PlanAsync(cancellationToken);
            return;
        }
        await planner.PlanAsync(cancellationToken);
        await sender.SendAsync(personId, cancellationToken);
        // Answers change what is planned: a rejected token blocks, a work just added makes the next change an update.
        await planner.PlanAsync(cancellationToken);
    }

    private async Task PlanAsync(CancellationToken cancellationToken)
    {
        using var planning = turn.TryPlan();
        if (planning is null) return;
        await locked.RecheckAsync(cancellationToken);
        await planner.PlanAsync(cancellationToken);
        await pulled.SettleAsync(cancellationToken);
    }
}
