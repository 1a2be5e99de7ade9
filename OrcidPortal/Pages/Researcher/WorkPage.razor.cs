using Microsoft.AspNetCore.Components;
using OrcidPortal.Curation;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Push;
using OrcidPortal.Records;

namespace OrcidPortal.Pages.Researcher;

/// <summary>One work of the person: where it stands, what is wrong with it, what it says, what happened to it.</summary>
public sealed partial class WorkPage
{
    private bool _busy;
    private Guid _loadedFor;

    private SyncItemRow? Row { get; set; }
    private EditorView? View { get; set; }
    private CopyAtOrcid? Copy { get; set; }
    private IReadOnlyList<QuestionRow> Questions { get; set; } = [];
    private IReadOnlyList<ProposalRow> Answers { get; set; } = [];
    private List<HistoryEntry> Entries { get; set; } = [];
    private string? NextEntries { get; set; }

    [Inject] private SyncItemList Items { get; set; } = default!;
    [Inject] private RecordList Records { get; set; } = default!;
    [Inject] private RecordEditing Editing { get; set; } = default!;
    [Inject] private QuestionList Asked { get; set; } = default!;
    [Inject] private ProposalList Proposals { get; set; } = default!;
    [Inject] private HistoryList History { get; set; } = default!;
    [Inject] private WorkDecisions Decisions { get; set; } = default!;

    [Parameter] public Guid RecordId { get; set; }

    private string EditorAddress => $"records/{RecordId}";

    protected override async Task OnParametersSetAsync()
    {
        if (Loaded && _loadedFor != RecordId) await LookAsync();
    }

    protected override async Task LoadAsync()
    {
        _loadedFor = RecordId;
        (Row, View) = (null, null);
        if (Person is null) return;
        if (await Records.MergedIntoAsync(RecordId, Closed) is { } into)
        {
            Navigation.NavigateTo($"works/{into}", replace: true);
            return;
        }
        if (await Items.FindAsync(Person.Id, RecordId, Closed) is not { } row) return;
        var view = await Editing.LoadAsync(RecordId, Me!, Closed);
        var history = await History.ForRecordAsync(RecordId, Person.Id, null, Closed);
        var answers = await Proposals.AnsweredAsync(Person.Id, RecordId, Closed);
        // A curator who is an author reads everybody's proposals in the editor; here it is about one's own.
        if (view is not null) view = view with { Proposals = [.. view.Proposals.Where(p => p.Proposal.PersonId == Person.Id)] };
        Questions = await Asked.OfPersonAsync(Person.Id, RecordId, Closed);
        Copy = row.Item.PutCode is null ? null : await Items.CopyAsync(Person.Id, RecordId, Closed);
        (Row, View, Answers, Entries, NextEntries) = (row, view, answers, [.. history.Items], history.Next);
    }

    private async Task LoadMoreAsync()
    {
        var more = await History.ForRecordAsync(RecordId, Person!.Id, NextEntries, Closed);
        Entries.AddRange(more.Items);
        NextEntries = more.Next;
    }

    private async Task ActOnAsync(WorkAction action)
    {
        if (_busy || await ActAsync() is not { Person: not null } me) return;
        _busy = true;
        await Decisions.DoAsync(me, Row!, action, () => InvokeAsync(RefreshAsync), Closed);
        _busy = false;
        await LookAsync();
    }

    private async Task RefreshAsync()
    {
        await LookAsync();
        StateHasChanged();
    }
}
