using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Push.Reconciling;

/// <summary>What we believe that ORCID holds of one person from us.</summary>
/// <param name="Items">All their items.</param>
/// <param name="Copies">Our copies in their record.</param>
/// <param name="Open">Calls whose answer is not saved: what they concern is not compared, the next push reads it back.</param>
internal sealed record Belief(IReadOnlyList<SyncItem> Items, IReadOnlyList<RemoteCopy> Copies, IReadOnlyList<Batch> Open)
{
    /// <summary>Loads it; the caller holds the lease, so that no call is under way.</summary>
    public static async Task<Belief> LoadAsync(PortalDb db, PersonSession session, CancellationToken cancellationToken) => new(
        await db.SyncItems.AsNoTracking().Where(i => i.PersonId == session.Access.PersonId).OrderBy(i => i.Id).ToListAsync(cancellationToken),
        await session.Copies(db).AsNoTracking().OrderBy(c => c.PutCode).ToListAsync(cancellationToken),
        await db.Batches.AsNoTracking().Include(b => b.Items).Where(b => b.State == BatchState.Open && b.PersonId == session.Access.PersonId).OrderBy(b => b.Id).ToListAsync(cancellationToken));
}
