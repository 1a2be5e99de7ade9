using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Security;

namespace OrcidPortal.Curation;

/// <summary>Reads who looks after what, and who could.</summary>
public sealed class AssignmentList(IDbContextFactory<PortalDb> contexts, CuratorAccounts curators)
{
    /// <summary>Who looks after a record; null: nobody.</summary>
    public async Task<AssignmentRow?> OfAsync(Guid recordId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Assignments.AsNoTracking().Where(a => a.RecordId == recordId)
            .Join(db.Accounts, a => a.AccountId, a => a.Id, (assignment, account) => new AssignmentRow(assignment, account.Name.Length > 0 ? account.Name : account.Subject)).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Curators and admins, as their last sign-ins said, by name.</summary>
    public async Task<IReadOnlyList<CuratorRow>> CuratorsAsync(CancellationToken cancellationToken) =>
        [.. (await curators.ListAsync(cancellationToken)).Select(a => new CuratorRow(a.Id, a.Name.Length > 0 ? a.Name : a.Subject))];
}

/// <summary>An assignment with the curator's name.</summary>
public sealed record AssignmentRow(Assignment Assignment, string Name);

/// <summary>An account that records can be assigned to.</summary>
public sealed record CuratorRow(Guid AccountId, string Name);
