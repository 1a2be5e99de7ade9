using Bunit;
using Microsoft.AspNetCore.DataProtection;
using OrcidPortal.Connect;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Curation;
using OrcidPortal.Pages.Researcher;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;
using OrcidPortal.Tests.Push;

namespace OrcidPortal.Tests.Pages.Parts;

public sealed class ItemPreviewPanelTests
{
    [Fact]
    public async Task Nothing_is_asked_before_the_button_and_without_a_connection_there_is_one_side()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        var item = await house.WorkAsync("On engines", SyncState.Blocked);
        var page = house.Open<WorkPage>(("RecordId", item.RecordId));
        page.WaitForElement(".compare");
        page.FindAll(".compare table").ShouldBeEmpty();

        await page.ClickAsync("Compare with ORCID");

        page.WaitForAssertion(() => page.Find(".compare-said").TextContent.ShouldContain("Your ORCID iD is not connected"));
        page.FindAll(".compare th").Select(h => h.TextContent).ShouldBe(["Field", "Would be sent"]);
        page.Find(".compare tbody").TextContent.ShouldContain("On engines");

        await page.ClickAsync("XML as it is sent");

        page.Find(".compare pre").TextContent.ShouldStartWith("<work:work");
    }

    [Fact]
    public async Task Each_line_says_in_words_how_it_compares_and_long_lists_fold()
    {
        await using var registry = await Registrar.StartAsync();
        await using var house = await PageHouse.OpenForAdaAsync(("Orcid:Environment", "Simulator"), ("Orcid:SimulatorUrl", registry.Url));
        var orcid = await registry.AddPersonAsync("Ada", "Lovelace");
        await registry.AddWorkAsync(orcid, "Old words", "10.5555/engine.1", "2024");
        var putCode = (await registry.WorksAsync(orcid))[0].PutCode;
        await ConnectAsync(house, registry, orcid);
        var item = await house.WorkAsync("New words", SyncState.Ready, fields: new RecordFields
        {
            Title = "New words", Type = new TypeValue("orcid", "journal-article"), PublicationDate = "2024", ExternalIds = [new FieldIdentifier("doi", "10.5555/engine.1")],
            Contributors = [.. Enumerable.Range(1, 14).Select(i => new FieldContributor($"{i}", $"Author {i}", "author"))],
        });
        await house.Database.AddAsync(new RemoteCopy { Environment = "Simulator", ClientId = OrcidPortal.Simulator.SimulatorClient.PortalId, Orcid = orcid, Section = "work", PutCode = putCode, SyncItemId = item.Id });
        var page = house.Open<WorkPage>(("RecordId", item.RecordId));
        page.WaitForElement(".compare");

        await page.ClickAsync("Compare with ORCID");

        page.WaitForElement(".compare table");
        page.Find(".compare tr[data-mark=Changed]").TextContent.ShouldContain("Old words");
        page.Find(".compare tr[data-mark=Changed] .chip").TextContent.ShouldBe("Changed");
        page.FindAll(".compare tr[data-mark=New]").Count(r => r.QuerySelector("strong")!.TextContent == "Contributors").ShouldBe(10);

        await page.ClickAsync("Show 4 more contributors, 4 of them differ");

        page.FindAll(".compare tr[data-mark=New]").Count(r => r.QuerySelector("strong")!.TextContent == "Contributors").ShouldBe(14);
    }

    [Fact]
    public async Task A_curator_chooses_the_person_where_several_have_the_record()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var item = await house.WorkAsync("On engines", SyncState.Blocked);
        await house.Database.AddAsync(new SyncItem { PersonId = house.Ben.Id, RecordId = item.RecordId, Desired = Desired.Absent, State = SyncState.InSync, StateSince = TestDatabase.Start });
        var page = house.Open<RecordEditor>(("Id", item.RecordId));
        page.WaitForElement(".compare");

        page.Field("In whose ORCID record").Change(house.Ben.Id.ToString());
        await page.ClickAsync("Compare with ORCID");

        page.WaitForAssertion(() => page.Find(".compare-said").TextContent.ShouldContain("It is to be removed"));
    }

    private static Task ConnectAsync(PageHouse house, Registrar registry, string orcid) => house.Database.AddAsync(new Connection
    {
        PersonId = house.Ada.Id, Environment = "Simulator", ClientId = OrcidPortal.Simulator.SimulatorClient.PortalId, Orcid = orcid, State = ConnectionState.Connected,
        SealedAccessToken = new TokenSeal(house.Get<IDataProtectionProvider>()).Close(house.Ada.Id, registry.Grant(orcid)), Scopes = "/read-limited /activities/update",
        ConnectedAt = TestDatabase.Start.AddSeconds(-30), ReadAt = TestDatabase.Start, FirstSyncConfirmedAt = TestDatabase.Start,
    });
}
