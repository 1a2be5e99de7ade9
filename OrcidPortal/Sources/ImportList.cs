using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Sources;

/// <summary>Imports for pages and the API, the newest first.</summary>
public sealed class ImportList(IDbContextFactory<PortalDb> contexts, ImportRunner runner)
{
    private const int PageSize = 50;
    private const int MostRemarks = 100;

    /// <summary>A page of runs. What a dead process left is marked on the way.</summary>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<ImportRow>> ListAsync(string? cursor, CancellationToken cancellationToken)
    {
        await runner.MarkInterruptedAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var runs = db.ImportRuns.AsNoTracking();
        if (Read(cursor) is var (at, id)) runs = runs.Where(r => r.CreatedAt < at || r.CreatedAt == at && r.Id < id);
        var rows = await Rows(db, runs).Take(PageSize + 1).ToListAsync(cancellationToken);
        return Page<ImportRow>.Cut(rows, PageSize, r => Cursor.Of(r.Run.CreatedAt.ToString("O", CultureInfo.InvariantCulture), r.Run.Id.ToString()));
    }

    /// <summary>One run; null where there is none.</summary>
    public async Task<ImportDetail?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await runner.MarkInterruptedAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await Rows(db, db.ImportRuns.AsNoTracking().Where(r => r.Id == id)).FirstOrDefaultAsync(cancellationToken) is not { } row) return null;
        var remarks = await db.ImportLines.AsNoTracking().Where(l => l.ImportRunId == id && l.Message != null).OrderBy(l => l.Ordinal).Take(MostRemarks).ToListAsync(cancellationToken);
        return new ImportDetail(row.Run, row.PersonName, row.LocalId, remarks);
    }

    /// <summary>A page of entries of a run, in the order of the file.</summary>
    /// <param name="outcome">Only these, or null for all.</param>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<ImportLine>> LinesAsync(Guid id, ImportOutcome? outcome, string? cursor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var lines = db.ImportLines.AsNoTracking().Where(l => l.ImportRunId == id);
        if (outcome is { } one) lines = lines.Where(l => l.Outcome == one);
        if (Cursor.ReadLong(cursor) is { } after) lines = lines.Where(l => l.Ordinal > after);
        var rows = await lines.OrderBy(l => l.Ordinal).Take(PageSize + 1).ToListAsync(cancellationToken);
        return Page<ImportLine>.Cut(rows, PageSize, l => Cursor.Of(l.Ordinal.ToString(CultureInfo.InvariantCulture)));
    }

    private static IQueryable<ImportRow> Rows(PortalDb db, IQueryable<ImportRun> runs) =>
        from run in runs
        join person in db.People on run.PersonId equals person.Id
        orderby run.CreatedAt descending, run.Id descending
        select new ImportRow(run, (person.GivenNames + " " + person.FamilyName).Trim(), person.LocalId);

    private static (DateTimeOffset At, Guid Id)? Read(string? cursor) =>
        Cursor.Read(cursor, 2) is not [var atText, var idText] ? null
        : DateTimeOffset.TryParse(atText, CultureInfo.InvariantCulture, out var at) && Guid.TryParse(idText, out var id) ? (at, id)
        : throw new InvalidCursorException(null);
}
