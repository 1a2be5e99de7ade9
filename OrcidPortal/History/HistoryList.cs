using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.History;

/// <summary>The ledger as it is read: newest first, 50 lines a page.</summary>
public sealed class HistoryList(IDbContextFactory<PortalDb> contexts)
{
    private const int PageSize = 50;
    private const int StreamedAtOnce = 1000;

    /// <summary>Everything about one person.</summary>
    public Task<Page<HistoryEntry>> ForPersonAsync(Guid personId, string? cursor, CancellationToken cancellationToken) =>
        LinesAsync(new HistoryFilter(PersonId: personId), cursor, cancellationToken);

    /// <summary>Everything about one record.</summary>
    /// <param name="recordId">The record.</param>
    /// <param name="personId">Only of this person, as a researcher sees it; null: of all.</param>
    /// <param name="cursor">Where to go on; null: the newest.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<Page<HistoryEntry>> ForRecordAsync(Guid recordId, Guid? personId, string? cursor, CancellationToken cancellationToken) =>
        LinesAsync(new HistoryFilter(PersonId: personId, RecordId: recordId), cursor, cancellationToken);

    /// <summary>The lines that a filter asks for, with person and agreement. For staff only: it is the caller's to check.</summary>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<HistoryRow>> ListAsync(HistoryFilter filter, string? cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var page = await PageAsync(db, filter, cursor, PageSize, cancellationToken);
        return new Page<HistoryRow>(await RowsAsync(db, page.Items, cancellationToken), page.Next);
    }

    /// <summary>Whether a filter asks for more lines than this; counts no further.</summary>
    public async Task<bool> IsMoreThanAsync(HistoryFilter filter, int lines, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Newest(db.Matching(filter)).Select(e => e.Id).Take(lines + 1).CountAsync(cancellationToken) > lines;
    }

    /// <summary>The same lines one after the other, read in parts: neither memory nor a transaction is held for all of them.</summary>
    /// <param name="filter">Which lines.</param>
    /// <param name="atMost">The newest so many.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<HistoryRow> StreamAsync(HistoryFilter filter, int atMost, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        string? cursor = null;
        for (var left = atMost; left > 0;)
        {
            IReadOnlyList<HistoryRow> rows;
            await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
            {
                var page = await PageAsync(db, filter, cursor, Math.Min(left, StreamedAtOnce), cancellationToken);
                rows = await RowsAsync(db, page.Items, cancellationToken);
                cursor = page.Next;
            }
            foreach (var row in rows) yield return row;
            if (cursor is null) yield break;
            left -= rows.Count;
        }
    }

    private async Task<Page<HistoryEntry>> LinesAsync(HistoryFilter filter, string? cursor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await PageAsync(db, filter, cursor, PageSize, cancellationToken);
    }

    private static async Task<Page<HistoryEntry>> PageAsync(PortalDb db, HistoryFilter filter, string? cursor, int size, CancellationToken cancellationToken)
    {
        var lines = db.Matching(filter);
        if (Read(cursor) is var (at, id)) lines = lines.Where(e => e.At <= at && (e.At < at || e.Id < id));
        return Page<HistoryEntry>.Cut(await Newest(lines).Take(size + 1).ToListAsync(cancellationToken), size,
            e => Cursor.Of(e.At.UtcTicks.ToString(CultureInfo.InvariantCulture), e.Id.ToString(CultureInfo.InvariantCulture)));
    }

    private static IQueryable<HistoryEntry> Newest(IQueryable<HistoryEntry> lines) => lines.OrderByDescending(e => e.At).ThenByDescending(e => e.Id);

    private static (DateTimeOffset At, long Id)? Read(string? cursor)
    {
        if (Cursor.Read(cursor, 2) is not [var ticksText, var idText]) return null;
        return long.TryParse(ticksText, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.Ticks
            && long.TryParse(idText, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? (new DateTimeOffset(ticks, TimeSpan.Zero), id) : throw new InvalidCursorException(null);
    }

    private static async Task<IReadOnlyList<HistoryRow>> RowsAsync(PortalDb db, IReadOnlyList<HistoryEntry> lines, CancellationToken cancellationToken)
    {
        var personIds = lines.Select(e => e.PersonId).OfType<Guid>().Distinct().ToArray();
        var agreementIds = lines.Select(e => e.AgreementId).OfType<Guid>().Distinct().ToArray();
        var untitled = lines.Where(e => e.Title is null).Select(e => e.RecordId).OfType<Guid>().Distinct().ToArray();
        var people = await db.People.AsNoTracking().Where(p => personIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var agreements = await db.Agreements.AsNoTracking().Where(a => agreementIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellationToken);
        var titles = untitled.Length == 0 ? []
            : await db.Records.AsNoTracking().Where(r => untitled.Contains(r.Id)).Select(r => new { r.Id, r.Title }).ToDictionaryAsync(r => r.Id, r => r.Title, cancellationToken);
        return
        [
            .. lines.Select(e => new HistoryRow(e, e.Title ?? titles.GetValueOrDefault(e.RecordId ?? default),
                people.GetValueOrDefault(e.PersonId ?? default), agreements.GetValueOrDefault(e.AgreementId ?? default))),
        ];
    }
}
