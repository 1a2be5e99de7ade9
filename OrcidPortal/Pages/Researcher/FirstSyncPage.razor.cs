using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using MudBlazor;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Layout;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Push;
using ConnectionInfo = OrcidPortal.Connect.ConnectionInfo;

namespace OrcidPortal.Pages.Researcher;

/// <summary>The one page that must be confirmed before anything is sent: what ORCID lacks, what it has, what it would refuse.</summary>
public sealed partial class FirstSyncPage
{
    /// <summary>ORCID takes new works a hundred at a time and puts one notice into the inbox for each hundred.</summary>
    private const int WorksPerNotice = 100;

    private readonly HashSet<Guid> _ticked = [];
    private readonly HashSet<Guid> _known = [];
    private bool _addOurs;
    private bool _busy;
    private bool _readingAgain;

    private FirstSyncView? View { get; set; }
    private ConnectionInfo? Connection { get; set; }

    [CascadingParameter] private Reader? Reader { get; set; }

    [Inject] private FirstSync FirstSync { get; set; } = default!;
    [Inject] private ConnectionList Connections { get; set; } = default!;
    [Inject] private ReadJob Reading { get; set; } = default!;
    [Inject] private PushJob Push { get; set; } = default!;
    [Inject] private Times Times { get; set; } = default!;
    [Inject] private TimeProvider Time { get; set; } = default!;
    [Inject] private ISnackbar Snackbar { get; set; } = default!;
    [Inject] private IOptions<InstitutionOptions> Institution { get; set; } = default!;

    private bool Nothing => View is { NotThereYet.Count: 0, AlreadyThere.Count: 0, LooksTheSame.Count: 0, FromUs.Count: 0, NeedsFixing.Count: 0 };
    private int Sends => _ticked.Count + (_addOurs ? View!.AlreadyThere.Count : 0);
    private int Notices => (Sends + WorksPerNotice - 1) / WorksPerNotice;

    private string Consequence => Sends switch
    {
        0 => Texts["FirstSync.Consequence.None"],
        _ when Notices == 1 => Texts["FirstSync.Consequence.One", Sends],
        _ => Texts["FirstSync.Consequence", Sends, Notices],
    };

    protected override async Task LoadAsync()
    {
        if (Person is null) return;
        Connection = await Connections.OfAsync(Person.Id, Closed);
        View = await FirstSync.LoadAsync(Person.Id, Closed);
        _readingAgain = false;
        if (View is { Reading: false, ReadFailure: null }) Preselect(View);
    }

    // The page may load again while somebody ticks: only works that are new to it are preselected, and what is gone is forgotten.
    private void Preselect(FirstSyncView view)
    {
        foreach (var row in view.NotThereYet)
            if (_known.Add(row.ItemId)) _ticked.Add(row.ItemId);
        _ticked.IntersectWith(view.NotThereYet.Concat(view.LooksTheSame).Select(r => r.ItemId));
    }

    private void Count() => StateHasChanged();

    private async Task ReadAgainAsync()
    {
        if (await ActAsync() is not { Person: { } person }) return;
        _readingAgain = true;
        Reading.StartNow(person.Id);
    }

    private async Task ConfirmAsync()
    {
        if (_busy || await ActAsync() is not { Person: { } person } me) return;
        _busy = true;
        HashSet<Guid> send = [.. _ticked];
        if (_addOurs) send.UnionWith(View!.AlreadyThere.Select(r => r.ItemId));
        var count = await FirstSync.ConfirmAsync(person.Id, send, _addOurs, me.Actor, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, Closed);
        Push.StartNow(person.Id);
        Snackbar.Add(Texts[count switch { 0 => "FirstSync.Confirmed.None", 1 => "FirstSync.Confirmed.One", _ => "FirstSync.Confirmed" }, count], Severity.Normal);
        Navigation.NavigateTo("works");
    }

    private string DayOf(DateTimeOffset at) => Times.Day(at, Time.GetUtcNow(), Reader?.Zone ?? TimeZoneInfo.Utc);
}
