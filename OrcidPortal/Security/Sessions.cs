using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Security;

/// <summary>Looks whether what a cookie says still holds: the session is not over, the account exists, and its roles are not fewer by now.</summary>
internal sealed class Sessions(IDbContextFactory<PortalDb> contexts, Transactions transactions, IOptions<SecurityOptions> options, TimeProvider time)
{
    /// <summary>Whether the session is good.</summary>
    public async Task<bool> IsLiveAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await AccountAsync(db, principal, cancellationToken) is not null;
    }

    /// <summary>The account behind the session, with its person.</summary>
    /// <returns>Null where the session is not good.</returns>
    public async Task<SignedIn?> FindAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await AccountAsync(db, principal, cancellationToken);
        if (account is null) return null;
        var person = account.PersonId is { } id ? await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) : null;
        var proposed = person is null ? await Proposals.FindAsync(db, account, cancellationToken) : null;
        var granted = principal.FindAll(PortalClaims.Role).Select(c => c.Value);
        var roles = Roles.Effective(granted, person is not null);
        return new SignedIn(account.AsActor(), account.Id, account.Name, roles, person, proposed)
        {
            Departments = account.Departments.Count == 0 || !roles.Contains(Roles.Curator) || roles.Contains(Roles.Admin) ? null : account.Departments,
        };
    }

    /// <summary>Ends the session of the principal; a circuit that still runs on it loses its account within a minute.</summary>
    public Task EndAsync(ClaimsPrincipal principal, CancellationToken cancellationToken) => transactions.RunAsync(async (db, ct) =>
    {
        if (PortalClaims.SessionOf(principal) is not { } id) return;
        var session = await db.Sessions.SingleOrDefaultAsync(s => s.Id == id, ct);
        if (session is null or { EndedAt: not null }) return;
        session.EndedAt = time.GetUtcNow();
        var account = await db.Accounts.SingleAsync(a => a.Id == session.AccountId, ct);
        AuditLog.Add(db, account.AsActor(), "signout", $"account:{account.Id}", null, null, time.GetUtcNow());
    }, cancellationToken);

    private async Task<Account?> AccountAsync(PortalDb db, ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (principal.Identity is not { IsAuthenticated: true } || PortalClaims.SessionOf(principal) is not { } id) return null;
        var now = time.GetUtcNow();
        var account = await (from s in db.Sessions
                             join a in db.Accounts on s.AccountId equals a.Id
                             where s.Id == id && s.EndedAt == null && s.ExpiresAt > now
                             select a).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (account is null) return null;
        // A cookie of the demo is worth nothing once the portal signs people in for real, and the other way round.
        var isDemo = account.Issuer == DemoAccounts.Issuer;
        if (isDemo != (options.Value.SignIn == SecurityMode.Demo)) return null;
        return principal.FindAll(PortalClaims.Role).All(c => account.Roles.Contains(c.Value)) ? account : null;
    }
}
