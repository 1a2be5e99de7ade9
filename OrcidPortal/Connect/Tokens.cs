using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Identifiers;
using OrcidPortal.Live;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records;
using OrcidPortal.Security;

namespace OrcidPortal.Connect;

/// <summary>Opens people's tokens for a call, and marks the ones ORCID no longer takes.</summary>
public sealed class Tokens(
    Transactions transactions, IDbContextFactory<PortalDb> contexts, IOptions<OrcidOptions> orcid, IDataProtectionProvider protection, TimeProvider time)
{
    private readonly TokenSeal _seal = new(protection);

    /// <summary>What a call for this person needs.</summary>
    /// <returns>Null where the person is not connected, or the token has expired or cannot be read any more (then the connection is marked as rejected).</returns>
    public async Task<ConnectionAccess?> OpenAsync(Guid personId, CancellationToken cancellationToken)
    {
        if (await FindAsync(personId, cancellationToken) is not { } connection || !OrcidId.TryParse(connection.Orcid, out _)) return null;
        if (connection.TokenExpiresAt <= time.GetUtcNow()) return await RejectAsync(connection, "The permission has expired.", cancellationToken);
        return Open(connection) ?? await RejectAsync(connection, "The portal lost the keys that sealed this permission.", cancellationToken);
    }

    /// <summary>The same for who only looks: a token that has expired or cannot be read is left as it is.</summary>
    public async Task<ConnectionAccess?> PeekAsync(Guid personId, CancellationToken cancellationToken) =>
        await FindAsync(personId, cancellationToken) is { } connection && !(connection.TokenExpiresAt <= time.GetUtcNow()) ? Open(connection) : null;

    /// <summary>Marks the connection as rejected, in the caller's transaction: nothing is sent until the person connects again. Does nothing where it is not connected any more.</summary>
    /// <param name="db">The caller's transaction.</param>
    /// <param name="personId">Whose connection.</param>
    /// <param name="why">A sentence for the history, without any token.</param>
    public async Task RejectedAsync(PortalDb db, Guid personId, string why, CancellationToken cancellationToken = default)
    {
        var (now, environment) = (time.GetUtcNow(), orcid.Value.EnvironmentName);
        var connection = await db.Connections.SingleOrDefaultAsync(c => c.PersonId == personId && c.Environment == environment, cancellationToken);
        if (connection is not { State: ConnectionState.Connected or ConnectionState.Disconnecting }) return;
        var iD = connection.Orcid;
        // Who was leaving has left: there is nothing more that could be removed.
        if (connection.State == ConnectionState.Disconnecting) ConnectionWriting.End(connection, now);
        else (connection.State, connection.EndedAt) = (ConnectionState.TokenRejected, now);
        ReadFailures.Forget(connection);
        var actor = Actor.System("connect");
        Ledger.Add(db, new HistoryEntry { At = now, PersonId = personId, Orcid = iD, Operation = SyncOperation.Disconnect, Outcome = HistoryOutcome.Failed, Message = why, By = actor.Name });
        AuditLog.Add(db, actor, "connection.rejected", $"person:{personId}", iD, why, now);
        PlanRequests.Ask(db, PlanScope.Person, personId, "token rejected", now);
        await Topics.TouchAsync(db, Topics.Person(personId), cancellationToken);
        await Topics.TouchAsync(db, Topics.People, cancellationToken);
    }

    private async Task<Connection?> FindAsync(Guid personId, CancellationToken cancellationToken)
    {
        var environment = orcid.Value.EnvironmentName;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Connections.AsNoTracking().SingleOrDefaultAsync(c => c.PersonId == personId && c.Environment == environment && (c.State == ConnectionState.Connected || c.State == ConnectionState.Disconnecting), cancellationToken);
    }

    private ConnectionAccess? Open(Connection connection) =>
        OrcidId.TryParse(connection.Orcid, out var id) && _seal.Open(connection.PersonId, connection.SealedAccessToken) is { } token
            ? new ConnectionAccess(connection.PersonId, id, token, connection.Environment, connection.ClientId, connection.Scopes) { IsLeaving = connection.State == ConnectionState.Disconnecting }
            : null;

    private async Task<ConnectionAccess?> RejectAsync(Connection seen, string why, CancellationToken cancellationToken)
    {
        await transactions.RunAsync(async (db, ct) =>
        {
            // Somebody who connected again meanwhile has a token that nobody looked at yet.
            if (await db.Connections.AnyAsync(c => c.Id == seen.Id && c.Revision == seen.Revision, ct)) await RejectedAsync(db, seen.PersonId, why, ct);
        }, cancellationToken);
        return null;
    }
}
