using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.Records;
using OrcidPortal.Security;

namespace OrcidPortal.Curation;

/// <summary>Which curator looks after which record.</summary>
public sealed class Assignments(Transactions transactions, TimeProvider time)
{
    /// <summary>The records that are assigned to an account, for lists to narrow to.</summary>
    internal static IQueryable<Guid> To(PortalDb db, Guid accountId) => db.Assignments.Where(a => a.AccountId == accountId).Select(a => a.RecordId);

    /// <summary>Assigns a record, whoever had it before.</summary>
    /// <param name="accountId">A curator's account; null: nobody looks after it any more.</param>
    /// <param name="note">Up to 1,000 characters, or null.</param>
    public Task<HandResult> AssignAsync(Guid recordId, Guid? accountId, string? note, SignedIn user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return transactions.RunAsync(async (db, ct) =>
        {
            if (!await RecordEditing.MayCurateAsync(db, recordId, user, ct) || !await db.Records.AnyAsync(r => r.Id == recordId, ct)) return HandResult.NotFound;
            var account = accountId is { } id ? await db.Accounts.FirstOrDefaultAsync(a => a.Id == id, ct) : null;
            if (accountId is not null && !IsCurator(account)) return HandResult.NotOpen;
            var (now, clean, by) = (time.GetUtcNow(), FieldCleaning.Clean(note, 1000), user.Actor.Name.Length <= 300 ? user.Actor.Name : user.Actor.Name[..300]);
            var assignment = await db.Assignments.FirstOrDefaultAsync(a => a.RecordId == recordId, ct);
            var before = assignment is null ? "nobody" : $"account:{assignment.AccountId}";
            if (account is null && assignment is null) return HandResult.Done;
            if (account is null) db.Assignments.Remove(assignment!);
            else if (assignment is null) db.Assignments.Add(new Assignment { RecordId = recordId, AccountId = account.Id, Note = clean, By = by, At = now });
            else (assignment.AccountId, assignment.Note, assignment.By, assignment.At) = (account.Id, clean, by, now);
            AuditLog.Add(db, user.Actor, "record.assigned", $"record:{recordId}", before, account is null ? "nobody" : $"account:{account.Id}{(clean is null ? "" : $": {clean}")}", now);
            await Topics.TouchAsync(db, Topics.Curation, ct);
            return HandResult.Done;
        }, cancellationToken);
    }

    /// <summary>Whether the account's last sign-in brought a curator's role.</summary>
    internal static bool IsCurator(Account? account) => account is not null && (account.Roles.Contains(Roles.Curator) || account.Roles.Contains(Roles.Admin));
}
