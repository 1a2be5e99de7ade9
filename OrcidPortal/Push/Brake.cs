using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;

namespace OrcidPortal.Push;

/// <summary>
/// What one cause (an import run, a vocabulary entry) would update or remove at ORCID is counted. More than <c>Push:Brake:Items</c> and more than
/// <c>Push:Brake:Share</c> of what stands there from us, for one person or for all, becomes a <see cref="Resend"/> and waits for an admin.
/// </summary>
public sealed class Brake(IDbContextFactory<PortalDb> contexts, IOptions<PushOptions> push, TimeProvider time)
{
    private static readonly SyncState[] Pending = [SyncState.Ready, SyncState.Retrying, SyncState.Held, SyncState.AwaitingApproval, SyncState.Blocked];

    /// <summary>The resends of some causes, decided or not.</summary>
    internal static Task<List<Resend>> LoadAsync(PortalDb db, IReadOnlyCollection<string> causes, CancellationToken cancellationToken) =>
        causes.Count == 0 ? Task.FromResult(new List<Resend>()) : db.Resends.AsNoTracking().Where(r => causes.Contains(r.Cause)).ToListAsync(cancellationToken);

    /// <summary>Whether an item waits for an admin. What somebody asked for now never does.</summary>
    internal static bool Holds(SyncItem item, IReadOnlyList<Resend> resends) => item.SendNowAt is null && item.Cause is { } cause
        && resends.Any(r => r.State == ResendState.Waiting && r.Cause == cause && (r.PersonId is null || r.PersonId == item.PersonId));

    /// <summary>Counts what some causes would change, and stops what is too much. The planned items are saved already.</summary>
    /// <param name="resends">Those there are of these causes.</param>
    /// <param name="causes">The causes of what was planned just now, with whose items.</param>
    internal async Task StopAsync(PortalDb db, IReadOnlyList<Resend> resends, ILookup<string, Guid> causes, CancellationToken cancellationToken)
    {
        var braked = false;
        foreach (var cause in causes)
        {
            if (resends.Any(r => r.Cause == cause.Key && r.PersonId is null)) continue;
            var people = await Of(db, cause.Key).GroupBy(i => i.PersonId).Select(g => new { Person = g.Key, Items = g.Count() }).ToListAsync(cancellationToken);
            if (await IsTooMuchAsync(people.Sum(p => p.Items), db.RemoteCopies, cancellationToken))
            {
                braked |= await HoldAsync(db, cause.Key, null, cancellationToken);
                continue;
            }
            foreach (var person in people.Where(p => cause.Contains(p.Person) && resends.All(r => r.Cause != cause.Key || r.PersonId != p.Person)))
                if (await IsTooMuchAsync(person.Items, db.RemoteCopies.Where(c => db.SyncItems.Any(i => i.Id == c.SyncItemId && i.PersonId == person.Person)), cancellationToken))
                    braked |= await HoldAsync(db, cause.Key, person.Person, cancellationToken);
        }
        if (braked) await Topics.TouchAsync(db, Topics.Sending, cancellationToken);
    }

    /// <summary>Whether so many changes by one cause would wait for an admin; what one person has is not looked at.</summary>
    public async Task<bool> WouldHoldAsync(int changes, CancellationToken cancellationToken)
    {
        if (changes <= push.Value.Brake.Items) return false;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await IsTooMuchAsync(changes, db.RemoteCopies, cancellationToken);
    }

    /// <summary>What one cause would change and nobody asked for now.</summary>
    internal static IQueryable<SyncItem> Of(PortalDb db, string cause) => db.SyncItems.Where(i => i.Cause == cause && i.SendNowAt == null && Pending.Contains(i.State));

    private async Task<bool> IsTooMuchAsync(int items, IQueryable<RemoteCopy> copies, CancellationToken cancellationToken) =>
        items > push.Value.Brake.Items && items > push.Value.Brake.Share * await copies.CountAsync(cancellationToken);

    private async Task<bool> HoldAsync(PortalDb db, string cause, Guid? personId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        db.Resends.Add(new Resend { Cause = cause, PersonId = personId, At = now });
        var items = Of(db, cause).Where(i => i.HoldReason == HoldReason.None && (personId == null || i.PersonId == personId));
        // State first: it looks at the reason that the second statement writes.
        await items.Where(i => i.State == SyncState.Ready || i.State == SyncState.Retrying)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.State, SyncState.Held).SetProperty(i => i.StateSince, now), cancellationToken);
        await items.ExecuteUpdateAsync(s => s.SetProperty(i => i.HoldReason, HoldReason.Brake).SetProperty(i => i.Revision, i => i.Revision + 1), cancellationToken);
        return true;
    }
}
