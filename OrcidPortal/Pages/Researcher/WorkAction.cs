using OrcidPortal.Data.Entities;

namespace OrcidPortal.Pages.Researcher;

/// <summary>What a researcher can do with one work, or whatever else goes to ORCID.</summary>
public enum WorkAction { SendNow, Exclude, StopUpdating, Include, AddAgain, LeaveRemoved, Confirm }

/// <summary>Which actions an item offers in its state, the likeliest first.</summary>
internal static class WorkActions
{
    public static IReadOnlyList<WorkAction> Of(SyncItem item) => item.State switch
    {
        SyncState.Ready or SyncState.Retrying => [WorkAction.SendNow, WorkAction.Exclude],
        SyncState.RemovedAtOrcid => [WorkAction.AddAgain, WorkAction.LeaveRemoved],
        SyncState.Excluded => item.ExcludedByLibrary ? [] : [WorkAction.Include],
        SyncState.InSync => [WorkAction.StopUpdating],
        SyncState.AwaitingApproval when item.Kind == RecordKind.OtherName && item.ConfirmedVersion != item.DesiredVersion => [WorkAction.Confirm, WorkAction.Exclude],
        SyncState.Sending or SyncState.NotChosen or SyncState.AlreadyThere => [],
        _ => [WorkAction.Exclude],
    };

    /// <summary>Those a list offers: what concerns a work that stands well is asked for on its own page.</summary>
    public static IEnumerable<WorkAction> InLists(SyncItem item) => Of(item).Where(a => a != WorkAction.StopUpdating);
}
