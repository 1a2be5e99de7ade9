using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Curation.Duplicates;

/// <summary>Pairs of records that nobody has decided on, in the order they were found. 20 a page.</summary>
public sealed class DuplicateList(IDbContextFactory<PortalDb> contexts, VocabularyStore vocabularies)
{
    /// <summary>Whoever has so many has more to do than to know how many more.</summary>
    public const int MostCounted = 1000;
    private const int PageSize = 20;
    private const int MostWords = 10;

    /// <summary>A page of pairs.</summary>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<DuplicateRow>> ListAsync(DuplicateFilter filter, string? cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var pairs = Narrow(db, Within(db, Open(db), filter.Within), filter);
        if (Cursor.ReadGuid(cursor) is { } after) pairs = pairs.Where(p => p.Id > after);
        var found = await pairs.AsNoTracking().OrderBy(p => p.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var page = Page<DuplicatePair>.Cut(found, PageSize, p => Cursor.Of(p.Id.ToString()));
        return new Page<DuplicateRow>(await DescribeAsync(db, page.Items, cancellationToken), page.Next);
    }

    /// <summary>One pair that nobody has decided on.</summary>
    public async Task<DuplicateRow?> FindAsync(Guid pairId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await DescribeAsync(db, await Open(db).AsNoTracking().Where(p => p.Id == pairId).ToListAsync(cancellationToken), cancellationToken)).SingleOrDefault();
    }

    /// <summary>How many pairs nobody has decided on; counts no further than <see cref="MostCounted"/>.</summary>
    /// <param name="within">Of these departments; null: of all.</param>
    public async Task<int> CountAsync(CancellationToken cancellationToken, ValueList<string>? within = null)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Within(db, Open(db), within).OrderBy(p => p.Id).Select(p => p.Id).Take(MostCounted).CountAsync(cancellationToken);
    }

    internal static IQueryable<DuplicatePair> Open(PortalDb db) => db.DuplicatePairs.Where(p => p.State == DuplicateState.Open);

    /// <summary>Those of which somebody of these departments has one.</summary>
    internal static IQueryable<DuplicatePair> Within(PortalDb db, IQueryable<DuplicatePair> pairs, ValueList<string>? departments) => departments is null ? pairs
        : pairs.Where(p => DepartmentRecords.Of(db, departments).Contains(p.FirstId) || DepartmentRecords.Of(db, departments).Contains(p.SecondId));

    private static IQueryable<DuplicatePair> Narrow(PortalDb db, IQueryable<DuplicatePair> pairs, DuplicateFilter filter)
    {
        if (filter.Reason is { } reason) pairs = pairs.Where(p => p.Reason == reason);
        if (filter.PersonId is { } person) pairs = pairs.Where(p => db.RecordPeople.Any(l => l.PersonId == person && l.EndedAt == null && (l.RecordId == p.FirstId || l.RecordId == p.SecondId)));
        var words = RecordUpdate.SortForm(filter.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToArray();
        if (words.Length == 0) return pairs;
        var titled = db.Records.AsQueryable();
        foreach (var word in words) titled = titled.Where(r => r.SortTitle.Contains(word));
        return pairs.Where(p => titled.Any(r => r.Id == p.FirstId || r.Id == p.SecondId));
    }

    private async Task<IReadOnlyList<DuplicateRow>> DescribeAsync(PortalDb db, IReadOnlyList<DuplicatePair> pairs, CancellationToken cancellationToken)
    {
        if (pairs.Count == 0) return [];
        var ids = pairs.SelectMany(p => new[] { p.FirstId, p.SecondId }).Distinct().ToArray();
        var records = await db.Records.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
        var sources = (await db.SourceEntries.AsNoTracking().Where(e => ids.Contains(e.RecordId)).OrderBy(e => e.FirstSeenAt).ThenBy(e => e.Id)
            .Select(e => new { e.RecordId, e.Source, e.LocalId }).ToListAsync(cancellationToken)).ToLookup(e => e.RecordId, e => new DuplicateSource(e.Source, e.LocalId));
        var there = (await db.SyncItems.AsNoTracking().Where(i => ids.Contains(i.RecordId) && i.PutCode != null).Select(i => new { i.RecordId, i.PersonId }).ToListAsync(cancellationToken))
            .Select(i => (i.RecordId, i.PersonId)).ToHashSet();
        var links = (await db.RecordPeople.AsNoTracking().Where(l => ids.Contains(l.RecordId) && l.EndedAt == null).Select(l => new { l.RecordId, l.PersonId }).ToListAsync(cancellationToken))
            .Select(l => (l.RecordId, l.PersonId)).Union(there).ToLookup(l => l.RecordId, l => l.PersonId);
        var personIds = links.SelectMany(l => l).Distinct().ToArray();
        var people = await db.People.AsNoTracking().Where(p => personIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var words = await vocabularies.CurrentAsync(db, cancellationToken);
        return [.. pairs.Select(p => Row(p, Side(p.FirstId), Side(p.SecondId)))];

        DuplicateSide Side(Guid id)
        {
            var record = records[id];
            return new DuplicateSide(
                id, record.Version, record.Title, words.TypeOf(record.Kind, record.Fields.Type) ?? record.Fields.Type?.Value, record.Fields, record.CreatedAt,
                [.. links[id].Select(l => people[l]).OrderBy(p => p.SortName, StringComparer.Ordinal).ThenBy(p => p.Id).Select(p => new DuplicatePerson(p.Id, p.LocalId, $"{p.GivenNames} {p.FamilyName}".Trim(), there.Contains((id, p.Id))))],
                [.. sources[id]]);
        }
    }

    private static DuplicateRow Row(DuplicatePair pair, DuplicateSide first, DuplicateSide second)
    {
        var keep = new[] { first, second }.OrderByDescending(s => s.People.Count(p => p.AtOrcid)).ThenByDescending(s => s.Sources.Count).ThenBy(s => s.CreatedAt).ThenBy(s => s.RecordId).First();
        return new DuplicateRow(pair.Id, pair.Kind, pair.Reason, pair.Key, pair.FoundAt, first, second, keep.RecordId);
    }
}
