using System.Net;
using System.Text;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Pages.Curation.Vocabularies;
using OrcidPortal.Records.Vocabularies;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages.Curation.Vocabularies;

public sealed class VocabularyFileTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_shown_as_what_it_would_do_and_saved_at_a_click()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var page = house.Open<VocabularyImportPage>();
        page.WaitForElement("input[type=file]");
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("at orcid;word;vocabulary\nreport;House:Leaflet;work-type\nnovel;x;work-type\nbook;bibtex:book;work-type\n", "words.csv"));

        page.WaitForAssertion(() => page.FindAll(".figures dd").Select(d => d.TextContent).ShouldBe(["1", "0", "1", "1"]));
        page.Markup.ShouldContain("“novel” is not one of ORCID’s words here");
        page.Find("details summary").TextContent.ShouldBe("What can be used: Types of works");
        page.Markup.ShouldContain("1 line that cannot be used is left out.");
        (await ResolveAsync(house)).ShouldBeNull();
        await page.ClickAsync("Save 1 change");

        page.WaitForAssertion(() => page.Find(".saved").TextContent.ShouldContain("1 word is saved."));
        (await ResolveAsync(house)).ShouldBe("report");
        house.Jobs.Started.ShouldHaveSingleItem().ShouldStartWith("PushJob");
    }

    [Theory]
    [InlineData("Vocabulary,Word\nwork-type,a", "There is no column “At ORCID”. The first line has to name the columns: Vocabulary, Word, At ORCID.")]
    [InlineData("Vocabulary,Word,At ORCID\nwork-type,a,book,b", "There are lines with more cells than the first line has names (2)")]
    [InlineData("", "There is no line in this file")]
    public async Task A_file_that_is_none_is_told(string file, string words)
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var page = house.Open<VocabularyImportPage>();
        page.WaitForElement("input[type=file]");

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(file, "words.csv"));

        page.WaitForAssertion(() => page.Find("[role=alert]").TextContent.ShouldContain(words));
        page.FindAll(".figures").ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_changed_a_word_is_shown_with_before_and_after()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await house.Get<VocabularyStore>().SetAsync("work-type", "bibtex:article", "report", new Actor(ActorKind.Account, "dora", "Dora Curator"), Stop);
        await house.Get<VocabularyStore>().SetAsync("language", "klingon", "en", new Actor(ActorKind.Account, "dora", "Dora Curator"), Stop);
        house.Navigation.NavigateTo("vocabularies/changes?name=work-type&word=bibtex:article");
        var page = house.Open<VocabularyChangesPage>();

        var row = page.WaitForElement("tbody tr");
        page.FindAll("tbody tr").Count.ShouldBe(1);
        row.TextContent.ShouldContain("Dora Curator");
        (row.QuerySelector("del")!.TextContent, row.QuerySelector("ins")!.TextContent).ShouldBe(("journal-article", "report"));
    }

    [Fact]
    public async Task The_page_leads_to_its_file_its_changes_and_the_records_that_use_a_word()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await house.ImportedAsync(new OrcidPortal.Data.Entities.RecordFields { Title = "A", Type = new OrcidPortal.Data.Entities.TypeValue("house", "leaflet") });
        house.Navigation.NavigateTo("vocabularies?q=leaf&missing=true");
        var page = house.Open<VocabulariesPage>();

        page.WaitForElement("tbody td.number a").GetAttribute("href").ShouldBe("records?vocabulary=work-type&word=house%3Aleaflet");
        page.Button("this list").GetAttribute("href").ShouldBe("vocabularies.csv?name=work-type&q=leaf&missing=true");
        page.Button("Import CSV").GetAttribute("href").ShouldBe("vocabularies/import");

        await house.Browser.DisposeComponentsAsync();
        house.Navigation.NavigateTo("records?vocabulary=work-type&word=house:leaflet");
        var works = house.Open<OrcidPortal.Pages.Curation.AllWorks>();
        works.WaitForElement(".chosen-group").TextContent.ShouldContain("Only records that use “house:leaflet” (Types of works)");
        works.FindAll("tbody tr").Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_the_page_shows_comes_as_a_file_that_changes_nothing_when_it_comes_back()
    {
        await using var app = new PortalApp(("Jobs:Enabled", "false"));
        using var browser = await app.SignedInAsync("curator");
        var store = app.Services.GetRequiredService<VocabularyStore>();
        await store.SetAsync("work-type", "=house:leaflet", "report", new Actor(ActorKind.Account, "dora", "+Dora"), Stop);
        await store.SetAsync("work-type", "'=house:leaflet", null, new Actor(ActorKind.Account, "dora", "+Dora"), Stop);

        using var one = await browser.GetAsync("/vocabularies.csv?name=work-type&q=leaflet", Stop);
        var all = await browser.GetByteArrayAsync("/vocabularies.csv", Stop);
        using var none = await browser.GetAsync("/vocabularies.csv?name=nothing", Stop);

        var text = await one.Content.ReadAsStringAsync(Stop);
        text.ShouldStartWith("Vocabulary,Word,At ORCID,Records,Set by,Set at (UTC)\r\n");
        text.ShouldContain("work-type,\"'=house:leaflet\",report,0,\"'+Dora\",");
        one.Content.Headers.ContentDisposition!.FileName.ShouldNotBeNull().ShouldMatch(@"^work-type-\d{4}-\d\d-\d\d\.csv$");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var (lines, fault) = VocabularyFile.Read(all);
        fault.ShouldBeNull();
        var figures = (await app.Services.GetRequiredService<VocabularyImport>().LookAsync(lines, Stop)).Figures;
        (figures.Changes, figures.Refused, figures.Same).ShouldBe((0, 0, lines.Count));
        Encoding.UTF8.GetString(all).ShouldContain("Comes with the portal");
    }

    private static async Task<string?> ResolveAsync(PageHouse house) => (await house.Get<VocabularyStore>().CurrentAsync(Stop)).Resolve(VocabularyNames.WorkType, "house:leaflet");
}
