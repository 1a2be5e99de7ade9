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

/// <summary>The two transactions that make and end a connection, each with its agreement, history, audit and plan request.</summary>
internal sealed class ConnectionWriting(Transactions transactions, IOptions<OrcidOptions> orcid, TokenSeal seal, TimeProvider time)
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(365 * 100);

    /// <summary>Stores what ORCID granted.</summary>
    /// <returns>Connected, with the revocation of the token it replaces; or why nothing was stored.</returns>
    public Task<(FinishResult Result, Guid? Replaced)> ConnectAsync(ConnectAttempt attempt, TokenGrant grant, OrcidId id, Actor actor, CancellationToken cancellationToken) =>
        transactions.RunAsync<(FinishResult, Guid?)>(async (db, ct) =>
        {
            var (now, environment, iD, person) = (time.GetUtcNow(), orcid.Value.EnvironmentName, id.Value, attempt.PersonId);
            // The unique index decides between two who connect the same iD at once; the slower one comes here again and is told.
            if (await db.Connections.AnyAsync(c => c.Environment == environment && c.Orcid == iD && c.PersonId != person, ct)) return (new FinishResult.TakenByAnother(), null);
            var connection = await db.Connections.SingleOrDefaultAsync(c => c.PersonId == person && c.Environment == environment, ct);
            if (connection?.Orcid is { } other && other != iD) return (new FinishResult.OtherIdThanBefore(other), null);
            if (connection is null) db.Connections.Add(connection = new Connection { PersonId = person, Environment = environment, ClientId = orcid.Value.ClientId });

            var replaced = AddRevocation(db, connection, now, unless: grant.AccessToken);
            var ours = await db.People.AsNoTracking().SingleAsync(p => p.Id == person, ct);
            Fill(connection, grant, iD, ours, now);
            var agreement = await AgreeAsync(db, AgreementKind.Connect, connection, attempt.Language, actor, now, ct);
            Ledger.Add(db, Line(connection, agreement, SyncOperation.Connect, actor, now));
            AuditLog.Add(db, actor, "connection.made", $"person:{person}", null, $"{iD} {connection.Scopes}", now);
            await TellAsync(db, person, "connect", now, ct);
            return (new FinishResult.Connected(person, iD, MissingScopes(attempt.Scopes, connection.Scopes)), replaced);
        }, cancellationToken);

    /// <summary>Wipes iD and tokens.</summary>
    /// <returns>Whether there was a connection, and the revocation of its token where it can still be read.</returns>
    public Task<(bool WasConnected, Guid? Revocation)> DisconnectAsync(Guid personId, Actor actor, CancellationToken cancellationToken) =>
        transactions.RunAsync<(bool, Guid?)>(async (db, ct) =>
        {
            var (now, environment) = (time.GetUtcNow(), orcid.Value.EnvironmentName);
            var connection = await db.Connections.SingleOrDefaultAsync(c => c.PersonId == personId && c.Environment == environment, ct);
            if (connection is not { State: ConnectionState.Connected or ConnectionState.TokenRejected or ConnectionState.Disconnecting }) return (false, null);
            var revocation = AddRevocation(db, connection, now, unless: null);
            var language = (await Agreements.LatestAsync(db, personId, ct))?.Language ?? "en";
            var agreement = await AgreeAsync(db, AgreementKind.Disconnect, connection, language, actor, now, ct);
            Ledger.Add(db, Line(connection, agreement, SyncOperation.Disconnect, actor, now));
            AuditLog.Add(db, actor, "connection.ended", $"person:{personId}", connection.Orcid, null, now);
            End(connection, now);
            await TellAsync(db, personId, "disconnect", now, ct);
            return (true, revocation);
        }, cancellationToken);

    /// <summary>Begins to remove what was sent; the permission is kept until that is done.</summary>
    /// <returns>False where nothing can have been sent, or the permission is gone already.</returns>
    public Task<bool> LeaveAsync(Guid personId, Actor actor, CancellationToken cancellationToken) => transactions.RunAsync(async (db, ct) =>
    {
        var (now, environment) = (time.GetUtcNow(), orcid.Value.EnvironmentName);
        var connection = await db.Connections.SingleOrDefaultAsync(c => c.PersonId == personId && c.Environment == environment, ct);
        if (connection is not { State: ConnectionState.Connected, FirstSyncConfirmedAt: not null }) return false;
        connection.State = ConnectionState.Disconnecting;
        var language = (await Agreements.LatestAsync(db, personId, ct))?.Language ?? "en";
        await AgreeAsync(db, AgreementKind.Disconnect, connection, language, actor, now, ct);
        AuditLog.Add(db, actor, "connection.leaving", $"person:{personId}", connection.Orcid, "what was sent is removed", now);
        // All of it: what was kept back, and what failed before, is to go as well.
        await db.SyncItems.Where(i => i.PersonId == personId && i.PutCode != null).ExecuteUpdateAsync(
            s => s.SetProperty(i => i.ExcludedAt, (DateTimeOffset?)null).SetProperty(i => i.ExcludedByLibrary, false).SetProperty(i => i.Failure, FailureKind.None).SetProperty(i => i.RefusedVersion, (int?)null).SetProperty(i => i.RetryAt, (DateTimeOffset?)null)
                .SetProperty(i => i.Revision, i => i.Revision + 1), ct);
        await TellAsync(db, personId, "disconnect", now, ct);
        return true;
    }, cancellationToken);

    /// <summary>Wipes iD and tokens.</summary>
    internal static void End(Connection connection, DateTimeOffset now)
    {
        connection.State = ConnectionState.Disconnected;
        (connection.Orcid, connection.SealedAccessToken, connection.SealedRefreshToken, connection.TokenExpiresAt) = (null, null, null, null);
        (connection.NameCheckOpen, connection.FirstSyncConfirmedAt, connection.ReadAt, connection.LockedAt) = (false, null, null, null);
        (connection.GivenNamesAtOrcid, connection.FamilyNameAtOrcid, connection.BiographyAtOrcid, connection.ProfileDecided) = (null, null, null, []);
        connection.Scopes = "";
        connection.EndedAt = now;
        connection.PublicReadAt = null;
        ReadFailures.Forget(connection);
    }

    private void Fill(Connection connection, TokenGrant grant, string iD, Person ours, DateTimeOffset now)
    {
        var name = grant.Name is { Length: > 300 } ? grant.Name[..300] : grant.Name;
        var isKnownName = connection.LastOrcid == iD && connection.NameAtOrcid == name && connection.State is not (ConnectionState.None or ConnectionState.Disconnected);
        // A curator's word about the same iD and name holds.
        if (!isKnownName) connection.NameCheckOpen = name is not null && !NameCheck.IsAlike(ours.GivenNames, ours.FamilyName, name);
        connection.ClientId = orcid.Value.ClientId;
        (connection.Orcid, connection.LastOrcid, connection.NameAtOrcid) = (iD, iD, name);
        connection.State = ConnectionState.Connected;
        connection.SealedAccessToken = seal.Close(connection.PersonId, grant.AccessToken);
        connection.SealedRefreshToken = grant.RefreshToken is null ? null : seal.Close(connection.PersonId, grant.RefreshToken);
        connection.Scopes = Fitting(grant.Scope);
        connection.TokenExpiresAt = now + (grant.ExpiresIn > LongestLife ? LongestLife : grant.ExpiresIn);
        // What was under way when the last permission ended may stand at ORCID or not: nothing is sent before the record is read.
        (connection.ConnectedAt, connection.EndedAt, connection.LockedAt, connection.ReadAt, connection.PublicReadAt) = (now, null, null, null, null);
        ReadFailures.Forget(connection);
    }

    private Guid? AddRevocation(PortalDb db, Connection connection, DateTimeOffset now, string? unless)
    {
        if (seal.Open(connection.PersonId, connection.SealedAccessToken) is not { } token || token == unless) return null;
        var revocation = Revocations.New(seal, connection.PersonId, token, now);
        db.Revocations.Add(revocation);
        return revocation.Id;
    }

    private static async Task<Agreement> AgreeAsync(
        PortalDb db, AgreementKind kind, Connection connection, string language, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var preference = await db.Preferences.AsNoTracking().SingleOrDefaultAsync(p => p.PersonId == connection.PersonId, cancellationToken) ?? new Preference { PersonId = connection.PersonId };
        var agreement = Agreements.New(kind, connection.PersonId, connection.Orcid, language, connection.Scopes, preference, actor, now);
        db.Agreements.Add(agreement);
        return agreement;
    }

    private static HistoryEntry Line(Connection connection, Agreement agreement, SyncOperation operation, Actor actor, DateTimeOffset now) => new()
    {
        At = now, PersonId = connection.PersonId, AgreementId = agreement.Id, Orcid = connection.Orcid, Operation = operation, Outcome = HistoryOutcome.Done, By = agreement.By,
        Message = operation == SyncOperation.Connect ? $"Permission given: {connection.Scopes}" : connection.State == ConnectionState.Disconnecting ? "Permission given back, after what was sent had been removed." : "Permission given back; what was sent stays at ORCID.",
    };

    private static async Task TellAsync(PortalDb db, Guid personId, string cause, DateTimeOffset now, CancellationToken cancellationToken)
    {
        PlanRequests.Ask(db, PlanScope.Person, personId, cause, now);
        await Topics.TouchAsync(db, Topics.Person(personId), cancellationToken);
        await Topics.TouchAsync(db, Topics.People, cancellationToken);
    }

    private static string MissingScopes(string asked, string granted)
    {
        var have = granted.Split(' ').ToHashSet(StringComparer.Ordinal);
        // ORCID leaves /authenticate out where a wider scope includes it.
        return string.Join(' ', asked.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(s => s is not ("/authenticate" or "openid") && !have.Contains(s)));
    }

    private static string Fitting(string scopes)
    {
        var fitting = "";
        foreach (var scope in scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct())
            if (fitting.Length + scope.Length < 500) fitting = fitting.Length == 0 ? scope : $"{fitting} {scope}";
        return fitting;
    }
}
