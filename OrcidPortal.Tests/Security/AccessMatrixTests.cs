using System.Net;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Security;

/// <summary>Everything the portal offers with who may use it, reviewed. What is not in these tables fails: add it with the role you mean.</summary>
public sealed class AccessMatrixTests
{
    private static readonly Dictionary<string, string> Endpoints = new()
    {
        ["ANY /_blazor"] = AccessMatrix.Fallback,
        ["ANY /_blazor/disconnect/"] = AccessMatrix.Fallback,
        ["ANY /_blazor/initializers/"] = AccessMatrix.Fallback,
        ["ANY /_blazor/negotiate"] = AccessMatrix.Fallback,
        ["ANY /hangfire/{**path}"] = Policies.Admin,
        ["ANY /healthz"] = AccessMatrix.Anyone,
        ["ANY /readyz"] = AccessMatrix.Anyone,
        ["ANY /simulator/**"] = AccessMatrix.Anyone,
        ["GET /_framework/opaque-redirect"] = AccessMatrix.Fallback,
        ["GET /api/v1/duplicates"] = Policies.ApiCurator,
        ["POST /api/v1/duplicates/{id:guid}/different"] = Policies.ApiCurator,
        ["POST /api/v1/duplicates/{id:guid}/merge"] = Policies.ApiCurator,
        ["GET /api/v1/history"] = Policies.ApiCurator,
        ["GET /api/v1/imports/{id:guid}"] = Policies.ApiCurator,
        ["GET /api/v1/organizations"] = Policies.ApiCurator,
        ["GET /api/v1/organizations/{id:guid}"] = Policies.ApiCurator,
        ["DELETE /api/v1/people/{localId}/records/{id:guid}"] = Policies.ApiCurator,
        ["POST /api/v1/people/{localId}/records"] = Policies.ApiCurator,
        ["GET /api/v1/people"] = Policies.ApiCurator,
        ["GET /api/v1/people/{localId}"] = Policies.ApiCurator,
        ["GET /api/v1/people/{localId}/history"] = Policies.ApiCurator,
        ["GET /api/v1/records"] = Policies.ApiCurator,
        ["GET /api/v1/records/{id:guid}"] = Policies.ApiCurator,
        ["GET /api/v1/stats"] = Policies.ApiCurator,
        ["GET /api/v1/sync-items"] = Policies.ApiCurator,
        ["GET /connect/orcid/callback"] = Policies.Researcher,
        ["GET /history.csv"] = Policies.Curator,
        ["GET /openapi/{documentName}.json"] = AccessMatrix.Anyone,
        ["GET /signin"] = AccessMatrix.Anyone,
        ["GET /signin/demo"] = AccessMatrix.Anyone,
        ["GET /signin/demo/{account}"] = AccessMatrix.Anyone,
        ["GET /signout"] = AccessMatrix.Anyone,
        ["GET files of packages"] = AccessMatrix.Anyone,
        ["GET own files"] = AccessMatrix.Anyone,
        ["GET,HEAD /{**path:file}"] = AccessMatrix.Fallback,
        ["GET,POST /"] = Policies.SignedIn,
        ["GET,POST /admin"] = Policies.Admin,
        ["GET,POST /admin/failures"] = Policies.Curator,
        ["GET,POST /admin/reconcile"] = Policies.Admin,
        ["GET,POST /admin/reconcile/{Id:guid}"] = Policies.Curator,
        ["GET /reconcile/{id:guid}.csv"] = Policies.Curator,
        ["GET,POST /admin/sending"] = Policies.Admin,
        ["GET,POST /admin/people"] = Policies.Curator,
        ["GET,POST /admin/people/{LocalId}"] = Policies.Curator,
        ["GET,POST /connect/orcid"] = Policies.Researcher,
        ["GET,POST /connect/orcid/result"] = Policies.Researcher,
        ["GET,POST /curation"] = Policies.Curator,
        ["GET,POST /curation/fixes"] = Policies.Curator,
        ["GET,POST /curation/moved-on"] = Policies.Curator,
        ["GET,POST /admin/curators"] = Policies.Admin,
        ["GET,POST /curation/to-repository"] = Policies.Curator,
        ["GET /curation/to-repository.zip"] = Policies.Curator,
        ["GET,POST /curation/to-deposit"] = Policies.Curator,
        ["GET /curation/to-deposit.csv"] = Policies.Curator,
        ["GET /curation/to-deposit.bib"] = Policies.Curator,
        ["GET,POST /curation/fixes/{Id:guid}"] = Policies.Curator,
        ["GET,POST /curation/duplicates"] = Policies.Curator,
        ["GET,POST /curation/handed-over"] = Policies.Curator,
        ["GET,POST /curation/proposals"] = Policies.Curator,
        ["GET,POST /curation/questions"] = Policies.Curator,
        ["GET,POST /error"] = AccessMatrix.Anyone,
        ["GET,POST /error/{Code:int}"] = AccessMatrix.Anyone,
        ["GET,POST /first-sync"] = Policies.Researcher,
        ["GET,POST /history"] = Policies.Curator,
        ["GET,POST /imports"] = Policies.Curator,
        ["GET,POST /imports/{Id:guid}"] = Policies.Curator,
        ["GET,POST /not-found"] = AccessMatrix.Anyone,
        ["GET,POST /vocabularies"] = Policies.Curator,
        ["GET,POST /vocabularies/changes"] = Policies.Curator,
        ["GET,POST /vocabularies/import"] = Policies.Curator,
        ["GET /vocabularies.csv"] = Policies.Curator,
        ["GET /api/v1/vocabularies"] = Policies.ApiCurator,
        ["GET /api/v1/vocabularies/{name}"] = Policies.ApiCurator,
        ["PUT /api/v1/vocabularies/{name}"] = Policies.ApiCurator,
        ["DELETE /api/v1/vocabularies/{name}"] = Policies.ApiCurator,
        ["GET,POST /organizations"] = Policies.Curator,
        ["GET,POST /organizations/new"] = Policies.Curator,
        ["GET,POST /organizations/{Id:guid}"] = Policies.Curator,
        ["GET,POST /organizations/{Id:guid}/merge"] = Policies.Curator,
        ["GET,POST /organizations/changes"] = Policies.Curator,
        ["GET,POST /organizations/import"] = Policies.Curator,
        ["GET /organizations.csv"] = Policies.Curator,
        ["GET,POST /preferences"] = Policies.Researcher,
        ["GET,POST /suggestions"] = Policies.Researcher,
        ["GET,POST /records"] = Policies.Curator,
        ["GET,POST /records/{Id:guid}"] = Policies.SignedIn,
        ["GET,POST /works"] = Policies.Researcher,
        ["GET,POST /works/{RecordId:guid}"] = Policies.Researcher,
        ["POST /api/v1/imports"] = Policies.ApiCurator,
        ["POST /api/v1/records/{id:guid}/corrections"] = Policies.ApiCurator,
        ["POST /api/v1/sync-items/send"] = Policies.ApiCurator,
        ["POST /connect/orcid/start"] = Policies.Researcher,
        ["POST /webhooks/orcid/{secret}"] = AccessMatrix.Anyone,
        ["POST /signout"] = AccessMatrix.Anyone,
        ["PUT /api/v1/organizations"] = Policies.ApiCurator,
        ["PUT /api/v1/organizations/{id:guid}/tie"] = Policies.ApiCurator,
        ["PUT /api/v1/people/{localId}"] = Policies.ApiCurator,
    };

