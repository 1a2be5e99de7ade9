using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;

namespace OrcidPortal.Security;

/// <summary>Ties an account to its person when the person says so ("Are you ...?").</summary>
public sealed class Accounts(Transactions transactions, TimeProvider time)
{
    /// <summary>The person confirms the proposal.</summary>
    /// <param name="accountId">The account that asks.</param>
    /// <param name="personId">The person it was asked about.</param>
    /// <returns>False where that person is not proposed to this account, or belongs to another account by now; then nothing changed.</returns>
    public Task<bool> ConfirmPersonAsync(Guid accountId, Guid personId, CancellationToken cancellationToken) =>
        transactions.RunAsync(async (db, ct) =>
        {
            var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == accountId, ct);
            if (account is null || account.PersonId == personId) return account is not null;
            var proposed = await Proposals.FindAsync(db, account, ct);
            if (proposed?.Id != personId) return false;
            account.PersonId = personId;
            account.PersonConfirmedAt = time.GetUtcNow();
            AuditLog.Add(db, account.AsActor(), "person.confirmed", $"person:{personId}", null, $"account:{accountId}", time.GetUtcNow());
            return true;
        }, cancellationToken);

    /// <summary>The person says "no, that is someone else". It is not asked again.</summary>
    public Task DeclineProposalAsync(Guid accountId, CancellationToken cancellationToken) =>
        transactions.RunAsync(async (db, ct) =>
        {
            var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == accountId, ct);
            if (account is null or { PersonId: not null } or { ProposalDeclinedAt: not null }) return;
            account.ProposalDeclinedAt = time.GetUtcNow();
            AuditLog.Add(db, account.AsActor(), "person.declined", $"account:{accountId}", null, null, time.GetUtcNow());
        }, cancellationToken);
}
