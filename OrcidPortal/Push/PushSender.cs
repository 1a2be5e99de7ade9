using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.OrcidApi;
using OrcidPortal.Remote;

namespace OrcidPortal.Push;

/// <summary>Sends what is due, for several people at a time.</summary>
public sealed partial class PushSender(
    PersonPush person, OrphanedBatches orphans, CallBudget budget, IDbContextFactory<PortalDb> contexts, IOptions<PushOptions> push, IOptions<OrcidOptions> orcid, TimeProvider time, ILogger<PushSender> logger)
{
    /// <summary>Sends what is due for one person, or for everybody.</summary>
    /// <param name="personId">One person: also while the registry is thought to be busy; null: all.</param>
    /// <param name="cancellationToken">Stops before the next call; calls under way are answered and saved first.</param>
    public async Task SendAsync(Guid? personId, CancellationToken cancellationToken)
    {
        if (personId is { } one)
        {
            await RunAsync(one, cancellationToken);
            return;
        }
        await orphans.ReleaseAsync(cancellationToken);
        var people = await DueAsync(cancellationToken);
        var options = new ParallelOptions { MaxDegreeOfParallelism = push.Value.PeopleAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(people, options, async (id, ct) => await RunAsync(id, ct));
    }

    private async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await DueItems.PeopleAsync(db, orcid.Value.EnvironmentName, budget.IsClosed, time.GetUtcNow(), cancellationToken);
    }

    /// <summary>A bug or a lost database with one person must not keep the others from being sent.</summary>
    private async Task RunAsync(Guid personId, CancellationToken cancellationToken)
    {
        try
        {
            await person.RunAsync(personId, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(personId, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending for person {PersonId} broke off; what was under way is read back")]
    private partial void Failed(Guid personId, Exception exception);
}
