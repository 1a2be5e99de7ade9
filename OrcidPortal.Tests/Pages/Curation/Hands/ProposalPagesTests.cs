using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Curation;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Curation;
using OrcidPortal.Pages.Curation.Hands;
using OrcidPortal.Pages.Researcher;
using OrcidPortal.Records;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages.Curation.Hands;

/// <summary>From a researcher's proposal to the curator's word about it, as the pages show it.</summary>
public sealed class ProposalPagesTests
{
    private static readonly RecordFields Fields = new() { Title = "On engines", PublicationDate = "2024", Type = new TypeValue("orcid", "journal-article"), ExternalIds = [new FieldIdentifier("doi", "10.1000/1")] };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_researcher_proposes_for_a_work_that_a_colleague_has_too_and_withdraws()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        var work = await SharedAsync(house);
        var page = house.Open<RecordEditor>(("Id", work));
        page.WaitForAssertion(() => page.Find(".page-words").TextContent.ShouldContain("A colleague who is connected to ORCID has this too"));
        page.FindAll("#history-head").ShouldBeEmpty();
        await house.TypeAsync(page, "Title", "On <b>engines</b>");
        page.WaitForElement(".save-bar");

        await page.ClickAsync("Propose 1 change");

        page.WaitForAssertion(() => page.Find(".save-dock").TextContent.ShouldContain("1 change is proposed."));
        page.Find("h1").TextContent.ShouldBe("On engines");
        page.Find(".proposal").TextContent.ShouldContain("On <b>engines</b>");
        page.FindAll(".proposal b").ShouldBeEmpty();
        page.FindAll(".save-bar").ShouldBeEmpty();
        await page.ClickAsync("Withdraw");
        page.WaitForAssertion(() => page.FindAll(".proposal").ShouldBeEmpty());
        (await ProposalAsync(house)).State.ShouldBe(ProposalState.Withdrawn);
    }

    [Fact]
    public async Task The_save_bar_says_what_counts_at_once_and_what_is_proposed()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        var page = house.Open<RecordEditor>(("Id", await house.ImportedAsync(Fields)));
        page.WaitForElement("[data-field=title] input");

        await house.TypeAsync(page, "Title", "On analytical engines");
        await house.TypeAsync(page, "Publication date", "2025");

        page.WaitForAssertion(() => page.Find(".save-words").TextContent.ShouldBe("The library looks at this first: Title. The rest counts at once."));
        await page.ClickAsync("Save 1, propose 1");
        page.WaitForAssertion(() => page.Find(".save-dock").TextContent.ShouldContain("The other changes count."));
        page.Field("Publication date").GetAttribute("value").ShouldBe("2025");
        page.Field("Title").GetAttribute("value").ShouldBe("On engines");
        house.Jobs.Started.ShouldBe(["PushJob.RunAsync()"]);
    }

    [Fact]
    public async Task A_curator_reads_who_and_what_and_accepts()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var work = await SharedAsync(house);
        await ProposeAsync(house, work, "On better engines");
        await house.CorrectAsync(work, FieldPaths.Title, "Meanwhile");
        var page = house.Open<ProposalsPage>();
        page.WaitForElement(".proposal");

        page.Find(".proposal").TextContent.ShouldSatisfyAllConditions(t => t.ShouldContain("Ada Lovelace"), t => t.ShouldContain("Ben Byron (connected)"), t => t.ShouldContain("It now says Meanwhile"), t => t.ShouldContain("Reason: the publisher says so"));
        await page.ClickAsync("Accept what Ada Lovelace proposes");

        page.WaitForAssertion(() => page.Markup.ShouldContain("No proposal waits"));
        (await house.Database.ReadAsync(db => db.Records.SingleAsync(Stop))).Title.ShouldBe("On better engines");
        house.Jobs.Started.ShouldBe(["PushJob.RunAsync()"]);
    }

    [Fact]
    public async Task A_curator_declines_in_the_editor_with_a_reason()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var work = await SharedAsync(house);
        await ProposeAsync(house, work, "On better engines");
        var page = house.Open<RecordEditor>(("Id", work));
        page.WaitForElement(".proposal");

        await page.ClickAsync("Decline what Ada Lovelace proposes");
        await page.Find(".proposal .words-form textarea").ChangeAsync(new ChangeEventArgs { Value = "See the PDF" });
        await page.Find(".proposal .words-form").SubmitAsync();

        page.WaitForAssertion(() => page.FindAll(".proposal").ShouldBeEmpty());
        (await ProposalAsync(house)).ShouldSatisfyAllConditions(p => p.State.ShouldBe(ProposalState.Declined), p => p.Words.ShouldBe("See the PDF"));
    }

    [Fact]
    public async Task The_researcher_reads_the_answer_on_the_page_of_the_work()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        var work = await DeclinedAsync(house);
        await house.Database.AddAsync(new SyncItem { PersonId = house.Ada.Id, RecordId = work, State = SyncState.Ready, StateSince = TestDatabase.Start });

        var page = house.Open<WorkPage>(("RecordId", work));

        page.WaitForAssertion(() => page.Find(".proposal").TextContent.ShouldContain("“<i>No</i>: see the PDF”"));
        page.FindAll(".proposal i").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_researcher_reads_the_answer_at_home_and_puts_it_aside()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await DeclinedAsync(house);
        var page = house.Open<HomePage>();
        page.WaitForAssertion(() => page.Find(".proposal").TextContent.ShouldContain("“<i>No</i>: see the PDF”"));

        await page.ClickAsync("Understood: On engines");

        page.WaitForAssertion(() => page.FindAll(".proposal").ShouldBeEmpty());
        (await ProposalAsync(house)).SeenAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_curator_opens_it_in_the_editor_changes_it_and_saves()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var work = await SharedAsync(house);
        await ProposeAsync(house, work, "On better engines");
        var id = (await ProposalAsync(house)).Id;
        house.Navigation.NavigateTo($"records/{work}?proposal={id}");
        var page = house.Open<RecordEditor>(("Id", work));
        page.WaitForAssertion(() => page.Field("Title").GetAttribute("value").ShouldBe("On better engines"));
        page.Find("[role=status].proposal").TextContent.ShouldContain("saving it accepts the proposal");

        await house.TypeAsync(page, "Title", "On the best engines");
        await page.ClickAsync("Save 1 change");

        page.WaitForAssertion(() => page.Find("h1").TextContent.ShouldBe("On the best engines"));
        (await ProposalAsync(house)).State.ShouldBe(ProposalState.Accepted);
    }

    [Fact]
    public async Task The_filters_stand_in_the_address()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await ProposeAsync(house, await SharedAsync(house), "Other");
        house.Navigation.NavigateTo("curation/proposals?state=Declined&person=ben");

        var page = house.Open<ProposalsPage>();

        page.WaitForAssertion(() => page.Markup.ShouldContain("No proposal matches these filters"));
        await page.Field("State").ChangeAsync(new ChangeEventArgs { Value = "Open" });
        house.Navigation.Uri.ShouldEndWith("curation/proposals?person=ben");
    }

    private static async Task<Guid> SharedAsync(PageHouse house)
    {
        var work = await house.ImportedAsync(Fields, house.Ada, house.Ben);
        await house.ConnectAsync(house.Ben, orcid: "0000-0001-5109-3700");
        return work;
    }

    private static async Task ProposeAsync(PageHouse house, Guid work, string title)
    {
        var ada = new SignedIn(new OrcidPortal.Data.Actor(OrcidPortal.Data.ActorKind.Account, "ada", "Ada Lovelace", house.Ada.Id), Guid.NewGuid(), "Ada Lovelace", new HashSet<string> { Roles.Researcher }, house.Ada, null);
        (await house.Get<RecordEditing>().SaveAsync(work, [new CorrectionRequest(FieldPaths.Title, null, CorrectionOp.Replace, title)], 1, "the publisher says so", null, ada, Stop)).ShouldBeOfType<EditResult.Saved>();
    }

    private static async Task<Guid> DeclinedAsync(PageHouse house)
    {
        var work = await SharedAsync(house);
        await ProposeAsync(house, work, "On better engines");
        var cora = new SignedIn(new OrcidPortal.Data.Actor(OrcidPortal.Data.ActorKind.Account, "cora", "Cora Curator"), Guid.NewGuid(), "Cora Curator", new HashSet<string> { Roles.Curator }, null, null);
        (await house.Get<ProposalDecisions>().DeclineAsync((await ProposalAsync(house)).Id, "<i>No</i>: see the PDF", cora, Stop)).ShouldBeOfType<ProposalResult.Done>();
        return work;
    }

    private static Task<Proposal> ProposalAsync(PageHouse house) => house.Database.ReadAsync(db => db.Proposals.AsNoTracking().SingleAsync(Stop));
}
