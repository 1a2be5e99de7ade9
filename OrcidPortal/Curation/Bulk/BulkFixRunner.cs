using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;

namespace OrcidPortal.Curation.Bulk;

/// <summary>Works off fixes for many records, a part at a time, each part in a transaction of its own: a process that dies leaves the rest to the next, and a doubled job does nothing twice.</summary>
public sealed partial class BulkFixRunner(
    BulkTrying trying, BulkApplying applying, Transactions transactions, IDbContextFactory<PortalDb> contexts, TimeProvider time, ILogger<BulkFixRunner> logger)
{
    /// <summary>Whoever works on it says so at each part; a longer silence means that the process died.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    /// <summary>What was tried and never applied says nothing any more after that time.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(3);

    /// <summary>Works on one until something has to be decided; returns at once where another process does.</summary>
    public async Task RunAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await ClaimAsync(id, cancellationToken)) return;
        try
        {
            while (!cancellationToken.IsCancellationRequested && await StepAsync(id, cancellationToken))
            {
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(id, e);
            await FailAsync(id);
        }
        finally
        {
            await transactions.RunAsync((db, ct) => db.BulkFixes.Where(f => f.Id == id).ExecuteUpdateAsync(s => s.SetProperty(f => f.AliveAt, (DateTimeOffset?)null), ct), CancellationToken.None);
        }
    }

    /// <summary>Goes on with all that nobody works on, and forgets what nobody decided about.</summary>
    public async Task RunWaitingAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        List<Guid> waiting;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
            waiting = await Workable(db, now - Silence).OrderBy(f => f.CreatedAt).Select(f => f.Id).Take(20).ToListAsync(cancellationToken);
        foreach (var id in waiting) await RunAsync(id, cancellationToken);
        var before = now - Stale;
        await transactions.RunAsync((db, ct) => db.BulkFixes.Where(f => f.State == BulkFixState.Dropped || (f.State == BulkFixState.Tried && f.TriedAt < before)).OrderBy(f => f.CreatedAt).Take(1).ExecuteDeleteAsync(ct), cancellationToken);
    }

    private static IQueryable<BulkFix> Workable(PortalDb db, DateTimeOffset before) => db.BulkFixes.Where(f =>
        (f.State == BulkFixState.Trying || f.State == BulkFixState.Applying || f.State == BulkFixState.Undoing) && (f.AliveAt == null || f.AliveAt < before));

    private Task<bool> ClaimAsync(Guid id, CancellationToken cancellationToken) => transactions.RunAsync(async (db, ct) =>
    {
        var now = time.GetUtcNow();
        return await Workable(db, now - Silence).Where(f => f.Id == id).ExecuteUpdateAsync(s => s.SetProperty(f => f.AliveAt, now), ct) == 1;
    }, cancellationToken);

    private async Task<bool> StepAsync(Guid id, CancellationToken cancellationToken)
    {
        BulkFix? fix;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken)) fix = await db.BulkFixes.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancellationToken);
        switch (fix?.State)
        {
            case BulkFixState.Trying:
                await trying.RunAsync(fix, cancellationToken);
                return true;
            case BulkFixState.Applying or BulkFixState.Undoing:
                await applying.RunAsync(fix, cancellationToken);
                return true;
            default:
                return false;
        }
    }

    private Task FailAsync(Guid id) => transactions.RunAsync(async (db, ct) =>
    {
        if (await db.BulkFixes.SingleOrDefaultAsync(f => f.Id == id, ct) is not { } fix) return;
        // What was changed so far stays marked as changed, and can be taken back.
        if (fix.State is BulkFixState.Applying) fix.State = BulkFixState.Applied;
        else if (fix.State is BulkFixState.Undoing) fix.State = BulkFixState.Applied;
        else fix.State = BulkFixState.Failed;
        fix.Failure = "Something went wrong on our side; the log says more. What was done so far stands below.";
        await Topics.TouchAsync(db, Topics.Curation, ct);
    }, CancellationToken.None);

    [LoggerMessage(Level = LogLevel.Error, Message = "Bulk fix {Id} broke off")]
    private partial void Failed(Guid id, Exception exception);
}
