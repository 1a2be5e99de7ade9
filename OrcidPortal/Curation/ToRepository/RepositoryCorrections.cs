using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Curation.ToRepository;

/// <summary>
/// Corrections that the repository does not have yet, as DSpace's metadata import takes them. Once they are imported there and read from there, they retire by themselves.
/// Each file has one column besides the item: an empty cell of the layout removes what the item has, so no file speaks of what was not corrected.
/// </summary>
public sealed class RepositoryCorrections(IDbContextFactory<PortalDb> contexts, DspaceColumns columns)
{
    private const int Chunk = 500;

    /// <summary>Which fields are corrected, and in how many records; those of most records first.</summary>
    /// <param name="within">Of records of these departments; null: of all.</param>
    public async Task<IReadOnlyList<CorrectedField>> FieldsAsync(CancellationToken cancellationToken, ValueList<string>? within = null)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var counts = await Counting(db, within).Join(db.Records, c => c.RecordId, r => r.Id, (c, r) => new { c.Field, r.Kind, c.RecordId })
            .GroupBy(c => new { c.Kind, c.Field }).Select(g => new { g.Key.Kind, g.Key.Field, Records = g.Select(c => c.RecordId).Distinct().Count() }).ToListAsync(cancellationToken);
        return [.. counts.Select(c => new CorrectedField(c.Kind, c.Field, c.Records, [.. columns.All.Where(o => o.Kind == c.Kind && o.Field == c.Field).Select(o => o.Name)]))
            .OrderByDescending(c => c.Records).ThenBy(c => c.Kind).ThenBy(c => c.Field, StringComparer.Ordinal)];
    }

    /// <summary>The lines of one file: the item, and what its column is to say.</summary>
    public async IAsyncEnumerable<(Guid Item, string Cell)> LinesAsync(DspaceColumn column, ValueList<string>? within, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(column);
        await foreach (var record in RecordsAsync(column.Kind, column.Field, within, cancellationToken))
            if (record.Corrections.Exists(c => DspaceCells.PartsOf(c).Contains(column.Part, StringComparer.OrdinalIgnoreCase)) && Judge(record, column) is { Cell: { } cell, Item: { } item }) yield return (item, cell);
    }

    /// <summary>What none of the files says.</summary>
    public async IAsyncEnumerable<ByHandLine> ByHandAsync(ValueList<string>? within, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in RecordsAsync(null, null, within, cancellationToken))
        {
            var first = record.SourceEntries.OrderBy(e => e.JoinedAt ?? DateTimeOffset.MinValue).ThenBy(e => e.FirstSeenAt).First();
            foreach (var correction in record.Corrections.OrderBy(c => c.Id))
                if (WhyByHand(record, correction) is { } why) yield return new ByHandLine(record.Id, record.Kind, record.Title, first.Source, first.LocalId, correction, why);
        }
    }

    private ByHandReason? WhyByHand(Record record, Correction correction)
    {
        foreach (var part in DspaceCells.PartsOf(correction))
        {
            if (columns.Find(record.Kind, correction.Field, part) is not { } column) return ByHandReason.NoColumn;
            if (Judge(record, column).Why is { } why) return why;
        }
        return null;
    }

    // The cell of a list says all of it: where one element is undecided, the whole waits.
    private static (Guid? Item, string? Cell, ByHandReason? Why) Judge(Record record, DspaceColumn column)
    {
        if (record.Corrections.Exists(c => c.SourceMovedOn && c.Field == column.Field && DspaceCells.PartsOf(c).Contains(column.Part, StringComparer.OrdinalIgnoreCase))) return (null, null, ByHandReason.SourceMovedOn);
        if (ItemIds.Of(record.SourceEntries) is not { } item) return (null, null, ByHandReason.NoItemId);
        var (cell, why) = DspaceCells.Of(column, record.Fields);
        return (item, cell, why);
    }

    private async IAsyncEnumerable<Record> RecordsAsync(RecordKind? kind, string? field, ValueList<string>? within, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var after = Guid.Empty; ;)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var next = Counting(db, within).Where(c => c.RecordId > after && (field == null || c.Field == field));
            if (kind is not null) next = next.Where(c => db.Records.Any(r => r.Id == c.RecordId && r.Kind == kind));
            var ids = await next.Select(c => c.RecordId).Distinct().OrderBy(id => id).Take(Chunk).ToListAsync(cancellationToken);
            if (ids.Count == 0) yield break;
            var records = await db.Records.AsNoTracking().AsSplitQuery().Where(r => ids.Contains(r.Id)).OrderBy(r => r.Id)
                .Include(r => r.SourceEntries).Include(r => r.Corrections.Where(c => c.RetiredAt == null)).ToListAsync(cancellationToken);
            // Read after the ids: what was merged or undone meanwhile is not said.
            foreach (var record in records.Where(r => r.MergedInto is null && r.SourceEntries.Count > 0)) yield return record;
            after = ids[^1];
        }
    }

    /// <summary>Corrections that count, of records that a source brought.</summary>
    private static IQueryable<Correction> Counting(PortalDb db, ValueList<string>? within) =>
        db.Corrections.AsNoTracking().Where(c => c.RetiredAt == null && db.SourceEntries.Any(e => e.RecordId == c.RecordId)).Within(db, within, c => c.RecordId);
}

/// <summary>A field that was corrected.</summary>
/// <param name="Field">A path of <c>FieldPaths</c>.</param>
/// <param name="Records">In how many records.</param>
/// <param name="Columns">Where DSpace has it; none: only by hand.</param>
public sealed record CorrectedField(RecordKind Kind, string Field, int Records, IReadOnlyList<string> Columns);
