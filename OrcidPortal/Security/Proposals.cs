using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Security;

/// <summary>Whom an account's e-mail address points at. It only proposes: addresses are given to new people, and some sources let one type them.</summary>
internal static class Proposals
{
    /// <returns>The one person with that address who belongs to no account; null where there is none, there are several, or the account declined.</returns>
    public static async Task<Person?> FindAsync(PortalDb db, Account account, CancellationToken cancellationToken)
    {
        if (account.PersonId is not null || account.ProposalDeclinedAt is not null || string.IsNullOrWhiteSpace(account.Email)) return null;
        var email = account.Email.Trim().ToLowerInvariant();
        var people = await db.People.AsNoTracking().Where(p => p.Email == email).OrderBy(p => p.Id).Take(2).ToListAsync(cancellationToken);
        if (people.Count != 1) return null;
        var id = people[0].Id;
        return await db.Accounts.AnyAsync(a => a.PersonId == id, cancellationToken) ? null : people[0];
    }

    /// <summary>The account as history and audit name it.</summary>
    public static Actor AsActor(this Account account) =>
        new(ActorKind.Account, account.Id.ToString(), account.Name.Length > 0 ? account.Name : account.Subject, account.PersonId);
}
