using MudBlazor;

namespace OrcidPortal.Pages.Parts;

/// <summary>Questions and undo, the same on every page.</summary>
internal static class Asking
{
    /// <summary>Asks before something that cannot be undone.</summary>
    /// <returns>Whether the person said yes.</returns>
    public static async Task<bool> ConfirmAsync(this IDialogService dialogs, string title, string words, string verb, string? keep = null)
    {
        var dialog = await dialogs.ShowAsync<ConfirmDialog>(title, new DialogParameters<ConfirmDialog>
        {
            { d => d.Words, words },
            { d => d.Verb, verb },
            { d => d.Keep, keep },
        }, new DialogOptions { MaxWidth = MaxWidth.Small, CloseOnEscapeKey = true });
        return await dialog.Result is { Canceled: false };
    }

    /// <summary>Says what was done and offers to take it back.</summary>
    public static void AddWithUndo(this ISnackbar snackbar, string words, string undo, Func<Task> takeBack) => snackbar.Add(words, Severity.Normal, o =>
    {
        o.Action = undo;
        o.ActionColor = Color.Inherit;
        o.OnClick = _ => takeBack();
    });
}
