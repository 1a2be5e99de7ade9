using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;
using OrcidPortal.Security;

namespace OrcidPortal.Connect;

/// <summary>Gives tokens back to ORCID, and tries again while ORCID is down, for seven days.</summary>
public sealed partial class Revocations(
    Transactions transactions, IDbContextFactory<PortalDb> contexts, OrcidOAuthClient oauth, IDataProtectionProvider protection, TimeProvider time, ILogger<Revocations> logger)
{
    internal static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);
    private static readonly Actor Job = Actor.System("revocation");

    private readonly TokenSeal _seal = new(protection);

    /// <summary>Works off what is due, at most 100 tokens.</summary>
    /// <returns>How many ORCID took back.</returns>
    public async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var id in await DueAsync(cancellationToken))
            if (await RunAsync(id, cancellationToken)) done++;
        return done;
    }

    /// <summary>A row for a token; the caller's transaction saves it.</summary>
    internal static Revocation New(TokenSeal seal, Guid personId, string token, DateTimeOffset now) =>
        new() { PersonId = personId, SealedToken = seal.CloseForRevocation(personId, token), CreatedAt = now, DueAt = now };

    /// <summary>Gives back a token that was never stored; where ORCID cannot be told now, it is told later.</summary>
    internal async Task GiveBackAsync(Guid personId, string token, CancellationToken cancellationToken)
    {
        var revocation = New(_seal, personId, token, time.GetUtcNow());
        // Written first: a process that stops here still gives it back.
        await transactions.RunAsync((db, _) => Task.FromResult(db.Revocations.Add(revocation)), cancellationToken);
        await RunAsync(revocation.Id, cancellationToken);
    }

    /// <summary>Works off one row, if it is due and nobody else is at it.</summary>
    /// <returns>Whether ORCID took the token back.</returns>
    internal async Task<bool> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await TakeAsync(id, cancellationToken) is not { } revocation) return false;
        if (_seal.OpenForRevocation(revocation.PersonId, revocation.SealedToken) is not { } token)
        {
            await RemoveAsync(id, "token.unreadable", cancellationToken);
            return false;
        }
        var answer = await oauth.RevokeAsync(token, cancellationToken);
        if (answer.IsOk)
        {
            await RemoveAsync(id, "token.revoked", cancellationToken);
            return true;
        }
        LogNotRevoked(revocation.PersonId, revocation.Attempts, answer.Result.Name);
        return false;
    }

    private async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Revocations.Where(r => r.DueAt <= now).OrderBy(r => r.DueAt).Select(r => r.Id).Take(100).ToListAsync(cancellationToken);
    }

    /// <summary>Moves the due time on before the call, so that two processes do not call for the same token, and a stop does not lose it.</summary>
    private Task<Revocation?> TakeAsync(Guid id, CancellationToken cancellationToken) => transactions.RunAsync(async (db, ct) =>
    {
        var now = time.GetUtcNow();
        var revocation = await db.Revocations.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (revocation is null || revocation.DueAt > now) return null;
        if (now - revocation.CreatedAt > KeptFor)
        {
            db.Revocations.Remove(revocation);
            AuditLog.Add(db, Job, "token.dropped", $"person:{revocation.PersonId}", null, $"not revoked in {KeptFor.TotalDays:0} days", now);
            return null;
        }
        revocation.Attempts++;
        revocation.DueAt = now + Wait(revocation.Attempts);
        return revocation;
    }, cancellationToken);

    private Task RemoveAsync(Guid id, string action, CancellationToken cancellationToken) => transactions.RunAsync(async (db, ct) =>
    {
        if (await db.Revocations.SingleOrDefaultAsync(r => r.Id == id, ct) is not { } revocation) return;
        db.Revocations.Remove(revocation);
        AuditLog.Add(db, Job, action, $"person:{revocation.PersonId}", null, null, time.GetUtcNow());
    }, cancellationToken);

    // 1, 2, 4 ... minutes, then every six hours.
    private static TimeSpan Wait(int attempts) => TimeSpan.FromMinutes(Math.Min(360, Math.Pow(2, Math.Min(attempts, 10) - 1)));

    [LoggerMessage(LogLevel.Warning, "ORCID did not take back the token of person {Person} (attempt {Attempt}): {Result}.")]
    private partial void LogNotRevoked(Guid person, int attempt, string result);
}
