using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;
using OrcidPortal.Security;

namespace OrcidPortal.Curation;

/// <summary>A curator's word about a proposal, and the researcher's own: withdraw it, put the answer aside. Accepting with changes is <see cref="RecordEditing.SaveAsync"/>.</summary>
public sealed class ProposalDecisions(Transactions transactions, RecordCorrections corrections, TimeProvider time)
{
    /// <summary>The proposal becomes corrections of its researcher's.</summary>
    /// <param name="seenVersion">The version of the record beside which the curator saw it: nothing is overwritten unseen.</param>
    public Task<ProposalResult> AcceptAsync(Guid id, int seenVersion, SignedIn user, CancellationToken cancellationToken) =>
        DecideAsync(id, user.Is(Roles.Curator), null, user.Departments, async (db, proposal, record, ct) =>
        {
            if (record.Version != seenVersion) return new ProposalResult.RecordChanged();
            var requests = proposal.Changes.Where(c => ProposalWriting.Value(record.Fields, c.Field, c.Key) != c.Value).Select(c => Request(record, c)).ToList();
            if (requests.Count > 0)
            {
                var researcher = new Actor(ActorKind.Account, proposal.AccountId.ToString(), proposal.By, proposal.PersonId);
                var made = await corrections.CorrectAsync(db, record.Id, requests, seenVersion, proposal.Reason, researcher, ct);
                if (made is CorrectionResult.Invalid invalid) return new ProposalResult.Invalid(invalid.Field, invalid.Sentence);
                if (made is not CorrectionResult.Saved) return new ProposalResult.RecordChanged();
            }
            await ProposalWriting.DecideAsync(db, record, proposal, ProposalState.Accepted, null, user.Actor, "proposal.accepted", time.GetUtcNow(), ct);
            return new ProposalResult.Done();
        }, cancellationToken);

    /// <summary>The record stays as it is.</summary>
    /// <param name="words">Why, for the researcher to read; up to 1,000 characters.</param>
    public Task<ProposalResult> DeclineAsync(Guid id, string words, SignedIn user, CancellationToken cancellationToken) =>
        DecideAsync(id, user.Is(Roles.Curator), null, user.Departments, (db, proposal, record, ct) => EndAsync(db, proposal, record, ProposalState.Declined, words, "proposal.declined", user, ct), cancellationToken);

    /// <summary>The researcher takes their own proposal back.</summary>
    public Task<ProposalResult> WithdrawAsync(Guid id, SignedIn user, CancellationToken cancellationToken) =>
        DecideAsync(id, user.Is(Roles.Researcher), user.Person?.Id ?? Guid.Empty, null, (db, proposal, record, ct) => EndAsync(db, proposal, record, ProposalState.Withdrawn, null, "proposal.withdrawn", user, ct), cancellationToken);

    /// <summary>The researcher has read the answer; it leaves their home page.</summary>
    public Task PutAsideAsync(Guid id, SignedIn user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return transactions.RunAsync(async (db, ct) =>
        {
            var personId = user.Is(Roles.Researcher) ? user.Person?.Id : null;
            var proposal = await db.Proposals.FirstOrDefaultAsync(p => p.Id == id && p.PersonId == personId && p.State != ProposalState.Open && p.SeenAt == null, ct);
            if (proposal is not null) proposal.SeenAt = time.GetUtcNow();
        }, cancellationToken);
    }

    /// <param name="ownerId">Only a proposal of this person's; null: of anybody's.</param>
    /// <param name="within">Only for a record of these departments; null: of all.</param>
    private Task<ProposalResult> DecideAsync(
        Guid id, bool may, Guid? ownerId, ValueList<string>? within, Func<PortalDb, Proposal, Record, CancellationToken, Task<ProposalResult>> decide, CancellationToken cancellationToken) =>
        transactions.RunAsync(async (db, ct) =>
        {
            var proposal = may ? await db.Proposals.Within(db, within, p => p.RecordId).FirstOrDefaultAsync(p => p.Id == id && (ownerId == null || p.PersonId == ownerId), ct) : null;
            if (proposal is null) return new ProposalResult.NotFound();
            if (proposal.State != ProposalState.Open) return new ProposalResult.NotOpen(proposal.State, proposal.DecidedBy);
            var record = await RecordUpdate.Tracked(db).FirstOrDefaultAsync(r => r.Id == proposal.RecordId, ct);
            return record is null ? new ProposalResult.NotFound() : await decide(db, proposal, record, ct);
        }, cancellationToken);

    private async Task<ProposalResult> EndAsync(
        PortalDb db, Proposal proposal, Record record, ProposalState state, string? words, string action, SignedIn user, CancellationToken cancellationToken)
    {
        await ProposalWriting.DecideAsync(db, record, proposal, state, words, user.Actor, action, time.GetUtcNow(), cancellationToken);
        return new ProposalResult.Done();
    }

    // What was to be replaced and is gone from the record meanwhile is added: the curator saw both.
    private static CorrectionRequest Request(Record record, ProposedChange change)
    {
        var op = change.Value is null ? CorrectionOp.Remove
            : change.Key is null || ProposalWriting.Value(record.Fields, change.Field, change.Key) is not null ? CorrectionOp.Replace : CorrectionOp.Add;
        return new CorrectionRequest(change.Field, op == CorrectionOp.Add ? null : change.Key, op, change.Value);
    }
}
