using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Push;

/// <summary>Which items and people are due.</summary>
internal static class DueItems
{
    /// <summary>How long after its last chunk an import keeps the sender away, so that batches are full.</summary>
    private static readonly TimeSpan ImportPause = TimeSpan.FromSeconds(60);

    /// <summary>Items that may go now. A removal that the record's side asks for always waits its time; what was adopted unseen is looked at right away.</summary>
    public static IQueryable<SyncItem> Due(PortalDb db, DateTimeOffset now) => db.SyncItems.Where(i =>
        (i.State == SyncState.Ready || i.State == SyncState.Retrying)
        && (i.RetryAt == null || i.RetryAt <= now)
        && (i.DueAt == null || i.DueAt <= now || (i.Desired == Desired.Present && (i.SendNowAt != null || (i.PutCode != null && i.SentFingerprint == "")))));

    /// <summary>People with something to send or to read back, the longest list first.</summary>
    /// <param name="db">A context of its own.</param>
    /// <param name="environment">The registry in use.</param>
    /// <param name="now">The time.</param>
    /// <param name="most">Look at so many items only: to count a million takes seconds. Null: at all.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    /// <returns>The people, those with most first, and whether these are all with all their items.</returns>
    public static async Task<(IReadOnlyList<DuePerson> People, bool AreAll)> PeopleAsync(PortalDb db, string environment, DateTimeOffset now, int? most, CancellationToken cancellationToken)
    {
        var connected = db.Connections.Where(c => c.Environment == environment && (c.State == ConnectionState.Connected || c.State == ConnectionState.Disconnecting) && c.FirstSyncConfirmedAt != null);
        var items = Due(db, now).Where(i => connected.Any(c => c.PersonId == i.PersonId));
        List<DuePerson> due;
        var areAll = true;
        if (most is { } limit)
        {
            // In the order of an index, so that nothing is sorted.
            var some = await items.OrderBy(i => i.State).ThenBy(i => i.DueAt).ThenBy(i => i.PersonId).Select(i => i.PersonId).Take(limit).ToListAsync(cancellationToken);
            areAll = some.Count < limit;
            due = [.. some.CountBy(p => p).Select(p => new DuePerson(p.Key, p.Value))];
        }
        else
        {
            due = [.. (await items.GroupBy(i => i.PersonId).Select(g => new { Person = g.Key, Items = g.Count() }).ToListAsync(cancellationToken)).Select(d => new DuePerson(d.Person, d.Items))];
        }
        var open = await db.Batches.Where(b => b.State == BatchState.Open && b.ReadBackAfter <= now)
            .Select(b => b.PersonId).Distinct().ToListAsync(cancellationToken);
        var leaving = await db.Connections.Where(c => c.Environment == environment && c.State == ConnectionState.Disconnecting).Select(c => c.PersonId).ToListAsync(cancellationToken);
        var counted = due.ToDictionary(d => d.Person, d => d.Items);
        return ([.. open.Concat(due.OrderByDescending(d => d.Items).Select(d => d.Person)).Concat(leaving).Distinct().Select(p => new DuePerson(p, counted.GetValueOrDefault(p)))], areAll);
    }

    /// <summary>Whether more is on its way for the person: unplanned changes, or an import that is running.</summary>
    public static Task<bool> MustWaitAsync(PortalDb db, Guid personId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var coming = Coming(db, personId, now);
        return db.People.AnyAsync(p => p.Id == personId && coming.Any(), cancellationToken);
    }

    /// <summary>What is on its way for the person, as rows of no meaning, for a question about something else.</summary>
    public static IQueryable<int> Coming(PortalDb db, Guid personId, DateTimeOffset now)
    {
        var alive = now - ImportPause;
        return db.RecordChanges.Where(c => c.PlannedAt == null && db.RecordPeople.Any(p => p.PersonId == personId && p.RecordId == c.RecordId)).Select(_ => 1)
            .Concat(db.PlanRequests.Where(r => r.DoneAt == null && (r.PersonId == personId || r.Scope == PlanScope.Everything || r.Scope == PlanScope.Term)).Select(_ => 1))
            .Concat(db.ImportRuns.Where(r => r.PersonId == personId && r.State == ImportState.Running && r.AliveAt > alive).Select(_ => 1));
    }
}

/// <summary>Somebody for whom something is to be sent, read back or removed.</summary>
/// <param name="Items">How many items are due, as far as they were looked at.</param>
internal sealed record DuePerson(Guid Person, int Items);
