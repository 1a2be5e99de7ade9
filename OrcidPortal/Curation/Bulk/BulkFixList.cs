using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Records;

namespace OrcidPortal.Curation.Bulk;

/// <summary>Fixes for many records as pages show them.</summary>
public sealed class BulkFixList(IDbContextFactory<PortalDb> contexts, Brake brake)
{
    private const int PageSize = 50;

    /// <summary>A page of fixes, the newest first; what nobody wanted is left out.</summary>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    /// <param name="within">Those that were asked for by curators of just these departments; null: all.</param>
    public async Task<Page<BulkFix>> ListAsync(string? cursor, CancellationToken cancellationToken, ValueList<string>? within = null)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var fixes = db.BulkFixes.AsNoTracking().Where(f => f.State != BulkFixState.Dropped && (within == null || f.Within == within));
        // Ids are made in the order of time.
        if (Cursor.ReadGuid(cursor) is { } after) fixes = fixes.Where(f => f.Id < after);
        return Page<BulkFix>.Cut(await fixes.OrderByDescending(f => f.Id).Take(PageSize + 1).ToListAsync(cancellationToken), PageSize, f => Cursor.Of(f.Id.ToString()));
    }

    /// <summary>One fix with what stands about it; null where there is none.</summary>
    /// <inheritdoc cref="ListAsync" path="/param"/>
    public async Task<BulkFixView?> FindAsync(Guid id, CancellationToken cancellationToken, ValueList<string>? within = null)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.BulkFixes.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id && (within == null || f.Within == within), cancellationToken) is not { } fix) return null;
        var outcomes = await db.BulkFixLines.Where(l => l.BulkFixId == id).GroupBy(l => l.Outcome).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var organization = fix.OrganizationId is { } chosen ? await db.Organizations.Where(o => o.Id == chosen).Select(o => o.Name).SingleOrDefaultAsync(cancellationToken) : null;
        var cause = RecordCorrections.CauseOf(id);
        var unplanned = fix.State is BulkFixState.Applied or BulkFixState.Undone
            && (await db.RecordChanges.AnyAsync(c => c.PlannedAt == null && c.Cause == cause, cancellationToken) || await db.PlanRequests.AnyAsync(r => r.DoneAt == null && r.Cause == cause, cancellationToken));
        return new BulkFixView(fix, outcomes, organization, fix.State is BulkFixState.Trying or BulkFixState.Tried && await brake.WouldHoldAsync(fix.Updates, cancellationToken), unplanned);
    }

    /// <summary>A page of its records.</summary>
    /// <param name="outcome">Only those with this outcome; null: all.</param>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<BulkFixRow>> LinesAsync(Guid id, BulkFixOutcome? outcome, string? cursor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var lines = db.BulkFixLines.AsNoTracking().Where(l => l.BulkFixId == id && (outcome == null || l.Outcome == outcome));
        if (Cursor.ReadGuid(cursor) is { } after) lines = lines.Where(l => l.RecordId > after);
        var found = await lines.Join(db.Records, l => l.RecordId, r => r.Id, (l, r) => new { Line = l, r.Kind, r.Title }).OrderBy(f => f.Line.RecordId).Take(PageSize + 1).ToListAsync(cancellationToken);
        var rows = found.Select(f => new BulkFixRow(f.Line.RecordId, f.Kind, f.Title, f.Line.Outcome, f.Line.Before, f.Line.After, f.Line.ProblemsLeft, f.Line.Message)).ToList();
        return Page<BulkFixRow>.Cut(rows, PageSize, r => Cursor.Of(r.RecordId.ToString()));
    }
}

/// <summary>A fix with what stands about it.</summary>
/// <param name="Outcomes">How many records came out how.</param>
/// <param name="Organization">The name of the organisation it means, or null.</param>
/// <param name="Braked">So much would change at ORCID that an admin has to let it go first.</param>
/// <param name="Unplanned">Its records are being checked again.</param>
public sealed record BulkFixView(BulkFix Fix, IReadOnlyDictionary<BulkFixOutcome, int> Outcomes, string? Organization, bool Braked, bool Unplanned);

/// <summary>A record of a fix.</summary>
public sealed record BulkFixRow(Guid RecordId, RecordKind Kind, string Title, BulkFixOutcome Outcome, string? Before, string? After, int ProblemsLeft, string? Message);
