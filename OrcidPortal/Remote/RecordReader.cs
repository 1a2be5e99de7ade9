using Microsoft.EntityFrameworkCore;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Live;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Remote;

/// <summary>
/// Reads a person's ORCID record under the lease: what is from us into remote copies, the rest into foreign copies. One answer holds all of it, so that a reading is complete
/// or changes nothing. Without the person's token only what is public is read: from that nothing is concluded about what is missing.
/// </summary>
public sealed class RecordReader(Tokens tokens, RecordCalls calls, ConnectionTransitions transitions, Mistakes mistakes, TimeProvider time)
{
    private const string ReadScope = "/read-limited";

    /// <summary>Reads.</summary>
    /// <param name="personId">Whose record.</param>
    /// <param name="hold">The lease of their iD.</param>
    /// <param name="onlyIfChanged">Whether a record that has not changed since the last reading is left at that.</param>
    /// <param name="answers">Wishes to read it that are older than this are fulfilled; null: none are.</param>
    /// <exception cref="LeaseLostException">Somebody else holds the lease now.</exception>
    public async Task<ReadOutcome> ReadAsync(Guid personId, LeaseHold hold, CancellationToken cancellationToken, bool onlyIfChanged = false, DateTimeOffset? answers = null)
    {
        ArgumentNullException.ThrowIfNull(hold);
        var openedAt = time.GetUtcNow();
        var access = await tokens.OpenAsync(personId, cancellationToken);
        if (access is null || hold.Key != Leases.KeyOf(access.Environment, access.ClientId, access.Orcid.Value)) return new ReadOutcome.NotConnected();
        return await ReadAsync(access, hold, openedAt, onlyIfChanged, answers, cancellationToken);
    }

    /// <summary>Reads what is public, where it changed.</summary>
    /// <param name="access">With the institution's token.</param>
    /// <returns><see cref="ReadOutcome.TokenRejected"/> where ORCID did not take it: nothing was noted.</returns>
    /// <inheritdoc cref="ReadAsync(Guid, LeaseHold, CancellationToken, bool, DateTimeOffset?)"/>
    internal async Task<ReadOutcome> ReadPublicAsync(ConnectionAccess access, LeaseHold hold, DateTimeOffset? answers, CancellationToken cancellationToken)
    {
        var openedAt = time.GetUtcNow();
        // Who gave the permission again meanwhile is read with it.
        if (!await hold.RunAsync(async (db, ct) => await FindAsync(db, access, ct) is { State: ConnectionState.TokenRejected }, cancellationToken)) return new ReadOutcome.NotConnected();
        return await ReadAsync(access, hold, openedAt, onlyIfChanged: true, answers, cancellationToken);
    }

    private async Task<ReadOutcome> ReadAsync(ConnectionAccess access, LeaseHold hold, DateTimeOffset openedAt, bool onlyIfChanged, DateTimeOffset? answers, CancellationToken cancellationToken)
    {
        var look = await LookAsync(access, hold, cancellationToken);
        if (mistakes.Made == Mistake.RemovedByBlindReading && look.Answer.Result is OrcidResult.TokenRejected) look = look with { Answer = look.Answer with { Value = new StoredRecord(null, null, null, null, []) } };
        if (look.Answer.Value is not { } record) return await FailedAsync(access, hold, look.Answer, openedAt, cancellationToken);
        if (onlyIfChanged && await hold.RunAsync((db, ct) => IsUnchangedAsync(db, look, record, answers, ct), cancellationToken)) return new ReadOutcome.Unchanged();
        var copies = new CopyWriting(hold, access, look.Began, time);
        var isAll = await WriteOursAsync(copies, look, cancellationToken);
        await copies.WriteOthersAsync(look.Others, cancellationToken);
        await hold.RunAsync((db, ct) => EndAsync(db, look, record, isAll, answers, ct), cancellationToken);
        return new ReadOutcome.Complete(look.Ours.Count, look.Others.Count);
    }

    /// <summary>What somebody without the person's token does not see may be there all the same.</summary>
    private async Task<bool> WriteOursAsync(CopyWriting copies, RecordLook look, CancellationToken cancellationToken)
    {
        if (!look.Access.IsPublic || mistakes.Made == Mistake.RemovedByBlindReading) return await copies.WriteOursAsync(look.Ours, cancellationToken);
        await copies.ConfirmAsync(look.Ours, cancellationToken);
        return true;
    }

    /// <summary>Looks at the same without writing anything.</summary>
    /// <param name="access">The person's connection.</param>
    /// <param name="hold">The lease of their iD.</param>
    /// <exception cref="LeaseLostException">Somebody else holds the lease now.</exception>
    internal async Task<RecordLook> LookAsync(ConnectionAccess access, LeaseHold hold, CancellationToken cancellationToken)
    {
        var began = time.GetUtcNow();
        var answer = await calls.RecordAsync(access, hold, () => began = time.GetUtcNow(), cancellationToken);
        return new RecordLook(access, began, answer);
    }

