using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Push;

/// <summary>What failed, by cause, for admins.</summary>
public sealed class FailureList(IDbContextFactory<PortalDb> contexts, SyncItemList items)
{
    /// <summary>The causes, the one with most items first.</summary>
    public async Task<IReadOnlyList<FailureGroup>> GroupsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var groups = await Failing(db).GroupBy(i => new { i.State, i.Failure, i.FailureStatus, i.FailureCode })
            .Select(g => new { g.Key, Items = g.Count(), People = g.Select(i => i.PersonId).Distinct().Count() }).ToListAsync(cancellationToken);
        var found = new List<FailureGroup>();
        foreach (var group in groups.OrderByDescending(g => g.Items).Take(100))
        {
            var key = new FailureGroupKey(group.Key.State, group.Key.Failure, group.Key.FailureStatus, group.Key.FailureCode);
            var oldest = await Of(db, key).OrderBy(i => i.StateSince).Select(i => new { i.FailureMessage, i.StateSince }).FirstOrDefaultAsync(cancellationToken);
            if (oldest is not null) found.Add(new FailureGroup(key, group.Items, group.People, oldest.FailureMessage, oldest.StateSince));
        }
        return found;
    }

    /// <summary>A page of at most 50 items of one cause.</summary>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<SyncItemRow>> ItemsAsync(FailureGroupKey key, string? cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await items.PageAsync(db, Of(db, key), cursor, cancellationToken);
    }

    /// <summary>The items of one cause.</summary>
    internal static IQueryable<SyncItem> Of(PortalDb db, FailureGroupKey key) => Failing(db).Where(i =>
        i.State == key.State && i.Failure == key.Kind && i.FailureStatus == key.Status && i.FailureCode == key.Code);

    private static IQueryable<SyncItem> Failing(PortalDb db) => db.SyncItems.Where(i =>
        i.Failure != FailureKind.None && (i.State == SyncState.Failed || i.State == SyncState.Retrying || i.State == SyncState.NeedsFix));
}
