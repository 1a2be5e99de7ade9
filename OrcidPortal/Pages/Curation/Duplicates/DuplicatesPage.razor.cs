using Microsoft.AspNetCore.Components;
using MudBlazor;
using OrcidPortal.Curation.Duplicates;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Push;
using OrcidPortal.Security;

namespace OrcidPortal.Pages.Curation.Duplicates;

/// <summary>Pairs of records that may be the same: a curator says whether they are.</summary>
public sealed partial class DuplicatesPage
{
    private readonly Rows<DuplicateRow> _rows;
    private readonly Dictionary<Guid, Guid> _keep = [];
    private PairCard?[] _cards = [];
    private DuplicateFilter? _filter;
    private Person? _person;
    private int _at = -1;
    private bool _busy;

    public DuplicatesPage() => _rows = new Rows<DuplicateRow>(cursor => Pairs.ListAsync(_filter!, cursor, Closed));

    [Inject] private DuplicateList Pairs { get; set; } = default!;
    [Inject] private MergePreviews Previews { get; set; } = default!;
    [Inject] private DuplicateMerging Merging { get; set; } = default!;
    [Inject] private People People { get; set; } = default!;
    [Inject] private PushJob Push { get; set; } = default!;
    [Inject] private IDialogService Dialogs { get; set; } = default!;
    [Inject] private ISnackbar Snackbar { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "q")] private string? Text { get; set; }
    [SupplyParameterFromQuery(Name = "reason")] private string? Reason { get; set; }
    [SupplyParameterFromQuery(Name = "person")] private string? PersonId { get; set; }

    private IEnumerable<(string, string)> Reasons => Enum.GetValues<DuplicateReason>().Select(r => (r.ToString(), Texts[$"Reason.{r}"].Value));

    private bool Filtered => !string.IsNullOrEmpty(Text + Reason + PersonId);

    protected override async Task LoadAsync()
    {
        Watch(Topics.Curation);
        if (_person?.LocalId != PersonId) _person = PersonId is null ? null : await People.FindAsync(PersonId, Closed);
        var unknownPerson = PersonId is not null && _person is null;
        var filter = new DuplicateFilter(Enum.TryParse<DuplicateReason>(Reason, out var reason) && Enum.IsDefined(reason) ? reason : null, unknownPerson ? Guid.Empty : _person?.Id, Text, Me!.Departments);
        var same = filter == _filter;
        _filter = filter;
        await _rows.ReadAsync(same ? _rows.Shown.Count : 0);
        Resize();
    }

    private async Task MoreAsync()
    {
        await _rows.ReadMoreAsync();
        Resize();
    }

    private void Resize()
    {
        if (_cards.Length < _rows.Shown.Count) Array.Resize(ref _cards, _rows.Shown.Count);
        _at = Math.Min(_at, _rows.Shown.Count - 1);
    }

    private Guid KeepOf(DuplicateRow row) => _keep.GetValueOrDefault(row.Id, row.KeepId);

    private async Task SameAsync(DuplicateRow row)
    {
        if (_busy) return;
        _busy = true;
        try
        {
            var keep = KeepOf(row);
            if (await Previews.PreviewAsync(row.Id, keep, Closed) is not { } effect) Tell(new MergeResult.NotFound());
            else
            {
                var (stays, goes) = keep == row.First.RecordId ? ("Side.A", "Side.B") : ("Side.B", "Side.A");
                if (!await Dialogs.ConfirmAsync(Texts["Same.Title", Texts[stays]], Consequence(effect, Texts[goes], Texts[stays]), Texts["Same.Verb", Texts[stays]], Texts["Same.Back"])) return;
                if (await ActAsync(Roles.Curator) is not { } me) return;
                Tell(await Merging.MergeAsync(row.Id, keep, row.Side(keep).Version, row.Other(keep).Version, me.Actor, Closed, me.Departments));
                Push.StartNow(null);
            }
        }
        finally
        {
            _busy = false;
        }
        await LookAsync();
    }

    private async Task DifferentAsync(DuplicateRow row)
    {
        if (_busy) return;
        _busy = true;
        try
        {
            if (!await Dialogs.ConfirmAsync(Texts["Different.Title"], Texts["Different.Words"], Texts["Different.Verb"], Texts["Same.Back"])) return;
            if (await ActAsync(Roles.Curator) is not { } me) return;
            Tell(await Merging.DifferentAsync(row.Id, me.Actor, Closed, me.Departments));
        }
        finally
        {
            _busy = false;
        }
        await LookAsync();
    }

    private string Consequence(MergeEffect effect, string goes, string stays)
    {
        var words = new List<string> { Texts["Same.Words", goes, stays] };
        words.Add((effect.Removals, effect.Updates) switch
        {
            (0, 0) => Texts["Same.Nothing"],
            (var removals, 0) => Texts.Count("Same.Removals", removals) + ".",
            (0, var updates) => Texts.Count("Same.OnlyUpdates", updates) + ".",
            var (removals, updates) => Texts["Same.And", Texts.Count("Same.Removals", removals), Texts.Count("Same.Updates", updates)],
        });
        if (effect.Notices > 0) words.Add(Texts.Count("Same.Notices", effect.Notices));
        if (effect.LeftAlone > 0) words.Add(Texts.Count("Same.LeftAlone", effect.LeftAlone));
        if (effect.People > 0) words.Add(Texts.Count("Same.Told", effect.People));
        return string.Join(" ", [.. words, Texts["Same.Final"]]);
    }

    private void Tell(MergeResult result) => Snackbar.Add(result switch
    {
        MergeResult.Done { KeptId: null } => Texts["Done.Different"],
        MergeResult.Done => Texts["Done.Same"],
        MergeResult.Changed => Texts["Failed.Changed"],
        MergeResult.Busy => Texts["Failed.Busy"],
        MergeResult.Decided decided => Texts[decided.Merged ? "Failed.Decided.Same" : "Failed.Decided.Different", decided.By],
        _ => Texts["Failed.Gone"],
    }, Severity.Normal);

    private async Task KeyAsync(string key)
    {
        if (_rows.Shown.Count == 0) return;
        if (key is "j" or "k")
        {
            _at = Math.Clamp(_at + (key == "j" ? 1 : -1), 0, _rows.Shown.Count - 1);
            if (_cards[_at] is { } card) await card.FocusAsync();
        }
        else if (_at >= 0) await (key == "s" ? SameAsync(_rows.Shown[_at]) : DifferentAsync(_rows.Shown[_at]));
    }
}
