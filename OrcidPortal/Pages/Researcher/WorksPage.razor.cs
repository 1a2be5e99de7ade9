using Microsoft.AspNetCore.Components;
using MudBlazor;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Push;

namespace OrcidPortal.Pages.Researcher;

/// <summary>One's works and how far each is, filtered by what stands in the address.</summary>
public sealed partial class WorksPage
{
    private bool _busy;
    private (string? State, string? Text, string? Kind) _loadedFor;

    private IReadOnlyDictionary<SyncState, int> Counts { get; set; } = new Dictionary<SyncState, int>();
    private AtOrcid AtOrcid { get; set; } = new(0, 0);
    private IReadOnlyList<RecordKind> Kinds { get; set; } = [];
    private List<SyncItemRow> Rows { get; set; } = [];
    private string? Next { get; set; }

    [Inject] private SyncItemList Items { get; set; } = default!;
    [Inject] private WorkDecisions Decisions { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "state")] public string? State { get; set; }
    [SupplyParameterFromQuery(Name = "kind")] public string? Kind { get; set; }
    [SupplyParameterFromQuery(Name = "q")] public string? Text { get; set; }

    private SyncState? Chosen => Enum.TryParse<SyncState>(State, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null;
    private RecordKind? ChosenKind => Enum.TryParse<RecordKind>(Kind, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null;
    private int Total => Counts.Values.Sum();
    private bool CanSendNow => Counts.GetValueOrDefault(SyncState.Ready) + Counts.GetValueOrDefault(SyncState.Retrying) > 0;

    private string Progress => Counts.GetValueOrDefault(SyncState.Sending) is > 0 and var sending
        ? Texts[sending == 1 ? "Works.Sending.One" : "Works.Sending", sending]
        : Texts["Works.InSync", AtOrcid.There, Total];

    protected override async Task OnParametersSetAsync()
    {
        if (!Loaded || _loadedFor == (State, Text, Kind)) return;
        await LookAsync();
    }

    // What was loaded by "show more" stays: a change elsewhere must not shorten the list under somebody's eyes.
    protected override async Task LoadAsync()
    {
        if (Person is null) return;
        var filter = new SyncItemFilter(Person.Id, Chosen, Text: Text, Kind: ChosenKind);
        var keep = _loadedFor == (State, Text, Kind) ? Rows.Count : 0;
        _loadedFor = (State, Text, Kind);
        Counts = await Items.CountAsync(Person.Id, Closed);
        AtOrcid = await Items.AtOrcidAsync(Person.Id, null, Closed);
        Kinds = await Items.KindsAsync(Person.Id, Closed);
        List<SyncItemRow> rows = [];
        string? next = null;
        do
        {
            var page = await Items.ListAsync(filter, next, Closed);
            rows.AddRange(page.Items);
            next = page.Next;
        }
        while (next is not null && rows.Count < keep);
        (Rows, Next) = (rows, next);
    }

    private async Task LoadMoreAsync()
    {
        var page = await Items.ListAsync(new SyncItemFilter(Person!.Id, Chosen, Text: Text, Kind: ChosenKind), Next, Closed);
        Rows.AddRange(page.Items);
        Next = page.Next;
    }

    private string Address(SyncState? state) => Navigation.GetUriWithQueryParameter("state", state?.ToString());

    private Task SendNowAsync() => RunAsync(me => Decisions.SendNowAsync(me, null, Closed));

    private Task ActOnAsync((SyncItemRow Row, WorkAction Action) choice) =>
        RunAsync(me => Decisions.DoAsync(me, choice.Row, choice.Action, () => InvokeAsync(RefreshAsync), Closed));

    private async Task RunAsync(Func<Security.SignedIn, Task> act)
    {
        if (_busy || await ActAsync() is not { Person: not null } me) return;
        _busy = true;
        await act(me);
        _busy = false;
        await LookAsync();
    }

    private async Task RefreshAsync()
    {
        await LookAsync();
        StateHasChanged();
    }
}
