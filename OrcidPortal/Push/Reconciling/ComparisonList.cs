using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Push.Reconciling;

/// <summary>Comparisons with ORCID and their reports, for pages. Who may see one is the caller's to check: one person's is for curators, everybody's for admins.</summary>
public sealed class ComparisonList(IDbContextFactory<PortalDb> contexts)
{
    private const int PageSize = 50;
    private const int StreamedAtOnce = 1000;

    /// <summary>A page of comparisons, the newest first.</summary>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<ComparisonRow>> ListAsync(string? cursor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var runs = db.Comparisons.AsNoTracking();
        if (Read(cursor) is var (at, id)) runs = runs.Where(c => c.CreatedAt < at || (c.CreatedAt == at && c.Id < id));
        return Page<ComparisonRow>.Cut(await Rows(db, runs).Take(PageSize + 1).ToListAsync(cancellationToken), PageSize,
            r => Cursor.Of(r.Run.CreatedAt.ToString("O", CultureInfo.InvariantCulture), r.Run.Id.ToString()));
    }

    /// <summary>One comparison with its figures; null where there is none.</summary>
    public async Task<ComparisonReport?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await Rows(db, db.Comparisons.AsNoTracking().Where(c => c.Id == id)).SingleOrDefaultAsync(cancellationToken) is not { } row) return null;
        var people = await db.ComparedPeople.Where(p => p.ComparisonId == id).GroupBy(p => p.Repair)
            .Select(g => new { g.Key, People = g.Count(), Entries = g.Sum(p => p.Entries) }).ToListAsync(cancellationToken);
        var kinds = await db.Differences.Where(d => d.ComparisonId == id).GroupBy(d => new { d.Kind, d.State, d.Sends })
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var owners = await db.Differences.Where(d => d.ComparisonId == id).GroupBy(d => d.Kind)
            .Select(g => new { g.Key, People = g.Select(d => d.PersonId).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.People, cancellationToken);
        var added = await db.Differences.Where(d => d.ComparisonId == id && d.State == DifferenceState.Open && d.Sends == SyncOperation.Add && d.Section == "work")
            .GroupBy(d => new { d.Kind, d.PersonId }).Select(g => new { g.Key.Kind, Count = g.Count() }).ToListAsync(cancellationToken);
        var figures = kinds.GroupBy(k => k.Key.Kind).OrderBy(g => g.Key).Select(kind =>
        {
            var open = kind.Where(k => k.Key.State == DifferenceState.Open).ToList();
            var works = added.Where(a => a.Kind == kind.Key).ToList();
            return new DifferenceFigures(
                kind.Key, open.Sum(k => k.Count), Count(DifferenceState.Repaired), Count(DifferenceState.Passed), owners[kind.Key], Sent(SyncOperation.Add), Sent(SyncOperation.Update), Sent(SyncOperation.Remove),
                // Up to a hundred new works of a person are one notice, everything else is one each.
                open.Where(k => k.Key.Sends is not null).Sum(k => k.Count) - works.Sum(w => w.Count) + works.Sum(w => (w.Count + 99) / 100));

            int Count(DifferenceState state) => kind.Where(k => k.Key.State == state).Sum(k => k.Count);
            int Sent(SyncOperation operation) => open.Where(k => k.Key.Sends == operation).Sum(k => k.Count);
        }).ToList();
        return new ComparisonReport(row, people.Sum(p => p.Entries), Of(RepairState.Waiting), Of(RepairState.Done), Of(RepairState.Failed), figures);

        int Of(RepairState state) => people.FirstOrDefault(p => p.Key == state)?.People ?? 0;
    }

    /// <summary>The newest comparison of one person; null where there is none.</summary>
    public async Task<ComparisonRow?> LatestAsync(Guid personId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Rows(db, db.Comparisons.AsNoTracking().Where(c => c.PersonId == personId)).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>A page of differences of one comparison.</summary>
    /// <param name="kind">Only of this kind; null: of all.</param>
    /// <param name="personId">Only of this person; null: of all.</param>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<DifferenceRow>> DifferencesAsync(Guid id, DifferenceKind? kind, Guid? personId, string? cursor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await PageAsync(db, id, kind, personId, cursor, PageSize, cancellationToken);
    }

    /// <summary>A page of those who could not be read or repaired, or not yet.</summary>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<UnreadRow>> UnreadAsync(Guid id, string? cursor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var people = db.ComparedPeople.AsNoTracking().Where(p => p.ComparisonId == id && p.Reason != UnreadReason.None);
        if (Cursor.ReadGuid(cursor) is { } after) people = people.Where(p => p.PersonId > after);
        var rows = await people.OrderBy(p => p.PersonId).Take(PageSize + 1)
            .Join(db.People, p => p.PersonId, p => p.Id, (Row, Person) => new { Row, Person.GivenNames, Person.FamilyName, Person.LocalId })
            .OrderBy(p => p.Row.PersonId).ToListAsync(cancellationToken);
        return Page<UnreadRow>.Cut([.. rows.Select(r => new UnreadRow(r.Row, $"{r.GivenNames} {r.FamilyName}".Trim(), r.LocalId))], PageSize, r => Cursor.Of(r.Person.PersonId.ToString()));
    }

    /// <summary>All differences of one comparison one after the other, read in parts.</summary>
    public async IAsyncEnumerable<DifferenceRow> StreamAsync(Guid id, DifferenceKind? kind, Guid? personId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? cursor = null;
        do
        {
            Page<DifferenceRow> page;
            await using (var db = await contexts.CreateDbContextAsync(cancellationToken)) page = await PageAsync(db, id, kind, personId, cursor, StreamedAtOnce, cancellationToken);
            foreach (var row in page.Items) yield return row;
            cursor = page.Next;
        }
        while (cursor is not null);
    }

    private static async Task<Page<DifferenceRow>> PageAsync(PortalDb db, Guid id, DifferenceKind? kind, Guid? personId, string? cursor, int size, CancellationToken cancellationToken)
    {
        var differences = db.Differences.AsNoTracking().Where(d => d.ComparisonId == id);
        if (kind is { } one) differences = differences.Where(d => d.Kind == one);
        if (personId is { } person) differences = differences.Where(d => d.PersonId == person);
        if (Cursor.ReadGuid(cursor) is { } after) differences = differences.Where(d => d.Id > after);
        var rows = await differences.OrderBy(d => d.Id).Take(size + 1).ToListAsync(cancellationToken);
        var people = await RowNames.OfPeopleAsync(db, rows.Select(d => d.PersonId), cancellationToken);
        var records = await RowNames.OfRecordsAsync(db, rows.Select(d => d.RecordId).OfType<Guid>(), cancellationToken);
        return Page<DifferenceRow>.Cut(
            [.. rows.Select(d => new DifferenceRow(d, d.RecordId is { } id && records.TryGetValue(id, out var record) ? record.Title : d.Title, people[d.PersonId].Name, people[d.PersonId].LocalId))],
            size, r => Cursor.Of(r.Difference.Id.ToString()));
    }

    private static IQueryable<ComparisonRow> Rows(PortalDb db, IQueryable<Comparison> runs) =>
        from run in runs
        join found in db.People on run.PersonId equals (Guid?)found.Id into owner
        from person in owner.DefaultIfEmpty()
        orderby run.CreatedAt descending, run.Id descending
        select new ComparisonRow(
            run, person == null ? null : (person.GivenNames + " " + person.FamilyName).Trim(), person == null ? null : person.LocalId,
            db.ComparedPeople.Count(p => p.ComparisonId == run.Id && p.State == ComparedState.Compared),
            db.ComparedPeople.Count(p => p.ComparisonId == run.Id && p.State == ComparedState.Unread),
            db.Differences.Count(d => d.ComparisonId == run.Id),
            db.Differences.Count(d => d.ComparisonId == run.Id && d.State != DifferenceState.Open));

    private static (DateTimeOffset At, Guid Id)? Read(string? cursor) =>
        Cursor.Read(cursor, 2) is not [var atText, var idText] ? null
        : DateTimeOffset.TryParse(atText, CultureInfo.InvariantCulture, out var at) && Guid.TryParse(idText, out var id) ? (at, id)
        : throw new InvalidCursorException(null);
}

