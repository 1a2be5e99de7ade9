using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Security;

/// <summary>Turns what a sign-in says into an account and a session.</summary>
internal sealed partial class SignIns(Transactions transactions, IOptions<SecurityOptions> options, TimeProvider time, ILogger<SignIns> logger)
{
    /// <summary>Creates the account or brings it up to date, ties it to its person where the sign-in names one, and begins a session.</summary>
    /// <returns>The principal for the cookie.</returns>
    public async Task<ClaimsPrincipal> BeginAsync(SignInFacts facts, CancellationToken cancellationToken)
    {
        var (principal, taken) = await transactions.RunAsync(async (db, ct) =>
        {
            var now = time.GetUtcNow();
            var account = await db.Accounts.SingleOrDefaultAsync(a => a.Issuer == facts.Issuer && a.Subject == facts.Subject, ct);
            if (account is null) db.Accounts.Add(account = new Account { Issuer = facts.Issuer, Subject = facts.Subject, CreatedAt = now });
            account.Name = facts.Name;
            account.Email = facts.Email;
            account.LastSignInAt = now;
            ChangeRoles(db, account, facts, now);
            var isTaken = await IsPersonTakenAsync(db, account, facts.PersonLocalId, now, ct);
            var session = new Session { AccountId = account.Id, CreatedAt = now, ExpiresAt = now + options.Value.SessionTime };
            db.Sessions.Add(session);
            AuditLog.Add(db, account.AsActor(), "signin", $"account:{account.Id}", null, null, now);
            await db.Sessions.Where(s => s.ExpiresAt < now.AddDays(-1)).ExecuteDeleteAsync(ct);
            return (PortalClaims.Principal(account, session, CookieAuthenticationDefaults.AuthenticationScheme), isTaken);
        }, cancellationToken);
        if (taken) LogPersonTaken(PortalClaims.SessionOf(principal));
        return principal;
    }

    private static void ChangeRoles(PortalDb db, Account account, SignInFacts facts, DateTimeOffset now)
    {
        ValueList<string> roles = [.. Roles.Known(facts.Roles).Order(StringComparer.Ordinal)];
        if (roles.Equals(account.Roles)) return;
        AuditLog.Add(db, account.AsActor(), "roles.changed", $"account:{account.Id}", string.Join(' ', account.Roles), string.Join(' ', roles), now);
        account.Roles = roles;
    }

    /// <summary>Ties the account to the person the sign-in names.</summary>
    /// <returns>True where that person belongs to another account already: then nothing is tied, and the audit says so.</returns>
    private static async Task<bool> IsPersonTakenAsync(PortalDb db, Account account, string? localId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (account.PersonId is not null || string.IsNullOrWhiteSpace(localId)) return false;
        var person = await db.People.SingleOrDefaultAsync(p => p.LocalId == localId, cancellationToken);
        if (person is null) return false;
        if (await db.Accounts.AnyAsync(a => a.PersonId == person.Id, cancellationToken))
        {
            AuditLog.Add(db, account.AsActor(), "person.taken", $"person:{person.Id}", null, $"account:{account.Id}", now);
            return true;
        }
        account.PersonId = person.Id;
        account.PersonConfirmedAt = now;
        AuditLog.Add(db, account.AsActor(), "person.tied", $"person:{person.Id}", null, $"account:{account.Id}", now);
        return false;
    }

    [LoggerMessage(LogLevel.Warning, "The sign-in of session {Session} names a person who belongs to another account; the account stays without a person.")]
    private partial void LogPersonTaken(Guid? session);
}
