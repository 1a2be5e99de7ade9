using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Remote;

/// <summary>Records that ORCID had locked are tried again after a week.</summary>
public sealed class LockedRecords(Transactions transactions, IDbContextFactory<PortalDb> contexts, TimeProvider time)
{
    /// <summary>Opens those whose week is over; at most 100 at once.</summary>
    public async Task RecheckAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - ConnectionTransitions.LockedRecheck;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (!await db.Connections.AnyAsync(c => c.LockedAt != null && c.LockedAt <= before, cancellationToken)) return;
        }
        await transactions.RunAsync(async (db, ct) =>
        {
            foreach (var connection in await db.Connections.Where(c => c.LockedAt != null && c.LockedAt <= before).OrderBy(c => c.Id).Take(100).ToListAsync(ct))
            {
                connection.LockedAt = null;
                db.PlanRequests.Add(new PlanRequest { Scope = PlanScope.Person, PersonId = connection.PersonId, Cause = "locked-recheck", At = time.GetUtcNow() });
            }
        }, cancellationToken);
    }
}
