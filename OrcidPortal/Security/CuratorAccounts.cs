using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Security;

/// <summary>Curators, and which departments' records each looks after. Roles come with the sign-in; this is decided here, by admins.</summary>
public sealed class CuratorAccounts(IDbContextFactory<PortalDb> contexts, Transactions transactions, TimeProvider time)
{
    /// <summary>Departments of one curator.</summary>
    public const int MostDepartments = 50;
    private const int Most = 500;

    /// <summary>The accounts whose last sign-in brought the role of a curator or an admin, by name, at most 500.</summary>
    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.Accounts.AsNoTracking()
            .Where(a => EF.Functions.Like((string)(object)a.Roles, "%\"" + Roles.Curator + "\"%") || EF.Functions.Like((string)(object)a.Roles, "%\"" + Roles.Admin + "\"%"))
            .OrderBy(a => a.Name).ThenBy(a => a.Id).Take(Most).ToListAsync(cancellationToken);
        return [.. found.Where(a => a.Roles.Contains(Roles.Curator) || a.Roles.Contains(Roles.Admin))];
    }

    /// <summary>Limits a curator to departments, at once also where they are signed in.</summary>
    /// <param name="departments">As people's departments are spelt, at most <see cref="MostDepartments"/>; none: the whole institution.</param>
    /// <returns>False where there is no such curator, it is an admin, or this user is none.</returns>
    public Task<bool> LimitAsync(Guid accountId, IReadOnlyCollection<string> departments, SignedIn user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(departments);
        if (departments.Count > MostDepartments) throw new ArgumentException($"At most {MostDepartments} departments.", nameof(departments));
        return transactions.RunAsync(async (db, ct) =>
        {
            var account = user.Is(Roles.Admin) ? await db.Accounts.SingleOrDefaultAsync(a => a.Id == accountId, ct) : null;
            if (account is null || !account.Roles.Contains(Roles.Curator) || account.Roles.Contains(Roles.Admin)) return false;
            ValueList<string> wanted = [.. departments.Where(d => !string.IsNullOrWhiteSpace(d)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            if (wanted.Equals(account.Departments)) return true;
            AuditLog.Add(db, user.Actor, "curator.limited", $"account:{accountId}", Words(account.Departments), Words(wanted), time.GetUtcNow());
            account.Departments = wanted;
            return true;
        }, cancellationToken);
    }

    private static string Words(ValueList<string> departments) => departments.Count == 0 ? "all departments" : string.Join("; ", departments);
}
