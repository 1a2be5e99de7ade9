using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Curation;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Admin;
using OrcidPortal.Pages.Curation;
using OrcidPortal.Pages.Curation.Hands;
using OrcidPortal.Pages.Layout;
using OrcidPortal.Pages.Researcher;
using OrcidPortal.Push;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages.Curation.Hands;

/// <summary>Questions, assignments, exclusions and failures from hand to hand, as the pages show them.</summary>
public sealed class HandPagesTests
{
    private static readonly RecordFields Fields = new() { Title = "On engines", PublicationDate = "2024", Type = new TypeValue("orcid", "journal-article") };
    private static readonly SignedIn Cora = User("Cora Curator", null, Roles.Curator);
    private static readonly SignedIn Adam = User("Adam Admin", null, Roles.Curator, Roles.Admin);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_curator_asks_in_the_editor()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var page = house.Open<RecordEditor>(("Id", await house.ImportedAsync(Fields)));
        page.WaitForElement("#questions-head");

        await page.ClickAsync("Ask a question");
        await page.Field("Question").ChangeAsync(new ChangeEventArgs { Value = "Is it <b>yours</b>?" });
        await page.Find("section[aria-labelledby=questions-head] form").SubmitAsync();

        page.WaitForAssertion(() => page.Find(".question blockquote").TextContent.ShouldBe("Is it <b>yours</b>?"));
        page.FindAll(".question b").ShouldBeEmpty();
        (await house.Database.ReadAsync(db => db.Questions.SingleAsync(Stop))).PersonId.ShouldBe(house.Ada.Id);
    }

    [Fact]
    public async Task The_person_answers_at_home()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await AskedAsync(house, house.Ada);
        await AskedAsync(house, house.Ben);
        var page = house.Open<HomePage>();
        page.WaitForAssertion(() => page.FindAll(".question").Count.ShouldBe(1));

        await page.Field("Your answer").ChangeAsync(new ChangeEventArgs { Value = "<script>yes</script>" });
        await page.Find(".question form").SubmitAsync();

        page.WaitForAssertion(() => page.FindAll(".question").ShouldBeEmpty());
        (await house.Database.ReadAsync(db => db.Questions.SingleAsync(q => q.PersonId == house.Ada.Id, Stop))).ShouldSatisfyAllConditions(q => q.State.ShouldBe(QuestionState.Answered), q => q.Answer.ShouldBe("<script>yes</script>"));
    }

    [Fact]
    public async Task The_answer_stands_on_the_curators_page_until_it_is_closed()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await AskedAsync(house, house.Ada);
        var id = await house.Database.ReadAsync(db => db.Questions.Select(q => q.Id).SingleAsync(Stop));
        await house.Get<Questions>().AnswerAsync(id, "<i>Yes</i>", User("Ada Lovelace", house.Ada, Roles.Researcher), Stop);
        var page = house.Open<QuestionsPage>();
        page.WaitForAssertion(() => page.Find(".answer").TextContent.ShouldBe("<i>Yes</i>"));

        await page.ClickAsync("Close the question to Ada Lovelace");

        page.WaitForAssertion(() => page.Markup.ShouldContain("No answer waits"));
    }

    [Fact]
    public async Task The_drawer_counts_what_waits_for_curators()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await AskedAsync(house, house.Ada);
        var id = await house.Database.ReadAsync(db => db.Questions.Select(q => q.Id).SingleAsync(Stop));
        await house.Get<Questions>().AnswerAsync(id, "Yes", User("Ada Lovelace", house.Ada, Roles.Researcher), Stop);

        var nav = house.Open<NavLinks>();

        nav.WaitForAssertion(() => nav.Find("a[href='curation/questions'] .nav-count").TextContent.ShouldBe("1 waiting"));
        nav.FindAll("a[href='curation/proposals'] .nav-count").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_curator_takes_a_record_and_lets_it_go()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var page = house.Open<RecordEditor>(("Id", await house.ImportedAsync(Fields)));
        page.WaitForElement("#assign-head");

        await page.ClickAsync("Take it");
        page.WaitForAssertion(() => page.Find("section[aria-labelledby=assign-head]").TextContent.ShouldContain("Assigned to "));
        await page.ClickAsync("Let go");

        page.WaitForAssertion(() => page.Find("section[aria-labelledby=assign-head]").TextContent.ShouldContain("Nobody yet."));
        (await house.Database.ReadAsync(db => db.Audit.CountAsync(a => a.Action == "record.assigned", Stop))).ShouldBe(2);
    }

    [Fact]
    public async Task A_curator_excludes_with_a_reason_and_takes_it_back()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var item = await house.WorkAsync("On engines", SyncState.Ready);
        var page = house.Open<RecordEditor>(("Id", item.RecordId));
        page.WaitForElement("#exclude-head");

        await page.ClickAsync("Exclude from sending …");
        await page.Field("Why, for them to read").ChangeAsync(new ChangeEventArgs { Value = "A poster, not a publication" });
        await page.Find("section[aria-labelledby=exclude-head] form").SubmitAsync();

        page.WaitForAssertion(() => page.Find("section[aria-labelledby=exclude-head]").TextContent.ShouldContain("Reason: A poster, not a publication"));
        await page.ClickAsync("Send again for Ada Lovelace");
        page.WaitForAssertion(() => page.Find("section[aria-labelledby=exclude-head]").TextContent.ShouldNotContain("poster"));
        (await house.Database.ReadAsync(db => db.SyncItems.SingleAsync(Stop))).ExcludedAt.ShouldBeNull();
    }

    [Fact]
    public async Task The_person_reads_who_excluded_it_and_why_and_has_no_button_for_it()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        var item = await house.WorkAsync("On engines", SyncState.Ready);
        await house.Get<Exclusions>().ExcludeAsync(item.RecordId, null, "A <b>poster</b>", Cora, Stop);

        var page = house.Open<WorkPage>(("RecordId", item.RecordId));

        page.WaitForAssertion(() => page.Find(".state-sentence").TextContent.ShouldBe("The library decided not to send this. Cora Curator says: “A <b>poster</b>”"));
        page.FindAll("section[data-state] button").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_admin_hands_a_cause_over_and_reads_what_comes_back()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Admin);
        var item = await house.WorkAsync("One", SyncState.Failed, Failing);
        var page = house.Open<Failures>();
        page.WaitForElement(".failure");

        await page.ClickAsync("Hand over to the curators …");
        await page.Find(".failure > .words-form textarea").ChangeAsync(new ChangeEventArgs { Value = "Is it a double?" });
        await page.Find(".failure > .words-form").SubmitAsync();
        page.WaitForAssertion(() => page.Markup.ShouldContain("1 entry is handed to the curators."));
        await page.Find(".failure > details:last-of-type").TriggerEventAsync("ontoggle", EventArgs.Empty);

        page.WaitForAssertion(() => page.Find(".failure table").TextContent.ShouldContain("“Is it a double?”"));
        var handover = await house.Database.ReadAsync(db => db.Handovers.SingleAsync(Stop));
        handover.SyncItemId.ShouldBe(item.Id);
    }

    [Fact]
    public async Task A_curator_reads_cause_words_and_next_step_and_tries_again()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var item = await house.WorkAsync("One", SyncState.Failed, Failing);
        await house.Get<Handovers>().HandOverAsync(new FailureGroupKey(SyncState.Failed, FailureKind.TooMany, 409, 9048), new FailureFilter(), null, "Is it a <b>double</b>?", Adam, Stop);
        var page = house.Open<HandedOverPage>();
        page.WaitForElement("[data-handover]").TextContent.ShouldSatisfyAllConditions(
            t => t.ShouldContain("The ORCID record is full"), t => t.ShouldContain("ORCID’s code 9048"), t => t.ShouldContain("more than 10,000 works"), t => t.ShouldContain("Is it a <b>double</b>?"), t => t.ShouldContain("Adam Admin handed it over"));

        await page.ClickAsync("Try again: One");

        page.WaitForAssertion(() => page.Markup.ShouldContain("Nothing was handed over"));
        house.Jobs.Started.ShouldBe(["PushJob.RunAsync()"]);
        (await house.Database.ReadAsync(db => db.SyncItems.SingleAsync(i => i.Id == item.Id, Stop))).Failure.ShouldBe(FailureKind.None);
    }

    [Fact]
    public async Task In_the_editor_a_failure_is_given_back_with_words()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var item = await house.WorkAsync("One", SyncState.Failed, Failing);
        await house.Get<Handovers>().HandOverAsync(new FailureGroupKey(SyncState.Failed, FailureKind.TooMany, 409, 9048), new FailureFilter(), null, "Look", Adam, Stop);
        var page = house.Open<RecordEditor>(("Id", item.RecordId));
        page.WaitForElement("[data-handover]");

        await page.ClickAsync("Give back: One");
        await page.Find("[data-handover] textarea").ChangeAsync(new ChangeEventArgs { Value = "All right here" });
        await page.Find("[data-handover] .words-form").SubmitAsync();

        page.WaitForAssertion(() => page.FindAll("[data-handover]").ShouldBeEmpty());
        (await house.Database.ReadAsync(db => db.Handovers.SingleAsync(Stop))).ShouldSatisfyAllConditions(h => h.State.ShouldBe(HandoverState.GivenBack), h => h.Words.ShouldBe("All right here"));
    }

    private static async Task AskedAsync(PageHouse house, Person person) =>
        (await house.Get<Questions>().AskAsync(await house.ImportedAsync(Fields with { Title = $"Of {person.FamilyName}" }, person), person.Id, "Is it yours?", Cora, Stop)).ShouldBe(HandResult.Done);

    private static SyncItem Failing(SyncItem item)
    {
        (item.Failure, item.FailureStatus, item.FailureCode, item.FailureMessage, item.FailedAt) = (FailureKind.TooMany, 409, 9048, "more than 10,000 works", TestDatabase.Start);
        return item;
    }

    private static SignedIn User(string name, Person? person, params string[] roles) => new(new Actor(ActorKind.Account, name, name, person?.Id), Guid.NewGuid(), name, roles.ToHashSet(), person, null);
}
