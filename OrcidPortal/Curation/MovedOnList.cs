using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Curation;

/// <summary>Corrections under which the source has changed: somebody has to say whether ours stays or theirs counts. 50 a page, the oldest first.</summary>
public sealed class MovedOnList(IDbContextFactory<PortalDb> contexts)
{
    private const int PageSize = 50;

    /// <summary>A page of them.</summary>
    /// <param name="field">Only of this field, a path of <c>FieldPaths</c>; null: of all.</param>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    /// <param name="within">Of records of these departments; null: of all.</param>
    public async Task<Page<MovedOnRow>> ListAsync(string? field, string? cursor, CancellationToken cancellationToken, ValueList<string>? within = null)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = Waiting(db, within).AsNoTracking().Where(c => field == null || c.Field == field);
        // Ids are made in the order of time.
        if (Cursor.ReadGuid(cursor) is { } after) waiting = waiting.Where(c => c.Id > after);
        var found = await waiting.Join(db.Records, c => c.RecordId, r => r.Id, (c, r) => new { Correction = c, r.Kind, r.Title }).OrderBy(c => c.Correction.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var ids = found.Select(f => f.Correction.RecordId).Distinct().ToArray();
        var entries = (await db.SourceEntries.AsNoTracking().Where(e => ids.Contains(e.RecordId)).ToListAsync(cancellationToken)).ToLookup(e => e.RecordId);
        var said = ids.ToDictionary(id => id, id => EffectiveRecord.FromSources(entries[id]));
        var rows = found.ConvertAll(f => new MovedOnRow(f.Correction, f.Kind, f.Title, EffectiveRecord.SourceValue(said[f.Correction.RecordId], f.Correction.Field, f.Correction.Key)));
        return Page<MovedOnRow>.Cut(rows, PageSize, r => Cursor.Of(r.Correction.Id.ToString()));
    }

    /// <summary>How many there are of each field, the most first.</summary>
    /// <inheritdoc cref="ListAsync" path="/param"/>
    public async Task<IReadOnlyList<(string Field, int Count)>> FieldsAsync(CancellationToken cancellationToken, ValueList<string>? within = null)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var counts = await Waiting(db, within).GroupBy(c => c.Field).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        return [.. counts.OrderByDescending(c => c.Count).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key, c.Count))];
    }

    private static IQueryable<Correction> Waiting(PortalDb db, ValueList<string>? within) => db.Corrections.Where(c => c.SourceMovedOn && c.RetiredAt == null).Within(db, within, c => c.RecordId);
}

/// <summary>A correction under which the source has changed.</summary>
/// <param name="Kind">Of its record.</param>
/// <param name="Title">Of its record.</param>
/// <param name="Theirs">What the sources say now, in the form that corrections keep; null: nothing.</param>
public sealed record MovedOnRow(Correction Correction, RecordKind Kind, string Title, string? Theirs);
