using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.History;

/// <summary>The ledger as pages read it: newest first, 50 lines a page.</summary>
public sealed class HistoryList(IDbContextFactory<PortalDb> contexts)
{
    private const int PageSize = 50;

    /// <summary>Everything about one person.</summary>
    public Task<Page<HistoryEntry>> ForPersonAsync(Guid personId, string? cursor, CancellationToken cancellationToken) =>
        ReadAsync(h => h.Where(e => e.PersonId == personId), cursor, cancellationToken);

    /// <summary>Everything about one record.</summary>
    /// <param name="recordId">The record.</param>
    /// <param name="personId">Only of this person, as a researcher sees it; null: of all.</param>
    /// <param name="cursor">Where to go on; null: the newest.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<Page<HistoryEntry>> ForRecordAsync(Guid recordId, Guid? personId, string? cursor, CancellationToken cancellationToken) =>
        ReadAsync(h => h.Where(e => e.RecordId == recordId && (personId == null || e.PersonId == personId)), cursor, cancellationToken);

    private async Task<Page<HistoryEntry>> ReadAsync(
        Func<IQueryable<HistoryEntry>, IQueryable<HistoryEntry>> scope, string? cursor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var lines = scope(db.History.AsNoTracking());
        if (Cursor.ReadLong(cursor) is { } before) lines = lines.Where(e => e.Id < before);
        var rows = await lines.OrderByDescending(e => e.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        return Page<HistoryEntry>.Cut(rows, PageSize, e => Cursor.Of(e.Id.ToString(CultureInfo.InvariantCulture)));
    }
}