    /// <summary>Notes that the record is as it was read last; false where it is not, or was never read.</summary>
    private static async Task<bool> IsUnchangedAsync(PortalDb db, RecordLook look, StoredRecord record, DateTimeOffset? answers, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, look.Access, cancellationToken) is not { } connection || (look.Access.IsPublic ? connection.PublicReadAt : connection.ReadAt) is not { } last) return false;
        if (record.LastModified is null || connection.ChangedAtOrcid != record.LastModified) return false;
        NoteRead(connection, look, answers);
        if (connection.ComparedAt != last) return true;
        connection.ComparedAt = look.Began;
        if (ReadFailures.Forget(connection)) await Topics.TouchAsync(db, Topics.Overview, cancellationToken);
        return true;
    }

    private async Task EndAsync(PortalDb db, RecordLook look, StoredRecord record, bool isAll, DateTimeOffset? answers, CancellationToken cancellationToken)
    {
        var access = look.Access;
        // Who gave the permission again meanwhile is read anew.
        if (await FindAsync(db, access, cancellationToken) is not { } connection || (access.IsPublic && connection.State != ConnectionState.TokenRejected)) return;
        NoteRead(connection, look, answers);
        // Where it left something open, the next reading is to look at all of it again.
        connection.ChangedAtOrcid = isAll ? record.LastModified : null;
        connection.ComparedAt = null;
        (connection.GivenNamesAtOrcid, connection.FamilyNameAtOrcid, connection.BiographyAtOrcid) = (Fitting(record.GivenNames, 200), Fitting(record.FamilyName, 200), Fitting(record.Biography, 5000));
        db.PlanRequests.Add(new PlanRequest { Scope = PlanScope.Person, PersonId = access.PersonId, Cause = "read", At = time.GetUtcNow() });
        Ledger.Add(db, Entry(access, HistoryOutcome.Done, look.Answer, $"Read {look.Ours.Count + look.Others.Count} {(access.IsPublic ? "public " : "")}entries at ORCID, {look.Ours.Count} of them from this portal."));
        await Topics.TouchAsync(db, Topics.Person(access.PersonId), cancellationToken);
    }

    private static Task<Connection?> FindAsync(PortalDb db, ConnectionAccess access, CancellationToken cancellationToken) =>
        db.Connections.FirstOrDefaultAsync(c => c.PersonId == access.PersonId && c.Environment == access.Environment && c.Orcid == access.Orcid.Value, cancellationToken);

    /// <summary>A part of a name or a text would be a wrong one.</summary>
    private static string? Fitting(string? text, int length) => text?.Length <= length ? text : null;

    private static void NoteRead(Connection connection, RecordLook look, DateTimeOffset? answers)
    {
        if (look.Access.IsPublic) connection.PublicReadAt = look.Began;
        else connection.ReadAt = look.Began;
        connection.LockedAt = null;
        // Who called while it was read may mean something that came later.
        if (connection.ReadWantedAt < answers) connection.ReadWantedAt = null;
    }

    private async Task<ReadOutcome> FailedAsync(ConnectionAccess access, LeaseHold hold, OrcidAnswer<StoredRecord> answer, DateTimeOffset openedAt, CancellationToken cancellationToken)
    {
        // The institution's token, and how much of the public API it may ask, are not the person's affair.
        if (access.IsPublic && answer.Result is OrcidResult.TokenRejected or OrcidResult.MissingScope) return new ReadOutcome.TokenRejected();
        if (access.IsPublic && answer.Result is OrcidResult.Busy { HttpStatus: null }) return new ReadOutcome.Failed("ORCID is busy at the moment. The portal tries again by itself.");
        return await hold.RunAsync(async (db, ct) =>
        {
            var connectionChanged = await transitions.ApplyAsync(db, access, answer.Result, ReadScope, openedAt, ct);
            var sentence = connectionChanged ?? answer.Result switch
            {
                OrcidResult.Busy => "ORCID is busy at the moment. The portal tries again by itself.",
                OrcidResult.Unreachable or OrcidResult.OutcomeUnknown => "ORCID does not answer at the moment. The portal tries again by itself.",
                OrcidResult.NotFound => "ORCID does not know this record.",
                _ => "ORCID refused to show the record.",
            };
            var message = answer.Result.Message is { Length: > 0 } words ? $"{sentence} ({words})" : sentence;
            Ledger.Add(db, Entry(access, HistoryOutcome.Failed, answer, message));
            await Topics.TouchAsync(db, Topics.Person(access.PersonId), ct);
            await transitions.NoteReadFailedAsync(db, access, answer.Result, openedAt, ct);
            return answer.Result is OrcidResult.TokenRejected or OrcidResult.MissingScope ? new ReadOutcome.TokenRejected() : (ReadOutcome)new ReadOutcome.Failed(sentence);
        }, cancellationToken);
    }

    private HistoryEntry Entry(ConnectionAccess access, HistoryOutcome outcome, OrcidAnswer<StoredRecord> answer, string message) => new()
    {
        At = time.GetUtcNow(), PersonId = access.PersonId, Orcid = access.Orcid.Value, Operation = SyncOperation.Read, Outcome = outcome,
        HttpStatus = answer.Result.HttpStatus, Message = message, By = Actor.System("read").Name, DurationMs = (int)answer.Duration.TotalMilliseconds,
    };
}
