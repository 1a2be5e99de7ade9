using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;

namespace OrcidPortal.Push;

/// <summary>What would become of one item if its record said something else.</summary>
public enum ItemForecast
{
    /// <summary>Nothing at ORCID: it is not chosen, still to be fixed, or a reader would see no difference.</summary>
    Nothing,

    /// <summary>It would be added by itself.</summary>
    Added,

    /// <summary>Its entry would be changed by itself.</summary>
    Changed,

    /// <summary>It would wait for its person: to connect, to approve, for a check.</summary>
    Waits,
}

/// <summary>Computes it, by the rules that planning follows.</summary>
public static class ItemForecasts
{
    /// <summary>What would become of an item.</summary>
    /// <param name="item">As stored; it is changed, so it must not be tracked.</param>
    /// <param name="after">The record as it would go.</param>
    /// <param name="problems">Blocking problems of this person and record that would be left.</param>
    public static ItemForecast Of(SyncItem item, MappedRecord after, int problems)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(after);
        if (item.Desired != Desired.Present) return ItemForecast.Nothing;
        var fingerprint = after.CanBeSent ? after.Fingerprint : "";
        // Another version: what ORCID refused is tried again.
        if (fingerprint != item.DesiredFingerprint || problems != item.ProblemCount) item.DesiredVersion++;
        (item.DesiredFingerprint, item.ProblemCount, item.BatchId) = (fingerprint, problems, null);
        return SyncStates.Of(item) switch
        {
            SyncState.Ready or SyncState.Retrying => item.PutCode is null ? ItemForecast.Added : ItemForecast.Changed,
            SyncState.Blocked or SyncState.Held or SyncState.AwaitingApproval when item.PutCode is null || item.SentFingerprint != fingerprint => ItemForecast.Waits,
            _ => ItemForecast.Nothing,
        };
    }
}
