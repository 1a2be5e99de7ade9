using OrcidPortal.Security;

namespace OrcidPortal.Pages.Parts;

/// <summary>A page of curators or admins: it loads when its address changes, and again when what it watches does.</summary>
public abstract class StaffPage : LivePage
{
    protected override Task OnParametersSetAsync() => LookAsync();

    /// <summary>Who acts, looked up again.</summary>
    /// <param name="role">The role it takes; null: any, and the verb decides.</param>
    /// <returns>Null where they may not (any more); the page is then asked for anew, and says so.</returns>
    protected Task<SignedIn?> ActAsync(string? role) => ActAsync(me => role is null || me.Is(role));
}