    private static readonly Dictionary<string, string> Pages = new()
    {
        ["AllWorks"] = Policies.Curator,
        ["ComparisonPage"] = Policies.Curator,
        ["ComparisonsPage"] = Policies.Admin,
        ["ConnectPage"] = Policies.Researcher,
        ["ConnectResultPage"] = Policies.Researcher,
        ["DuplicatesPage"] = Policies.Curator,
        ["Failures"] = Policies.Curator,
        ["FirstSyncPage"] = Policies.Researcher,
        ["HistoryPage"] = Policies.Curator,
        ["HomePage"] = Policies.SignedIn,
        ["HttpErrorPage"] = AccessMatrix.Anyone,
        ["BulkFixPage"] = Policies.Curator,
        ["BulkFixesPage"] = Policies.Curator,
        ["ImportRunPage"] = Policies.Curator,
        ["ImportsPage"] = Policies.Curator,
        ["MovedOnPage"] = Policies.Curator,
        ["ToRepositoryPage"] = Policies.Curator,
        ["ToDepositPage"] = Policies.Curator,
        ["CuratorsPage"] = Policies.Admin,
        ["NeedsFixing"] = Policies.Curator,
        ["NotFound"] = AccessMatrix.Anyone,
        ["OrganizationChangesPage"] = Policies.Curator,
        ["OrganizationImportPage"] = Policies.Curator,
        ["OrganizationMergePage"] = Policies.Curator,
        ["OrganizationPage"] = Policies.Curator,
        ["OrganizationsPage"] = Policies.Curator,
        ["SendingPage"] = Policies.Admin,
        ["VocabulariesPage"] = Policies.Curator,
        ["VocabularyChangesPage"] = Policies.Curator,
        ["VocabularyImportPage"] = Policies.Curator,
        ["Overview"] = Policies.Admin,
        ["PeoplePage"] = Policies.Curator,
        ["PersonDetail"] = Policies.Curator,
        ["HandedOverPage"] = Policies.Curator,
        ["ProposalsPage"] = Policies.Curator,
        ["QuestionsPage"] = Policies.Curator,
        ["PreferencesPage"] = Policies.Researcher,
        ["SuggestionsPage"] = Policies.Researcher,
        ["RecordEditor"] = Policies.SignedIn,
        ["WorkPage"] = Policies.Researcher,
        ["WorksPage"] = Policies.Researcher,
    };

