using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Push;

/// <summary>
/// ORCID refuses a work or funding with an own identifier that another one of the same client still has (9021). What moves from one record of a person
/// to another is therefore given up by the one first; where they wait for each other in a ring, one gives up its identifiers before it gets its new ones.
/// </summary>
internal sealed class IdentifierMoves(PortalDb db, PersonSession session, string section, IReadOnlyList<IdentifierHolder> holders, DateTimeOffset now)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMinutes(1);

    /// <summary>Who holds some of these keys in the person's ORCID record, as far as we know.</summary>
    /// <param name="keys">Own identifiers that are to be sent.</param>
    public static async Task<IdentifierMoves> LoadAsync(PortalDb db, PersonSession session, string section, IReadOnlySet<string> keys, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = new List<IdentifierHolder>();
        // Thousands may stand there: they are looked through one by one, and few are kept.
        await foreach (var copy in session.Copies(db, section).AsNoTracking().Where(c => c.MissingSince == null && c.SyncItemId != null)
            .Select(c => new { ItemId = c.SyncItemId!.Value, c.PutCode, c.SelfKeys, c.Title }).AsAsyncEnumerable().WithCancellation(cancellationToken))
            if (copy.SelfKeys.Any(keys.Contains)) found.Add(new IdentifierHolder(copy.ItemId, copy.PutCode, copy.SelfKeys, copy.Title));
        return new IdentifierMoves(db, session, section, found, now);
    }

    /// <summary>Another item's copy at ORCID that has one of these identifiers; null where nothing is in the way.</summary>
    public IdentifierHolder? Before(Guid itemId, IReadOnlyCollection<string> keys) => holders.FirstOrDefault(h => h.ItemId != itemId && h.Keys.Any(keys.Contains));

    /// <summary>The line's identifiers that stand at others.</summary>
    public IReadOnlySet<string> Elsewhere(IntentItem line) =>
        holders.Where(h => h.ItemId != line.ItemId).SelectMany(h => h.Keys).Intersect(line.Record!.SelfKeys).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether the holder's item is to give up these identifiers, and when.</summary>
    /// <returns>Null: it keeps it. A time that has come: with the next call.</returns>
    public static DateTimeOffset? LetsGoAt(SyncItem? holder, IReadOnlyCollection<string> keys, DateTimeOffset now)
    {
        if (holder is null || holder.ExcludedAt is not null) return null;
        var lets = holder.Desired == Desired.Absent || (holder.Desired == Desired.Present && !holder.SelfKeys.Any(keys.Contains));
        if (!lets) return null;
        if (SyncStates.Of(holder) is not (SyncState.Ready or SyncState.Retrying)) return now + LongestWait;
        var due = holder.SendNowAt is not null && holder.Desired == Desired.Present ? now : holder.DueAt ?? now;
        return holder.RetryAt is { } retry && retry > due ? retry : due;
    }

    /// <summary>The item does not go now: it waits for the other one, or for somebody who says which of them is right.</summary>
    public void Stop(SyncItem item, IntentItem line, IdentifierHolder holder, DateTimeOffset? at)
    {
        session.LeftAlone.Add(item.Id);
        var (step, message) = at is { } time
            ? (new PushStep(PushVerdict.Wait, FailureKind.IdentifierMoves, Clamp(time)), $"“{holder.Title}” still has its identifier at ORCID and is to give it up first.")
            : (new PushStep(PushVerdict.Fail, FailureKind.DuplicateOfOther), $"“{holder.Title}” has its identifier at ORCID and keeps it.");
        new ItemWriting(db, session, item, null, now).Stop(step, new OrcidResult.Duplicate(null) { Message = message }, line.Version);
    }

    /// <summary>What stands at ORCID for a record that is to go becomes this item's: one entry that stays, instead of one that goes and one that comes.</summary>
    public void TakeOver(SyncItem item, IntentItem line, SyncItem former, RemoteCopy copy, Guid? agreementId)
    {
        session.LeftAlone.Add(item.Id);
        former.PutCode = null;
        former.SentFingerprint = "";
        former.SentVersion = 0;
        SyncStates.Settle(former, now);
        new ItemWriting(db, session, item, copy, now).Adopt(copy.PutCode, copy.Fingerprint, copy.SelfKeys, copy.Title);
        // Whether it is to be changed is for the planner, who knows when.
        Records.PlanRequests.Ask(db, PlanScope.Person, session.Access.PersonId, Desires.FoundAtOrcid, now);
        Ledger.Add(db, new HistoryEntry
        {
            At = now, PersonId = item.PersonId, RecordId = item.RecordId, SyncItemId = item.Id, AgreementId = agreementId, Orcid = session.Access.Orcid.Value, Operation = SyncOperation.Adopt,
            Outcome = HistoryOutcome.Done, Section = section, PutCode = copy.PutCode, Title = line.Title, By = line.By,
            Message = "It has the identifier of another record that is to go: its entry at ORCID was taken over.",
        });
    }

    private DateTimeOffset Clamp(DateTimeOffset at) => at < now + ShortestWait ? now + ShortestWait : at > now + LongestWait ? now + LongestWait : at;
}

/// <summary>A copy at ORCID with an identifier that another item is to have.</summary>
internal sealed record IdentifierHolder(Guid ItemId, long PutCode, IReadOnlyList<string> Keys, string Title);
