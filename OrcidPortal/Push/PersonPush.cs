using OrcidPortal.Mapping;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;
using OrcidPortal.Remote;

namespace OrcidPortal.Push;

/// <summary>Sends all that is due for one person, one call after the other, under the lease of their iD.</summary>
public sealed partial class PersonPush(
    Tokens tokens, Leases leases, BatchRecovery recovery, CopySettling settling, ContentLook look, ItemSending sending, DailyCap cap, OrcidLink link,
    IDbContextFactory<PortalDb> contexts, TimeProvider time, ILogger<PersonPush> logger)
{
    /// <summary>Sends.</summary>
    /// <param name="cancellationToken">Stops before the next call; a call under way is answered and saved first.</param>
    internal async Task RunAsync(Guid personId, CancellationToken cancellationToken)
    {
        var openedAt = time.GetUtcNow();
        if (await tokens.OpenAsync(personId, cancellationToken) is not { } access) return;
        await using var hold = await leases.TakeAsync(Leases.KeyOf(access.Environment, access.ClientId, access.Orcid.Value), cancellationToken);
        if (hold is null) return;
        try
        {
            var session = new PersonSession(access, hold, openedAt);
            if (!await recovery.RecoverAsync(session, cancellationToken)) return;
            await settling.SettleAsync(session, cancellationToken);
            while (!cancellationToken.IsCancellationRequested && await NextAsync(session, cancellationToken))
            {
            }
            if (!cancellationToken.IsCancellationRequested && await HasLeftAsync(personId, cancellationToken)) await link.DisconnectAsync(personId, Actor.System("push"), CancellationToken.None);
        }
        catch (LeaseLostException)
        {
            LeaseLost(personId);
        }
    }

    /// <summary>Whether the person leaves and nothing is left that could be removed.</summary>
    private async Task<bool> HasLeftAsync(Guid personId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Connections.AnyAsync(c => c.PersonId == personId && c.State == ConnectionState.Disconnecting, cancellationToken)
            && !await DueItems.MustWaitAsync(db, personId, time.GetUtcNow(), cancellationToken)
            && !await db.SyncItems.AnyAsync(i => i.PersonId == personId && i.PutCode != null && (i.State == SyncState.Ready || i.State == SyncState.Retrying || i.State == SyncState.Sending), cancellationToken);
    }

    private async Task<bool> NextAsync(PersonSession session, CancellationToken cancellationToken)
    {
        var personId = session.Access.PersonId;
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Connections.AnyAsync(c => c.PersonId == personId && c.Orcid == session.Access.Orcid.Value && c.FirstSyncConfirmedAt != null && c.ReadAt != null, cancellationToken)) return false;
        if (await db.SendingPauses.AnyAsync(cancellationToken) || await DueItems.MustWaitAsync(db, personId, now, cancellationToken)) return false;
        var left = await cap.LeftAsync(db, personId, cancellationToken);
        // Asked for in parts: a person with thousands of works must not be loaded whole before each call.
        var due = DueItems.Due(db, now).AsNoTracking().Where(i => i.PersonId == personId).OrderBy(i => i.Id);
        var unknown = (await due.Where(i => i.Desired == Desired.Present && i.PutCode != null && i.SentFingerprint == "")
                .Take(OrcidMemberClient.BulkLimit + session.LookedAt.Count + session.LeftAlone.Count).ToListAsync(cancellationToken))
            .Where(i => !session.LookedAt.Contains(i.Id) && !session.LeftAlone.Contains(i.Id)).ToList();
        if (unknown.Count > 0)
        {
            var kind = unknown[0].Kind;
            return await look.LookAsync(session, [.. unknown.Where(i => i.Kind == kind).Take(ItemLook.Limit(KindSections.Of(kind)))], cancellationToken);
        }
        if (left == 0) return false;
        if (await FirstAsync(due.Where(i => i.Desired == Desired.Absent), 1) is { Count: > 0 } gone) return await sending.SendAsync(session, SyncOperation.Remove, gone, cancellationToken);
        if (await FirstAsync(due.Where(i => i.PutCode != null), 1) is { Count: > 0 } changed) return await sending.SendAsync(session, SyncOperation.Update, changed, cancellationToken);
        if (await FirstAsync(due.Where(i => i.Kind == RecordKind.Work), Math.Min(session.BatchSize, left)) is { Count: > 0 } works) return await sending.SendAsync(session, SyncOperation.Add, works, cancellationToken);
        return await FirstAsync(due.Where(i => i.Kind != RecordKind.Work), 1) is { Count: > 0 } added && await sending.SendAsync(session, SyncOperation.Add, added, cancellationToken);

        async Task<List<Guid>> FirstAsync(IQueryable<SyncItem> items, int count) =>
            [.. (await items.Select(i => i.Id).Take(count + session.LeftAlone.Count).ToListAsync(cancellationToken)).Where(id => !session.LeftAlone.Contains(id)).Take(count)];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease for person {PersonId} went to somebody else; this process writes nothing more for them")]
    private partial void LeaseLost(Guid personId);
}
