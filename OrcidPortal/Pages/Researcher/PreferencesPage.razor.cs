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
    [Inject] private IOptions<RegistryOptions> Registry { get; set; } = default!;
    [Inject] private IOptions<InstitutionOptions> Institution { get; set; } = default!;

    /// <summary>The hour stands in the institution's zone, and says so.</summary>
    private string DailyAt => $"{Push.Value.DailyAt.ToString("t", CultureInfo.CurrentCulture)} ({Institution.Value.TimeZone})";

    protected override async Task LoadAsync()
    {
        if (Person is null) return;
        Chosen = await Preferences.GetAsync(Person.Id, Closed);
        Works = await Items.AtOrcidAsync(Person.Id, RecordKind.Work, Closed);
    }

    private KindPreferences Kinds => KindPreferences.Of(Chosen!);

    private bool WithProfile => Registry.Value.Scopes.Split(' ').Contains("/person/update");

    /// <summary>The on/off kinds: name in the texts, whether it is on, and what it would be with the other choice.</summary>
    private IEnumerable<(string Name, bool On, KindPreferences Other)> Switches() =>
    [
        ("Fundings", Kinds.Fundings, Kinds with { Fundings = !Kinds.Fundings }),
        ("Affiliations", Kinds.Affiliations, Kinds with { Affiliations = !Kinds.Affiliations }),
        .. WithProfile ?
        [
            ("OtherNames", Kinds.OtherNames, Kinds with { OtherNames = !Kinds.OtherNames }),
            ("Keywords", Kinds.Keywords, Kinds with { Keywords = !Kinds.Keywords }),
            ("Countries", Kinds.Countries, Kinds with { Countries = !Kinds.Countries }),
            ("Websites", Kinds.Websites, Kinds with { Websites = !Kinds.Websites }),
            ("PersonIdentifiers", Kinds.PersonIdentifiers, Kinds with { PersonIdentifiers = !Kinds.PersonIdentifiers }),
        ] : Array.Empty<(string, bool, KindPreferences)>(),
    ];

    private async Task SaveAsync(SendMode mode, KindPreferences kinds)
    {
        var (modeBefore, kindsBefore) = (Chosen!.Mode, Kinds);
        if (_busy || (mode, kinds) == (modeBefore, kindsBefore) || !await StoreAsync(mode, kinds)) return;
        Snackbar.AddWithUndo(Texts["Preferences.Saved"], Texts["Undo"], () => InvokeAsync(async () =>
        {
            await StoreAsync(modeBefore, kindsBefore);
            StateHasChanged();
        }));
    }

    private async Task<bool> StoreAsync(SendMode mode, KindPreferences kinds)
    {
        if (await ActAsync() is not { Person: { } person } me) return false;
        _busy = true;
        await Preferences.SaveAsync(person.Id, mode, kinds, me.Actor, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, CancellationToken.None);
        _busy = false;
        await LookAsync();
        return true;
    }
}
