using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Push;

/// <summary>
/// Brings the sync items of two records together that become one. What stands at ORCID for only one of them becomes the other's: nothing is removed and
/// added again. Where both stand there, the one that is gone is to be removed at once; the planner says so and the sender does it before any change.
/// </summary>
internal static class ItemMerging
{
    /// <summary>Whether a call for one of these items is under way: its answer comes first.</summary>
    public static bool IsBusy(IEnumerable<SyncItem> items) => items.Any(i => i.BatchId is not null);

    /// <summary>Whether both stand at ORCID for a person.</summary>
    public static bool AreBothThere(SyncItem? kept, SyncItem? gone) => kept?.PutCode is not null && gone?.PutCode is not null;

    /// <summary>Whether the person said "never" of one of them: then nothing is changed or removed for them.</summary>
    public static bool IsLeftAlone(SyncItem? kept, SyncItem? gone) => Counts(kept, gone) || Counts(gone, kept);

    /// <summary>Merges, in the caller's transaction.</summary>
    /// <param name="items">All items of both records, tracked, none of them busy.</param>
    /// <returns>The people for whom both stand at ORCID.</returns>
    public static async Task<IReadOnlySet<Guid>> MergeAsync(PortalDb db, Guid keptId, Guid goneId, IReadOnlyCollection<SyncItem> items, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = items.Where(i => i.RecordId == goneId).Select(i => (Guid?)i.Id).ToArray();
        var copies = (await db.RemoteCopies.Where(c => ids.Contains(c.SyncItemId)).ToListAsync(cancellationToken)).ToLookup(c => c.SyncItemId!.Value);
        var kept = items.Where(i => i.RecordId == keptId).ToDictionary(i => i.PersonId);
        var stillThere = new HashSet<Guid>();
        foreach (var item in kept.Values.Where(i => i.Failure == FailureKind.DuplicateOfOther)) SyncItems.ForgetFailure(item);
        foreach (var gone in items.Where(i => i.RecordId == goneId))
        {
            if (!kept.TryGetValue(gone.PersonId, out var to)) db.SyncItems.Add(to = new SyncItem { PersonId = gone.PersonId, RecordId = keptId, Kind = gone.Kind });
            Decide(to, gone);
            if (AreBothThere(to, gone))
            {
                gone.MergedAway = true;
                // Who said "never" of one of them decided for the work: neither is touched until they say otherwise.
                Exclude(gone, to);
                if (gone.Failure == FailureKind.DuplicateOfOther) SyncItems.ForgetFailure(gone);
                SyncStates.Settle(gone, now);
                stillThere.Add(gone.PersonId);
            }
            else
            {
                if (gone.PutCode is not null) Follow(to, gone, copies[gone.Id]);
                db.SyncItems.Remove(gone);
            }
            SyncStates.Settle(to, now);
        }
        foreach (var item in kept.Values) SyncStates.Settle(item, now);
        return stillThere;
    }

    /// <summary>What the person decided of the one that goes counts for the one that stays.</summary>
    private static void Decide(SyncItem to, SyncItem gone)
    {
        if (Counts(gone, to)) Exclude(to, gone);
        else if (to.ExcludedAt is not null && !Counts(to, gone)) (to.ExcludedAt, to.ExcludedBy, to.ExcludedReason) = (null, null, null);
        if (to.SendNowAt is null) (to.SendNowAt, to.SendNowBy) = (gone.SendNowAt, gone.SendNowBy);
        // Removed by their own hand: it is not added again under the other name.
        if (to.PutCode is null && gone.PutCode is null) to.RemovedAtOrcidAt ??= gone.RemovedAtOrcidAt;
    }

    // One of two that were the same, left out when the other one was agreed to, was no "never".
    private static bool Counts(SyncItem? item, SyncItem? other) => item?.ExcludedAt is not null
        && !(item is { PutCode: null, ExcludedReason: FirstSync.LeftOut } && other is { PutCode: not null, ExcludedAt: null });

    private static void Exclude(SyncItem to, SyncItem from)
    {
        if (to.ExcludedAt is null) (to.ExcludedAt, to.ExcludedBy, to.ExcludedReason) = (from.ExcludedAt, from.ExcludedBy, from.ExcludedReason);
    }

    private static void Follow(SyncItem to, SyncItem gone, IEnumerable<RemoteCopy> copies)
    {
        (to.PutCode, to.SentFingerprint, to.SentVersion, to.SentAt) = (gone.PutCode, gone.SentFingerprint, gone.SentVersion, gone.SentAt);
        to.RemovedAtOrcidAt = null;
        SyncItems.ForgetFailure(to);
        foreach (var copy in copies) copy.SyncItemId = to.Id;
    }
}