/// <summary>A comparison as a list shows it.</summary>
/// <param name="PersonName">Whose; null: everybody's.</param>
/// <param name="Compared">How many people were read.</param>
/// <param name="Unread">How many could not be.</param>
/// <param name="Differences">How many differences were found.</param>
/// <param name="Settled">How many of them are repaired, or none any more.</param>
public sealed record ComparisonRow(Comparison Run, string? PersonName, string? LocalId, int Compared, int Unread, int Differences, int Settled);

/// <summary>A comparison with its figures.</summary>
/// <param name="Entries">How many entries of ours ORCID holds.</param>
/// <param name="RepairWaiting">How many people the repair has still to do.</param>
/// <param name="RepairDone">For how many it is done.</param>
/// <param name="RepairFailed">For how many it could not be done.</param>
public sealed record ComparisonReport(ComparisonRow Row, int Entries, int RepairWaiting, int RepairDone, int RepairFailed, IReadOnlyList<DifferenceFigures> Figures);

/// <summary>The figures of one kind of difference.</summary>
/// <param name="Open">Those that are not repaired.</param>
/// <param name="Passed">Those that were none any more when they were to be repaired.</param>
/// <param name="Adds">Of the open ones, how many would be added at ORCID once repaired, at most.</param>
/// <param name="Notices">How many notices in inboxes that would cause, at most.</param>
public sealed record DifferenceFigures(DifferenceKind Kind, int Open, int Repaired, int Passed, int People, int Adds, int Updates, int Removals, int Notices);

/// <summary>A difference with what a list shows beside it.</summary>
/// <param name="Title">The record's; of no record what ORCID shows.</param>
public sealed record DifferenceRow(Difference Difference, string Title, string PersonName, string LocalId);

/// <summary>Somebody who could not be read or repaired, or not yet.</summary>
public sealed record UnreadRow(ComparedPerson Person, string PersonName, string LocalId);
