using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Push;

/// <summary>Reads sync items for pages and the API.</summary>
public sealed class SyncItemList(IDbContextFactory<PortalDb> contexts, SyncItemCounts counts, VocabularyStore vocabularies)
{
    private const int PageSize = 50;

    /// <summary>When the counts over all people were taken; they are at most 10 seconds old. Null before the first.</summary>
    public DateTimeOffset? StatsAt => counts.TakenAt;

    /// <summary>A page of at most 50 items, newest first.</summary>
    /// <param name="cursor">What the page before gave as next, or null.</param>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<SyncItemRow>> ListAsync(SyncItemFilter filter, string? cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await PageAsync(db, Filtered(db, filter), cursor, cancellationToken);
    }

    /// <summary>How many items each state has; every state is there.</summary>
    /// <param name="personId">One person's, exact; null: all, from a summary (<see cref="StatsAt"/>).</param>
    public async Task<IReadOnlyDictionary<SyncState, int>> CountAsync(Guid? personId, CancellationToken cancellationToken)
    {
        if (personId is not { } id) return await counts.AllAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await SyncItemCounts.CountAsync(db.SyncItems.Where(i => i.PersonId == id && !i.MergedAway), cancellationToken);
    }

    /// <summary>Of which kinds a person has items.</summary>
    public async Task<IReadOnlyList<RecordKind>> KindsAsync(Guid personId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. (await db.SyncItems.Where(i => i.PersonId == personId && !i.MergedAway).Select(i => i.Kind).Distinct().ToListAsync(cancellationToken)).Order()];
    }

    /// <summary>How much of one person stands at ORCID from us, whatever state it is in, and how much could still go.</summary>
    /// <param name="kind">Only this kind; null: all.</param>
    public async Task<AtOrcid> AtOrcidAsync(Guid personId, RecordKind? kind, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var items = db.SyncItems.Where(i => i.PersonId == personId && (kind == null || i.Kind == kind));
        var there = await items.CountAsync(i => i.PutCode != null, cancellationToken);
        return new AtOrcid(there, await items.CountAsync(i => i.PutCode == null && AtOrcid.Sendable.Contains(i.State), cancellationToken));
    }

    /// <summary>What the person decided at ORCID about a record that stands there from us.</summary>
    /// <returns>Null where it does not, as far as we know.</returns>
    public async Task<CopyAtOrcid?> CopyAsync(Guid personId, Guid recordId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.RemoteCopies.AsNoTracking().Where(c => db.SyncItems.Any(i => i.Id == c.SyncItemId && i.PersonId == personId && i.RecordId == recordId && i.PutCode == c.PutCode))
            .Select(c => new CopyAtOrcid(c.Visibility, c.PreferredFrom)).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The item of one person and record.</summary>
    public async Task<SyncItemRow?> FindAsync(Guid personId, Guid recordId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await RowsAsync(db, db.SyncItems.Where(i => i.PersonId == personId && i.RecordId == recordId), cancellationToken)).SingleOrDefault();
    }

    /// <summary>A page of any items.</summary>
    internal async Task<Page<SyncItemRow>> PageAsync(PortalDb db, IQueryable<SyncItem> items, string? cursor, CancellationToken cancellationToken)
    {
        if (Cursor.ReadGuid(cursor) is { } before) items = items.Where(i => i.Id < before);
        var rows = await RowsAsync(db, items.OrderByDescending(i => i.Id).Take(PageSize + 1), cancellationToken);
        return Page<SyncItemRow>.Cut(rows, PageSize, r => Cursor.Of(r.Item.Id.ToString()));
    }

    private static IQueryable<SyncItem> Filtered(PortalDb db, SyncItemFilter filter)
    {
        var items = db.SyncItems.Where(i => !i.MergedAway);
        if (filter.PersonId is { } person) items = items.Where(i => i.PersonId == person);
        if (filter.State is { } state) items = items.Where(i => i.State == state);
        if (filter.Kind is { } kind) items = items.Where(i => i.Kind == kind);
        if (filter.RecordId is { } record) items = items.Where(i => i.RecordId == record);
        foreach (var word in RecordUpdate.SortForm(filter.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(10))
            items = items.Where(i => db.Records.Any(r => r.Id == i.RecordId && r.SortTitle.Contains(word)));
        return items;
    }

    private async Task<List<SyncItemRow>> RowsAsync(PortalDb db, IQueryable<SyncItem> items, CancellationToken cancellationToken)
    {
        var found = await items.AsNoTracking().ToListAsync(cancellationToken);
        var records = found.Select(i => i.RecordId).Distinct().ToArray();
        var shown = await db.Records.Where(r => records.Contains(r.Id)).Select(r => new { r.Id, r.Title, r.Year, r.Fields }).ToDictionaryAsync(r => r.Id, cancellationToken);
        var people = await RowNames.OfPeopleAsync(db, found.Select(i => i.PersonId), cancellationToken);
        var words = await vocabularies.CurrentAsync(db, cancellationToken);
        var problems = (await db.RecordProblems.AsNoTracking().Where(p => records.Contains(p.RecordId)).ToListAsync(cancellationToken)).ToLookup(p => p.RecordId);
        return
        [
            .. found.Select(i => (Item: i, Record: shown[i.RecordId], Person: people[i.PersonId])).Select(f => new SyncItemRow(
                f.Item, f.Record.Title, words.TypeOf(f.Item.Kind, f.Record.Fields.Type) ?? f.Record.Fields.Type?.Value, f.Record.Year, f.Person.Name, f.Person.LocalId,
                [.. problems[f.Item.RecordId].Where(p => p.PersonId is null || p.PersonId == f.Item.PersonId).Concat(RefusedItems.Problem(f.Item) is { } refused ? [refused] : [])])),
        ];
    }
}
