using Microsoft.Extensions.Localization;
using MudBlazor;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Pages.Texts;
using OrcidPortal.Push;
using OrcidPortal.Security;

namespace OrcidPortal.Pages.Researcher;

/// <summary>Does what a researcher decided about a work, says so, and offers undo. The list and the page of one work share it.</summary>
public sealed class WorkDecisions(SyncItems items, PushJob push, ISnackbar snackbar, IStringLocalizer<ResearcherTexts> texts)
{
    /// <summary>Sends at once what is ready.</summary>
    /// <param name="me">Who asks; has a person.</param>
    /// <param name="itemId">One work, or null for all of the person's.</param>
    /// <param name="cancellationToken">Ends with the page; what was decided stays.</param>
    public async Task SendNowAsync(SignedIn me, Guid? itemId, CancellationToken cancellationToken)
    {
        var count = await items.SendNowAsync(me.Person!.Id, itemId, me.Actor, cancellationToken);
        push.StartNow(me.Person.Id);
        snackbar.Add(texts[count switch { 0 => "SendNow.None", 1 => "SendNow.One", _ => "SendNow.Done" }, count], Severity.Normal);
    }

    /// <summary>Does one action.</summary>
    /// <param name="me">Who asks; has a person.</param>
    /// <param name="row">The work; the verbs look themselves whether it is this person's.</param>
    /// <param name="action">What was chosen.</param>
    /// <param name="refresh">Shows the page anew after an undo.</param>
    /// <param name="cancellationToken">Ends with the page; what was decided stays.</param>
    public async Task DoAsync(SignedIn me, SyncItemRow row, WorkAction action, Func<Task> refresh, CancellationToken cancellationToken)
    {
        var (itemId, owner) = (row.Item.Id, me.Person!.Id);
        switch (action)
        {
            case WorkAction.SendNow:
                await SendNowAsync(me, itemId, cancellationToken);
                break;
            case WorkAction.Exclude or WorkAction.StopUpdating or WorkAction.LeaveRemoved:
                if (await items.ExcludeAsync(itemId, owner, null, me.Actor, cancellationToken))
                    snackbar.AddWithUndo(texts[$"{action}.Done", row.Title], texts["Undo"], async () =>
                    {
                        await items.IncludeAsync(itemId, owner, me.Actor, CancellationToken.None);
                        await refresh();
                    });
                else Gone();
                break;
            case WorkAction.Include:
                if (await items.IncludeAsync(itemId, owner, me.Actor, cancellationToken)) snackbar.Add(texts["Include.Done", row.Title], Severity.Normal);
                else Gone();
                break;
            case WorkAction.Confirm:
                if (await items.ConfirmAsync(itemId, owner, row.Item.DesiredVersion, me.Actor, cancellationToken))
                {
                    push.StartNow(owner);
                    snackbar.Add(texts["Confirm.Done", row.Title], Severity.Normal);
                }
                else Gone();
                break;
            case WorkAction.AddAgain:
                if (await items.AddAgainAsync(itemId, owner, me.Actor, cancellationToken))
                {
                    push.StartNow(owner);
                    snackbar.Add(texts["AddAgain.Done", row.Title], Severity.Normal);
                }
                else Gone();
                break;
        }
    }

    private void Gone() => snackbar.Add(texts["Decision.Gone"], Severity.Warning);
}
