using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Live;
using OrcidPortal.OrcidApi;
using OrcidPortal.Remote;

namespace OrcidPortal.Pull;

/// <summary>
/// Reads one person's ORCID record under the lease of their iD, and works out what they are asked. Nothing is sent. Where ORCID no longer takes their permission, what is
/// public is read without it.
/// </summary>
public sealed partial class PersonPull(
    Tokens tokens, PublicAccess everybody, Leases leases, RecordReader reader, SuggestionFinding finding, ConnectionTransitions transitions, Transactions transactions, IDbContextFactory<PortalDb> contexts,
    IOptions<PullOptions> pull, TimeProvider time, ILogger<PersonPull> logger)
{
    private const string ReadScope = "/read-limited";

    /// <summary>Reads, where it changed since it was read last, and compares.</summary>
    /// <param name="personId">Whose record.</param>
    /// <param name="onlyIfDue">Whether what was read a moment ago is only compared; else it is read in any case.</param>
    /// <returns>What became of the reading; null where somebody else is at it.</returns>
    public async Task<ReadOutcome?> ReadAsync(Guid personId, CancellationToken cancellationToken, bool onlyIfDue = false)
    {
        var openedAt = time.GetUtcNow();
        if ((await tokens.OpenAsync(personId, cancellationToken) ?? await everybody.OpenAsync(personId, cancellationToken)) is not { IsLeaving: false } access) return new ReadOutcome.NotConnected();
        await using var hold = await leases.TakeAsync(Leases.KeyOf(access.Environment, access.ClientId, access.Orcid.Value), cancellationToken);
        // Whoever is sent, or read for the first time, is looked at again in a moment; that somebody asked for it is not forgotten till then.
        if (hold is null)
        {
            if (!onlyIfDue) await NoteWantedAsync(access, openedAt, cancellationToken);
            return null;
        }
        var triedAt = time.GetUtcNow();
        await NoteTriedAsync(access, triedAt, cancellationToken);
        // Who sends comes first: thousands of readings must not keep works waiting.
        hold.Behind = 0;
        try
        {
            ReadOutcome outcome = new ReadOutcome.Unchanged();
            if (!onlyIfDue || await IsDueAsync(access, cancellationToken))
                outcome = access.IsPublic ? await reader.ReadPublicAsync(access, hold, triedAt, cancellationToken) : await reader.ReadAsync(personId, hold, cancellationToken, onlyIfChanged: true, answers: triedAt);
            if (access.IsPublic && outcome is ReadOutcome.TokenRejected) everybody.Refused(new OrcidResult.TokenRejected());
            if (outcome is ReadOutcome.Unchanged or ReadOutcome.Complete && await MustCompareAsync(access, cancellationToken) is { } readAt
                && await finding.FindAsync(access, hold, readAt, cancellationToken) is { } failure)
                await hold.RunAsync((db, ct) => NoteFailedAsync(db, access, failure, openedAt, ct), cancellationToken);
            // Who asked for it waits to be told, also where nothing is new.
            if (!onlyIfDue) await hold.RunAsync((db, ct) => Topics.TouchAsync(db, Topics.Person(personId), ct), cancellationToken);
            return outcome;
        }
        catch (LeaseLostException)
        {
            LeaseLost(personId);
            return null;
        }
    }

    /// <summary>What was found so far stays; the rest is tried again.</summary>
    private async Task NoteFailedAsync(PortalDb db, ConnectionAccess access, OrcidResult failure, DateTimeOffset openedAt, CancellationToken cancellationToken)
    {
        if (access.IsPublic && failure is OrcidResult.TokenRejected or OrcidResult.MissingScope)
        {
            everybody.Refused(failure);
            return;
        }
        var sentence = await transitions.ApplyAsync(db, access, failure, ReadScope, openedAt, cancellationToken) ?? "What others added could not be read whole. The portal tries again by itself.";
        Ledger.Add(db, new HistoryEntry
        {
            At = time.GetUtcNow(), PersonId = access.PersonId, Orcid = access.Orcid.Value, Operation = SyncOperation.Read, Outcome = HistoryOutcome.Failed, HttpStatus = failure.HttpStatus,
            Message = failure.Message is { Length: > 0 } words ? $"{sentence} ({words})" : sentence, By = Actor.System("read").Name,
        });
        await transitions.NoteReadFailedAsync(db, access, failure, openedAt, cancellationToken);
    }

    private Task<int> NoteWantedAsync(ConnectionAccess access, DateTimeOffset now, CancellationToken cancellationToken) =>
        transactions.RunAsync((db, ct) => Of(db, access).ExecuteUpdateAsync(s => s.SetProperty(c => c.ReadWantedAt, now), ct), cancellationToken);

    /// <summary>Where it fails, the next try waits: a record that cannot be read must not be tried all the time.</summary>
    private Task<int> NoteTriedAsync(ConnectionAccess access, DateTimeOffset now, CancellationToken cancellationToken) => transactions.RunAsync(
        (db, ct) => Of(db, access).Where(c => c.ReadTriedAt == null || c.ReadTriedAt < now).ExecuteUpdateAsync(s => s.SetProperty(c => c.ReadTriedAt, now), ct), cancellationToken);

    private async Task<bool> IsDueAsync(ConnectionAccess access, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var old = now - pull.Value.ReadEvery;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (access.IsPublic) return await DueReadings.Public(Of(db, access), old).AnyAsync(cancellationToken) || await Of(db, access).AnyAsync(c => c.ReadWantedAt < now, cancellationToken);
        return await Of(db, access).AnyAsync(c => c.ReadAt == null || c.ReadAt < old || c.ReadWantedAt < now || c.ReadFailedSince != null, cancellationToken);
    }

    /// <summary>The reading to be compared; null where that was done, and none of the person's records changed since.</summary>
    private async Task<DateTimeOffset?> MustCompareAsync(ConnectionAccess access, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var isPublic = access.IsPublic;
        if (await Of(db, access).Select(c => new { ReadAt = isPublic ? c.PublicReadAt : c.ReadAt, c.ComparedAt, c.WorkedOutAt }).FirstOrDefaultAsync(cancellationToken) is not { ReadAt: { } read } known) return null;
        if (known.ComparedAt != read || known.WorkedOutAt is not { } since) return read;
        var id = access.PersonId;
        var changed = await db.RecordPeople.AnyAsync(p => p.PersonId == id && (p.Since >= since || db.Records.Any(r => r.Id == p.RecordId && r.ChangedAt >= since)), cancellationToken);
        return changed ? read : null;
    }

    private static IQueryable<Connection> Of(PortalDb db, ConnectionAccess access) =>
        db.Connections.Where(c => c.PersonId == access.PersonId && c.Environment == access.Environment && c.Orcid == access.Orcid.Value);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease for person {PersonId} went to somebody else while their record was read or compared")]
    private partial void LeaseLost(Guid personId);
}
