using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;

namespace OrcidPortal.Curation.Duplicates;

/// <summary>What a person is told of works of theirs that were merged, until they put it away.</summary>
public sealed class MergeNoticeList(IDbContextFactory<PortalDb> contexts, Transactions transactions, TimeProvider time)
{
    private const int Most = 5;

    /// <summary>The newest, at most five.</summary>
    public async Task<IReadOnlyList<MergeNotice>> OfAsync(Guid personId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.MergeNotices.AsNoTracking().Where(n => n.PersonId == personId && n.SeenAt == null).OrderByDescending(n => n.Id).Take(Most).ToListAsync(cancellationToken);
    }

    /// <summary>Puts one away.</summary>
    /// <param name="personId">It must be this person's.</param>
    /// <returns>False where it is not, or was put away before.</returns>
    public Task<bool> PutAwayAsync(Guid noticeId, Guid personId, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return transactions.RunAsync(async (db, ct) =>
        {
            if (await db.MergeNotices.SingleOrDefaultAsync(n => n.Id == noticeId && n.PersonId == personId && n.SeenAt == null, ct) is not { } notice) return false;
            notice.SeenAt = time.GetUtcNow();
            await Topics.TouchAsync(db, Topics.Person(personId), ct);
            return true;
        }, cancellationToken);
    }
}
