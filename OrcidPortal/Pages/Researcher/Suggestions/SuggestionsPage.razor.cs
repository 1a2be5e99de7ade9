using Microsoft.AspNetCore.Components;
using MudBlazor;
using OrcidPortal.Connect;
using OrcidPortal.Curation;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Matching;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Pull;
using OrcidPortal.Records;
using ConnectionInfo = OrcidPortal.Connect.ConnectionInfo;

namespace OrcidPortal.Pages.Researcher.Suggestions;

/// <summary>What stands in the person's ORCID record and not, or not in the same way, here: they decide.</summary>
public sealed partial class SuggestionsPage
{
    /// <summary>A reading that has not come back by then is not waited for any more.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Dictionary<SuggestionGroup, Rows<SuggestionRow>> _rows = [];
    private IReadOnlyDictionary<SuggestionGroup, SuggestionCount> _counts = new Dictionary<SuggestionGroup, SuggestionCount>();
    private (string Words, Func<Task>? Undo)? _done;
    private DateTimeOffset? _readingSince;
    private ProfileView _profile = ProfileView.Nothing;
    private bool _withDismissed;
    private bool _busy;

    private ConnectionInfo? Connection { get; set; }

    [Inject] private SuggestionList List { get; set; } = default!;
    [Inject] private SuggestionAnswers Answers { get; set; } = default!;
    [Inject] private Claims Claims { get; set; } = default!;
    [Inject] private Profiles Profiles { get; set; } = default!;
    [Inject] private ConnectionList Connections { get; set; } = default!;
    [Inject] private RecordEditing Editing { get; set; } = default!;
    [Inject] private PullJob Pull { get; set; } = default!;
    [Inject] private IDialogService Dialogs { get; set; } = default!;
    [Inject] private TimeProvider Time { get; set; } = default!;

    private bool IsRejected => Connection is { State: ConnectionState.TokenRejected };

    /// <summary>Whether the record is read: with the person's permission, or what is public of it where ORCID no longer takes that.</summary>
    private bool IsRead => Connection is { State: ConnectionState.Connected } or { State: ConnectionState.TokenRejected, Orcid: not null };
    private bool IsReading => _readingSince is { } since && Connection?.LastReadAt < since && Time.GetUtcNow() - since < Patience;
    private int Open => _counts.Where(c => c.Key != SuggestionGroup.Dismissed).Sum(c => c.Value.All) + _profile.Differences.Count;
    private IEnumerable<SuggestionGroup> Groups => Enum.GetValues<SuggestionGroup>().Where(g => g != SuggestionGroup.Dismissed || _withDismissed);

    protected override async Task LoadAsync()
    {
        if (Person is null) return;
        Connection = await Connections.OfAsync(Person.Id, Closed);
        _counts = await List.CountAsync(Person.Id, Closed);
        _profile = await Profiles.LoadAsync(Person.Id, Closed);
        foreach (var group in Groups.ToList()) await FillAsync(group);
    }

    private async Task FillAsync(SuggestionGroup group)
    {
        if (Count(group) == 0) _rows.Remove(group);
        else await RowsOf(group).ReadAsync(RowsOf(group).Shown.Count);
    }

    private Task MoreAsync(SuggestionGroup group) => RowsOf(group).ReadMoreAsync();

    private async Task ReadNowAsync()
    {
        if (await ActAsync() is not { Person: { } person }) return;
        _readingSince = Time.GetUtcNow();
        Pull.StartNow(person.Id);
    }

    private async Task ClaimAsync(SuggestionRow row)
    {
        if (!row.IsPublic && !await Dialogs.ConfirmAsync(Texts["Limited.Confirm.Title"], Texts["Limited.Confirm.Words", TitleOf(row)], Texts["Limited.Confirm.Verb"])) return;
        await DoAsync(async (person, actor) => (ClaimedWords(await Claims.ClaimAsync(person.Id, [row.Id], actor, Closed)), null));
    }

    private Task ClaimAllAsync(SuggestionGroup group) => DoAsync(async (person, actor) => (ClaimedWords(await Claims.ClaimAllAsync(person.Id, group, actor, Closed)), null));

    private Task DismissAsync(SuggestionRow row) => DoAsync(async (person, actor) =>
        await Answers.DismissAsync(person.Id, row.Id, actor, Closed) ? (Texts["Dismissed", TitleOf(row)], () => ReopenAsync(row)) : (Texts["Claimed.None"], null));

    private Task ReopenAsync(SuggestionRow row) => DoAsync(async (person, actor) =>
    {
        await Answers.ReopenAsync(person.Id, row.Id, actor, Closed);
        return null;
    });

