using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;
using OrcidPortal.Remote;

namespace OrcidPortal.Push;

/// <summary>Reads a person's ORCID record, plans, and adopts what stands there from us. Nothing is sent.</summary>
public sealed partial class FirstRead(
    Tokens tokens, Leases leases, RecordReader reader, PushPlanner planner, CopySettling settling, CallBudget budget, IDbContextFactory<PortalDb> contexts,
    IOptions<OrcidOptions> orcid, TimeProvider time, ILogger<FirstRead> logger)
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMinutes(1);
    private int _busy;

    /// <summary>Reads one person's record.</summary>
    /// <returns>Null where somebody else is at it.</returns>
    public async Task<ReadOutcome?> ReadAsync(Guid personId, CancellationToken cancellationToken)
    {
        var openedAt = time.GetUtcNow();
        if (await tokens.OpenAsync(personId, cancellationToken) is not { } access) return new ReadOutcome.NotConnected();
        await using var hold = await leases.TakeAsync(Leases.KeyOf(access.Environment, access.ClientId, access.Orcid.Value), cancellationToken);
        if (hold is null) return null;
        try
        {
            var outcome = await reader.ReadAsync(personId, hold, cancellationToken);
            await planner.PlanAsync(cancellationToken);
            if (outcome is ReadOutcome.Complete) await settling.SettleAsync(new PersonSession(access, hold, openedAt), cancellationToken);
            return outcome;
        }
        catch (LeaseLostException)
        {
            LeaseLost(personId);
            return null;
        }
    }

    /// <summary>
    /// Reads those who are connected and not yet read; each at most once a minute, so that a registry that is down is not knocked at all the time.
    /// One run at a time in a process: a registry that hangs must not take one worker after the other.
    /// </summary>
    public async Task ReadWaitingAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _busy, 1) == 1) return;
        try
        {
            foreach (var person in await WaitingAsync(cancellationToken))
            {
                if (await budget.ClosedAsync(cancellationToken) is { } closed && closed.ProbeAt > time.GetUtcNow()) return;
                await ReadAsync(person, cancellationToken);
            }
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }

    private async Task<List<Guid>> WaitingAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (before, inVain, passing) = (now - BetweenTries, now - ReadFailures.BetweenTries, ReadFailures.Passing);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Connections
            .Where(c => c.Environment == orcid.Value.EnvironmentName && c.State == ConnectionState.Connected && c.ReadAt == null && c.LockedAt == null
                && !db.History.Any(h => h.PersonId == c.PersonId && h.Operation == SyncOperation.Read && h.At > before)
                // What does not pass by itself is tried once a day, or when somebody wants it.
                && (c.ReadFailure == null || passing.Contains(c.ReadFailure)
                    || !db.History.Any(h => h.PersonId == c.PersonId && h.Operation == SyncOperation.Read && h.At > inVain && (c.ReadWantedAt == null || h.At >= c.ReadWantedAt))))
            .OrderBy(c => c.Id).Select(c => c.PersonId).Take(100).ToListAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease for person {PersonId} went to somebody else while their record was read")]
    private partial void LeaseLost(Guid personId);
}
