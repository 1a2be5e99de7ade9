using OrcidPortal.Push;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Curation;

/// <summary>Works that need fixing: somebody's ORCID record waits for each of them. 50 a page.</summary>
public sealed class FixList(IDbContextFactory<PortalDb> contexts, TimeProvider time)
{
    private const int PageSize = 50;
    private const int MostWords = 10;

    /// <summary>A page of works in the order asked for.</summary>
    /// <param name="filter">Which works, and their order.</param>
    /// <param name="cursor">What the page before gave as next; null: the first page.</param>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list and order.</exception>
    public async Task<Page<FixRow>> ListAsync(FixFilter filter, string? cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await InOrder(Of(db, filter, time.GetUtcNow()).AsNoTracking(), filter.Sort, cursor).Take(PageSize + 1).ToListAsync(cancellationToken);
        var page = Page<RecordToFix>.Cut(found, PageSize, f => CursorOf(f, filter.Sort));
        return new Page<FixRow>(await DescribeAsync(db, page.Items, cancellationToken), page.Next);
    }

    /// <summary>How many there are.</summary>
    public async Task<int> CountAsync(FixFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Of(db, filter, time.GetUtcNow()).CountAsync(cancellationToken);
    }

    /// <summary>The departments of all people, by name, at most 500.</summary>
    public async Task<IReadOnlyList<string>> DepartmentsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await DepartmentsAsync(db, cancellationToken);
    }

    /// <inheritdoc cref="DepartmentsAsync(CancellationToken)"/>
    internal static Task<List<string>> DepartmentsAsync(PortalDb db, CancellationToken cancellationToken) =>
        db.People.Where(p => p.Department != null && p.Department != "").Select(p => p.Department!).Distinct().OrderBy(d => d).Take(500).ToListAsync(cancellationToken);

    /// <summary>The records a filter leaves, in no order.</summary>
    internal static IQueryable<RecordToFix> Of(PortalDb db, FixFilter filter, DateTimeOffset now)
    {
        var records = db.RecordsToFix.AsQueryable();
        foreach (var word in RecordUpdate.SortForm(filter.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
            records = records.Where(r => r.SortTitle.Contains(word));
        if (filter.Kind is { } ofKind) records = records.Where(r => r.Kind == ofKind);
        if (filter.SourceKind is { } source) records = records.Where(r => r.Source == source);
        if (filter.WaitsDays is { } days)
        {
            var before = now.AddDays(-days);
            records = records.Where(r => r.Since <= before);
        }
        records = records.Within(db, filter.Within, r => r.RecordId);
        if (filter.AssignedTo is { } account) records = records.Where(r => Assignments.To(db, account).Contains(r.RecordId));
        // Sets, not a question for each row: the database makes each once.
        if (filter.PersonId is { } person)
            records = records.Where(r => db.SyncItems.Where(i => i.PersonId == person && i.State == SyncState.NeedsFix).Select(i => i.RecordId).Contains(r.RecordId));
        if (filter.Department is { } department)
            records = records.Where(r => db.SyncItems.Where(i => i.State == SyncState.NeedsFix).Join(db.People.Where(p => p.Department == department), i => i.PersonId, p => p.Id, (i, _) => i.RecordId).Contains(r.RecordId));
        return filter.ProblemCode switch
        {
            null or "" => records,
            FixFilter.RefusedByOrcid => records.Where(r => Refused(db).Select(i => i.RecordId).Contains(r.RecordId)),
            var code => records.Where(r => Blocking(db).Where(p => p.Code == code && (filter.About == null || p.About == filter.About)).Select(p => p.RecordId).Contains(r.RecordId)),
        };
    }

    private static IQueryable<RecordToFix> InOrder(IQueryable<RecordToFix> works, FixSort sort, string? cursor)
    {
        var after = Cursor.Read(cursor, 3);
        if (after is not null && (after[0] != sort.ToString() || !Guid.TryParse(after[2], out _))) throw new InvalidCursorException(null);
        var id = after is null ? Guid.Empty : Guid.Parse(after[2]);
        if (sort == FixSort.Title)
        {
            var title = after?[1] ?? "";
            if (after is not null) works = works.Where(w => w.SortTitle.CompareTo(title) > 0 || (w.SortTitle == title && w.RecordId > id));
            return works.OrderBy(w => w.SortTitle).ThenBy(w => w.RecordId);
        }
        if (after is not null)
        {
            if (!long.TryParse(after[1], CultureInfo.InvariantCulture, out var ticks) || ticks < 0 || ticks > DateTimeOffset.MaxValue.Ticks) throw new InvalidCursorException(null);
            var since = new DateTimeOffset(ticks, TimeSpan.Zero);
            works = works.Where(w => w.Since > since || (w.Since == since && w.RecordId > id));
        }
        return works.OrderBy(w => w.Since).ThenBy(w => w.RecordId);
    }

    private static string CursorOf(RecordToFix work, FixSort sort) => Cursor.Of(
        sort.ToString(), sort == FixSort.Title ? work.SortTitle : work.Since.UtcTicks.ToString(CultureInfo.InvariantCulture), work.RecordId.ToString());

    private static async Task<IReadOnlyList<FixRow>> DescribeAsync(PortalDb db, IReadOnlyList<RecordToFix> works, CancellationToken cancellationToken)
    {
        var ids = works.Select(w => w.RecordId).ToArray();
        var records = await db.Records.Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Title, r.Year }).ToDictionaryAsync(r => r.Id, cancellationToken);
        var people = (await db.SyncItems.Where(i => ids.Contains(i.RecordId) && i.State == SyncState.NeedsFix)
                .Join(db.People, i => i.PersonId, p => p.Id, (i, p) => new { i.RecordId, p.Id, p.LocalId, p.GivenNames, p.FamilyName, p.SortName })
                .OrderBy(p => p.SortName).ThenBy(p => p.Id).ToListAsync(cancellationToken))
            .ToLookup(p => p.RecordId, p => new WaitingPerson(p.Id, p.LocalId, $"{p.GivenNames} {p.FamilyName}".Trim()));
        var problems = (await Blocking(db).AsNoTracking().Where(p => ids.Contains(p.RecordId)).OrderBy(p => p.Field).ThenBy(p => p.Code).ToListAsync(cancellationToken))
            .ToLookup(p => p.RecordId);
        // What ORCID says of a record concerns all who have it: once is enough.
        var refusals = (await Refused(db).AsNoTracking().Where(i => ids.Contains(i.RecordId)).OrderBy(i => i.Id).ToListAsync(cancellationToken))
            .Select(RefusedItems.Problem).OfType<RecordProblem>().DistinctBy(p => (p.RecordId, p.Code, p.Field, p.Value)).ToLookup(p => p.RecordId);
        var curators = await db.Assignments.Where(a => ids.Contains(a.RecordId)).Join(db.Accounts, a => a.AccountId, a => a.Id, (a, account) => new { a.RecordId, Name = account.Name == "" ? account.Subject : account.Name })
            .ToDictionaryAsync(a => a.RecordId, a => a.Name, cancellationToken);
        return [.. works.Select(w => new FixRow(w.RecordId, w.Kind, records[w.RecordId].Title, records[w.RecordId].Year, [.. people[w.RecordId]], [.. problems[w.RecordId], .. refusals[w.RecordId]], w.Since, curators.GetValueOrDefault(w.RecordId)))];
    }

    /// <summary>Problems that block a record for all who have it, or somebody whose item waits: what keeps an item back where the record is one of <see cref="RecordToFix"/>.</summary>
    internal static IQueryable<RecordProblem> Blocking(PortalDb db) => db.RecordProblems.Where(p => p.Severity == ProblemSeverity.Blocks
        && (p.PersonId == null || db.SyncItems.Any(i => i.RecordId == p.RecordId && i.PersonId == p.PersonId && i.State == SyncState.NeedsFix)));

    /// <summary>Items that ORCID refused in their present version.</summary>
    internal static IQueryable<SyncItem> Refused(PortalDb db) =>
        db.SyncItems.Where(i => i.State == SyncState.NeedsFix && i.RefusedVersion == i.DesiredVersion && i.Failure == FailureKind.Refused);
}
