using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Curation.ToDeposit;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;
using OrcidPortal.Security;
using OrcidPortal.Tests.Curation;
using OrcidPortal.Tests.Curation.ToDeposit;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Pages.Curation.ToDeposit;

public sealed class ToDepositFileTests
{
    private static readonly SignedIn Cora = CurationHouse.User("Cora Curator", null, Roles.Curator);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_curator_gets_the_file_and_gets_it_again()
    {
        await using var app = new PortalApp(("Jobs:Enabled", "false"));
        using var browser = await app.SignedInAsync("curator");
        var at = await TakenAsync(app);

        foreach (var (ending, type, begins) in new[] { ("csv", "text/csv", "id,collection,dc.contributor.author"), ("bib", "application/x-bibtex", "@article{Lovelace2019Engines,") })
            for (var time = 0; time < 2; time++)
            {
                using var answer = await browser.GetAsync($"/curation/to-deposit.{ending}?taken={at.ToUnixTimeMilliseconds()}", Stop);

                answer.StatusCode.ShouldBe(HttpStatusCode.OK);
                answer.Content.Headers.ContentType!.ToString().ShouldBe($"{type}; charset=utf-8");
                answer.Content.Headers.ContentDisposition!.FileName.ShouldNotBeNull().ShouldMatch($@"^to-deposit-\d{{4}}-\d\d-\d\d-\d{{4}}\.{ending}$");
                (await answer.Content.ReadAsStringAsync(Stop)).ShouldStartWith(begins);
            }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?taken=")]
    [InlineData("?taken=yesterday")]
    [InlineData("?taken=99999999999999999")]
    [InlineData("?taken=0")]
    public async Task A_file_that_was_never_made_is_not_found(string query)
    {
        await using var app = new PortalApp(("Jobs:Enabled", "false"));
        using var browser = await app.SignedInAsync("curator");

        using var answer = await browser.GetAsync("/curation/to-deposit.csv" + query, Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/curation/to-deposit")]
    [InlineData("/curation/to-deposit.csv?taken=0")]
    [InlineData("/curation/to-deposit.bib?taken=0")]
    public async Task A_researcher_gets_neither_the_page_nor_a_file(string path)
    {
        await using var app = new PortalApp(("Jobs:Enabled", "false"));
        using var browser = await app.SignedInAsync("researcher");

        using var answer = await browser.GetAsync(path, Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<DateTimeOffset> TakenAsync(PortalApp app)
    {
        var person = new Person { LocalId = "grace-of-files", GivenNames = "Grace", FamilyName = "Hopper", SortName = "hopper grace" };
        await app.Services.GetRequiredService<Transactions>().RunAsync((db, _) => { db.People.Add(person); return Task.CompletedTask; }, Stop);
        await app.Services.GetRequiredService<RecordStore>().SaveAsync(
            [new RecordDraft(RecordKind.Work, OrcidSource.Of("Simulator", "0000-0002-1825-0097"), OrcidSource.LocalId("work", 1), ClaimedWorks.Fields("Engines"), person.Id)], Origin.Orcid, "claim", null, Actor.System("test"), Stop);
        return (await app.Services.GetRequiredService<Deposits>().TakeAsync(new DepositFilter(), null, Cora, Stop)).ShouldNotBeNull().At;
    }
}
