using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records;
using OrcidPortal.Remote;

namespace OrcidPortal.Pull;

/// <summary>Whose ORCID record cannot be read, by cause, for admins. A rejected permission is not among them: it is the person's to give it again.</summary>
public sealed class ReadFailureList(IDbContextFactory<PortalDb> contexts, CallBudget budget, IOptions<OrcidOptions> orcid, TimeProvider time)
{
    private const int PageSize = 50;
    private const int MostGroups = 100;

    /// <summary>Where ORCID answers for others, somebody has to look after so long.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private static readonly ReadFailureKey ByItself = new(SyncState.Retrying, null, null, null);
    private static readonly SyncState[] Order = [SyncState.Failed, SyncState.Blocked, SyncState.Retrying];
    private static readonly string[] OfPeople = [nameof(OrcidResult.Locked), nameof(OrcidResult.MissingScope)];

    /// <summary>The causes, those that need somebody first, then the one with most people; at most 100.</summary>
    /// <param name="personId">Only this person's; null: everybody's.</param>
    public async Task<IReadOnlyList<ReadFailureGroup>> GroupsAsync(Guid? personId, CancellationToken cancellationToken)
    {
        var from = await PassingFromAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        List<ReadFailureGroup> groups =
        [
            .. await CountAsync(Staying(db, personId, from), cancellationToken),
            // However different the answers of a registry that is down are: it is one cause.
            .. (await CountAsync(Passing(db, personId, from), cancellationToken)).GroupBy(_ => ByItself).Select(g => new ReadFailureGroup(g.Key, g.Sum(c => c.People), null, g.Min(c => c.Since), g.Max(c => c.Last))),
        ];
        var found = new List<ReadFailureGroup>();
        foreach (var group in groups.OrderBy(g => Array.IndexOf(Order, g.Key.State)).ThenByDescending(g => g.People).Take(MostGroups))
        {
            var words = await Of(db, group.Key, personId, from).OrderBy(c => c.ReadFailedSince).ThenBy(c => c.Id).Select(c => c.ReadFailureMessage).FirstOrDefaultAsync(cancellationToken);
            found.Add(group with { Example = words });
        }
        return found;
    }

    /// <summary>A page of at most 50 people of one cause, the longest first.</summary>
    /// <param name="personId">Only this person; null: everybody.</param>
    /// <param name="cursor">What the page before gave as next, or null.</param>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<ReadFailureRow>> PeopleAsync(ReadFailureKey key, Guid? personId, string? cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var from = await PassingFromAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var failed = Of(db, key, personId, from).AsNoTracking();
        if (Cursor.ReadTime(cursor) is var (at, id)) failed = failed.Where(c => c.ReadFailedSince > at || (c.ReadFailedSince == at && c.Id > id));
        var rows = await failed.OrderBy(c => c.ReadFailedSince).ThenBy(c => c.Id).Take(PageSize + 1)
            .Select(c => new { c.Id, c.PersonId, c.ReadFailureMessage, Since = c.ReadFailedSince!.Value, c.ReadTriedAt }).ToListAsync(cancellationToken);
        var people = await RowNames.OfPeopleAsync(db, rows.Select(r => r.PersonId), cancellationToken);
        var page = Page<(Guid Id, ReadFailureRow Row)>.Cut(
            [.. rows.Select(r => (r.Id, new ReadFailureRow(r.PersonId, people[r.PersonId].Name, people[r.PersonId].LocalId, r.ReadFailureMessage, r.Since, r.ReadTriedAt)))], PageSize, r => Cursor.Of(r.Row.Since, r.Id));
        return new Page<ReadFailureRow>([.. page.Items.Select(i => i.Row)], page.Next);
    }

    /// <summary>How many people's record cannot be read so that somebody has to look.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        var (from, ofPeople) = (await PassingFromAsync(cancellationToken), OfPeople);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Staying(db, null, from).CountAsync(c => !ofPeople.Contains(c.ReadFailure), cancellationToken);
    }

    /// <summary>Those of one cause, to be changed.</summary>
    internal async Task<Func<PortalDb, IQueryable<Connection>>> OfAsync(ReadFailureKey key, Guid? personId, CancellationToken cancellationToken)
    {
        var from = await PassingFromAsync(cancellationToken);
        return db => Of(db, key, personId, from);
    }

    private static SyncState StateOf(string? result) => OfPeople.Contains(result) ? SyncState.Blocked : SyncState.Failed;

    /// <summary>Since when it may have failed and is still thought to pass by itself. Of a registry that answers nobody, nobody can say more.</summary>
    private async Task<DateTimeOffset> PassingFromAsync(CancellationToken cancellationToken) =>
        await budget.ClosedAsync(cancellationToken) is null ? time.GetUtcNow() - Patience : DateTimeOffset.UnixEpoch;

    private static async Task<List<ReadFailureGroup>> CountAsync(IQueryable<Connection> failed, CancellationToken cancellationToken) =>
        [.. (await failed.GroupBy(c => new { c.ReadFailure, c.ReadFailureStatus, c.ReadFailureCode })
            .Select(g => new { g.Key, People = g.Count(), Since = g.Min(c => c.ReadFailedSince), Last = g.Max(c => c.ReadTriedAt) }).ToListAsync(cancellationToken))
            .Select(c => new ReadFailureGroup(new ReadFailureKey(StateOf(c.Key.ReadFailure), c.Key.ReadFailure, c.Key.ReadFailureStatus, c.Key.ReadFailureCode), c.People, null, c.Since ?? default, c.Last))];

    private IQueryable<Connection> Of(PortalDb db, ReadFailureKey key, Guid? personId, DateTimeOffset from) => key.State == SyncState.Retrying
        ? Passing(db, personId, from)
        : Staying(db, personId, from).Where(c => c.ReadFailure == key.Result && c.ReadFailureStatus == key.Status && c.ReadFailureCode == key.Code);

    private IQueryable<Connection> Passing(PortalDb db, Guid? personId, DateTimeOffset from)
    {
        var passing = ReadFailures.Passing;
        return All(db, personId).Where(c => passing.Contains(c.ReadFailure) && c.ReadFailedSince >= from);
    }

    private IQueryable<Connection> Staying(PortalDb db, Guid? personId, DateTimeOffset from)
    {
        var passing = ReadFailures.Passing;
        return All(db, personId).Where(c => !passing.Contains(c.ReadFailure) || c.ReadFailedSince < from);
    }

    private IQueryable<Connection> All(PortalDb db, Guid? personId)
    {
        var environment = orcid.Value.EnvironmentName;
        return db.Connections.Where(c => c.ReadFailedSince != null && c.Environment == environment && (c.State == ConnectionState.Connected || c.State == ConnectionState.TokenRejected) && (personId == null || c.PersonId == personId));
    }
}
