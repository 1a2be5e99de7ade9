using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using OrcidPortal.Curation;
using OrcidPortal.Curation.Bulk;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Curation;
using OrcidPortal.Pages.Curation.Bulk;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Records.Vocabularies;
using OrcidPortal.Security;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages.Curation.Bulk;

public sealed class BulkPagesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reason_that_one_word_heals_leads_from_the_list_to_a_fix_that_is_tried_applied_and_taken_back()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await ZinesAsync(house, 3);
        var list = house.Open<NeedsFixing>();
        var group = list.WaitForElement(".groups li");
        group.TextContent.ShouldContain("“zine”");
        group.TextContent.ShouldContain("3 works, 1 person waits");

        _ = list.ClickAsync("Say what it is");
        list.WaitForElement("#bulk-target");
        await list.ClickAsync("See what it would do");
        list.Find("[role=alert]").TextContent.ShouldBe("Choose first.");
        await list.Find("#bulk-target").ChangeAsync(new ChangeEventArgs { Value = "magazine-article" });
        await list.Find("#bulk-reason").ChangeAsync(new ChangeEventArgs { Value = "Agreed on Monday" });
        await list.ClickAsync("See what it would do");
        list.WaitForAssertion(() => house.Navigation.Uri.ShouldContain("/curation/fixes/"));

        var id = Guid.Parse(house.Navigation.Uri.Split('/')[^1]);
        await house.Get<BulkFixRunner>().RunAsync(id, Cancel);
        await house.Browser.DisposeComponentsAsync();
        var page = house.Open<BulkFixPage>((nameof(BulkFixPage.Id), id));
        page.WaitForAssertion(() => page.Find("h1").TextContent.ShouldContain("“zine” is Magazine article"));
        page.Find(".card").TextContent.ShouldContain("This is what it would do. Nothing has been changed yet.");
        page.Find(".card").TextContent.ShouldContain("“Agreed on Monday”");
        page.FindAll(".figures dd").Select(d => d.TextContent).Take(3).ShouldBe(["3", "3", "3"]);
        page.FindAll("tbody tr").Count.ShouldBe(3);

        await page.ClickAsync("Apply to 3 records");
        await house.Get<BulkFixRunner>().RunAsync(id, Cancel);
        await house.Browser.DisposeComponentsAsync();
        page = house.Open<BulkFixPage>((nameof(BulkFixPage.Id), id));
        page.WaitForAssertion(() => page.Find(".card").TextContent.ShouldContain("Applied to 3 records"));
        page.FindAll("tbody tr").ShouldAllBe(r => r.TextContent.Contains("Changed", StringComparison.Ordinal));

        _ = page.ClickAsync("Take it all back");
        var dialog = page.WaitForElement(".mud-dialog");
        dialog.TextContent.ShouldContain("3 records say again what they said before");
        await page.FindAll(".mud-dialog button")[^1].ClickAsync(new MouseEventArgs());
        await house.Get<BulkFixRunner>().RunAsync(id, Cancel);
        await house.Browser.DisposeComponentsAsync();
        var after = house.Open<BulkFixPage>((nameof(BulkFixPage.Id), id));
        after.WaitForAssertion(() => after.Find(".card").TextContent.ShouldContain("Taken back by"));
    }

    [Fact]
    public async Task Works_are_selected_by_box_range_and_key_and_given_one_value()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await ZinesAsync(house, 4);
        var page = house.Open<NeedsFixing>();
        page.WaitForElement("tbody tr");

        await page.FindAll("tbody input[type=checkbox]")[0].ClickAsync(new MouseEventArgs());
        await page.FindAll("tbody input[type=checkbox]")[2].ClickAsync(new MouseEventArgs { ShiftKey = true });
        page.Find(".bulk-bar strong").TextContent.ShouldBe("3 selected");
        await page.InvokeAsync(() => page.FindComponent<OrcidPortal.Pages.Parts.Shortcuts>().Instance.Pressed("x"));
        page.WaitForAssertion(() => page.Find(".bulk-bar strong").TextContent.ShouldBe("2 selected"));

        _ = page.ClickAsync("Set a field …");
        page.WaitForElement("#bulk-field");
        await page.Find("#bulk-field").ChangeAsync(new ChangeEventArgs { Value = FieldPaths.JournalTitle });
        await page.Find("#bulk-value").InputAsync(new ChangeEventArgs { Value = "Zines of the world" });
        await page.ClickAsync("See what it would do");
        page.WaitForAssertion(() => house.Navigation.Uri.ShouldContain("/curation/fixes/"));

        var view = (await house.Get<BulkFixList>().FindAsync(Guid.Parse(house.Navigation.Uri.Split('/')[^1]), Cancel))!;
        (view.Fix.Kind, view.Fix.Field, view.Fix.Value, view.Fix.Total).ShouldBe((BulkFixKind.SetField, FieldPaths.JournalTitle, "Zines of the world", 2));
    }

    [Fact]
    public async Task A_fix_that_is_not_there_says_so_and_the_list_tells_how_it_fills()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);

        var page = house.Open<BulkFixPage>((nameof(BulkFixPage.Id), Guid.NewGuid()));
        page.WaitForAssertion(() => page.Find("h1").TextContent.ShouldBe("This fix is not there any more"));
        await house.Browser.DisposeComponentsAsync();
        var list = house.Open<BulkFixesPage>();
        list.WaitForAssertion(() => list.Find(".state-card h2").TextContent.ShouldBe("Nothing has been fixed for many yet"));
    }

    [Fact]
    public async Task What_the_source_changed_is_decided_on_its_page_and_undone()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var fields = new RecordFields { Title = "Engines", Type = new TypeValue("bibtex", "article"), PublicationDate = "2024" };
        var id = await house.ImportedAsync(fields);
        await house.CorrectAsync(id, FieldPaths.Title, "Ours");
        await house.ImportedAsync(fields with { Title = "Engines, second edition" });
        var page = house.Open<MovedOnPage>();
        var row = page.WaitForElement("tbody tr");
        row.TextContent.ShouldContain("Engines, second edition");

        await page.ClickAsync("Take theirs");

        page.WaitForAssertion(() => page.Find(".state-card h2").TextContent.ShouldBe("Nothing to decide"));
        (await house.Get<RecordList>().FindAsync(id, Cancel))!.Record.Title.ShouldBe("Engines, second edition");
        await page.ClickAsync("Undo");
        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(1));
        (await house.Get<RecordList>().FindAsync(id, Cancel))!.Record.Title.ShouldBe("Ours");
    }

    private static async Task ZinesAsync(PageHouse house, int count)
    {
        await house.Get<RecordStore>().SaveAsync(
            [.. Enumerable.Range(1, count).Select(n => new RecordDraft(RecordKind.Work, "file:bibtex:researcher:zines.bib", $"z{n}", new RecordFields { Title = $"Zine {n}", Type = new TypeValue("bibtex", "zine"), PublicationDate = "2020", ExternalIds = [new FieldIdentifier("doi", $"10.5555/zine.{n}")] }, house.Ada.Id))],
            Origin.Import, "test", null, Actor.System("test"), Cancel);
        await house.Get<PushPlanner>().PlanAsync(Cancel);
    }
}
