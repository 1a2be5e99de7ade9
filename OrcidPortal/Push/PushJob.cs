using Hangfire;

namespace OrcidPortal.Push;

/// <summary>Plans, then sends what is due: the push as Hangfire runs it.</summary>
[AutomaticRetry(Attempts = 0)]
public sealed class PushJob(PushPlanner planner, PushSender sender, IBackgroundJobClient jobs)
{
    /// <summary>Starts a push as soon as a worker is free.</summary>
    /// <param name="personId">One person, or null for all.</param>
    public void StartNow(Guid? personId) => jobs.Enqueue<PushJob>(job => job.RunAsync(personId, CancellationToken.None));

    /// <summary>Plans what waits and sends what is due.</summary>
    /// <param name="personId">One person, or null for all.</param>
    public async Task RunAsync(Guid? personId, CancellationToken cancellationToken)
    {
        await planner.PlanAsync(cancellationToken);
        await sender.SendAsync(personId, cancellationToken);
    }
}
