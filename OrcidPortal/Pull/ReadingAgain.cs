using Microsoft.EntityFrameworkCore;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.Records;
using OrcidPortal.Security;

namespace OrcidPortal.Pull;

/// <summary>An admin wants records to be read that could not be. Starting the pull is the caller's (<see cref="PullJob.StartDueNow"/>).</summary>
public sealed class ReadingAgain(ReadFailureList failures, Transactions transactions, TimeProvider time)
{
    // Each is a connection, a line of the audit, and where the record was locked a plan request. SQLite takes at most 300 rows in a transaction.
    private const int AtOnce = 90;

    /// <summary>Lets them be read with the next pull, however lately that was tried; also those that ORCID had locked.</summary>
    /// <param name="personId">Only this person's; null: all of the cause.</param>
    /// <returns>How many.</returns>
    public async Task<int> AskAsync(ReadFailureKey cause, Guid? personId, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cause);
        ArgumentNullException.ThrowIfNull(actor);
        var meant = await failures.OfAsync(cause, personId, cancellationToken);
        var (asked, after) = (0, Guid.Empty);
        while (true)
        {
            var (count, last) = await transactions.RunAsync(async (db, ct) =>
            {
                var some = await meant(db).Where(c => c.Id > after).OrderBy(c => c.Id).Take(AtOnce).ToListAsync(ct);
                foreach (var connection in some) Ask(db, connection, actor);
                if (some.Count > 0) await Topics.TouchAsync(db, Topics.Overview, ct);
                return (some.Count, some.Count == 0 ? after : some[^1].Id);
            }, cancellationToken);
            (asked, after) = (asked + count, last);
            if (count < AtOnce) return asked;
        }
    }

    private void Ask(PortalDb db, Connection connection, Actor actor)
    {
        var now = time.GetUtcNow();
        (connection.ReadWantedAt, connection.ReadTriedAt) = (now, null);
        if (connection.LockedAt is not null)
        {
            connection.LockedAt = null;
            PlanRequests.Ask(db, PlanScope.Person, connection.PersonId, "locked-recheck", now);
        }
        AuditLog.Add(db, actor, "reading.wanted", $"person:{connection.PersonId}", connection.ReadFailure, null, now);
    }
}
