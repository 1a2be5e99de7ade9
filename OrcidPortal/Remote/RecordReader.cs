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
        var began = time.GetUtcNow();
        var answer = await budget.CallAsync(hold, () =>
        {
            began = time.GetUtcNow();
            return client.ReadActivitiesAsync(access.Orcid, access.AccessToken, cancellationToken);
        }, cancellationToken);
        if (mistakes.Made == Mistake.RemovedByBlindReading && answer.Result is OrcidResult.TokenRejected) answer = answer with { Value = [] };
        if (answer.Value is not { } items) return await FailedAsync(access, hold, answer, openedAt, cancellationToken);
        var withPerson = access.Allows(PersonScope);
        if (withPerson)
        {
            answer = await budget.CallAsync(hold, () => client.ReadPersonAsync(access.Orcid, access.AccessToken, cancellationToken), cancellationToken);
            if (answer.Value is not { } profile) return await FailedAsync(access, hold, answer, openedAt, cancellationToken);
            items = [.. items, .. profile];
        }

        var ours = items.Where(i => i.SourceClientId == access.ClientId).ToList();
        var others = items.Where(i => i.SourceClientId != access.ClientId).ToList();
        var copies = new CopyWriting(hold, access, began, withPerson, time);
        await copies.WriteOursAsync(ours, cancellationToken);
        await copies.WriteOthersAsync(others, cancellationToken);
        await hold.RunAsync((db, ct) => EndAsync(db, access, began, ours.Count, others.Count, answer, ct), cancellationToken);
        return new ReadOutcome.Complete(ours.Count, others.Count);
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
