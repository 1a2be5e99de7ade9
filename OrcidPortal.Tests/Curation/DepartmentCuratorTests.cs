using Microsoft.EntityFrameworkCore;
using OrcidPortal.Curation;
using OrcidPortal.Curation.Bulk;
using OrcidPortal.Curation.Duplicates;
using OrcidPortal.Curation.ToRepository;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Records;
using OrcidPortal.Records.Duplicates;
using OrcidPortal.Records.Vocabularies;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Curation;

/// <summary>Ada is of Physics and Ben of Law; the curator looks after Physics.</summary>
public sealed class DepartmentCuratorTests
{
    private static readonly CorrectionRequest NewTitle = new(FieldPaths.Title, null, CorrectionOp.Replace, "Corrected");
    private static readonly SignedIn Physics = CurationHouse.User("Pia Physics", null, Roles.Curator) with { Departments = ["Physics"] };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Lists_and_counts_hold_the_records_of_the_department(DatabaseProvider provider)
    {
        await using var house = await OpenAsync(provider);
        var (hers, his, shared) = (await house.WorkAsync("Hers"), await house.WorkAsync("His", source: "file:bibtex:ben:refs.bib", people: house.Ben), await house.WorkAsync("Shared", null, "file:bibtex:x:x.bib", house.Ada, house.Ben));
        await NeedFixAsync(house, (hers, house.Ada), (his, house.Ben), (shared, house.Ben));

        var rows = (await house.Works.ListAsync(new FixFilter(Within: Physics.Departments), null, Cancel)).Items;
        var counts = await house.Counts.LatestAsync(Cancel, Physics.Departments);
        var all = await house.Counts.LatestAsync(Cancel);

        rows.Select(r => r.RecordId).ShouldBe([hers, shared], ignoreOrder: true);
        (counts.Works, counts.Problems.Single().Works, counts.Groups.Sum(g => g.Works)).ShouldBe((2, 2, 2));
        (all.Works, all.Problems.Single().Works).ShouldBe((3, 3));
        (await house.Get<RecordList>().ListAsync(new RecordFilter(Within: Physics.Departments), null, Cancel)).Items.Select(r => r.Id).ShouldBe([hers, shared], ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_of_another_department_is_not_theirs_to_change()
    {
        await using var house = await OpenAsync();
        var (hers, his) = (await house.WorkAsync("Hers"), await house.WorkAsync("His", source: "file:bibtex:ben:refs.bib", people: house.Ben));
        await house.ItemAsync(his, house.Ben);

        (await house.Editing.LoadAsync(hers, Physics, Cancel)).ShouldNotBeNull();
        (await house.Editing.LoadAsync(his, Physics, Cancel)).ShouldBeNull();
        (await house.Editing.SaveAsync(hers, [NewTitle], 1, null, null, Physics, Cancel)).ShouldBeOfType<EditResult.Saved>();
        (await house.Editing.SaveAsync(his, [NewTitle], 1, null, null, Physics, Cancel)).ShouldBeOfType<EditResult.NotFound>();
        await house.SaveAsync(his, house.Curator, NewTitle);
        var correction = await house.Database.ReadAsync(db => db.Corrections.Where(c => c.RecordId == his).Select(c => c.Id).SingleAsync(Cancel));
        (await house.Editing.UndoAsync(his, correction, Physics, Cancel)).ShouldBeOfType<EditResult.NotFound>();
        (await house.Get<Assignments>().AssignAsync(his, null, null, Physics, Cancel)).ShouldBe(HandResult.NotFound);
        (await house.Get<Questions>().AskAsync(his, house.Ben.Id, "Is it yours?", Physics, Cancel)).ShouldBe(HandResult.NotFound);
        (await house.Get<Exclusions>().ExcludeAsync(his, null, "no", Physics, Cancel)).ShouldBeNull();
        (await house.Get<Exclusions>().ExcludeAsync(his, null, "no", house.Curator, Cancel)).ShouldBe(1);
        (await house.FieldsAsync(his)).Title.ShouldBe("Corrected");
    }

    [Fact]
    public async Task Their_own_record_of_another_department_is_theirs_as_a_researcher()
    {
        await using var house = await OpenAsync();
        var work = await house.WorkAsync("Bens", source: "file:bibtex:ben:refs.bib", people: house.Ben);
        var both = CurationHouse.User("Ben Byron", house.Ben, Roles.Curator, Roles.Researcher) with { Departments = ["Physics"] };

        (await house.Editing.LoadAsync(work, both, Cancel)).ShouldNotBeNull().Curates.ShouldBeFalse();
        (await house.Editing.LoadAsync(work, house.Curator, Cancel)).ShouldNotBeNull().Curates.ShouldBeTrue();
    }

    [Fact]
    public async Task What_others_hand_over_is_listed_and_decided_only_for_the_department()
    {
        await using var house = await OpenAsync();
        var work = await house.WorkAsync("His", source: "file:bibtex:ben:refs.bib", people: house.Ben);
        await house.ConnectAsync(house.Ben);
        await house.SaveAsync(work, house.BenSignedIn, NewTitle);
        await house.Get<Questions>().AskAsync(work, house.Ben.Id, "Is it yours?", house.Curator, Cancel);
        var question = await house.Database.ReadAsync(db => db.Questions.Select(q => q.Id).SingleAsync(Cancel));
        await house.Get<Questions>().AnswerAsync(question, "Yes", house.BenSignedIn, Cancel);
        var proposal = (await house.Proposals.OpenAsync(work, null, Cancel)).ShouldHaveSingleItem();

        (await house.Proposals.ListAsync(new ProposalFilter(Within: Physics.Departments), null, Cancel)).Items.ShouldBeEmpty();
        (await house.Get<QuestionList>().ListAsync(new QuestionFilter(Within: Physics.Departments), null, Cancel)).Items.ShouldBeEmpty();
        (await house.Get<HandCounts>().CountAsync(Cancel, Physics.Departments)).ShouldBe(new HandSummary(0, 0, 0));
        (await house.Get<HandCounts>().CountAsync(Cancel)).ShouldBe(new HandSummary(1, 1, 0));
        (await house.Decisions.AcceptAsync(proposal.Proposal.Id, proposal.Version, Physics, Cancel)).ShouldBeOfType<ProposalResult.NotFound>();
        (await house.Decisions.DeclineAsync(proposal.Proposal.Id, "no", Physics, Cancel)).ShouldBeOfType<ProposalResult.NotFound>();
        (await house.Get<Questions>().CloseAsync(question, Physics, Cancel)).ShouldBe(HandResult.NotFound);
    }

    [Fact]
    public async Task A_fix_for_many_stays_in_the_department_and_what_counts_for_all_is_refused()
    {
        await using var house = await OpenAsync();
        var (hers, his) = (await house.WorkAsync("Hers"), await house.WorkAsync("His", source: "file:bibtex:ben:refs.bib", people: house.Ben));
        await NeedFixAsync(house, (hers, house.Ada), (his, house.Ben));
        var fixes = house.Get<BulkFixes>();

        var word = await fixes.StartAsync(new BulkFixRequest.Word(VocabularyNames.WorkType, "bibtex:talk", "lecture-speech"), null, Physics.Actor, Cancel, Physics.Departments);
        var selected = await fixes.StartAsync(new BulkFixRequest.SetField(new BulkFixSelection(new FixFilter(), [hers, his]), FieldPaths.JournalTitle, "J"), null, Physics.Actor, Cancel, Physics.Departments);
        var shown = await fixes.StartAsync(new BulkFixRequest.SetField(new BulkFixSelection(new FixFilter(), null), FieldPaths.JournalTitle, "J"), null, Physics.Actor, Cancel, Physics.Departments);

        word.ShouldBeOfType<BulkFixResult.Invalid>();
        var (one, other) = (selected.ShouldBeOfType<BulkFixResult.Started>().Id, shown.ShouldBeOfType<BulkFixResult.Started>().Id);
        foreach (var id in new[] { one, other })
        {
            await house.Get<BulkFixRunner>().RunAsync(id, Cancel);
            (await house.Database.ReadAsync(db => db.BulkFixLines.Where(l => l.BulkFixId == id).Select(l => l.RecordId).ToListAsync(Cancel))).ShouldBe([hers]);
        }
        ValueList<string> law = ["Law"];
        (await house.Get<BulkFixList>().FindAsync(one, Cancel, law)).ShouldBeNull();
        (await house.Get<BulkFixList>().ListAsync(null, Cancel, law)).Items.ShouldBeEmpty();
        (await fixes.ApplyAsync(one, Physics.Actor, Cancel, law)).ShouldBeFalse();
        (await fixes.ApplyAsync(one, Physics.Actor, Cancel, Physics.Departments)).ShouldBeTrue();
    }

    [Fact]
    public async Task Moved_sources_duplicates_and_what_goes_back_are_those_of_the_department()
    {
        await using var house = await OpenAsync();
        var (hers, his) = (await house.WorkAsync("Hers"), await house.WorkAsync("His", source: "file:bibtex:ben:refs.bib", people: house.Ben));
        foreach (var work in new[] { hers, his })
            await house.Database.AddAsync(new Correction { RecordId = work, Field = FieldPaths.Title, Op = CorrectionOp.Replace, Value = "x", BaseValue = "y", SourceMovedOn = true, By = "Cora", At = TestDatabase.Start });
        var third = await house.WorkAsync("Also his", source: "file:bibtex:ben:refs.bib", people: house.Ben);
        await house.Database.AddAsync(DuplicatePairs.New(his, third, RecordKind.Work, DuplicateReason.SameTitle, "t", TestDatabase.Start), DuplicatePairs.New(hers, third, RecordKind.Work, DuplicateReason.SameTitle, "t", TestDatabase.Start));
        var pairs = await house.Database.ReadAsync(db => db.DuplicatePairs.ToListAsync(Cancel));
        var notTheirs = pairs.Single(p => p.FirstId != hers && p.SecondId != hers);

        var moved = (await house.Get<MovedOnList>().ListAsync(null, null, Cancel)).Items;
        (await house.Get<MovedOnList>().ListAsync(null, null, Cancel, Physics.Departments)).Items.ShouldHaveSingleItem().Correction.RecordId.ShouldBe(hers);
        (await house.Get<MovedOnList>().FieldsAsync(Cancel, Physics.Departments)).ShouldBe([(FieldPaths.Title, 1)]);
        (await house.Get<MovedOnChoices>().KeepAsync([.. moved.Select(m => m.Correction.Id)], Physics.Actor, Cancel, Physics.Departments)).Count.ShouldBe(1);
        (await house.Get<DuplicateList>().ListAsync(new DuplicateFilter(Within: Physics.Departments), null, Cancel)).Items.ShouldHaveSingleItem().Id.ShouldNotBe(notTheirs.Id);
        (await house.Get<DuplicateList>().CountAsync(Cancel, Physics.Departments)).ShouldBe(1);
        (await house.Get<DuplicateMerging>().DifferentAsync(notTheirs.Id, Physics.Actor, Cancel, Physics.Departments)).ShouldBeOfType<MergeResult.NotFound>();
        (await house.Get<DuplicateMerging>().MergeAsync(notTheirs.Id, his, null, null, Physics.Actor, Cancel, Physics.Departments)).ShouldBeOfType<MergeResult.NotFound>();
        (await house.Get<RepositoryCorrections>().FieldsAsync(Cancel, Physics.Departments)).Sum(f => f.Records).ShouldBe(1);
        (await house.Get<RepositoryCorrections>().ByHandAsync(Physics.Departments, Cancel).ToListAsync(Cancel)).ShouldHaveSingleItem().RecordId.ShouldBe(hers);
    }

    [Fact]
    public async Task An_admin_limits_a_curator_and_nobody_else_does()
    {
        await using var house = await OpenAsync();
        var (curator, admin) = (new Account { Issuer = "demo", Subject = "pia", Name = "Pia", Roles = [Roles.Curator] }, new Account { Issuer = "demo", Subject = "alma", Name = "Alma", Roles = [Roles.Admin] });
        await house.Database.AddAsync(curator, admin, new Account { Issuer = "demo", Subject = "rob", Name = "Rob", Roles = [] });
        var (accounts, alma) = (house.Get<CuratorAccounts>(), CurationHouse.User("Alma", null, Roles.Admin, Roles.Curator));

        (await accounts.LimitAsync(curator.Id, ["Physics"], house.Curator, Cancel)).ShouldBeFalse();
        (await accounts.LimitAsync(admin.Id, ["Physics"], alma, Cancel)).ShouldBeFalse();
        (await accounts.LimitAsync(curator.Id, ["Physics", " ", "Law", "Law"], alma, Cancel)).ShouldBeTrue();

        (await accounts.ListAsync(Cancel)).Select(a => (a.Name, string.Join('+', a.Departments))).ShouldBe([("Alma", ""), ("Pia", "Law+Physics")]);
        (await house.Database.ReadAsync(db => db.Audit.SingleAsync(a => a.Action == "curator.limited", Cancel))).After.ShouldBe("Law; Physics");
        (await house.Get<AssignmentList>().CuratorsAsync(Cancel)).Count.ShouldBe(2);
    }

    private static async Task<CurationHouse> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var house = await CurationHouse.OpenAsync(provider);
        await house.Database.Transactions.RunAsync(async (db, ct) =>
        {
            foreach (var person in await db.People.ToListAsync(ct)) person.Department = person.LocalId == "ada" ? "Physics" : "Law";
        }, Cancel);
        return house;
    }

    // Through the tracker, so that the work list hears of it.
    private static async Task NeedFixAsync(CurationHouse house, params (Guid Record, Person Person)[] works)
    {
        foreach (var (record, person) in works)
        {
            await house.ProblemAsync(record, ProblemCodes.TypeRequired);
            await house.ItemAsync(record, person);
        }
    }
}
