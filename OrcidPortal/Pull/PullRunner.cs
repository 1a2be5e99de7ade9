using Microsoft.Extensions.Options;
using OrcidPortal.Remote;

namespace OrcidPortal.Pull;

/// <summary>Reads all whose turn it is, several at a time, until nobody is due. One run at a time in a process; the lease of each iD keeps processes apart.</summary>
public sealed partial class PullRunner(DueReadings due, PersonPull person, CallBudget budget, IOptions<PullOptions> options, TimeProvider time, ILogger<PullRunner> logger)
{
    private const int AtOnce = 500;
    private int _busy;

    /// <summary>Reads.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _busy, 1) == 1) return;
        try
        {
            // Once a run: who is with somebody else stays due.
            var begun = new HashSet<Guid>();
            while ((await due.FindAsync(AtOnce, cancellationToken)).Where(begun.Add).ToList() is { Count: > 0 } people)
            {
                using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                var several = new ParallelOptions { MaxDegreeOfParallelism = options.Value.PeopleAtOnce, CancellationToken = cancellationToken };
                await Parallel.ForEachAsync(people, several, async (id, ct) =>
                {
                    if (stop.IsCancellationRequested) return;
                    // A registry that is down is not asked for each of ten thousand people.
                    if (!await ReadAsync(id, ct)) await stop.CancelAsync();
                });
                if (stop.IsCancellationRequested) return;
            }
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }

    /// <summary>A bug or a lost database with one person must not keep the others from being read.</summary>
    /// <returns>False where the registry does not answer.</returns>
    private async Task<bool> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            await person.ReadAsync(id, cancellationToken, onlyIfDue: true);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(id, e);
        }
        return await budget.ClosedAsync(cancellationToken) is not { } closed || closed.ProbeAt <= time.GetUtcNow();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The ORCID record of person {PersonId} could not be read or compared")]
    private partial void Failed(Guid personId, Exception exception);
}
