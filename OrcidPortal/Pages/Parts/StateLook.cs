using MudBlazor;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Pages.Parts;

/// <summary>Icon and tone of each state. Red only where someone must act.</summary>
public static class StateLook
{
    public static string Icon(SyncState state) => state switch
    {
        SyncState.Sending => Icons.Material.Outlined.Upload,
        SyncState.Excluded => Icons.Material.Outlined.DoNotDisturbOn,
        SyncState.NotChosen => Icons.Material.Outlined.RemoveCircleOutline,
        SyncState.RemovedAtOrcid => Icons.Material.Outlined.PlaylistRemove,
        SyncState.AlreadyThere => Icons.Material.Outlined.PlaylistAddCheck,
        SyncState.NeedsFix => Icons.Material.Outlined.Build,
        SyncState.Blocked => Icons.Material.Outlined.LinkOff,
        SyncState.Failed => Icons.Material.Outlined.ReportProblem,
        SyncState.Held => Icons.Material.Outlined.PauseCircle,
        SyncState.AwaitingApproval => Icons.Material.Outlined.HowToReg,
        SyncState.Retrying => Icons.Material.Outlined.Autorenew,
        SyncState.Ready => Icons.Material.Outlined.Schedule,
        _ => Icons.Material.Outlined.CheckCircle,
    };

    /// <summary><c>good</c>, <c>wait</c>, <c>ask</c> (someone should answer), <c>act</c> (someone must act) or <c>off</c>.</summary>
    public static string Tone(SyncState state) => state switch
    {
        SyncState.InSync => "good",
        SyncState.Sending or SyncState.Ready or SyncState.Retrying => "wait",
        SyncState.AwaitingApproval or SyncState.RemovedAtOrcid or SyncState.Held or SyncState.Blocked => "ask",
        SyncState.NeedsFix or SyncState.Failed => "act",
        _ => "off",
    };
}
