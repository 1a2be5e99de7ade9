using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.Records;
using OrcidPortal.Security;

namespace OrcidPortal.Curation;

/// <summary>Makes and ends proposals in the caller's transaction. What waits for one is planned anew.</summary>
internal static class ProposalWriting
{
    /// <summary>So many fields and elements one proposal may have: what nobody could look through is no proposal.</summary>
    public const int MostChanges = 1000;

    /// <summary>Reads requests against the record, in their order.</summary>
    /// <returns>What differs from the record; or what is wrong.</returns>
    public static (IReadOnlyList<ProposedChange> Changes, CorrectionResult.Invalid? Invalid) Read(Record record, IReadOnlyList<CorrectionRequest> requests)
    {
        if (requests.Count > MostChanges) return ([], TooMany(requests[MostChanges].Field, requests.Count));
        var fields = record.Fields;
        var changes = new List<ProposedChange>(requests.Count);
        foreach (var request in requests)
        {
            var (readable, invalid) = CorrectionReading.Read(request, record.Kind, fields);
            if (readable is null) return ([], invalid);
            var before = Value(record.Fields, readable.Field, readable.Key);
            if (before != readable.Value) changes.Add(new ProposedChange(readable.Field, readable.Key, readable.Op, readable.Value, before));
            fields = readable.Key is { } key ? FieldValues.With(fields, readable.Field, key, readable.Value) : FieldValues.With(fields, readable.Field, readable.Value);
        }
        return (changes, null);
    }

    /// <summary>What a new proposal of a person says in all: what they proposed before for other fields stays proposed, unless <paramref name="replaces"/> says that this is all of it.</summary>
    /// <param name="replaces">The proposal that was open for editing; null: none.</param>
    public static async Task<(IReadOnlyList<ProposedChange> Changes, IReadOnlyList<Proposal> Earlier, CorrectionResult.Invalid? Invalid)> JoinAsync(
        PortalDb db, Record record, IReadOnlyList<ProposedChange> changes, Guid? replaces, Guid personId, CancellationToken cancellationToken)
    {
        var earlier = await db.Proposals.Where(p => p.RecordId == record.Id && p.PersonId == personId && p.State == ProposalState.Open).OrderBy(p => p.At).ToListAsync(cancellationToken);
        var again = changes.Select(c => (c.Field, c.Key)).ToHashSet();
        List<ProposedChange> all = [.. earlier.Where(p => p.Id != replaces).SelectMany(p => p.Changes).Where(c => !again.Contains((c.Field, c.Key))), .. changes];
        return (all, earlier, all.Count > MostChanges ? TooMany(all[MostChanges].Field, all.Count) : null);
    }

    /// <summary>Makes a proposal in the place of earlier ones.</summary>
    public static Task OpenAsync(
        PortalDb db, Record record, IReadOnlyList<ProposedChange> changes, IReadOnlyList<Proposal> earlier, string? reason, SignedIn user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var open in earlier) (open.State, open.DecidedAt, open.SeenAt) = (ProposalState.Withdrawn, now, now);
        var proposal = new Proposal
        {
            RecordId = record.Id, PersonId = user.Person!.Id, AccountId = user.AccountId, By = Cut(user.Actor.Name), At = now, Changes = [.. changes],
            Reason = FieldCleaning.Clean(reason, 1000) ?? earlier.Select(p => p.Reason).LastOrDefault(r => r is not null),
        };
        db.Proposals.Add(proposal);
        return EndAsync(db, record, proposal, user.Actor, "proposal.made", now, cancellationToken);
    }

    /// <summary>Decides an open proposal.</summary>
    public static Task DecideAsync(
        PortalDb db, Record record, Proposal proposal, ProposalState state, string? words, Actor actor, string action, DateTimeOffset now, CancellationToken cancellationToken)
    {
        (proposal.State, proposal.DecidedBy, proposal.DecidedAt, proposal.Words) = (state, Cut(actor.Name), now, FieldCleaning.Clean(words, 1000));
        if (state == ProposalState.Withdrawn) proposal.SeenAt = now;
        return EndAsync(db, record, proposal, actor, action, now, cancellationToken);
    }

    /// <summary>Writes who did what, and has the record planned anew: what waited for the proposal goes, what has to wait does.</summary>
    private static async Task EndAsync(PortalDb db, Record record, Proposal proposal, Actor actor, string action, DateTimeOffset now, CancellationToken cancellationToken)
    {
        AuditLog.Add(db, actor, action, $"record:{record.Id}", Text(proposal, c => c.Before), $"{(action == "proposal.made" ? "" : $"proposed by {proposal.By}: ")}{Text(proposal, c => c.Value)}{(proposal.Words is { } words ? $" ({words})" : "")}", now);
        // Whoever proposes or decides at the same moment starts again and sees this.
        RecordUpdate.Touch(db, record);
        RecordUpdate.Queue(db, record, Origin.Correction, action, now);
        await Topics.TouchAsync(db, Topics.Person(proposal.PersonId), cancellationToken);
        await Topics.TouchAsync(db, Topics.Curation, cancellationToken);
    }

    /// <summary>What a record says of a field or element.</summary>
    public static string? Value(RecordFields fields, string field, string? key) => key is null ? FieldValues.Get(fields, field) : FieldValues.Get(fields, field, key);

    private static CorrectionResult.Invalid TooMany(string field, int count) => new(
        field, string.Create(CultureInfo.InvariantCulture, $"One proposal may have up to {MostChanges:N0} changes; these are {count:N0}. Propose a part of them, or write to the library."));

    private static string Text(Proposal proposal, Func<ProposedChange, string?> value)
    {
        var text = string.Join("; ", proposal.Changes.Select(c => $"{c.Field}{(c.Key is null ? "" : $"[{c.Key}]")}: {value(c) ?? "nothing"}"));
        return text.Length > 2000 ? text[..2000] : text;
    }

    private static string Cut(string name) => name.Length <= 300 ? name : name[..300];
}