    /// <summary>The verbs that are told who acts, and who calls them.</summary>
    private static readonly Dictionary<string, string> Verbs = new()
    {
        ["Agreements.New"] = "makes a row and stores nothing; the verbs of Connect and FirstSync",
        ["BulkFixes.ApplyAsync"] = "Curator: the page of a fix for many",
        ["BulkFixes.DropAsync"] = "Curator: the page of a fix for many",
        ["BulkFixes.StartAsync"] = "Curator: the work list",
        ["BulkFixes.UndoAsync"] = "Curator: the page of a fix for many",
        ["Assignments.AssignAsync"] = "Curator: the verb looks itself; the page of a record",
        ["Claims.ClaimAllAsync"] = "Researcher: own suggestions only, by the WHERE clause",
        ["Claims.ClaimAsync"] = "Researcher: own suggestions only, by the WHERE clause",
        ["Deposits.DeclineAsync"] = "Curator: the verb looks itself; the page of works to deposit",
        ["Deposits.PutBackAsync"] = "Curator: the verb looks itself; the page of works to deposit",
        ["Deposits.TakeAsync"] = "Curator: the verb looks itself; the page of works to deposit",
        ["Deposits.TakeBackAsync"] = "Curator: the verb looks itself; the page of works to deposit",
        ["Exclusions.ExcludeAsync"] = "Curator: the verb looks itself; the page of a record",
        ["Exclusions.IncludeAsync"] = "Curator: the verb looks itself; the page of a record",
        ["Handovers.GiveBackAsync"] = "Curator: the verb looks itself; the pages of what was handed over and of a record",
        ["Handovers.HandOverAsync"] = "Admin: the verb looks itself; the failures page",
        ["Handovers.TryAgainAsync"] = "Curator: only what an admin handed over; the pages of what was handed over and of a record",
        ["Questions.AnswerAsync"] = "Researcher: own questions only, by the WHERE clause",
        ["Questions.AskAsync"] = "Curator: the verb looks itself; the page of a record",
        ["Questions.CloseAsync"] = "Curator: the verb looks itself; the pages of questions and of a record",
        ["Comparisons.CompareAllAsync"] = "Admin: the page of comparisons",
        ["Comparisons.CompareOneAsync"] = "Curator: the page of a person",
        ["Comparisons.ContinueAsync"] = "Admin: the page of a comparison",
        ["Comparisons.RepairAsync"] = "Admin: the page of a comparison",
        ["Comparisons.StopAsync"] = "Admin: the page of a comparison",
        ["ConnectionList.ConfirmNameAsync"] = "Curator: the page of a person",
        ["DuplicateMerging.DifferentAsync"] = "Curator: the page of duplicates; an API key of a curator",
        ["DuplicateMerging.MergeAsync"] = "Curator: the page of duplicates; an API key of a curator",
        ["FirstSync.ConfirmAsync"] = "Researcher: the person of the account only; the demo seed",
        ["Imports.QueueAsync"] = "Curator: the imports page; an API key of a curator; the command line",
        ["Imports.RepeatAsync"] = "Curator: the page of an import",
        ["MergeNoticeList.PutAwayAsync"] = "Researcher: own notices only, by the WHERE clause",
        ["OrcidLink.DisconnectAsync"] = "Researcher: the person of the account only",
        ["OrcidLink.RemoveAndDisconnectAsync"] = "Researcher: the person of the account only",
        ["OrcidLink.FinishAsync"] = "Researcher: the callback; checks account, person and browser itself; the demo seed",
        ["MovedOnChoices.KeepAsync"] = "Curator: the page of what the source changed",
        ["MovedOnChoices.TakeAsync"] = "Curator: the page of what the source changed",
        ["MovedOnChoices.UndoAsync"] = "Curator: the page of what the source changed",
        ["OrganizationDirectory.NameAsync"] = "BulkApplying: a fix that a curator applied",
        ["OrganizationDirectory.SaveAsync"] = "Curator: the page of an organisation; an API key of a curator",
        ["OrganizationDirectory.TieAsync"] = "Curator: the pages of organisations; an API key of a curator; the command line",
        ["OrganizationImport.ApplyAsync"] = "Curator: the import page of organisations",
        ["OrganizationMerging.MergeAsync"] = "Curator: the merge page of an organisation",
        ["Preferences.SaveAsync"] = "Researcher: the person of the account only; the demo seed",
        ["Profiles.GiveBackAsync"] = "Researcher: the person of the account only",
        ["Profiles.KeepAsync"] = "Researcher: the person of the account only",
        ["Profiles.TakeAsync"] = "Researcher: the person of the account only, what is public in their own ORCID record",
        ["ProposalDecisions.AcceptAsync"] = "Curator: the verb looks itself; the pages of proposals and of a record",
        ["ProposalDecisions.DeclineAsync"] = "Curator: the verb looks itself; the pages of proposals and of a record",
        ["ProposalDecisions.PutAsideAsync"] = "Researcher: own proposals only, by the WHERE clause",
        ["ProposalDecisions.WithdrawAsync"] = "Researcher: own proposals only, by the WHERE clause",
        ["ReadingAgain.AskAsync"] = "Admin: the failures page",
        ["RecordCorrections.CorrectAsync"] = "RecordEditing; an API key of a curator",
        ["RecordCorrections.UndoAsync"] = "RecordEditing",
        ["RecordEditing.LoadAsync"] = "SignedIn: it decides itself what the account may see",
        ["RecordEditing.SaveAsync"] = "SignedIn: it decides itself what the account may change",
        ["RecordEditing.UndoAsync"] = "SignedIn: it decides itself what the account may change",
        ["RecordStore.EndAsync"] = "an API key of a curator",
        ["RecordStore.SaveAsync"] = "the import runner; an API key of a curator",
        ["RorLoader.LoadAsync"] = "the command line",
        ["Resends.ReleaseAsync"] = "Admin: the page of sending",
        ["SendingSwitch.PauseAsync"] = "Admin: the page of sending",
        ["SendingSwitch.ResumeAsync"] = "Admin: the page of sending",
        ["SyncItems.AddAgainAsync"] = "Researcher: own items only, by the WHERE clause",
        ["SyncItems.ConfirmAsync"] = "Researcher: own items only, by the WHERE clause",
        ["SuggestionAnswers.DifferentAsync"] = "Researcher: own suggestions only, by the WHERE clause",
        ["SuggestionAnswers.DismissAsync"] = "Researcher: own suggestions only, by the WHERE clause",
        ["SuggestionAnswers.ReopenAsync"] = "Researcher: own suggestions only, by the WHERE clause",
        ["SuggestionAnswers.SameAsync"] = "Researcher: own suggestions and records only, by the WHERE clause",
        ["SuggestionAnswers.SettleAsync"] = "Researcher: own suggestions only, by the WHERE clause",
        ["SyncItems.ExcludeAsync"] = "Researcher: own items only, by the WHERE clause",
        ["SyncItems.IncludeAsync"] = "Researcher: own items only, by the WHERE clause",
        ["SyncItems.IgnoreAsync"] = "Admin: the failures page",
        ["SyncItems.SendNowAsync"] = "Researcher: the person of the account only; an API key of a curator",
        ["SyncItems.TryAgainAsync"] = "Admin: the failures page; Curator: what an admin handed over, by Handovers",
        ["VocabularyImport.ApplyAsync"] = "Curator: the import page of vocabularies",
        ["VocabularyStore.ResetAsync"] = "Curator: the vocabularies page; an API key of a curator",
        ["VocabularyStore.SetAsync"] = "Curator: the vocabularies page; an API key of a curator",
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_endpoint_is_listed_with_who_may_use_it()
    {
        await using var app = new PortalApp();
        using var started = app.Browser();

        var offered = AccessMatrix.Endpoints(app);

        Lines(offered).ShouldBe(Lines(Endpoints));
    }

    [Fact]
    public void Every_page_says_who_may_see_it()
    {
        var offered = AccessMatrix.Pages();

        offered.Where(p => p.Value == AccessMatrix.Fallback).ShouldBeEmpty();
        Lines(offered).ShouldBe(Lines(Pages));
    }

    [Fact]
    public void Every_verb_that_is_told_who_acts_is_listed_with_its_callers() =>
        AccessMatrix.Verbs().ShouldBe(Verbs.Keys.Order(StringComparer.Ordinal));

    /// <summary>The table is words; this walks every address without a sign-in and looks at what the running portal does.</summary>
    [Fact]
    public async Task A_stranger_gets_nothing_that_is_not_for_anyone()
    {
        await using var app = new PortalApp();
        using var stranger = app.Browser();
        var opened = new List<string>();

        foreach (var (name, who) in Endpoints.Where(e => e.Value != AccessMatrix.Anyone))
            foreach (var method in name.Split(' ')[0].Replace("ANY", "GET,POST", StringComparison.Ordinal).Split(','))
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), Example(name.Split(' ')[1]));
                using var answer = await stranger.SendAsync(request, Stop);
                var refused = answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                    || answer.Headers.Location?.OriginalString.Contains("/signin?", StringComparison.Ordinal) == true;
                if (!refused) opened.Add($"{method} {request.RequestUri} is for {who} and answered {(int)answer.StatusCode}");
            }

        opened.ShouldBeEmpty();
    }

    private static string Example(string pattern) => System.Text.RegularExpressions.Regex.Replace(pattern, @"\{[^}]*:guid\}", Guid.Empty.ToString())
        .Replace("{Code:int}", "404", StringComparison.Ordinal).Replace("{**path:file}", "some.file", StringComparison.Ordinal)
        .Replace("{**path}", "", StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);

    private static List<string> Lines(IReadOnlyDictionary<string, string> table) => [.. table.Select(e => $"{e.Key}: {e.Value}").Order(StringComparer.Ordinal)];
}
