using OrcidPortal.Data.Entities;

namespace OrcidPortal.Pages.Researcher;

/// <summary>What a researcher can do with one work.</summary>
public enum WorkAction { SendNow, Exclude, StopUpdating, Include, AddAgain, LeaveRemoved }

/// <summary>Which actions a state offers, the likeliest first.</summary>
internal static class WorkActions
{
    public static IReadOnlyList<WorkAction> Of(SyncState state) => state switch
    {
        SyncState.Ready or SyncState.Retrying => [WorkAction.SendNow, WorkAction.Exclude],
        SyncState.RemovedAtOrcid => [WorkAction.AddAgain, WorkAction.LeaveRemoved],
        SyncState.Excluded => [WorkAction.Include],
        SyncState.InSync => [WorkAction.StopUpdating],
        SyncState.Sending or SyncState.NotChosen or SyncState.AlreadyThere => [],
        _ => [WorkAction.Exclude],
    };

    /// <summary>Those a list offers: what concerns a work that stands well is asked for on its own page.</summary>
    public static IEnumerable<WorkAction> InLists(SyncState state) => Of(state).Where(a => a != WorkAction.StopUpdating);
}
