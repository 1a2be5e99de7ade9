using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Curation;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Curation;

public sealed class ProposalTests
{
    private static readonly CorrectionRequest NewTitle = new(FieldPaths.Title, null, CorrectionOp.Replace, "Corrected");
    private static readonly CorrectionRequest NewDate = new(FieldPaths.PublicationDate, null, CorrectionOp.Replace, "2025");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_mixed_edit_counts_in_part_and_proposes_the_rest(DatabaseProvider provider)
    {
        await using var house = await CurationHouse.OpenAsync(provider);
        var work = await house.WorkAsync("Mine");

        var result = await house.Editing.SaveAsync(work, [NewTitle, NewDate, new(FieldPaths.ExternalIds, null, CorrectionOp.Add, "doi:10.1000/1")], 1, "from the publisher", null, house.AdaSignedIn, Cancel);

        var saved = result.ShouldBeOfType<EditResult.Saved>();
        saved.Proposed.ShouldBe(2);
        (await house.FieldsAsync(work)).ShouldSatisfyAllConditions(f => f.PublicationDate.ShouldBe("2025"), f => f.Title.ShouldBe("Mine"), f => f.ExternalIds.ShouldBeEmpty());
        var row = saved.Now.Proposals.ShouldHaveSingleItem();
        row.Changes.Select(c => (c.Change.Field, c.Change.Before, c.Change.Value, c.MovedOn)).ShouldBe(
            [(FieldPaths.Title, "Mine", "Corrected", false), (FieldPaths.ExternalIds, null, FieldValues.Write(new FieldIdentifier("doi", "10.1000/1")), false)]);
        (row.Proposal.By, row.Proposal.Reason, row.Proposal.PersonId).ShouldBe(("Ada Lovelace", "from the publisher", house.Ada.Id));
    }

    [Theory]
    [InlineData("All", false, 0)]
    [InlineData("Minor", false, 1)]
    [InlineData("None", false, 2)]
    [InlineData("All", true, 2)]
    [InlineData("minor", true, 2)]
    public async Task The_setting_and_other_authors_decide_what_counts_at_once(string setting, bool shared, int proposed)
    {
        await using var house = await CurationHouse.OpenAsync(settings: ("Curation:ResearcherCorrections", setting));
        var work = shared ? await house.SharedAsync("Work") : await house.WorkAsync("Work");

        var saved = (await house.SaveAsync(work, house.AdaSignedIn, NewTitle, NewDate)).ShouldBeOfType<EditResult.Saved>();

        saved.Proposed.ShouldBe(proposed);
        (await house.Database.ReadAsync(db => db.Corrections.CountAsync(Cancel))).ShouldBe(2 - proposed);
    }

    [Fact]
    public async Task Where_one_value_cannot_be_nothing_is_saved_or_proposed()
    {
        await using var house = await CurationHouse.OpenAsync();
        var work = await house.WorkAsync("Mine");

        (await house.SaveAsync(work, house.AdaSignedIn, NewTitle, NewDate with { Value = "30.02.2019" })).ShouldBeOfType<EditResult.Invalid>().Field.ShouldBe(FieldPaths.PublicationDate);
        (await house.SaveAsync(work, house.AdaSignedIn, NewDate, new(FieldPaths.Type, null, CorrectionOp.Replace, "no-such-type"))).ShouldBeOfType<EditResult.Invalid>().Field.ShouldBe(FieldPaths.Type);

        (await house.Database.ReadAsync(db => db.Corrections.CountAsync(Cancel))).ShouldBe(0);
        (await house.Database.ReadAsync(db => db.Proposals.CountAsync(Cancel))).ShouldBe(0);
    }

