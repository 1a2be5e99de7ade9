using OrcidPortal.Data.Entities;

namespace OrcidPortal.Pages.Researcher;

/// <summary>What a researcher can do with one work.</summary>
public enum WorkAction { SendNow, Exclude, Include, AddAgain, LeaveRemoved }

/// <summary>Which actions a state offers, the likeliest first.</summary>
internal static class WorkActions
{
    public static IReadOnlyList<WorkAction> Of(SyncState state) => state switch
    {
        SyncState.Ready or SyncState.Retrying => [WorkAction.SendNow, WorkAction.Exclude],
        SyncState.RemovedAtOrcid => [WorkAction.AddAgain, WorkAction.LeaveRemoved],
        SyncState.Excluded => [WorkAction.Include],
        SyncState.Sending or SyncState.NotChosen or SyncState.AlreadyThere => [],
        _ => [WorkAction.Exclude],
    };
}
