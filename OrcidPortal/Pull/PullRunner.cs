using Microsoft.Extensions.Options;
using OrcidPortal.Remote;

namespace OrcidPortal.Pull;

/// <summary>
/// Reads all whose turn it is, several at a time, until nobody is due: first with their permission, then what is public of those whose permission was rejected. One run at a
/// time in a process; the lease of each iD keeps processes apart.
/// </summary>
public sealed partial class PullRunner(
    DueReadings due, PersonPull person, PublicAccess everybody, CallBudget budget, [FromKeyedServices(CallBudget.Public)] CallBudget publicBudget, IOptions<PullOptions> options, TimeProvider time,
    ILogger<PullRunner> logger)
{
    private const int AtOnce = 500;

    /// <summary>So few that nobody with a permission waits long for those without.</summary>
    private const int PublicAtOnce = 50;
    private int _busy;

    /// <summary>Reads.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _busy, 1) == 1) return;
        try
        {
            // Once a run: who is with somebody else stays due.
            var begun = new HashSet<Guid>();
            do
            {
                while (await IsOpenAsync(budget, cancellationToken) && await ReadAsync(await due.FindAsync(AtOnce, cancellationToken), begun, budget, cancellationToken))
                {
                }
            }
            while (await everybody.MayReadAsync(cancellationToken) && await ReadAsync(await due.FindPublicAsync(PublicAtOnce, cancellationToken), begun, publicBudget, cancellationToken));
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }

    /// <returns>False where nobody was left, or the registry does not answer.</returns>
    private async Task<bool> ReadAsync(IReadOnlyList<Guid> found, HashSet<Guid> begun, CallBudget calls, CancellationToken cancellationToken)
    {
        if (found.Where(begun.Add).ToList() is not { Count: > 0 } people) return false;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var several = new ParallelOptions { MaxDegreeOfParallelism = options.Value.PeopleAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(people, several, async (id, ct) =>
        {
            if (stop.IsCancellationRequested) return;
            // A registry that is down is not asked for each of ten thousand people.
            if (!await ReadAsync(id, calls, ct)) await stop.CancelAsync();
        });
        return !stop.IsCancellationRequested;
    }

    /// <summary>A bug or a lost database with one person must not keep the others from being read.</summary>
    /// <returns>False where the registry does not answer.</returns>
    private async Task<bool> ReadAsync(Guid id, CallBudget calls, CancellationToken cancellationToken)
    {
        try
        {
            await person.ReadAsync(id, cancellationToken, onlyIfDue: true);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(id, e);
        }
        return await IsOpenAsync(calls, cancellationToken);
    }

    private async Task<bool> IsOpenAsync(CallBudget calls, CancellationToken cancellationToken) => await calls.ClosedAsync(cancellationToken) is not { } closed || closed.ProbeAt <= time.GetUtcNow();

    [LoggerMessage(Level = LogLevel.Error, Message = "The ORCID record of person {PersonId} could not be read or compared")]
    private partial void Failed(Guid personId, Exception exception);
}
