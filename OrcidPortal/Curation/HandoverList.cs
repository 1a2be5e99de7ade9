using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Curation;

/// <summary>Reads what admins handed over.</summary>
public sealed class HandoverList(IDbContextFactory<PortalDb> contexts)
{
    private const int PageSize = 50;

    /// <summary>A page of at most 50 that wait for a curator, the oldest first.</summary>
    /// <param name="personId">Of this person only; null: of all.</param>
    /// <param name="cursor">What the page before gave as next; null: the first page.</param>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    /// <param name="within">Of records of these departments; null: of all.</param>
    public async Task<Page<HandoverRow>> ListAsync(Guid? personId, string? cursor, CancellationToken cancellationToken, ValueList<string>? within = null)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = Handovers.Live(db).Where(h => personId == null || h.PersonId == personId).Within(db, within, h => h.RecordId);
        if (Cursor.ReadTime(cursor) is var (at, id)) found = found.Where(h => h.At > at || (h.At == at && h.Id > id));
        var rows = await RowsAsync(db, found.OrderBy(h => h.At).ThenBy(h => h.Id).Take(PageSize + 1), cancellationToken);
        return Page<HandoverRow>.Cut(rows, PageSize, r => Cursor.Of(r.Handover.At, r.Handover.Id));
    }

    /// <summary>What waits for a curator of one record, the oldest first, at most 50.</summary>
    public async Task<IReadOnlyList<HandoverRow>> OfRecordAsync(Guid recordId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await RowsAsync(db, Handovers.Live(db).Where(h => h.RecordId == recordId).OrderBy(h => h.At).ThenBy(h => h.Id).Take(PageSize), cancellationToken);
    }

    /// <summary>The last hand-over of each item's present failure, open or given back.</summary>
    public async Task<IReadOnlyDictionary<Guid, Handover>> OfItemsAsync(IReadOnlyList<Guid> itemIds, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.Handovers.AsNoTracking()
            .Where(h => itemIds.Contains(h.SyncItemId) && h.State != HandoverState.TriedAgain && db.SyncItems.Any(i => i.Id == h.SyncItemId && i.FailedAt == h.FailedAt))
            .ToListAsync(cancellationToken);
        return found.GroupBy(h => h.SyncItemId).ToDictionary(g => g.Key, g => g.MaxBy(h => h.At)!);
    }

    private static async Task<List<HandoverRow>> RowsAsync(PortalDb db, IQueryable<Handover> handovers, CancellationToken cancellationToken)
    {
        var found = await handovers.AsNoTracking().ToListAsync(cancellationToken);
        var (records, people) = (await RowNames.OfRecordsAsync(db, found.Select(h => h.RecordId), cancellationToken), await RowNames.OfPeopleAsync(db, found.Select(h => h.PersonId), cancellationToken));
        return found.ConvertAll(h => new HandoverRow(h, records[h.RecordId].Kind, records[h.RecordId].Title, people[h.PersonId].Name, people[h.PersonId].LocalId));
    }
}

/// <summary>A hand-over with its record and whose item it is.</summary>
/// <param name="Title">Of the record; may be empty.</param>
public sealed record HandoverRow(Handover Handover, RecordKind Kind, string Title, string PersonName, string LocalId);
