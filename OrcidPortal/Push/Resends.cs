using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Live;
using OrcidPortal.Records;
using OrcidPortal.Security;

namespace OrcidPortal.Push;

/// <summary>Resends that wait for an admin, and the admin's word.</summary>
public sealed class Resends(Transactions transactions, IDbContextFactory<PortalDb> contexts, SyncItemList items, TimeProvider time)
{
    // Item and topic of a person each: SQLite takes at most 300 rows in a transaction.
    private const int ItemsPerTransaction = 90;

    /// <summary>Those that wait, the newest first, at most 100.</summary>
    public async Task<IReadOnlyList<ResendRow>> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = await db.Resends.AsNoTracking().Where(r => r.State == ResendState.Waiting).OrderByDescending(r => r.Id).Take(100).ToListAsync(cancellationToken);
        var rows = new List<ResendRow>(waiting.Count);
        foreach (var resend in waiting)
        {
            var held = Held(db, resend);
            var person = resend.PersonId is { } id ? await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) : null;
            rows.Add(new ResendRow(
                resend, person?.DisplayName, await held.CountAsync(cancellationToken), await held.CountAsync(i => i.Desired == Desired.Absent, cancellationToken),
                await held.Select(i => i.PersonId).Distinct().CountAsync(cancellationToken)));
        }
        return rows;
    }

    /// <summary>A page of the items that one resend holds.</summary>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<SyncItemRow>> ItemsAsync(Guid id, string? cursor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var resend = await db.Resends.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        return await items.PageAsync(db, resend is null ? db.SyncItems.Where(i => false) : Held(db, resend), cursor, cancellationToken);
    }

    /// <summary>Lets a resend go. What waits for something else, too, goes on waiting for that.</summary>
    /// <returns>How many items were let go; null where there is no such resend, or somebody was faster.</returns>
    public async Task<int?> ReleaseAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var resend = await transactions.RunAsync(async (db, ct) =>
        {
            if (await db.Resends.SingleOrDefaultAsync(r => r.Id == id && r.State == ResendState.Waiting, ct) is not { } found) return null;
            (found.State, found.DecidedAt) = (ResendState.Released, time.GetUtcNow());
            found.DecidedBy = actor.Name.Length <= 300 ? actor.Name : actor.Name[..300];
            AuditLog.Add(db, actor, "resend.released", $"resend:{found.Cause}", null, null, time.GetUtcNow());
            await Topics.TouchAsync(db, Topics.Sending, ct);
            return found;
        }, cancellationToken);
        if (resend is null) return null;
        int count, all = 0;
        do
        {
            count = await transactions.RunAsync((db, ct) => LetGoAsync(db, resend, ct), cancellationToken);
            all += count;
        }
        while (count == ItemsPerTransaction);
        return all;
    }

    private static IQueryable<SyncItem> Held(PortalDb db, Resend resend) => db.SyncItems.Where(i =>
        i.Cause == resend.Cause && i.HoldReason == HoldReason.Brake && (resend.PersonId == null || i.PersonId == resend.PersonId));

    private async Task<int> LetGoAsync(PortalDb db, Resend resend, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var held = await Held(db, resend).OrderBy(i => i.Id).Take(ItemsPerTransaction).ToListAsync(cancellationToken);
        foreach (var item in held)
        {
            item.HoldReason = HoldReason.None;
            SyncStates.Settle(item, now);
        }
        foreach (var person in held.Select(i => i.PersonId).Distinct().Order())
        {
            // A pilot may hold them still: the planner knows.
            PlanRequests.Ask(db, PlanScope.Person, person, "item.released", now);
            await Topics.TouchAsync(db, Topics.Person(person), cancellationToken);
        }
        await Topics.TouchAsync(db, Topics.Overview, cancellationToken);
        return held.Count;
    }
}

/// <summary>A resend with its figures.</summary>
/// <param name="PersonName">Whose; null: of several people.</param>
/// <param name="Items">How many items it holds; each is one notice in an ORCID inbox.</param>
/// <param name="Removals">How many of them would be removed.</param>
public sealed record ResendRow(Resend Resend, string? PersonName, int Items, int Removals, int People);
