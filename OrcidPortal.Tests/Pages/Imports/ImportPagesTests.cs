using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Imports;
using OrcidPortal.Security;
using OrcidPortal.Sources;
using OrcidPortal.Tests.Infrastructure;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages.Imports;

public sealed class ImportPagesTests
{
    [Fact]
    public async Task A_file_for_a_person_is_queued_and_its_job_started()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        house.Navigation.NavigateTo("imports?person=ben");
        var page = house.Open<ImportsPage>();
        page.WaitForAssertion(() => page.Markup.ShouldContain("Nothing has been imported yet"));
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("@article{a, title={On engines}, year=2024}", "refs.bib"));
        page.WaitForAssertion(() => page.Find(".drop").TextContent.ShouldContain("refs.bib"));

        await page.ClickAsync("Start the import");

        var run = await house.Database.ReadAsync(db => db.Set<ImportRun>().SingleAsync(TestContext.Current.CancellationToken));
        (run.FileName, run.Format, run.PersonId, run.State).ShouldBe(("refs.bib", "bibtex", house.Ben.Id, ImportState.Queued));
        house.Jobs.Started.ShouldBe([$"ImportJob.RunAsync({run.Id})"]);
        house.Navigation.Uri.ShouldEndWith($"imports/{run.Id}");
    }

    [Theory]
    [InlineData("", "empty.bib", "“empty.bib” is empty.")]
    [InlineData("just some words", "notes.bib", null)]
    public async Task A_file_that_is_none_is_refused_in_words_and_leaves_nothing(string content, string name, string? words)
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        house.Navigation.NavigateTo("imports?person=ben");
        var page = house.Open<ImportsPage>();
        page.WaitForElement(".state-card");
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(content, name));

        await page.ClickAsync("Start the import");

        page.WaitForAssertion(() => page.Find("[role=alert]").TextContent.Length.ShouldBeGreaterThan(15));
        if (words is not null) page.WaitForAssertion(() => page.Markup.ShouldContain("Choose a file first."));
        (await house.Database.ReadAsync(db => db.Set<ImportRun>().CountAsync(TestContext.Current.CancellationToken))).ShouldBe(0);
        house.Jobs.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_shows_its_counts_and_each_entry_with_its_reason()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var run = await RunAsync(house, "@article{a, title={On engines}, year=2024}\n@article{b, title=\n");

        var page = house.Open<ImportRunPage>(("Id", run));

        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(2));
        page.FindAll(".figures dd").Select(d => d.TextContent).ShouldBe(["1", "0", "0", "1"]);
        page.FindAll("tbody tr")[0].QuerySelector("a")!.GetAttribute("href")!.ShouldStartWith("records/");
        page.FindAll("tbody tr")[1].QuerySelector(".line-message")!.TextContent.Length.ShouldBeGreaterThan(10);

        house.Navigation.NavigateTo($"imports/{run}?show=Rejected");

        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(1));
        page.Find("tbody tr").TextContent.ShouldContain("Rejected");
    }

    [Fact]
    public async Task A_run_on_its_way_shows_how_far_it_is()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var run = new ImportRun { Format = "bibtex", FileName = "big.bib", PersonId = house.Ada.Id, State = ImportState.Running, Total = 400, Read = 100, By = "Cora", CreatedAt = TestDatabase.Start, AliveAt = TestDatabase.Start };
        await house.Database.AddAsync(run);

        var page = house.Open<ImportRunPage>(("Id", run.Id));

        var bar = page.WaitForElement("progress");
        (bar.GetAttribute("value"), bar.GetAttribute("max")).ShouldBe(("100", "400"));
        page.Markup.ShouldContain("100 of 400 entries.");
    }

    [Fact]
    public async Task A_run_that_broke_off_says_so_and_is_repeated()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var run = await RunAsync(house, "@article{a, title={On engines}, year=2024}");
        await house.Database.Transactions.RunAsync(async (db, ct) =>
        {
            var row = await db.Set<ImportRun>().SingleAsync(ct);
            (row.State, row.Failure) = (ImportState.Failed, "The portal was stopped while it ran.");
        }, TestContext.Current.CancellationToken);
        var page = house.Open<ImportRunPage>(("Id", run));
        page.WaitForAssertion(() => page.Find("[role=alert]").TextContent.ShouldContain("The portal was stopped while it ran."));

        await page.ClickAsync("Repeat this import");

        var runs = await house.Database.ReadAsync(db => db.Set<ImportRun>().ToListAsync(TestContext.Current.CancellationToken));
        var repeat = runs.Single(r => r.Id != run);
        runs.Single(r => r.Id == run).RepeatedBy.ShouldBe(repeat.Id);
        house.Jobs.Started.ShouldBe([$"ImportJob.RunAsync({repeat.Id})"]);
    }

    private static async Task<Guid> RunAsync(PageHouse house, string content)
    {
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content));
        var queued = await house.Get<OrcidPortal.Sources.Imports>().QueueAsync(file, "refs.bib", null, house.Ada.Id, OrcidPortal.Data.Actor.System("test"), TestContext.Current.CancellationToken);
        var id = queued.ShouldBeOfType<QueueResult.Queued>().RunId;
        await house.Get<ImportRunner>().RunAsync(id, TestContext.Current.CancellationToken);
        return id;
    }
}
