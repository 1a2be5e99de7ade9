using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Pages.Admin;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Pages.Admin;

public sealed class HistoryFileTests
{
    private const string Head = "Time,Time (UTC),Operation,Outcome,Person,Id at the institution,ORCID iD,Kind,Title,Record,Put-code,HTTP status,ORCID code,ORCID's words or ours,Started by,Agreement,Duration in ms,Call\r\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("On Engines", "On Engines")]
    [InlineData("Ünïcode 漢字", "Ünïcode 漢字")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("a \"b\"", "\"a \"\"b\"\"\"")]
    [InlineData("a\r\nb", "\"a\r\nb\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1+1", "\"'-1+1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("a=1", "a=1")]
    public async Task A_cell_is_quoted_where_it_must_be_and_never_a_formula(string title, string cell)
    {
        using var file = new MemoryStream();
        var row = new HistoryRow(new HistoryEntry { At = TestDatabase.Start, By = "Push" }, title, null, null);

        await HistoryFile.WriteAsync(file, AsyncEnumerable.Repeat(row, 1), Words.Of<HistoryFacts>(), TimeZoneInfo.Utc, Stop);

        file.ToArray().Take(3).ShouldBe(Encoding.UTF8.Preamble.ToArray());
        Encoding.UTF8.GetString(file.ToArray()[3..]).ShouldBe($"{Head}2026-11-02 09:00:00,2026-11-02 09:00:00,Add,Done,,,,,{cell},,,,,,Push,,,\r\n");
    }

    [Fact]
    public async Task A_curator_gets_what_the_page_shows_in_the_zone_of_the_browser()
    {
        await using var app = await FilledAsync();
        using var browser = await app.SignedInAsync("curator");
        browser.DefaultRequestHeaders.Add("Cookie", "portal.reader=light~Asia/Tokyo");

        using var all = await browser.GetAsync("/history.csv", Stop);
        var some = await browser.GetStringAsync("/history.csv?q=engines&operation=Add&from=2026-11-02&to=2026-11-02&person=ada", Stop);
        var none = await browser.GetStringAsync("/history.csv?to=2026-11-01", Stop);

        all.StatusCode.ShouldBe(HttpStatusCode.OK);
        all.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        all.Content.Headers.ContentDisposition!.FileName.ShouldNotBeNull().ShouldMatch(@"^history-\d{4}-\d\d-\d\d\.csv$");
        all.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await all.Content.ReadAsStringAsync(Stop)).Split("\r\n").Length.ShouldBe(1 + 3 + 1);
        some.TrimStart('\uFEFF').ShouldBe(Head + "2026-11-02 18:00:00,2026-11-02 09:00:00,Add,Done,Ada Lovelace,ada,,Work,\"'=Engines\",,7,201,,,Push,,,\r\n");
        none.TrimStart('\uFEFF').ShouldBe(Head);
    }

    [Theory]
    [InlineData("/history")]
    [InlineData("/history.csv")]
    [InlineData("/history.csv?person=researcher")]
    public async Task A_researcher_gets_neither_the_page_nor_the_file(string path)
    {
        await using var app = await FilledAsync();
        using var browser = await app.SignedInAsync("researcher");

        using var answer = await browser.GetAsync(path, Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldNotContain("Engines");
    }

    private static async Task<PortalApp> FilledAsync()
    {
        var app = new PortalApp(("Jobs:Enabled", "false"));
        using var started = app.Browser();
        await app.Services.GetRequiredService<Transactions>().RunAsync((db, _) =>
        {
            var ada = new Person { LocalId = "ada", GivenNames = "Ada", FamilyName = "Lovelace", SortName = "lovelace ada" };
            db.People.Add(ada);
            db.History.AddRange(
                new HistoryEntry { At = TestDatabase.Start, PersonId = ada.Id, Operation = SyncOperation.Add, Section = "work", Title = "=Engines", PutCode = 7, HttpStatus = 201, By = "Push" },
                new HistoryEntry { At = TestDatabase.Start, PersonId = ada.Id, Operation = SyncOperation.Update, Section = "work", Title = "On Engines", By = "Push" },
                new HistoryEntry { At = TestDatabase.Start.AddDays(1), PersonId = ada.Id, Operation = SyncOperation.Add, Section = "work", Title = "On Engines", By = "Push" });
            return Task.CompletedTask;
        }, Stop);
        return app;
    }
}
