using OrcidPortal.Records.Organizations;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;
using OrcidPortal.Curation;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Live;
using OrcidPortal.Mapping;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Security;

namespace OrcidPortal.Pages.Curation;

/// <summary>The editor of a record of any kind: for curators, and for researchers where the curation room lets them.</summary>
public sealed partial class RecordEditor
{
    private const int MostWatched = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private readonly Rows<HistoryEntry> _history;
    private EditorView? _view;
    private WorkDraft? _draft;
    private RecordFields? _fromSources;
    private MappedRecord? _check;
    private ILookup<string, Problem> _problems = Array.Empty<Problem>().ToLookup(p => p.Field);
    private IReadOnlyList<SyncItemRow> _items = [];
    private RecordHands? _hands;
    private IReadOnlyList<FieldChange> _conflict = [];
    private EditResult.Invalid? _invalid;
    private string? _reason;
    private OrganizationRow? _chosen;
    private bool _saved;
    private bool _saving;
    private int _proposed;
    private bool _notOpen;
    private Guid? _laidIn;
    private Guid? _asked;
    private OrganizationMatch? _organization;
    private ITimer? _typing;
    private int _typed;

    public RecordEditor() => _history = new Rows<HistoryEntry>(cursor => Ledger.ForRecordAsync(Id, null, cursor, Closed));

    [Parameter] public Guid Id { get; set; }

    /// <summary>A proposal to be typed into the fields.</summary>
    [SupplyParameterFromQuery(Name = "proposal")] private Guid? ProposalId { get; set; }

    [Inject] private RecordEditing Editing { get; set; } = default!;
    [Inject] private RecordList Records { get; set; } = default!;
    [Inject] private RecordHandsReading Hands { get; set; } = default!;
    [Inject] private SyncItemList Items { get; set; } = default!;
    [Inject] private HistoryList Ledger { get; set; } = default!;
    [Inject] private PushJob Push { get; set; } = default!;
    [Inject] private TimeProvider Time { get; set; } = default!;
    [Inject] private IDialogService Dialogs { get; set; } = default!;

    private bool IsCurator => _view?.Curates == true;

    private bool Dirty => _draft?.Changes > 0;

    /// <summary>How many of the changes would be proposed.</summary>
    private int Proposing => _draft!.ChangesIn(_view!.Proposed);

    private string SaveVerb => (Proposing, _draft!.Changes - Proposing) switch
    {
        (0, var saved) => Texts.Count("Save.Verb", saved),
        (var proposed, 0) => HandTexts.Count("Save.Propose", proposed),
        var (proposed, saved) => HandTexts["Save.Both", saved, proposed],
    };

    private string ProposeWords => Proposing == _draft!.Changes ? HandTexts["Save.Propose.Words"]
        : HandTexts["Save.Both.Words", string.Join(", ", _view!.Proposed.Where(p => _draft.ChangesIn(new HashSet<string> { p }) > 0).Select(p => Texts.For(_view.Detail.Record.Kind, $"Field.{p}").Value))];

    private bool MayUndo(string path) => !_view!.Proposed.Contains(path);

    protected override async Task LoadAsync()
    {
        if (await Records.MergedIntoAsync(Id, Closed) is { } into)
        {
            _draft = null;
            Navigation.NavigateTo($"records/{into}", replace: true);
            return;
        }
        var view = await Editing.LoadAsync(Id, Me!, Closed);
        if (view is not null && _view?.Detail.Record.Id != Id) (_draft, _conflict, _saved, _invalid, _proposed, _notOpen, _laidIn, _asked) = (null, [], false, null, 0, false, null, null);
        if (view is null)
        {
            _view = null;
            return;
        }
        Watch(Topics.Curation);
        foreach (var person in view.Detail.People.Take(MostWatched)) Watch(Topics.Person(person.Id));
        Show(view);
        if (ProposalId is { } asked && _asked != asked && view.Proposals.FirstOrDefault(p => p.Proposal.Id == asked) is { } row) LayIn(row);
        _items = IsCurator
            ? (await Items.ListAsync(new SyncItemFilter(RecordId: Id), null, Closed)).Items
            : Me!.Person is { } person2 && await Items.FindAsync(person2.Id, Id, Closed) is { } own ? [own] : [];
        if (IsCurator) _hands = await Hands.LoadAsync(Id, Closed);
        if (IsCurator) await _history.ReadAsync(_history.Shown.Count);
    }

    /// <summary>Shows the record as it is now; what was typed stays, and what somebody else changed under it is listed.</summary>
    private void Show(EditorView view)
    {
        if (_draft is null) _draft = new WorkDraft(view.Detail.Record.Fields);
        else if (_draft.Seen != view.Detail.Record.Fields)
        {
            if (Dirty) _conflict = FieldChanges.Between(_draft.Seen, view.Detail);
            _draft.Rebase(view.Detail.Record.Fields);
        }
        _view = view;
        _chosen = null;
        _fromSources = view.Detail.FromSources;
        Check();
    }

    /// <summary>Types a proposal over the fields, to be looked at and changed.</summary>
    private void LayIn(ProposalRow row)
    {
        (_laidIn, _asked, _notOpen, _proposed) = (row.Proposal.Id, row.Proposal.Id, false, 0);
        _draft!.Lay(row.Proposal.Changes);
        Check();
    }

