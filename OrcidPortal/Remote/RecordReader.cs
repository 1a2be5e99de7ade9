using Microsoft.EntityFrameworkCore;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Live;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Remote;

/// <summary>
/// Reads works, fundings, positions and, where we may write them, profile items of a person's ORCID record, with the person's token and under the lease:
/// what is from us into remote copies, the rest into foreign copies. One answer holds all of it, so that a reading is complete or changes nothing.
/// </summary>
public sealed class RecordReader(Tokens tokens, OrcidMemberClient client, CallBudget budget, ConnectionTransitions transitions, Mistakes mistakes, TimeProvider time)
{
    private const string ReadScope = "/read-limited";
    private const string PersonScope = "/person/update";

    /// <summary>Reads.</summary>
    /// <param name="personId">Whose record.</param>
    /// <param name="hold">The lease of their iD.</param>
    /// <exception cref="LeaseLostException">Somebody else holds the lease now.</exception>
    public async Task<ReadOutcome> ReadAsync(Guid personId, LeaseHold hold, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(hold);
        var openedAt = time.GetUtcNow();
        var access = await tokens.OpenAsync(personId, cancellationToken);
        if (access is null || hold.Key != Leases.KeyOf(access.Environment, access.ClientId, access.Orcid.Value)) return new ReadOutcome.NotConnected();
        var look = await LookAsync(access, hold, cancellationToken);
        if (mistakes.Made == Mistake.RemovedByBlindReading && look.Answer.Result is OrcidResult.TokenRejected) look = look with { Items = [] };
        if (look.Items is null) return await FailedAsync(access, hold, look.Answer, openedAt, cancellationToken);
        var (ours, others) = (look.Ours, look.Others);
        var copies = new CopyWriting(hold, access, look.Began, look.WithPerson, time);
        await copies.WriteOursAsync(ours, cancellationToken);
        await copies.WriteOthersAsync(others, cancellationToken);
        await hold.RunAsync((db, ct) => EndAsync(db, access, look.Began, ours.Count, others.Count, look.Answer, ct), cancellationToken);
        return new ReadOutcome.Complete(ours.Count, others.Count);
    }

    /// <summary>Looks at the same without writing anything.</summary>
    /// <param name="access">The person's connection.</param>
    /// <param name="hold">The lease of their iD.</param>
    /// <exception cref="LeaseLostException">Somebody else holds the lease now.</exception>
    internal async Task<RecordLook> LookAsync(ConnectionAccess access, LeaseHold hold, CancellationToken cancellationToken)
    {
        var began = time.GetUtcNow();
        var answer = await budget.CallAsync(hold, () =>
        {
            began = time.GetUtcNow();
            return client.ReadActivitiesAsync(access.Orcid, access.AccessToken, cancellationToken);
        }, cancellationToken);
        var withPerson = access.Allows(PersonScope);
        if (answer.Value is not { } items || !withPerson) return new RecordLook(access, began, withPerson, answer.Value, answer);
        answer = await budget.CallAsync(hold, () => client.ReadPersonAsync(access.Orcid, access.AccessToken, cancellationToken), cancellationToken);
        return new RecordLook(access, began, withPerson, answer.Value is { } profile ? [.. items, .. profile] : null, answer);
    }

    private async Task EndAsync(
        PortalDb db, ConnectionAccess access, DateTimeOffset began, int ours, int others, OrcidAnswer<IReadOnlyList<StoredItem>> answer, CancellationToken cancellationToken)
    {
        var connection = await db.Connections.FirstOrDefaultAsync(c => c.PersonId == access.PersonId && c.Environment == access.Environment, cancellationToken);
        if (connection?.Orcid != access.Orcid.Value) return;
        connection.ReadAt = began;
        connection.LockedAt = null;
        db.PlanRequests.Add(new PlanRequest { Scope = PlanScope.Person, PersonId = access.PersonId, Cause = "read", At = time.GetUtcNow() });
        Ledger.Add(db, Entry(access, HistoryOutcome.Done, answer, $"Read {ours + others} entries at ORCID, {ours} of them from this portal."));
        await Topics.TouchAsync(db, Topics.Person(access.PersonId), cancellationToken);
    }

    private Task<ReadOutcome> FailedAsync(
        ConnectionAccess access, LeaseHold hold, OrcidAnswer<IReadOnlyList<StoredItem>> answer, DateTimeOffset openedAt, CancellationToken cancellationToken) =>
        hold.RunAsync(async (db, ct) =>
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
            return answer.Result is OrcidResult.TokenRejected or OrcidResult.MissingScope ? new ReadOutcome.TokenRejected() : (ReadOutcome)new ReadOutcome.Failed(sentence);
        }, cancellationToken);

    private HistoryEntry Entry(ConnectionAccess access, HistoryOutcome outcome, OrcidAnswer<IReadOnlyList<StoredItem>> answer, string message) => new()
    {
        At = time.GetUtcNow(), PersonId = access.PersonId, Orcid = access.Orcid.Value, Operation = SyncOperation.Read, Outcome = outcome,
        HttpStatus = answer.Result.HttpStatus, Message = message, By = Actor.System("read").Name, DurationMs = (int)answer.Duration.TotalMilliseconds,
    };
}
