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
    /// <param name="items">How many items are due, as far as it is known: whoever has more gets their turn first.</param>
    /// <param name="cancellationToken">Stops before the next call; a call under way is answered and saved first.</param>
    internal async Task RunAsync(Guid personId, int items, CancellationToken cancellationToken)
    {
        var openedAt = time.GetUtcNow();
        if (await tokens.OpenAsync(personId, cancellationToken) is not { } access) return;
        await using var hold = await leases.TakeAsync(Leases.KeyOf(access.Environment, access.ClientId, access.Orcid.Value), cancellationToken);
        if (hold is null) return;
        hold.Behind = items;
        try
        {
            var session = new PersonSession(access, hold, openedAt);
            session.BeganQuiet = await settling.IsQuietAsync(session, cancellationToken);
            if (!session.BeganQuiet)
            {
                if (!await recovery.RecoverAsync(session, cancellationToken)) return;
                await settling.SettleAsync(session, cancellationToken);
            }
            while (!cancellationToken.IsCancellationRequested && await NextAsync(session, cancellationToken))
            {
            }
            if (access.IsLeaving && !cancellationToken.IsCancellationRequested && await HasLeftAsync(personId, cancellationToken)) await link.DisconnectAsync(personId, Actor.System("push"), CancellationToken.None);
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
        var now = time.GetUtcNow();
        if (session.IsDone(now)) return false;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (session.TakeAhead(now) is not { Count: > 0 } works)
        {
            var (due, isAll) = await NextItems.FindAsync(db, session, now, cancellationToken);
            if (due.Count == 0) return false;
            // Begun before all were counted: with too few in mind the longest list would lose its turn halfway.
            if (!isAll && session.Hold.Behind <= due.Count) session.Hold.Behind = await DueItems.Due(db, now).CountAsync(i => i.PersonId == session.Access.PersonId, cancellationToken);
            var first = due[0];
            if (first.Step == NextStep.Look)
            {
                session.ForgetKeys();
                return await look.LookAsync(session, [.. due.Where(i => i.Step == NextStep.Look && i.Kind == first.Kind).Take(ItemLook.Limit(KindSections.Of(first.Kind)))], cancellationToken);
            }
            if (first.Step == NextStep.AddWorks)
            {
                session.SetAhead(due.Where(i => i.Step == NextStep.AddWorks).Select(i => i.Id), isAll && due.All(i => i.Step == NextStep.AddWorks), now);
                works = session.TakeAhead(now);
            }
            else
            {
                if (await cap.LeftAsync(db, session.Access.PersonId, cancellationToken) == 0) return false;
                var operation = first.Step switch { NextStep.Remove => SyncOperation.Remove, NextStep.Update => SyncOperation.Update, _ => SyncOperation.Add };
                return await sending.SendAsync(session, operation, [first.Id], cancellationToken);
            }
        }
        var left = await cap.LeftAsync(db, session.Access.PersonId, cancellationToken);
        if (session.Hold.Behind != int.MaxValue) session.Hold.Behind = Math.Max(0, session.Hold.Behind - works.Count);
        return left > 0 && await sending.SendAsync(session, SyncOperation.Add, [.. works.Take(left)], cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease for person {PersonId} went to somebody else; this process writes nothing more for them")]
    private partial void LeaseLost(Guid personId);
}