    private void Check()
    {
        var (record, fields) = (_view!.Detail.Record, _draft!.Fields());
        _organization = Organization(record.Fields, fields);
        _check = RecordEditing.Check(record.Kind, fields, _view.Context with { Organization = _organization });
        var ofPeople = _view.Detail.Problems.Where(p => p.PersonId is not null).Concat(_view.Refused).Select(p => new Problem(p.Code, p.Severity, p.Field, p.Value, p.Suggestion)).Distinct();
        _problems = _check.Problems.Concat(ofPeople).ToLookup(p => p.Field.Split('/')[0]);
    }

    /// <summary>The organisation that was looked up is the saved one, or the chosen one; another name or number is looked up when it is saved.</summary>
    private OrganizationMatch? Organization(RecordFields saved, RecordFields typed)
    {
        if (_chosen is { Identifiers: var ids } chosen && typed.OrganizationName == chosen.Name && typed.OrganizationId == (ids is [var first, ..] ? first.Value : null))
            return new OrganizationMatch(chosen.Id, chosen.Name, chosen.City, chosen.Region, chosen.Country, ids is [var id, ..] ? id.Source : null, typed.OrganizationId, chosen.Tie);
        return typed.OrganizationName == saved.OrganizationName && typed.OrganizationId == saved.OrganizationId ? _view!.Context.Organization : null;
    }

    /// <summary>An organisation of the directory fills all fields that say which it is.</summary>
    private void Choose(OrganizationRow? chosen)
    {
        _chosen = chosen;
        if (chosen is null) return;
        var id = chosen.Identifiers is [var first, ..] ? first : null;
        foreach (var (path, text) in (IEnumerable<(string, string?)>)
        [
            (FieldPaths.OrganizationName, chosen.Name), (FieldPaths.OrganizationId, id?.Value), (FieldPaths.OrganizationIdSource, id?.Source),
            (FieldPaths.OrganizationCity, chosen.City), (FieldPaths.OrganizationRegion, chosen.Region), (FieldPaths.OrganizationCountry, chosen.Country),
        ]) _draft!.Type(path, text);
        Paused(_typed);
    }

    private IReadOnlyList<Problem> Of(string path) => [.. _problems[path]];

    private IReadOnlyList<Correction> Corrections(string path) => [.. _view!.Detail.Corrections.Where(c => c.RetiredAt is null && c.Field == path)];

    /// <summary>At each key: check again when there is a pause.</summary>
    private void Typed()
    {
        _typing?.Dispose();
        var typed = ++_typed;
        _typing = Time.CreateTimer(_ => _ = InvokeAsync(() => Paused(typed)), null, Pause, Timeout.InfiniteTimeSpan);
    }

    /// <param name="typed">Which typing it is about; one that something came after is no pause.</param>
    private void Paused(int typed)
    {
        if (typed != _typed || _view is null || Closed.IsCancellationRequested) return;
        (_saved, _invalid, _proposed) = (false, null, 0);
        Check();
        StateHasChanged();
    }

    private async Task SaveAsync()
    {
        if (_saving || await ActAsync(null) is not { } user) return;
        _saving = true;
        // The page hears of its own save, too, and may have taken what was typed for saved before the answer comes.
        var typed = _draft!.Changes;
        try
        {
            var result = await Editing.SaveAsync(Id, _draft.Requests(), _view!.Detail.Record.Version, _reason, _laidIn, user, Closed);
            if (result is EditResult.Saved) _reason = null;
            await TakeAsync(result, typed);
        }
        finally
        {
            _saving = false;
        }
    }

    private async Task UndoAsync(Guid correctionId)
    {
        if (await ActAsync(null) is not { } user) return;
        await TakeAsync(await Editing.UndoAsync(Id, correctionId, user, Closed), saves: null);
    }

    /// <param name="saves">How many changes were to be saved; null: none, and what is typed stays.</param>
    private async Task TakeAsync(EditResult result, int? saves)
    {
        // What was typed last is checked below: a check that comes later would take what is said of saving for old.
        _typed++;
        _invalid = result as EditResult.Invalid;
        (_saved, _proposed, _notOpen) = (false, 0, result is EditResult.NotOpen);
        if (result is EditResult.NotOpen notOpen)
        {
            _laidIn = null;
            Show(notOpen.Now);
        }
        else if (result is EditResult.Saved saved)
        {
            _proposed = saved.Proposed;
            _saved = saves is null || saves > saved.Proposed;
            if (saves is not null) _laidIn = null;
            if (saves is not null) _draft = new WorkDraft(saved.Now.Detail.Record.Fields);
            else _draft!.Rebase(saved.Now.Detail.Record.Fields);
            _conflict = [];
            Show(saved.Now);
            Push.StartNow(null);
        }
        else if (result is EditResult.Conflict conflict) Show(conflict.Now);
        await LookAsync();
    }

    private void Discard()
    {
        _draft!.Discard();
        (_chosen, _laidIn, _notOpen) = (null, null, false);
        (_conflict, _invalid) = ([], null);
        Check();
    }

    private async Task LeaveAsync(LocationChangingContext leaving)
    {
        if (!Dirty) return;
        if (!await Dialogs.ConfirmAsync(Texts["Leave.Title"], Texts.Count("Leave.Words", _draft!.Changes), Texts["Leave.Verb"], Texts["Leave.Stay"])) leaving.PreventNavigation();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _typing?.Dispose();
        base.Dispose(disposing);
    }
}
