using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using MudBlazor;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Push;

namespace OrcidPortal.Pages.Researcher;

/// <summary>What is sent and when. A choice counts at once and can be taken back; each says first what it would do.</summary>
public sealed partial class PreferencesPage
{
    private bool _busy;

    private Preference? Chosen { get; set; }
    private AtOrcid Works { get; set; } = new(0, 0);

    [Inject] private Preferences Preferences { get; set; } = default!;
    [Inject] private SyncItemList Items { get; set; } = default!;
    [Inject] private ISnackbar Snackbar { get; set; } = default!;
    [Inject] private IOptions<PushOptions> Push { get; set; } = default!;
    [Inject] private IOptions<InstitutionOptions> Institution { get; set; } = default!;

    /// <summary>The hour stands in the institution's zone, and says so.</summary>
    private string DailyAt => $"{Push.Value.DailyAt.ToString("t", CultureInfo.CurrentCulture)} ({Institution.Value.TimeZone})";

    protected override async Task LoadAsync()
    {
        if (Person is null) return;
        Chosen = await Preferences.GetAsync(Person.Id, Closed);
        Works = await Items.AtOrcidAsync(Person.Id, Closed);
    }

    private async Task SaveAsync(SendMode mode, WorksChoice works)
    {
        var (modeBefore, worksBefore) = (Chosen!.Mode, Chosen.Works);
        if (_busy || (mode, works) == (modeBefore, worksBefore) || !await StoreAsync(mode, works)) return;
        Snackbar.AddWithUndo(Texts["Preferences.Saved"], Texts["Undo"], () => InvokeAsync(async () =>
        {
            await StoreAsync(modeBefore, worksBefore);
            StateHasChanged();
        }));
    }

    private async Task<bool> StoreAsync(SendMode mode, WorksChoice works)
    {
        if (await ActAsync() is not { Person: { } person } me) return false;
        _busy = true;
        await Preferences.SaveAsync(person.Id, mode, works, me.Actor, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, CancellationToken.None);
        _busy = false;
        await LookAsync();
        return true;
    }
}
