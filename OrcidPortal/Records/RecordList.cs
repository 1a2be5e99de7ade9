using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Records;

/// <summary>Records as pages and the API read them: in the order they came in, 50 a page.</summary>
public sealed class RecordList(IDbContextFactory<PortalDb> contexts, VocabularyStore vocabularies)
{
    private const int PageSize = 50;

    /// <summary>One record with all that belongs to it; null where there is none.</summary>
    public async Task<RecordDetail?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var record = await db.Records.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (record is null) return null;
        var entries = await db.SourceEntries.AsNoTracking().Where(e => e.RecordId == id).OrderBy(e => e.FirstSeenAt).ThenBy(e => e.Id).ToListAsync(cancellationToken);
        var corrections = await db.Corrections.AsNoTracking().Where(c => c.RecordId == id).ToListAsync(cancellationToken);
        var problems = await db.RecordProblems.AsNoTracking().Where(p => p.RecordId == id).OrderBy(p => p.Severity).ThenBy(p => p.Field).ThenBy(p => p.Code).ToListAsync(cancellationToken);
        var people = await db.People.AsNoTracking()
            .Where(p => db.RecordPeople.Any(r => r.RecordId == id && r.PersonId == p.Id && r.EndedAt == null))
            .OrderBy(p => p.SortName).ThenBy(p => p.Id).ToListAsync(cancellationToken);
        return new RecordDetail(record, entries, [.. corrections.OrderBy(c => c.RetiredAt is not null).ThenByDescending(c => c.At)], problems, people);
    }

    /// <summary>Where a record is now that was merged into another one, perhaps several times.</summary>
    /// <returns>Null where there is no such record, or it was never merged.</returns>
    public async Task<Guid?> MergedIntoAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        Guid? into = null;
        while (await db.Records.Where(r => r.Id == (into ?? id)).Select(r => r.MergedInto).FirstOrDefaultAsync(cancellationToken) is { } next) into = next;
        return into;
    }

    /// <summary>A page of records.</summary>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<RecordRow>> ListAsync(RecordFilter filter, string? cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var query = Apply(db, db.Records.AsNoTracking().Where(r => r.MergedInto == null), filter);
        if (filter.OrganizationId is { } organization)
        {
            var keys = await db.Organizations.AsNoTracking().AsSplitQuery().Include(o => o.Identifiers).Include(o => o.Names).SingleOrDefaultAsync(o => o.Id == organization, cancellationToken) is { } found ? OrganizationKeys.Of(found) : [];
            var named = OrganizationUse.Records(db, keys);
            query = query.Where(r => named.Contains(r.Id));
        }
        if (Cursor.ReadGuid(cursor) is { } after) query = query.Where(r => r.Id > after);
        var rows = await query.OrderBy(r => r.Id).Take(PageSize + 1)
            .Select(r => new { r.Id, r.Kind, r.Title, r.Fields, r.Year, r.ProblemCount, r.ChangedAt }).ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.Id).ToArray();
        var people = (await db.RecordPeople.AsNoTracking().Where(p => ids.Contains(p.RecordId) && p.EndedAt == null)
                .Join(db.People, p => p.PersonId, p => p.Id, (link, person) => new { link.RecordId, person.GivenNames, person.FamilyName, person.SortName })
                .OrderBy(p => p.SortName).ToListAsync(cancellationToken))
            .ToLookup(p => p.RecordId, p => $"{p.GivenNames} {p.FamilyName}".Trim());
        var words = await vocabularies.CurrentAsync(db, cancellationToken);
        var shown = rows.Select(r => new RecordRow(
            r.Id, r.Kind, r.Title, words.TypeOf(r.Kind, r.Fields.Type) ?? r.Fields.Type?.Value, r.Year, r.ProblemCount, r.ChangedAt, [.. people[r.Id]])).ToList();
        return Page<RecordRow>.Cut(shown, PageSize, r => Cursor.Of(r.Id.ToString()));
    }

    private static IQueryable<Record> Apply(PortalDb db, IQueryable<Record> records, RecordFilter filter)
    {
        records = records.Within(db, filter.Within, r => r.Id);
        if (filter.State is { } state)
            records = records.Where(r => db.SyncItems.Any(i => i.RecordId == r.Id && i.State == state && (filter.PersonId == null || i.PersonId == filter.PersonId)));
        if (filter.PersonId is { } person) records = records.Where(r => db.RecordPeople.Any(p => p.RecordId == r.Id && p.PersonId == person && p.EndedAt == null));
        if (filter.NeedsFix) records = records.Where(r => db.RecordProblems.Any(p => p.RecordId == r.Id && p.Severity == ProblemSeverity.Blocks));
        if (filter.ProblemCode is { } code) records = records.Where(r => db.RecordProblems.Any(p => p.RecordId == r.Id && p.Code == code));
        if (filter.Kind is { } kind) records = records.Where(r => r.Kind == kind);
        if (filter is { Vocabulary: { } vocabulary, Word: { } used }) records = records.Where(r => db.RecordTerms.Where(t => t.Vocabulary == vocabulary && t.Value == used).Select(t => t.RecordId).Contains(r.Id));
        foreach (var word in RecordUpdate.SortForm(filter.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(10))
            records = records.Where(r => r.SortTitle.Contains(word));
        return records;
    }
}
