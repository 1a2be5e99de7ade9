using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.Mapping;
using OrcidPortal.Pages.Curation;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Security;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages.Curation;

public sealed class NeedsFixingTests
{
    [Fact]
    public async Task Nothing_to_fix_is_said_and_leads_on()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);

        var page = house.Open<NeedsFixing>();

        page.WaitForAssertion(() => page.Find(".state-card h2").TextContent.ShouldBe("Nothing needs fixing"));
        page.Button("Import works").GetAttribute("href").ShouldBe("imports");
    }

    [Fact]
    public async Task Each_work_says_what_is_wrong_first_and_the_code_behind_it_and_who_waits()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var item = await house.WorkAsync("Bad one", SyncState.NeedsFix, problems: [ProblemCodes.TitleRequired]);
        await house.WorkAsync("Good one", SyncState.InSync);

        var page = house.Open<NeedsFixing>();

        var row = page.WaitForElement("tbody tr");
        row.GetAttribute("data-record").ShouldBe(item.RecordId.ToString());
        row.QuerySelector("a")!.GetAttribute("href").ShouldBe($"records/{item.RecordId}");
        row.QuerySelector("li")!.TextContent.ShouldBe("The title is missing. title.required");
        row.QuerySelector("a[href='admin/people/researcher']")!.TextContent.ShouldBe("Ada Lovelace");
        page.FindAll("tbody tr").Count.ShouldBe(1);
        page.Find(".reasons").TextContent.ShouldContain("The title is missing");
        page.Markup.ShouldContain("1 record needs fixing for 1 person.");
    }

    [Fact]
    public async Task Filters_in_the_address_narrow_and_what_they_hide_can_be_shown_again()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await house.WorkAsync("On engines", SyncState.NeedsFix, problems: [ProblemCodes.TypeUnknown]);
        await house.WorkAsync("Poems", SyncState.NeedsFix, problems: [ProblemCodes.TitleRequired], person: house.Ben);
        house.Navigation.NavigateTo("curation?problem=type.unknown");
        var page = house.Open<NeedsFixing>();
        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(1));
        page.Find("tbody tr").TextContent.ShouldContain("On engines");

        house.Navigation.NavigateTo("curation?problem=type.unknown&person=ben");

        page.WaitForAssertion(() => page.Find(".state-card h2").TextContent.ShouldBe("No record matches these filters"));
        page.Button("Show all").GetAttribute("href").ShouldBe("curation");
    }

    [Fact]
    public async Task Choosing_a_filter_puts_it_into_the_address()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await house.WorkAsync("Poems", SyncState.NeedsFix, problems: [ProblemCodes.TitleRequired]);
        var page = house.Open<NeedsFixing>();
        page.WaitForElement("tbody tr");

        await page.Field("Order").ChangeAsync(new() { Value = "title" });
        await house.TypeAsync(page, "Title contains", "poem");

        page.WaitForAssertion(() => house.Navigation.Uri.ShouldEndWith("?sort=title&q=poem"));
    }

    [Fact]
    public async Task The_keyboard_opens_the_work()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var item = await house.WorkAsync("Poems", SyncState.NeedsFix, problems: [ProblemCodes.TitleRequired]);
        var page = house.Open<NeedsFixing>();
        page.WaitForElement("tbody tr");

        await page.FindComponent<Shortcuts>().Instance.Pressed("e");

        house.Navigation.Uri.ShouldEndWith($"records/{item.RecordId}");
    }

    [Fact]
    public async Task The_list_changes_by_itself()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var live = house.Get<LiveUpdates>();
        await live.StartAsync(TestContext.Current.CancellationToken);
        var page = house.Open<NeedsFixing>();
        page.WaitForElement(".state-card");
        await house.WorkAsync("New", SyncState.NeedsFix, problems: [ProblemCodes.TitleRequired]);

        await house.Database.Transactions.RunAsync((db, ct) => Topics.TouchAsync(db, Topics.Curation, ct), TestContext.Current.CancellationToken);

        page.WaitForAssertion(() =>
        {
            house.Database.Clock.Advance(TimeSpan.FromSeconds(11));
            page.Find("tbody tr").TextContent.ShouldContain("New");
        }, TimeSpan.FromSeconds(10));
        await live.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_kind_is_shown_and_filters()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await house.WorkAsync("On engines", SyncState.NeedsFix, problems: ["title.required"]);
        await house.WorkAsync("A grant", SyncState.NeedsFix, problems: ["title.required"], kind: RecordKind.Funding);
        house.Navigation.NavigateTo("curation?kind=Funding");

        var page = house.Open<NeedsFixing>();

        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(1));
        page.Find("tbody tr .aside").TextContent.ShouldBe("Funding, 2024");
    }

    [Fact]
    public async Task All_records_are_narrowed_to_a_kind()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await house.WorkAsync("On engines", SyncState.InSync);
        await house.WorkAsync("limnology", SyncState.InSync, kind: RecordKind.Keyword, fields: new RecordFields { Content = "limnology" });
        house.Navigation.NavigateTo("records?kind=Keyword");

        var page = house.Open<AllWorks>();

        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(1));
        page.Find("tbody td[data-label=Type]").TextContent.ShouldBe("Keyword");
        await page.Field("Kind").ChangeAsync(new ChangeEventArgs { Value = "" });
        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(2));
        page.FindAll("tbody td[data-label=Type]").Select(c => c.TextContent).ShouldBe(["Journal article", "Keyword"], ignoreOrder: true);
    }
}
