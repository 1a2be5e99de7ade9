using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Pages.Curation;

public sealed class ToRepositoryFileTests
{
    private const string Item = "0192f2a4-6f6e-7c21-9a3b-2f1f5d0c8e11";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_curator_gets_a_file_for_each_column_as_DSpace_reads_it_and_the_rest_for_hands()
    {
        await using var app = await FilledAsync();
        using var browser = await app.SignedInAsync("curator");

        using var answer = await browser.GetAsync("/curation/to-repository.zip", Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentDisposition!.FileName.ShouldNotBeNull().ShouldMatch(@"^corrections-\d{4}-\d\d-\d\d\.zip$");
        await using var zip = await ZipArchive.CreateAsync(await answer.Content.ReadAsStreamAsync(Stop), ZipArchiveMode.Read, false, null, Stop);
        zip.Entries.Select(e => e.Name).ShouldBe(["work-dc.identifier.doi-doi.csv", "work-dc.title.csv", "by-hand.csv"]);
        (await TextAsync(zip, "work-dc.title.csv")).ShouldBe($"id,dc.title\r\n{Item},\"On \"\"Engines\"\", again\"\r\n");
        (await TextAsync(zip, "work-dc.identifier.doi-doi.csv")).ShouldBe($"id,dc.identifier.doi\r\n{Item},10.5555/1||10.5555/2\r\n");
        var byHand = (await TextAsync(zip, "by-hand.csv")).Split("\r\n")[1];
        byHand.ShouldContain("'=1+1");
        byHand.ShouldEndWith("column for it");
    }

    [Theory]
    [InlineData("/curation/to-repository")]
    [InlineData("/curation/to-repository.zip")]
    public async Task A_researcher_gets_neither_the_page_nor_the_file(string path)
    {
        await using var app = await FilledAsync();
        using var browser = await app.SignedInAsync("researcher");

        using var answer = await browser.GetAsync(path, Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<string> TextAsync(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(await zip.GetEntry(name)!.OpenAsync(Stop), Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        return await reader.ReadToEndAsync(Stop);
    }

    private static async Task<PortalApp> FilledAsync()
    {
        var app = new PortalApp(("Jobs:Enabled", "false"));
        using var started = app.Browser();
        var fields = new RecordFields { Title = "Of Engines", ExternalIds = [new("doi", "10.5555/1")] };
        var saved = await app.Services.GetRequiredService<RecordStore>().SaveAsync([new RecordDraft(RecordKind.Work, "dspace", Item, fields, null)], Origin.Import, "test", null, Actor.System("test"), Stop);
        await app.Services.GetRequiredService<RecordCorrections>().CorrectAsync(saved[0].RecordId!.Value,
        [
            new(FieldPaths.Title, null, CorrectionOp.Replace, "On \"Engines\", again"), new(FieldPaths.ExternalIds, null, CorrectionOp.Add, "doi:10.5555/2"), new(FieldPaths.Subtitle, null, CorrectionOp.Replace, "=1+1"),
        ], null, null, Actor.System("test"), Stop);
        return app;
    }
}
