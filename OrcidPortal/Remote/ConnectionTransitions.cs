using Microsoft.EntityFrameworkCore;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Remote;

/// <summary>What ORCID's answers say about the connection itself, written in the caller's transaction.</summary>
public sealed class ConnectionTransitions(Tokens tokens, TimeProvider time)
{
    /// <summary>How long a locked record is left alone.</summary>
    public static readonly TimeSpan LockedRecheck = TimeSpan.FromDays(7);

    /// <summary>Writes what follows and asks for the person to be planned again.</summary>
    /// <param name="db">The caller's fenced transaction.</param>
    /// <param name="access">The connection as it was used for the call.</param>
    /// <param name="result">ORCID's answer.</param>
    /// <param name="scope">The scope the call needed, for example <c>/activities/update</c>.</param>
    /// <param name="openedAt">When the token was taken from the table: an answer to an older token says nothing about one that came later.</param>
    /// <returns>A sentence for history and people; null where the answer says nothing about the connection.</returns>
    public async Task<string?> ApplyAsync(PortalDb db, ConnectionAccess access, OrcidResult result, string scope, DateTimeOffset openedAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(result);
        var connection = await db.Connections.FirstOrDefaultAsync(
            c => c.PersonId == access.PersonId && c.Environment == access.Environment && c.Orcid == access.Orcid.Value, cancellationToken);
        if (connection is null || connection.ConnectedAt > openedAt) return null;
        // What the institution's token may do says nothing about the person's.
        if (access.IsPublic && result is (OrcidResult.TokenRejected or OrcidResult.MissingScope)) return null;
        var sentence = result switch
        {
            OrcidResult.TokenRejected => await RejectAsync(db, access, cancellationToken),
            OrcidResult.MissingScope => Drop(connection, scope),
            OrcidResult.Locked locked => Lock(connection, locked),
            OrcidResult.Moved moved => await FollowAsync(db, connection, moved.To?.Value, cancellationToken),
            _ => null,
        };
        if (sentence is null) return null;
        db.PlanRequests.Add(new PlanRequest { Scope = PlanScope.Person, PersonId = access.PersonId, Cause = $"orcid:{result.Name}", At = time.GetUtcNow() });
        await Topics.TouchAsync(db, Topics.Person(access.PersonId), cancellationToken);
        return sentence;
    }

    /// <summary>Notes on the connection that its record could not be read, unless the answer is about an older one.</summary>
    /// <inheritdoc cref="ApplyAsync"/>
    internal async Task NoteReadFailedAsync(PortalDb db, ConnectionAccess access, OrcidResult result, DateTimeOffset openedAt, CancellationToken cancellationToken)
    {
        var connection = await db.Connections.FirstOrDefaultAsync(c => c.PersonId == access.PersonId && c.Environment == access.Environment && c.Orcid == access.Orcid.Value, cancellationToken);
        // Where no call was made, it did not fail.
        if (connection is null || connection.ConnectedAt > openedAt || result is OrcidResult.Busy { HttpStatus: null }) return;
        if (ReadFailures.Note(connection, result, time.GetUtcNow())) await Topics.TouchAsync(db, Topics.Overview, cancellationToken);
    }

    private async Task<string> RejectAsync(PortalDb db, ConnectionAccess access, CancellationToken cancellationToken)
    {
        const string Sentence = "ORCID no longer accepts the permission: it was withdrawn at ORCID or has ended. Nothing is sent until the person connects again.";
        await tokens.RejectedAsync(db, access.PersonId, Sentence, cancellationToken);
        return Sentence;
    }

    private static string Drop(Connection connection, string scope)
    {
        connection.Scopes = string.Join(' ', connection.Scopes.Split(' ').Where(s => s != scope));
        return $"ORCID says that the permission {scope} is missing. The person can connect again and grant it.";
    }

    private string Lock(Connection connection, OrcidResult.Locked locked)
    {
        connection.LockedAt = time.GetUtcNow();
        return locked.Code switch
        {
            9044 => "The ORCID record is deactivated. The portal looks again in a week.",
            9036 => "The ORCID record has not been claimed yet. The portal looks again in a week.",
            _ => "ORCID has locked the record. The portal looks again in a week.",
        };
    }

    private async Task<string> FollowAsync(PortalDb db, Connection connection, string? to, CancellationToken cancellationToken)
    {
        var from = connection.Orcid;
        connection.LastOrcid = from;
        // What stands in the other record is read first; the works there are a new record's to confirm.
        (connection.ReadAt, connection.PublicReadAt, connection.ChangedAtOrcid, connection.FirstSyncConfirmedAt) = (null, null, null, null);
        ReadFailures.Forget(connection);
        if (to is null || to == from || await db.Connections.AnyAsync(c => c.Environment == connection.Environment && c.Orcid == to, cancellationToken))
        {
            // Without an iD here, they may come with whichever they have now.
            (connection.State, connection.Orcid, connection.EndedAt) = (ConnectionState.TokenRejected, null, time.GetUtcNow());
            await Topics.TouchAsync(db, Topics.People, cancellationToken);
            return $"ORCID merged the record {from} into {to ?? "another one"}. The person has to connect again.";
        }
        connection.Orcid = to;
        return $"ORCID merged the record {from} into {to}. The portal follows: it reads the new record, and the person confirms the first sync again.";
    }
}
