using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Curation;
using OrcidPortal.Records;
using OrcidPortal.Security;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages.Curation;

public sealed class RecordEditorTests
{
    private static readonly RecordFields Fields = new()
    {
        Title = "On engines", PublicationDate = "2024", Type = new TypeValue("bibtex", "article"), ExternalIds = [new FieldIdentifier("doi", "10.1000/1")],
        Contributors = [new FieldContributor("a", "Ada Lovelace", "author")],
    };

    [Fact]
    public async Task Typing_is_checked_after_a_pause_and_nothing_is_saved()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var page = house.Open<RecordEditor>(("Id", await house.ImportedAsync(Fields)));
        page.WaitForAssertion(() => page.Markup.ShouldContain("ORCID would take it"));

        await house.TypeAsync(page, "Publication date", "2019-02-30");

        page.WaitForAssertion(() => page.Find("[data-field=publication-date] .problem").TextContent.ShouldContain("publication.date-invalid"));
        page.Markup.ShouldContain("ORCID would refuse it: 1 problem");
        page.Find(".save-bar").TextContent.ShouldContain("1 unsaved change");
        (await CorrectionsAsync(house)).ShouldBeEmpty();
        house.Jobs.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task Saving_makes_corrections_and_starts_a_push_for_all()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var page = house.Open<RecordEditor>(("Id", await house.ImportedAsync(Fields)));
        page.WaitForElement("[data-field=title]");
        await house.TypeAsync(page, "Title", "On analytical engines");
        page.WaitForElement(".save-bar");

        await page.ClickAsync("Save 1 change");

        page.WaitForAssertion(() => page.Find(".saved").TextContent.ShouldContain("Saved."));
        (await CorrectionsAsync(house)).ShouldBe(["title:On analytical engines"]);
        house.Jobs.Started.ShouldBe(["PushJob.RunAsync()"]);
        page.FindAll(".save-bar").ShouldBeEmpty();
        page.Find("h1").TextContent.ShouldBe("On analytical engines");
        page.Find("[data-field=title] .correction .source-value").TextContent.ShouldBe("On engines");
    }

    [Fact]
    public async Task Who_saves_before_the_check_of_what_was_typed_is_told_that_it_is_saved_all_the_same()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var page = house.Open<RecordEditor>(("Id", await house.ImportedAsync(Fields)));
        page.WaitForElement("[data-field=title]");
        await house.TypeAsync(page, "Title", "On analytical engines");
        page.WaitForElement(".save-bar");
        await page.Field("Title").InputAsync(new ChangeEventArgs { Value = "On better engines" });

        await page.ClickAsync("Save 1 change");
        page.WaitForElement(".saved");
        var renders = page.RenderCount;
        house.Database.Clock.Advance(TimeSpan.FromMilliseconds(300));

        (await CorrectionsAsync(house)).ShouldBe(["title:On better engines"]);
        await page.InvokeAsync(() => { });
        page.RenderCount.ShouldBe(renders);
        page.Find(".saved").TextContent.ShouldContain("Saved.");
    }

    [Fact]
    public async Task Somebody_elses_change_is_shown_and_what_was_typed_stays()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var work = await house.ImportedAsync(Fields);
        var page = house.Open<RecordEditor>(("Id", work));
        page.WaitForElement("[data-field=title]");
        await house.TypeAsync(page, "Title", "Mine");
        page.WaitForElement(".save-bar");
        await house.CorrectAsync(work, FieldPaths.PublicationDate, "2025");

        await page.ClickAsync("Save 1 change");

        page.WaitForAssertion(() => page.Find(".conflict").TextContent.ShouldContain("Dora Curator"));
        page.Find(".conflict li").TextContent.ShouldContain("Publication date");
        page.Field("Title").GetAttribute("value").ShouldBe("Mine");
        page.Field("Publication date").GetAttribute("value").ShouldBe("2025");
        (await CorrectionsAsync(house)).ShouldBe(["publication-date:2025"]);

        await page.ClickAsync("Save 1 change");

        page.WaitForAssertion(() => page.Find("h1").TextContent.ShouldBe("Mine"));
        (await CorrectionsAsync(house)).ShouldBe(["publication-date:2025", "title:Mine"]);
    }

    [Fact]
    public async Task Undo_brings_the_sources_value_back()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var work = await house.ImportedAsync(Fields);
        await house.CorrectAsync(work, FieldPaths.Title, "Wrongly corrected");
        var page = house.Open<RecordEditor>(("Id", work));
        page.WaitForElement("[data-field=title] .correction");

        await page.ClickAsync("Undo");

        page.WaitForAssertion(() => page.Find("h1").TextContent.ShouldBe("On engines"));
        (await CorrectionsAsync(house)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Identifiers_are_added_and_removed_one_by_one()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var work = await house.ImportedAsync(Fields);
        var page = house.Open<RecordEditor>(("Id", work));
        page.WaitForElement("[data-field=external-ids]");

        await page.ClickAsync("Remove doi 10.1000/1");
        await page.ClickAsync("Add an identifier");
        await house.TypeAsync(page, "Value", "10.1000/2");
        page.WaitForAssertion(() => page.Find(".save-bar strong").TextContent.ShouldBe("2 unsaved changes"));
        await page.ClickAsync("Save 2 changes");

        page.WaitForElement(".saved");
        (await house.Database.ReadAsync(db => db.Records.Select(r => r.Fields).SingleAsync(TestContext.Current.CancellationToken))).ExternalIds.Select(i => i.Value).ShouldBe(["10.1000/2"]);
    }

    [Fact]
    public async Task Of_a_thousand_contributors_twenty_are_shown_at_first()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var work = await house.ImportedAsync(Fields with { Contributors = [.. Enumerable.Range(0, 1000).Select(i => new FieldContributor($"c{i}", $"Person {i}", "author"))] });
        var page = house.Open<RecordEditor>(("Id", work));
        page.WaitForAssertion(() => page.FindAll("[data-field=contributors] li").Count.ShouldBe(20));

        await page.ClickAsync("Show all 1,000");

        page.FindAll("[data-field=contributors] li").Count.ShouldBe(1000);
    }

    [Fact]
    public async Task Somebody_elses_work_is_not_there_for_a_researcher()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        var work = await house.ImportedAsync(Fields, house.Ben);

        var page = house.Open<RecordEditor>(("Id", work));

        page.WaitForAssertion(() => page.Find("h1").TextContent.ShouldBe("There is nothing here for you"));
        page.Markup.ShouldNotContain("On engines");
    }

    private static Task<List<string>> CorrectionsAsync(PageHouse house) => house.Database.ReadAsync(db =>
        db.Corrections.Where(c => c.RetiredAt == null).OrderBy(c => c.Field).Select(c => c.Field + ":" + c.Value).ToListAsync(TestContext.Current.CancellationToken));
}
