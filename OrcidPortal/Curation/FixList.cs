using OrcidPortal.Push;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Curation;

/// <summary>Works that need fixing: somebody's ORCID record waits for each of them. 50 a page.</summary>
public sealed class FixList(IDbContextFactory<PortalDb> contexts)
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
        var waiting = db.SyncItems.Where(i => i.State == SyncState.NeedsFix)
            .GroupBy(i => i.RecordId).Select(g => new { RecordId = g.Key, Since = g.Min(i => i.StateSince) });
        var works = Narrow(db, db.Records.AsNoTracking(), filter)
            .Join(waiting, r => r.Id, w => w.RecordId, (r, w) => new Found { Id = r.Id, Kind = r.Kind, Title = r.Title, SortTitle = r.SortTitle, Year = r.Year, Since = w.Since });
        var found = await InOrder(works, filter.Sort, cursor).Take(PageSize + 1).ToListAsync(cancellationToken);
        var page = Page<Found>.Cut(found, PageSize, f => CursorOf(f, filter.Sort));
        return new Page<FixRow>(await DescribeAsync(db, page.Items, cancellationToken), page.Next);
    }

    private static IQueryable<Record> Narrow(PortalDb db, IQueryable<Record> records, FixFilter filter)
    {
        foreach (var word in RecordUpdate.SortForm(filter.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
            records = records.Where(r => r.SortTitle.Contains(word));
        if (filter.Kind is { } ofKind) records = records.Where(r => r.Kind == ofKind);
        if (filter.PersonId is { } person)
            records = records.Where(r => db.SyncItems.Any(i => i.RecordId == r.Id && i.PersonId == person && i.State == SyncState.NeedsFix));
        if (filter.SourceKind is { Length: > 0 } kind)
        {
            var prefix = kind + ":";
            records = records.Where(r => db.SourceEntries.Any(s => s.RecordId == r.Id && s.Source.StartsWith(prefix)));
        }
        return filter.ProblemCode switch
        {
            null or "" => records,
            FixFilter.RefusedByOrcid => records.Where(r => Refused(db).Any(i => i.RecordId == r.Id)),
            var code => records.Where(r => Blocking(db).Any(p => p.RecordId == r.Id && p.Code == code)),
        };
    }

    private static IQueryable<Found> InOrder(IQueryable<Found> works, FixSort sort, string? cursor)
    {
        var after = Cursor.Read(cursor, 3);
        if (after is not null && (after[0] != sort.ToString() || !Guid.TryParse(after[2], out _))) throw new InvalidCursorException(null);
        var id = after is null ? Guid.Empty : Guid.Parse(after[2]);
        if (sort == FixSort.Title)
        {
            var title = after?[1] ?? "";
            if (after is not null) works = works.Where(w => w.SortTitle.CompareTo(title) > 0 || (w.SortTitle == title && w.Id > id));
            return works.OrderBy(w => w.SortTitle).ThenBy(w => w.Id);
        }
        if (after is not null)
        {
            if (!long.TryParse(after[1], CultureInfo.InvariantCulture, out var ticks) || ticks < 0 || ticks > DateTimeOffset.MaxValue.Ticks) throw new InvalidCursorException(null);
            var since = new DateTimeOffset(ticks, TimeSpan.Zero);
            works = works.Where(w => w.Since > since || (w.Since == since && w.Id > id));
        }
        return works.OrderBy(w => w.Since).ThenBy(w => w.Id);
    }

    private static string CursorOf(Found work, FixSort sort) => Cursor.Of(
        sort.ToString(), sort == FixSort.Title ? work.SortTitle : work.Since.UtcTicks.ToString(CultureInfo.InvariantCulture), work.Id.ToString());

    private static async Task<IReadOnlyList<FixRow>> DescribeAsync(PortalDb db, IReadOnlyList<Found> works, CancellationToken cancellationToken)
    {
        var ids = works.Select(w => w.Id).ToArray();
        var people = (await db.SyncItems.Where(i => ids.Contains(i.RecordId) && i.State == SyncState.NeedsFix)
                .Join(db.People, i => i.PersonId, p => p.Id, (i, p) => new { i.RecordId, p.Id, p.LocalId, p.GivenNames, p.FamilyName, p.SortName })
                .OrderBy(p => p.SortName).ThenBy(p => p.Id).ToListAsync(cancellationToken))
            .ToLookup(p => p.RecordId, p => new WaitingPerson(p.Id, p.LocalId, $"{p.GivenNames} {p.FamilyName}".Trim()));
        var problems = (await Blocking(db).AsNoTracking().Where(p => ids.Contains(p.RecordId)).OrderBy(p => p.Field).ThenBy(p => p.Code).ToListAsync(cancellationToken))
            .ToLookup(p => p.RecordId);
        // What ORCID says of a record concerns all who have it: once is enough.
        var refusals = (await Refused(db).AsNoTracking().Where(i => ids.Contains(i.RecordId)).OrderBy(i => i.Id).ToListAsync(cancellationToken))
            .Select(RefusedItems.Problem).OfType<RecordProblem>().DistinctBy(p => (p.RecordId, p.Code, p.Field, p.Value)).ToLookup(p => p.RecordId);
        return [.. works.Select(w => new FixRow(w.Id, w.Kind, w.Title, w.Year, [.. people[w.Id]], [.. problems[w.Id], .. refusals[w.Id]], w.Since))];
    }

    /// <summary>Blocking problems that keep somebody's item back.</summary>
    internal static IQueryable<RecordProblem> Blocking(PortalDb db) => db.RecordProblems.Where(p => p.Severity == ProblemSeverity.Blocks
        && db.SyncItems.Any(i => i.RecordId == p.RecordId && i.State == SyncState.NeedsFix && (p.PersonId == null || p.PersonId == i.PersonId)));

    /// <summary>Items that ORCID refused in their present version.</summary>
    internal static IQueryable<SyncItem> Refused(PortalDb db) =>
        db.SyncItems.Where(i => i.State == SyncState.NeedsFix && i.RefusedVersion == i.DesiredVersion && i.Failure == FailureKind.Refused);

    private sealed class Found
    {
        public Guid Id { get; init; }
        public RecordKind Kind { get; init; }
        public required string Title { get; init; }
        public required string SortTitle { get; init; }
        public int? Year { get; init; }
        public DateTimeOffset Since { get; init; }
    }
}
