using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using OrcidPortal.Connect;
using OrcidPortal.Curation.Duplicates;
using OrcidPortal.Curation;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Pages.Texts;
using OrcidPortal.Pull;
using OrcidPortal.Push;
using ConnectionInfo = OrcidPortal.Connect.ConnectionInfo;

namespace OrcidPortal.Pages.Researcher;

/// <summary>The start page of every role: it answers "does anything need me?" first.</summary>
public sealed partial class HomePage
{
    private ConnectionInfo? Connection { get; set; }
    private IReadOnlyList<MergeNotice> Merged { get; set; } = [];
    private IReadOnlyDictionary<SyncState, int> Counts { get; set; } = new Dictionary<SyncState, int>();

    private IReadOnlyList<QuestionRow> Questions { get; set; } = [];
    private IReadOnlyList<ProposalRow> Answers { get; set; } = [];

    private int Suggestions { get; set; }

    [Inject] private SuggestionList Suggested { get; set; } = default!;
    [Inject] private Profiles Profiles { get; set; } = default!;
    [Inject] private QuestionList Asked { get; set; } = default!;
    [Inject] private ProposalList Proposals { get; set; } = default!;
    [Inject] private ConnectionList Connections { get; set; } = default!;
    [Inject] private SyncItemList Items { get; set; } = default!;
    [Inject] private MergeNoticeList Notices { get; set; } = default!;
    [Inject] private PushJob Pushing { get; set; } = default!;
    [Inject] private OrcidLink Link { get; set; } = default!;
    [Inject] private IDialogService Dialogs { get; set; } = default!;
    [Inject] private ISnackbar Snackbar { get; set; } = default!;

    private string Words => Texts[Person is not null ? "Home.Words.Researcher" : Me!.Is(Security.Roles.Curator) ? "Home.Words.Staff" : "Home.Words.Nobody"];

    protected override async Task LoadAsync()
    {
        if (Person is null) return;
        Connection = await Connections.OfAsync(Person.Id, Closed);
        Merged = await Notices.OfAsync(Person.Id, Closed);
        Questions = await Asked.OfPersonAsync(Person.Id, null, Closed);
        Answers = await Proposals.AnsweredAsync(Person.Id, null, Closed);
        Counts = await Items.CountAsync(Person.Id, Closed);
        Suggestions = (await Suggested.CountAsync(Person.Id, Closed)).Where(c => c.Key != SuggestionGroup.Dismissed).Sum(c => c.Value.All) + (await Profiles.LoadAsync(Person.Id, Closed)).Differences.Count;
    }

    // The roles change with the person: the whole page is asked for anew, so that menu and sign-in agree.
    private void AnsweredAsync() => Navigation.NavigateTo("", forceLoad: true);

    private async Task PutAwayAsync(Guid noticeId)
    {
        if (await ActAsync() is not { Person: { } person } me) return;
        await Notices.PutAwayAsync(noticeId, person.Id, me.Actor, Closed);
        await LookAsync();
    }

    private async Task DisconnectAsync()
    {
        if (Person is null) return;
        var works = await Items.AtOrcidAsync(Person.Id, null, Closed);
        var removable = works.There > 0 && Connection is { State: ConnectionState.Connected };
        bool? remove = removable
            ? await DisconnectDialog.AskAsync(Dialogs, Texts["Disconnect.Title"], works.There)
            : await Dialogs.ConfirmAsync(Texts["Disconnect.Title"], Texts["Disconnect.Words", works.There], Texts["Disconnect.Verb"], Texts["Disconnect.Keep"]) ? false : null;
        if (remove is null || await ActAsync() is not { Person: { } person } me) return;
        var result = remove.Value ? await Link.RemoveAndDisconnectAsync(person.Id, me.Actor, Closed) : await Link.DisconnectAsync(person.Id, me.Actor, Closed);
        if (result is DisconnectResult.Removing) Pushing.StartNow(person.Id);
        Snackbar.Add(Texts[result switch { DisconnectResult.Removing => "Disconnect.Removing", DisconnectResult.Done { RevokedAtOrcid: false } => "Disconnect.DoneLater", _ => "Disconnect.Done" }], Severity.Normal);
        await LookAsync();
    }
}
