using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Curation;
using OrcidPortal.Curation.Bulk;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Records;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Records.Vocabularies;
using OrcidPortal.Tests.Infrastructure;
using OrcidPortal.Tests.Push;

namespace OrcidPortal.Tests.Curation.Bulk;

public sealed class BulkFixTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_word_heals_all_that_use_it_sends_what_was_foretold_and_is_taken_back(DatabaseProvider provider)
    {
        await using var house = await BulkHouse.OpenAsync(provider);
        await house.Push.SaveAsync([.. Enumerable.Range(1, 3).Select(i => WithType(house, i, "zine"))]);
        await house.Push.SaveAsync([WithType(house, 4, "article")]);
        await house.Push.PushAsync();
        var group = (await house.CountAsync()).Groups.ShouldHaveSingleItem();
        (group.Code, group.About, group.Works, group.People, group.Action).ShouldBe((ProblemCodes.TypeUnknown, "work-type:bibtex:zine", 3, 1, FixAction.SayWord));
        var writes = (await house.NoticesAsync()).Count;

        var tried = await house.TryAsync(new BulkFixRequest.Word(VocabularyNames.WorkType, "bibtex:zine", "magazine-article"));

        (tried.Fix.State, tried.Fix.Total, tried.Fix.Changed, tried.Fix.Healed).ShouldBe((BulkFixState.Tried, 3, 3, 3));
        (tried.Fix.Additions, tried.Fix.Updates, tried.Fix.Notices, tried.Fix.Waiting, tried.Braked).ShouldBe((3, 0, 1, 0, false));
        (await house.Push.StatesAsync())[SyncState.NeedsFix].ShouldBe(3);

        var applied = await house.ApplyAsync(tried.Fix.Id);
        applied.Fix.State.ShouldBe(BulkFixState.Applied);
        applied.Unplanned.ShouldBeTrue();
        await house.Push.PushAsync();

        (await house.Push.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 4 });
        ((await house.NoticesAsync()).Count - writes).ShouldBe(tried.Fix.Notices);
        (await house.CountAsync()).Works.ShouldBe(0);

        var undone = await house.UndoAsync(tried.Fix.Id);
        await house.Push.PushAsync();

        undone.Fix.State.ShouldBe(BulkFixState.Undone);
        (await house.CountAsync()).Works.ShouldBe(3);
        (await house.Push.Database.ReadAsync(db => db.VocabularyEntries.CountAsync(Cancel))).ShouldBe(0);
        (await AuditAsync(house)).ShouldBe(["bulk-fix.applied", "vocabulary.set", "bulk-fix.undone", "vocabulary.reset"]);
    }

    [Fact]
    public async Task An_address_that_works_have_in_common_is_taken_away_and_what_was_foretold_is_sent()
    {
        await using var house = await BulkHouse.OpenAsync();
        await house.Push.SaveAsync([.. Enumerable.Range(1, 3).Select(i => house.Push.Draft(i)).Select(d => d with { Fields = d.Fields with { Url = "https://engines.example.org", ExternalIds = [] } })]);
        await house.Push.PushAsync();
        var before = (await house.NoticesAsync()).Count;

        var tried = await house.TryAsync(new BulkFixRequest.SetField(new BulkFixSelection(new FixFilter(ProblemCode: ProblemCodes.ExternalIdShared)), FieldPaths.Url, null));
        await house.ApplyAsync(tried.Fix.Id);
        await house.Push.PushAsync();
        house.Push.Clock.Advance(TimeSpan.FromDays(2));
        await house.Push.PushAsync();

        tried.Fix.Additions.ShouldBeGreaterThan(1);
        (tried.Fix.Healed, tried.Fix.Changed).ShouldBe((tried.Fix.Total!.Value, tried.Fix.Total.Value));
        ((await house.NoticesAsync()).Count - before).ShouldBe(tried.Fix.Notices);
        (await house.Push.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 3 });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task One_value_for_many_goes_over_what_was_there_and_undo_brings_that_back(DatabaseProvider provider)
    {
        await using var house = await BulkHouse.OpenAsync(provider);
        await house.Push.SaveAsync(3);
        await house.Push.PushAsync();
        var records = await house.RecordsAsync();
        await CorrectAsync(house, records[0].Id, FieldPaths.JournalTitle, "Old");
        await house.Push.PushAsync();
        house.Push.Clock.Advance(TimeSpan.FromDays(2));
        await house.Push.PushAsync();
        var before = (await house.NoticesAsync()).Count;

        var tried = await house.TryAsync(new BulkFixRequest.SetField(new BulkFixSelection(new FixFilter(), [.. records.Select(r => r.Id)]), FieldPaths.JournalTitle, "Journal of Engines"));
        (tried.Fix.Changed, tried.Fix.Updates, tried.Fix.Additions, tried.Fix.Notices).ShouldBe((3, 3, 0, 3));
        await house.ApplyAsync(tried.Fix.Id);
        await house.Push.PushAsync();
        house.Push.Clock.Advance(TimeSpan.FromDays(2));
        await house.Push.PushAsync();

        (await house.RecordsAsync()).ShouldAllBe(r => r.Fields.JournalTitle == "Journal of Engines");
        ((await house.NoticesAsync()).Count - before).ShouldBe(3);

        await house.UndoAsync(tried.Fix.Id);
        await house.Push.PushAsync();
        house.Push.Clock.Advance(TimeSpan.FromDays(2));
        await house.Push.PushAsync();

        (await house.RecordsAsync()).Select(r => r.Fields.JournalTitle).ShouldBe(["Old", null, null]);
        ((await house.NoticesAsync()).Count - before).ShouldBe(6);
        (await house.Push.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 3 });
        (await house.Push.Database.ReadAsync(db => db.Audit.CountAsync(a => a.Action == "correction.made", Cancel))).ShouldBe(1);
    }

    [Fact]
    public async Task What_somebody_changed_meanwhile_is_left_alone_in_both_directions()
    {
        await using var house = await BulkHouse.OpenAsync();
        await house.Push.SaveAsync(3);
        await house.Push.PlanAsync();
        var records = await house.RecordsAsync();
        var tried = await house.TryAsync(new BulkFixRequest.SetField(new BulkFixSelection(new FixFilter(), [.. records.Select(r => r.Id)]), FieldPaths.JournalTitle, "Many"));
        await CorrectAsync(house, records[0].Id, FieldPaths.JournalTitle, "Mine");

        var applied = await house.ApplyAsync(tried.Fix.Id);

        applied.Outcomes.ShouldBe(new Dictionary<BulkFixOutcome, int> { [BulkFixOutcome.Skipped] = 1, [BulkFixOutcome.Changed] = 2 }, ignoreOrder: true);
        (await house.RecordsAsync()).Select(r => r.Fields.JournalTitle).ShouldBe(["Mine", "Many", "Many"]);

        await CorrectAsync(house, records[1].Id, FieldPaths.JournalTitle, "Mine too");
        var undone = await house.UndoAsync(tried.Fix.Id);

        undone.Outcomes.ShouldBe(new Dictionary<BulkFixOutcome, int> { [BulkFixOutcome.Skipped] = 2, [BulkFixOutcome.TakenBack] = 1 }, ignoreOrder: true);
        (await house.RecordsAsync()).Select(r => r.Fields.JournalTitle).ShouldBe(["Mine", "Mine too", null]);
    }

    [Fact]
    public async Task Suggestions_are_taken_for_all_that_the_list_shows()
    {
        await using var house = await BulkHouse.OpenAsync();
        await house.Push.SaveAsync([.. Enumerable.Range(1, 30).Select(i => house.Push.Draft(i) is var d ? d with { Fields = d.Fields with { PublicationDate = i % 2 == 0 ? "12.05.2019" : "sometime" } } : d)]);
        await house.Push.PlanAsync();
        var groups = (await house.CountAsync()).Groups;
        groups.Select(g => (g.About, g.Works, g.Suggested, g.Action)).ShouldBe([("value:12.05.2019", 15, 15, FixAction.TakeSuggestions), ("value:sometime", 15, 0, FixAction.SetField)]);

        var tried = await house.TryAsync(new BulkFixRequest.Suggestions(new BulkFixSelection(new FixFilter(ProblemCode: ProblemCodes.PublicationDateInvalid))));
        (tried.Fix.Total, tried.Fix.Changed, tried.Fix.Healed).ShouldBe((30, 15, 15));
        await house.ApplyAsync(tried.Fix.Id);
        await house.Push.PlanAsync();

        (await house.CountAsync()).Works.ShouldBe(15);
        (await house.RecordsAsync()).Count(r => r.Fields.PublicationDate == "2019-05-12").ShouldBe(15);
        var lines = await house.List.LinesAsync(tried.Fix.Id, BulkFixOutcome.Changed, null, Cancel);
        (lines.Items[0].Before, lines.Items[0].After).ShouldBe(("12.05.2019", "2019-05-12"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_process_that_dies_in_the_middle_leaves_the_rest_to_the_next(DatabaseProvider provider)
    {
        const int works = 230;
        await using var house = await BulkHouse.OpenAsync(provider);
        await house.Push.SaveAsync(works);
        await house.Push.PlanAsync();
        var tried = await house.TryAsync(new BulkFixRequest.SetField(new BulkFixSelection(new FixFilter(), [.. (await house.RecordsAsync()).Select(r => r.Id)]), FieldPaths.JournalTitle, "Many"));
        var id = tried.Fix.Id;
        (await house.Fixes.ApplyAsync(id, PushHouse.Curator, Cancel)).ShouldBeTrue();

        // The process ends while it writes the second part.
        using (var kill = new CancellationTokenSource())
        {
            var dying = ActivatorUtilities.CreateInstance<BulkApplying>(house.Push.Services, new LastClock(house.Push.Clock, kill, 2));
            await Should.ThrowAsync<OperationCanceledException>(async () => await dying.RunAsync((await house.List.FindAsync(id, Cancel))!.Fix, kill.Token));
        }
        var left = works - await DoneAsync(house, id);
        await house.Push.Database.Transactions.RunAsync((db, ct) => db.BulkFixes.ExecuteUpdateAsync(s => s.SetProperty(f => f.AliveAt, PushHouse.Start), ct), Cancel);
        await house.Runner.RunWaitingAsync(Cancel);
        (works - await DoneAsync(house, id)).ShouldBe(left);
        house.Push.Clock.Advance(TimeSpan.FromMinutes(2));
        await house.Runner.RunWaitingAsync(Cancel);

        left.ShouldBeInRange(1, works - 1);
        (await house.List.FindAsync(id, Cancel))!.Outcomes.ShouldBe(new Dictionary<BulkFixOutcome, int> { [BulkFixOutcome.Changed] = works });
        (await house.Push.Database.ReadAsync(db => db.Corrections.GroupBy(c => c.RecordId).Select(g => g.Count()).ToListAsync(Cancel))).ShouldBe(Enumerable.Repeat(1, works));
    }

    [Fact]
    public async Task A_name_becomes_an_organisation_of_the_directory_also_where_it_was_an_acronym()
    {
        await using var house = await BulkHouse.OpenAsync();
        var directory = house.Push.Services.GetRequiredService<OrganizationDirectory>();
        var saved = (await directory.SaveAsync(null, new OrganizationDraft("Deutsche Forschungsgemeinschaft", "Bonn", null, "DE", [new OrganizationId("ROR", "https://ror.org/018mejw64")]), PushHouse.Curator, Cancel)).ShouldBeOfType<SaveOrganizationResult.Saved>().Organization;
        await house.Push.Database.AddAsync(new OrganizationName { OrganizationId = saved.Id, Name = "DFG", SortName = "dfg", Language = "x-acronym" });
        await house.Push.SaveAsync([new RecordDraft(RecordKind.Funding, "dspace", "f1", new RecordFields
        {
            Title = "Engines", Type = new TypeValue("orcid", "grant"), OrganizationName = "DFG", ExternalIds = [new FieldIdentifier("grant_number", "EN 1/1")],
        }, house.Push.Ada.Id)]);
        await house.Push.PlanAsync();
        var group = (await house.CountAsync()).Groups.ShouldHaveSingleItem();
        (group.Code, group.About, group.Value, group.Action).ShouldBe((ProblemCodes.DisambiguatedOrganizationRequired, "organization:name:dfg", "DFG", FixAction.NameOrganization));

        var tried = await house.TryAsync(new BulkFixRequest.Organization(group.Value, saved.Id));
        (tried.Fix.Changed, tried.Fix.Healed, tried.Organization).ShouldBe((1, 1, "Deutsche Forschungsgemeinschaft"));
        await house.ApplyAsync(tried.Fix.Id);
        await house.Push.PlanAsync();
        (await house.CountAsync()).Works.ShouldBe(0);

        await house.UndoAsync(tried.Fix.Id);
        await house.Push.PlanAsync();
        (await house.CountAsync()).Works.ShouldBe(1);
        (await directory.FindAsync(saved.Id, Cancel))!.Names.Single(n => n.Name == "DFG").IsAcronym.ShouldBeTrue();
    }

    [Fact]
    public async Task A_name_that_two_organisations_bear_is_refused_with_the_other_one()
    {
        await using var house = await BulkHouse.OpenAsync();
        var directory = house.Push.Services.GetRequiredService<OrganizationDirectory>();
        await directory.SaveAsync(null, new OrganizationDraft("Institute of Engines"), PushHouse.Curator, Cancel);
        var other = (await directory.SaveAsync(null, new OrganizationDraft("Engines Ltd", "Bonn", null, "DE", [new OrganizationId("ROR", "https://ror.org/018mejw64")]), PushHouse.Curator, Cancel)).ShouldBeOfType<SaveOrganizationResult.Saved>().Organization;

        var result = await house.Fixes.StartAsync(new BulkFixRequest.Organization("institute of engines", other.Id), null, PushHouse.Curator, Cancel);

        result.ShouldBeOfType<BulkFixResult.Invalid>().Sentence.ShouldContain("Institute of Engines");
    }

    [Fact]
    public async Task A_word_that_was_said_otherwise_since_is_not_taken_back()
    {
        await using var house = await BulkHouse.OpenAsync();
        await house.Push.SaveAsync([WithType(house, 1, "zine")]);
        await house.Push.PlanAsync();
        var tried = await house.TryAsync(new BulkFixRequest.Word(VocabularyNames.WorkType, "bibtex:zine", "magazine-article"));
        await house.ApplyAsync(tried.Fix.Id);
        await house.Push.Services.GetRequiredService<VocabularyStore>().SetAsync(VocabularyNames.WorkType, "bibtex:zine", "book", PushHouse.Curator, Cancel);

        var undone = await house.UndoAsync(tried.Fix.Id);

        (undone.Fix.State, undone.Fix.Failure is not null).ShouldBe((BulkFixState.Applied, true));
        (await house.Push.Services.GetRequiredService<VocabularyStore>().CurrentAsync(Cancel)).Resolve(VocabularyNames.WorkType, "bibtex:zine").ShouldBe("book");
    }

    [Fact]
    public async Task A_fix_is_applied_once_and_dropped_only_before()
    {
        await using var house = await BulkHouse.OpenAsync();
        await house.Push.SaveAsync([WithType(house, 1, "zine")]);
        await house.Push.PlanAsync();
        var id = (await house.TryAsync(new BulkFixRequest.Word(VocabularyNames.WorkType, "bibtex:zine", "magazine-article"))).Fix.Id;

        (await house.Fixes.UndoAsync(id, PushHouse.Curator, Cancel)).ShouldBeFalse();
        await house.ApplyAsync(id);
        (await house.Fixes.ApplyAsync(id, PushHouse.Curator, Cancel)).ShouldBeFalse();
        (await house.Fixes.DropAsync(id, PushHouse.Curator, Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_cannot_be_is_refused_before_anything_is_tried()
    {
        await using var house = await BulkHouse.OpenAsync();
        BulkFixSelection all = new(new FixFilter()), none = new(new FixFilter(), []), many = new(new FixFilter(), [.. Enumerable.Range(0, 1001).Select(_ => Guid.NewGuid())]);
        BulkFixRequest[] bad =
        [
            new BulkFixRequest.Word("nonsense", "a", "b"), new BulkFixRequest.Word(VocabularyNames.WorkType, " ", "book"), new BulkFixRequest.Word(VocabularyNames.WorkType, "a", "novel"),
            new BulkFixRequest.Organization("x", Guid.NewGuid()), new BulkFixRequest.SetField(all, "contributors", "a"), new BulkFixRequest.SetField(all, "nonsense", "a"),
            new BulkFixRequest.SetField(all, FieldPaths.PublicationDate, "someday"), new BulkFixRequest.SetField(none, FieldPaths.Title, "a"), new BulkFixRequest.Suggestions(many),
        ];

        foreach (var request in bad) (await house.Fixes.StartAsync(request, null, PushHouse.Curator, Cancel)).ShouldBeOfType<BulkFixResult.Invalid>().Sentence.ShouldNotBeEmpty();

        (await house.Push.Database.ReadAsync(db => db.BulkFixes.CountAsync(Cancel))).ShouldBe(0);
    }

    /// <summary>The process that asks it for the time too often dies.</summary>
    private sealed class LastClock(TimeProvider clock, CancellationTokenSource kill, int most) : TimeProvider
    {
        private int _asked;

        public override DateTimeOffset GetUtcNow()
        {
            if (++_asked == most) kill.Cancel();
            return clock.GetUtcNow();
        }
    }

    private static RecordDraft WithType(BulkHouse house, int number, string type) => house.Push.Draft(number) is var draft ? draft with { Fields = draft.Fields with { Type = new TypeValue("bibtex", type) } } : draft;

    private static async Task CorrectAsync(BulkHouse house, Guid recordId, string field, string value) => (await house.Push.Services.GetRequiredService<RecordCorrections>()
        .CorrectAsync(recordId, [new CorrectionRequest(field, null, CorrectionOp.Replace, value)], null, null, PushHouse.Curator, Cancel)).ShouldBeOfType<CorrectionResult.Saved>();

    private static Task<int> DoneAsync(BulkHouse house, Guid id) => house.Push.Database.ReadAsync(db => db.BulkFixes.Where(f => f.Id == id).Select(f => f.Done).SingleAsync(Cancel));

    private static Task<List<string>> AuditAsync(BulkHouse house) => house.Push.Database.ReadAsync(db => db.Audit.OrderBy(a => a.Id).Select(a => a.Action).ToListAsync(Cancel));
}