    private Task SameAsync(SuggestionRow row, SuggestedRecord record) => DoAsync(async (person, actor) =>
    {
        if (!await Answers.SameAsync(person.Id, row.Id, record.Id, actor, Closed)) return (Texts["Claimed.None"], null);
        // What ORCID says more about it is asked in a moment.
        Pull.StartNow(person.Id);
        return (Texts["Linked", TitleOf(row)], null);
    });

    private Task DifferentAsync(SuggestionRow row) => DoAsync(async (person, actor) =>
    {
        await Answers.DifferentAsync(person.Id, row.Id, actor, Closed);
        return null;
    });

    /// <summary>Takes what is ticked as corrections of the person, or proposes it where they may not decide alone; the rest stays as it is.</summary>
    private async Task TakeAsync(SuggestionRow row, IReadOnlyCollection<FieldDifference> taken)
    {
        if (_busy || row.Record is not { } record || await ActAsync() is not { Person: { } person } me) return;
        _busy = true;
        string words = Texts["Diff.Kept"];
        if (taken.Count > 0)
        {
            if (await Editing.LoadAsync(record.Id, me, Closed) is not { } now) words = Texts["Diff.Conflict"];
            else
            {
                var requests = taken.Select(d => d.ToCorrection()).ToList();
                var result = await Editing.SaveAsync(record.Id, requests, now.Detail.Record.Version, Texts["Diff.Theirs", row.SourceName], null, me, Closed);
                words = result switch
                {
                    EditResult.Saved { Proposed: > 0 } => Texts["Diff.Proposed"],
                    EditResult.Saved => Texts["Diff.Saved"],
                    EditResult.Invalid invalid => invalid.Sentence,
                    _ => Texts["Diff.Conflict"],
                };
                if (result is not EditResult.Saved)
                {
                    (_done, _busy) = ((words, null), false);
                    return;
                }
            }
        }
        await Answers.SettleAsync(person.Id, row.Id, row.Differences, me.Actor, Closed);
        (_done, _busy) = ((words, null), false);
        await LookAsync();
    }

    private Task TakeProfileAsync(ProfileDifference difference) => DoAsync(async (person, actor) =>
        await Profiles.TakeAsync(person.Id, difference, actor, Closed) ? (Texts[$"Profile.{difference.Part}.Done"], () => GiveBackAsync(difference.Part)) : (Texts["Profile.Changed"], null));

    private Task KeepProfileAsync(ProfileDifference difference) => DoAsync(async (person, actor) =>
        (await Profiles.KeepAsync(person.Id, difference, actor, Closed) ? Texts["Diff.Kept"] : Texts["Profile.Changed"], null));

    private Task GiveBackAsync(ProfilePart part) => DoAsync(async (person, actor) =>
        await Profiles.GiveBackAsync(person.Id, part, actor, Closed) ? (Texts[$"Profile.{part}.GivenBack"], null) : null);

    private async Task ShowDismissedAsync()
    {
        _withDismissed = !_withDismissed;
        if (_withDismissed) await FillAsync(SuggestionGroup.Dismissed);
    }

    private async Task DoAsync(Func<Person, Data.Actor, Task<(string Words, Func<Task>? Undo)?>> act)
    {
        if (_busy || await ActAsync() is not { Person: { } person } me) return;
        _busy = true;
        _done = await act(person, me.Actor);
        _busy = false;
        await LookAsync();
    }

    private string ClaimedWords(int count) => count switch { 0 => Texts["Claimed.None"], 1 => Texts["Claimed.One"], _ => Texts["Claimed", count] };

    private string TitleOf(SuggestionRow row) => row.Title.Length > 0 ? row.Title : Texts["NoTitle"];

    private Rows<SuggestionRow> RowsOf(SuggestionGroup group) => _rows.TryGetValue(group, out var rows) ? rows : _rows[group] = new Rows<SuggestionRow>(cursor => List.LoadAsync(Person!.Id, group, cursor, Closed));

    private int Count(SuggestionGroup group) => _counts.GetValueOrDefault(group)?.All ?? 0;

    /// <summary>How many can be taken over with one word.</summary>
    private int AtOnce(SuggestionGroup group) => IsClaimable(group) ? _counts.GetValueOrDefault(group)?.Public ?? 0 : 0;

    private static bool IsClaimable(SuggestionGroup group) => group is SuggestionGroup.Works or SuggestionGroup.Fundings or SuggestionGroup.Positions or SuggestionGroup.Profile;

    private static string IdOf(SuggestionGroup group) => $"group-{group}".ToLowerInvariant();
}
