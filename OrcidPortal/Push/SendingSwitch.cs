using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Live;
using OrcidPortal.Security;

namespace OrcidPortal.Push;

/// <summary>Pauses all sending, with a reason that everybody sees. Planning and reading go on; a call under way is answered first.</summary>
public sealed class SendingSwitch(Transactions transactions, IDbContextFactory<PortalDb> contexts, TimeProvider time)
{
    /// <summary>The longest reason.</summary>
    public const int ReasonLength = 500;

    /// <summary>The pause; null: sending goes on.</summary>
    public async Task<SendingPause?> FindAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SendingPauses.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Pauses; another reason replaces the one that stands.</summary>
    /// <param name="reason">Not empty, up to 500 characters.</param>
    /// <returns>Why not, in a sentence; null: it is paused.</returns>
    public async Task<string?> PauseAsync(string? reason, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (string.IsNullOrWhiteSpace(reason)) return "Say why: everybody who waits for something sees it.";
        if (reason.Trim().Length > ReasonLength) return $"Say it in at most {ReasonLength} characters.";
        await transactions.RunAsync(async (db, ct) =>
        {
            await db.SendingPauses.ExecuteDeleteAsync(ct);
            db.SendingPauses.Add(new SendingPause { Reason = reason.Trim(), By = actor.Name.Length <= 300 ? actor.Name : actor.Name[..300], At = time.GetUtcNow() });
            AuditLog.Add(db, actor, "sending.paused", "sending", null, reason.Trim(), time.GetUtcNow());
            await Topics.TouchAsync(db, Topics.Sending, ct);
            await Topics.TouchAsync(db, Topics.Overview, ct);
        }, cancellationToken);
        return null;
    }

    /// <summary>Sends again.</summary>
    /// <returns>False where nothing was paused.</returns>
    public Task<bool> ResumeAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return transactions.RunAsync(async (db, ct) =>
        {
            if (await db.SendingPauses.ExecuteDeleteAsync(ct) == 0) return false;
            AuditLog.Add(db, actor, "sending.resumed", "sending", null, null, time.GetUtcNow());
            await Topics.TouchAsync(db, Topics.Sending, ct);
            await Topics.TouchAsync(db, Topics.Overview, ct);
            return true;
        }, cancellationToken);
    }
}