    [Fact]
    public async Task A_later_proposal_takes_the_place_of_the_earlier_and_loses_none_of_it()
    {
        await using var house = await CurationHouse.OpenAsync();
        var work = await house.SharedAsync("Shared");
        await house.SaveAsync(work, house.AdaSignedIn, NewTitle, NewDate);

        await house.SaveAsync(work, house.AdaSignedIn, NewTitle with { Value = "Better" });

        var open = (await house.Proposals.OpenAsync(work, null, Cancel)).ShouldHaveSingleItem();
        open.Changes.Select(c => c.Change.Value).ShouldBe(["2025", "Better"]);
        await house.SaveAsync(work, house.AdaSignedIn, open.Proposal.Id, [NewTitle with { Value = "Best" }]);
        (await house.Proposals.OpenAsync(work, null, Cancel)).ShouldHaveSingleItem().Changes.Select(c => c.Change.Value).ShouldBe(["Best"]);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Accepting_makes_it_the_researchers_correction_and_audits_the_curator(DatabaseProvider provider)
    {
        await using var house = await CurationHouse.OpenAsync(provider);
        var work = await house.SharedAsync("Shared", new RecordFields
        {
            Title = "Shared", Type = new TypeValue("bibtex", "article"), PublicationDate = "2024", ExternalIds = [new("doi", "10.1000/old")], Contributors = [new("a", "Ada", "author")],
        });
        await house.SaveAsync(work, house.AdaSignedIn, NewTitle, new(FieldPaths.ExternalIds, "doi:10.1000/old", CorrectionOp.Remove, null), new(FieldPaths.ExternalIds, null, CorrectionOp.Add, "doi:10.1000/new"),
            new(FieldPaths.Contributors, "a", CorrectionOp.Replace, "Ada Lovelace"));
        var row = (await house.Proposals.ListAsync(new ProposalFilter(), null, Cancel)).Items.ShouldHaveSingleItem();
        (row.PersonName, row.OtherCount, row.Others.ShouldHaveSingleItem().Connected).ShouldBe(("Ada Lovelace", 1, true));

        (await house.Decisions.AcceptAsync(row.Proposal.Id, row.Version, house.Curator, Cancel)).ShouldBeOfType<ProposalResult.Done>();

        (await house.FieldsAsync(work)).ShouldSatisfyAllConditions(
            f => f.Title.ShouldBe("Corrected"), f => f.ExternalIds.Select(i => i.Value).ShouldBe(["10.1000/new"]), f => f.Contributors.Select(c => c.Name).ShouldBe(["Ada Lovelace"]));
        (await house.Database.ReadAsync(db => db.Corrections.Select(c => c.By).Distinct().SingleAsync(Cancel))).ShouldBe("Ada Lovelace");
        var audit = await house.Database.ReadAsync(db => db.Audit.SingleAsync(a => a.Action == "proposal.accepted", Cancel));
        audit.By.ShouldStartWith("Cora Curator");
        audit.Before.ShouldNotBeNull().ShouldContain("title: Shared");
        audit.After.ShouldNotBeNull().ShouldContain("proposed by Ada Lovelace: title: Corrected");
        (await house.Proposals.AnsweredAsync(house.Ada.Id, null, Cancel)).ShouldHaveSingleItem().Proposal.DecidedBy.ShouldBe("Cora Curator");
    }

    [Fact]
    public async Task Declining_says_why_and_changes_nothing()
    {
        await using var house = await CurationHouse.OpenAsync();
        var work = await house.SharedAsync("Shared");
        await house.SaveAsync(work, house.AdaSignedIn, NewTitle);
        var id = await ProposalAsync(house);

        (await house.Decisions.DeclineAsync(id, "The publisher\u0007 says otherwise", house.Curator, Cancel)).ShouldBeOfType<ProposalResult.Done>();

        (await house.FieldsAsync(work)).Title.ShouldBe("Shared");
        var answer = (await house.Proposals.AnsweredAsync(house.Ada.Id, work, Cancel)).ShouldHaveSingleItem().Proposal;
        (answer.State, answer.Words).ShouldBe((ProposalState.Declined, "The publisher says otherwise"));
        await house.Decisions.PutAsideAsync(id, house.BenSignedIn, Cancel);
        (await house.Proposals.AnsweredAsync(house.Ada.Id, null, Cancel)).Count.ShouldBe(1);
        await house.Decisions.PutAsideAsync(id, house.AdaSignedIn, Cancel);
        (await house.Proposals.AnsweredAsync(house.Ada.Id, null, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_changed_meanwhile_is_shown_and_never_overwritten_unseen()
    {
        await using var house = await CurationHouse.OpenAsync();
        var work = await house.SharedAsync("Shared");
        await house.SaveAsync(work, house.AdaSignedIn, NewTitle, NewDate);
        var seen = (await house.Proposals.OpenAsync(work, null, Cancel)).Single();
        await house.SaveAsync(work, house.Curator, NewTitle with { Value = "Meanwhile" }, NewDate);

        (await house.Decisions.AcceptAsync(seen.Proposal.Id, seen.Version, house.Curator, Cancel)).ShouldBeOfType<ProposalResult.RecordChanged>();

        (await house.FieldsAsync(work)).Title.ShouldBe("Meanwhile");
        var now = (await house.Proposals.OpenAsync(work, null, Cancel)).ShouldHaveSingleItem();
        now.Changes.Select(c => (c.Now, c.MovedOn, c.IsDone)).ShouldBe([("Meanwhile", true, false), ("2025", false, true)]);
        (await house.Decisions.AcceptAsync(now.Proposal.Id, now.Version, house.Curator, Cancel)).ShouldBeOfType<ProposalResult.Done>();
        (await house.FieldsAsync(work)).Title.ShouldBe("Corrected");
    }

    [Fact]
    public async Task An_element_that_is_gone_meanwhile_is_added_and_one_that_came_is_no_trouble()
    {
        await using var house = await CurationHouse.OpenAsync();
        var fields = new RecordFields { Title = "Shared", PublicationDate = "2024", Contributors = [new("a", "Ada", "author"), new("b", "Ben", "author")] };
        var work = await house.SharedAsync("Shared", fields);
        await house.SaveAsync(work, house.AdaSignedIn, new(FieldPaths.Contributors, "a", CorrectionOp.Replace, "Ada Lovelace"), new(FieldPaths.Contributors, "b", CorrectionOp.Remove, null),
            new(FieldPaths.ExternalIds, null, CorrectionOp.Add, "doi:10.1000/1"));
        await house.SaveAsync(work, house.Curator, new(FieldPaths.Contributors, "a", CorrectionOp.Remove, null), new(FieldPaths.Contributors, "b", CorrectionOp.Remove, null), new(FieldPaths.ExternalIds, null, CorrectionOp.Add, "doi:10.1000/1"));

        (await house.Decisions.AcceptAsync(await ProposalAsync(house), await house.VersionAsync(work), house.Curator, Cancel)).ShouldBeOfType<ProposalResult.Done>();

        var now = await house.FieldsAsync(work);
        (now.Contributors.ShouldHaveSingleItem().Name, now.ExternalIds.ShouldHaveSingleItem().Value).ShouldBe(("Ada Lovelace", "10.1000/1"));
    }

    [Fact]
    public async Task A_curator_changes_it_first_and_that_accepts_it()
    {
        await using var house = await CurationHouse.OpenAsync();
        var work = await house.SharedAsync("Shared");
        await house.SaveAsync(work, house.AdaSignedIn, NewTitle);
        var id = await ProposalAsync(house);

        var conflict = await house.Editing.SaveAsync(work, [NewTitle with { Value = "Edited" }], 99, null, id, house.Curator, Cancel);
        var invalid = await house.SaveAsync(work, house.Curator, id, [NewDate with { Value = "soon" }]);
        (conflict, invalid).ShouldSatisfyAllConditions(r => r.conflict.ShouldBeOfType<EditResult.Conflict>(), r => r.invalid.ShouldBeOfType<EditResult.Invalid>());
        (await StateAsync(house, id)).ShouldBe(ProposalState.Open);
        (await house.SaveAsync(work, house.Curator, id, [NewTitle with { Value = "Edited" }])).ShouldBeOfType<EditResult.Saved>();

        (await StateAsync(house, id)).ShouldBe(ProposalState.Accepted);
        (await house.FieldsAsync(work)).Title.ShouldBe("Edited");
        (await house.SaveAsync(work, house.Curator, id, [NewTitle with { Value = "Twice" }])).ShouldBeOfType<EditResult.NotOpen>();
        (await house.FieldsAsync(work)).Title.ShouldBe("Edited");
    }

    [Fact]
    public async Task Only_curators_decide_and_only_its_researcher_withdraws()
    {
        await using var house = await CurationHouse.OpenAsync();
        var work = await house.SharedAsync("Shared");
        await house.SaveAsync(work, house.AdaSignedIn, NewTitle);
        var id = await ProposalAsync(house);

        foreach (var user in new[] { house.AdaSignedIn, house.BenSignedIn, CurationHouse.User("Nobody", null), CurationHouse.User("Ada without role", house.Ada) })
        {
            (await house.Decisions.AcceptAsync(id, 1, user, Cancel)).ShouldBeOfType<ProposalResult.NotFound>();
            (await house.Decisions.DeclineAsync(id, "no", user, Cancel)).ShouldBeOfType<ProposalResult.NotFound>();
            if (user.Person != house.Ada || user.Roles.Count == 0) (await house.Decisions.WithdrawAsync(id, user, Cancel)).ShouldBeOfType<ProposalResult.NotFound>();
        }

        (await house.Decisions.AcceptAsync(Guid.NewGuid(), 1, house.Curator, Cancel)).ShouldBeOfType<ProposalResult.NotFound>();
        (await house.Editing.LoadAsync(work, house.BenSignedIn, Cancel))!.Proposals.ShouldBeEmpty();
        (await house.SaveAsync(work, house.BenSignedIn, id, [NewDate])).ShouldBeOfType<EditResult.Saved>();
        (await StateAsync(house, id)).ShouldBe(ProposalState.Open);
        (await house.Decisions.WithdrawAsync(id, house.AdaSignedIn, Cancel)).ShouldBeOfType<ProposalResult.Done>();
        (await house.Decisions.AcceptAsync(id, 1, house.Curator, Cancel)).ShouldBe(new ProposalResult.NotOpen(ProposalState.Withdrawn, "Ada Lovelace"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_two_curators_at_the_same_moment_one_decides(DatabaseProvider provider)
    {
        await using var house = await CurationHouse.OpenAsync(provider);
        var work = await house.SharedAsync("Shared");
        await house.SaveAsync(work, house.AdaSignedIn, NewTitle);
        var id = await ProposalAsync(house);
        var dora = CurationHouse.User("Dora Curator", null, Roles.Curator);

        var results = await Task.WhenAll(house.Decisions.AcceptAsync(id, 1, house.Curator, Cancel), house.Decisions.DeclineAsync(id, "no", dora, Cancel), house.Decisions.AcceptAsync(id, 1, dora, Cancel));

        results.Count(r => r is ProposalResult.Done).ShouldBe(1);
        // The others hear that it is decided; who accepts may hear first that the record has changed.
        results.Count(r => r is ProposalResult.NotOpen or ProposalResult.RecordChanged).ShouldBe(2);
        var accepted = await StateAsync(house, id) == ProposalState.Accepted;
        (await house.Database.ReadAsync(db => db.Corrections.CountAsync(Cancel))).ShouldBe(accepted ? 1 : 0);
    }

    [Fact]
    public async Task Two_proposals_at_the_same_moment_become_one()
    {
        await using var house = await CurationHouse.OpenAsync();
        var work = await house.SharedAsync("Shared");

        await Task.WhenAll(house.SaveAsync(work, house.AdaSignedIn, NewTitle), house.SaveAsync(work, house.AdaSignedIn, NewDate));

        (await house.Proposals.OpenAsync(work, null, Cancel)).ShouldHaveSingleItem().Changes.Count.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_thousand_elements_are_one_proposal_and_more_are_refused_with_a_reason(DatabaseProvider provider)
    {
        await using var house = await CurationHouse.OpenAsync(provider);
        var work = await house.SharedAsync("Shared");
        CorrectionRequest Contributor(int n) => new(FieldPaths.Contributors, null, CorrectionOp.Add, FieldValues.Write(new FieldContributor("", $"Author {n}", "author")));

        (await house.SaveAsync(work, house.AdaSignedIn, [.. Enumerable.Range(0, 1000).Select(Contributor)])).ShouldBeOfType<EditResult.Saved>().Proposed.ShouldBe(1000);
        (await house.SaveAsync(work, house.AdaSignedIn, NewTitle)).ShouldBeOfType<EditResult.Invalid>().Sentence.ShouldContain("up to 1,000 changes");
        (await house.SaveAsync(work, house.AdaSignedIn, [.. Enumerable.Range(0, 1001).Select(Contributor)])).ShouldBeOfType<EditResult.Invalid>();
        (await house.Decisions.AcceptAsync(await ProposalAsync(house), 1, house.Curator, Cancel)).ShouldBeOfType<ProposalResult.Done>();

        (await house.FieldsAsync(work)).Contributors.Count.ShouldBe(1000);
    }

    [Fact]
    public async Task Nothing_is_proposed_for_somebody_elses_record()
    {
        await using var house = await CurationHouse.OpenAsync();
        var bens = await house.WorkAsync("Ben's", null, "file:bibtex:ben:b.bib", house.Ben);

        (await house.Editing.SaveAsync(bens, [NewTitle], 1, null, null, house.AdaSignedIn, Cancel)).ShouldBeOfType<EditResult.NotFound>();
        (await house.Editing.SaveAsync(Guid.NewGuid(), [NewTitle], 1, null, null, house.AdaSignedIn, Cancel)).ShouldBeOfType<EditResult.NotFound>();

        (await house.Database.ReadAsync(db => db.Proposals.CountAsync(Cancel))).ShouldBe(0);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_several_have_is_held_until_the_proposal_is_decided(DatabaseProvider provider)
    {
        await using var house = await CurationHouse.OpenAsync(provider);
        var shared = await house.SharedAsync("Shared");
        var mine = await house.WorkAsync("Mine");
        await house.PlanAsync();
        var before = await StatesAsync(house, shared);
        await house.SaveAsync(shared, house.AdaSignedIn, NewTitle);
        await house.SaveAsync(mine, house.AdaSignedIn, NewTitle);
        await house.PlanAsync();
        var waiting = await StatesAsync(house, shared);
        var own = await StatesAsync(house, mine);
        await house.Decisions.DeclineAsync(await house.Database.ReadAsync(db => db.Proposals.Where(p => p.RecordId == shared).Select(p => p.Id).SingleAsync(Cancel)), "no", house.Curator, Cancel);
        await house.PlanAsync();

        before.ShouldBe([(SyncState.Ready, HoldReason.None), (SyncState.Ready, HoldReason.None)]);
        waiting.ShouldBe([(SyncState.Held, HoldReason.OpenProposal), (SyncState.Held, HoldReason.OpenProposal)]);
        own.ShouldBe([(SyncState.Ready, HoldReason.None)]);
        (await StatesAsync(house, shared)).ShouldBe(before);
    }

    [Fact]
    public async Task A_record_that_is_gone_meanwhile_takes_its_proposals_with_it()
    {
        await using var house = await CurationHouse.OpenAsync();
        var work = await house.SharedAsync("Shared");
        await house.SaveAsync(work, house.AdaSignedIn, NewTitle);
        var id = await ProposalAsync(house);

        await house.Database.Transactions.RunAsync((db, ct) => db.Records.Where(r => r.Id == work).ExecuteDeleteAsync(ct), Cancel);

        (await house.Decisions.AcceptAsync(id, 1, house.Curator, Cancel)).ShouldBeOfType<ProposalResult.NotFound>();
        (await house.Proposals.ListAsync(new ProposalFilter(), null, Cancel)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_word_in_the_setting_is_refused_with_a_sentence()
    {
        await using var house = await CurationHouse.OpenAsync(settings: ("Curation:ResearcherCorrections", "Some"));

        Should.Throw<OptionsValidationException>(() => house.Get<IOptions<CurationOptions>>().Value).Message.ShouldStartWith("Set Curation:ResearcherCorrections to Minor");
    }

    private static Task<Guid> ProposalAsync(CurationHouse house) => house.Database.ReadAsync(db => db.Proposals.Where(p => p.State == ProposalState.Open).Select(p => p.Id).SingleAsync(Cancel));

    private static Task<ProposalState> StateAsync(CurationHouse house, Guid id) => house.Database.ReadAsync(db => db.Proposals.Where(p => p.Id == id).Select(p => p.State).SingleAsync(Cancel));

    private static async Task<List<(SyncState, HoldReason)>> StatesAsync(CurationHouse house, Guid record) =>
        [.. (await house.Database.ReadAsync(db => db.SyncItems.Where(i => i.RecordId == record).OrderBy(i => i.Id).ToListAsync(Cancel))).Select(i => (i.State, i.HoldReason))];
}
