using OrcidPortal.Data.Entities;

namespace OrcidPortal.Push;

/// <summary>The state of a sync item, computed from what planner, people and sender wrote (design §4: the first that applies).</summary>
public static class SyncStates
{
    /// <summary>Computes the state; it is stored with the item at every write.</summary>
    public static SyncState Of(SyncItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.BatchId is not null) return SyncState.Sending;
        if (item.ExcludedAt is not null) return SyncState.Excluded;
        if (item.Desired == Desired.Leave) return SyncState.NotChosen;
        if (item.Desired == Desired.Absent)
            return item.PutCode is null ? SyncState.InSync : Obstacle(item) ?? SyncState.Ready;
        if (item.RemovedAtOrcidAt is not null) return SyncState.RemovedAtOrcid;
        if (item.AlreadyThere && item.PutCode is null) return SyncState.AlreadyThere;
        if (item.ProblemCount > 0 || IsRefused(item)) return SyncState.NeedsFix;
        return Obstacle(item) ?? (IsAsDesired(item) ? SyncState.InSync : SyncState.Ready);
    }

    /// <summary>Writes the state, and since when it has been so, where it changed.</summary>
    /// <returns>Whether it changed.</returns>
    internal static bool Settle(SyncItem item, DateTimeOffset now)
    {
        var state = Of(item);
        if (state == item.State && item.StateSince != default) return false;
        (item.State, item.StateSince) = (state, now);
        return true;
    }

    /// <summary>Whether ORCID shows what a reader should see.</summary>
    internal static bool IsAsDesired(SyncItem item) => item.PutCode is not null && item.SentFingerprint == item.DesiredFingerprint;

    /// <summary>Whether the last failure still counts: what ORCID refused is tried again with the next version.</summary>
    internal static bool FailureStands(SyncItem item) =>
        item.Failure != FailureKind.None && (item.RefusedVersion is null || item.RefusedVersion >= item.DesiredVersion);

    /// <summary>Whether the failure passes by itself, without using up attempts.</summary>
    internal static bool IsPassing(FailureKind failure) => failure is FailureKind.Busy or FailureKind.Unreachable or FailureKind.OutcomeUnknown or FailureKind.ClientLocked or FailureKind.IdentifierMoves;

    /// <summary>Whether ORCID refused the present version as invalid: a curator's matter, not an admin's.</summary>
    internal static bool IsRefused(SyncItem item) => item is { Failure: FailureKind.Refused, FailureStatus: 400 } && FailureStands(item);

    private static SyncState? Obstacle(SyncItem item)
    {
        if (item.BlockReason != BlockReason.None) return SyncState.Blocked;
        if (FailureStands(item) && !IsPassing(item.Failure)) return SyncState.Failed;
        if (item.HoldReason != HoldReason.None) return SyncState.Held;
        if (!item.Approved) return SyncState.AwaitingApproval;
        return FailureStands(item) ? SyncState.Retrying : null;
    }
}
