using Bunit;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Researcher;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Pages.Researcher;

public sealed class WorkPageTests
{
    [Fact]
    public async Task It_shows_fields_problems_and_the_way_to_the_editor()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        var item = await house.WorkAsync("On engines", SyncState.NeedsFix, problems: ["publication.date-invalid"], fields: new RecordFields
        {
            Title = "On engines", JournalTitle = "Notes", PublicationDate = "2019-02-30", Type = new TypeValue("orcid", "journal-article"),
            ExternalIds = [new FieldIdentifier("doi", "10.1000/e")], Contributors = [new FieldContributor("1", "Ada Lovelace", "author")],
        });

        var page = house.Open<WorkPage>(("RecordId", item.RecordId));

        page.WaitForAssertion(() => page.Find("h1").TextContent.ShouldBe("On engines"));
        page.FindAll(".fields dd").Select(d => string.Join(' ', d.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .ShouldBe(["Journal article", "2019-02-30", "Notes", "doi 10.1000/e", "Ada Lovelace"]);
        page.FindAll(".problem").Count.ShouldBe(1);
        page.Button("Fix it").GetAttribute("href").ShouldBe($"records/{item.RecordId}");
        page.Markup.ShouldContain("Nothing has been sent yet.");
    }

    [Fact]
    public async Task A_funding_shows_the_fields_of_a_funding_in_words()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        var item = await house.WorkAsync("A grant", SyncState.InSync, kind: RecordKind.Funding, fields: new RecordFields
        {
            Title = "A grant", Type = new TypeValue("orcid", "grant"), OrganizationName = "German Research Foundation", OrganizationCountry = "DE", StartDate = "2015", Amount = "1000", CurrencyCode = "EUR",
        });

        var page = house.Open<WorkPage>(("RecordId", item.RecordId));

        page.WaitForAssertion(() => page.Find(".page-above").TextContent.ShouldBe("Funding"));
        page.FindAll(".fields dt, .fields dd").Select(d => d.TextContent.Trim())
            .ShouldBe(["Type", "Grant", "Funder", "German Research Foundation", "Country of the organisation", "Germany (DE)", "Beginning", "2015", "Amount", "1000", "Currency", "EUR – Euro"]);
    }

    [Fact]
    public async Task Where_another_connected_person_has_it_too_it_says_that_one_proposes()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        var item = await house.WorkAsync("Shared", SyncState.NeedsFix, problems: ["title.required"]);
        await house.Database.AddAsync(new RecordPerson { RecordId = item.RecordId, PersonId = house.Ben.Id, Since = TestDatabase.Start });
        await house.ConnectAsync(house.Ben, orcid: "0000-0001-5109-3700");

        var page = house.Open<WorkPage>(("RecordId", item.RecordId));

        page.WaitForAssertion(() => page.Markup.ShouldContain("what you correct is proposed to the library first"));
        page.FindAll($"a[href='records/{item.RecordId}']").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Somebody_elses_work_is_not_found()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        var item = await house.WorkAsync("Ben's secret", SyncState.InSync, person: house.Ben);

        var page = house.Open<WorkPage>(("RecordId", item.RecordId));

        page.WaitForAssertion(() => page.Find("h1").TextContent.ShouldBe("This is not one of yours"));
        page.Markup.ShouldNotContain("secret");
    }

    [Fact]
    public async Task The_history_is_told_in_words_without_codes()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        var item = await house.WorkAsync("On engines", SyncState.InSync);
        await house.Database.AddAsync(
            Line(house, item, SyncOperation.Add, HistoryOutcome.Retried, 503),
            Line(house, item, SyncOperation.Add, HistoryOutcome.Done, 201));

        var page = house.Open<WorkPage>(("RecordId", item.RecordId));

        page.WaitForAssertion(() => page.FindAll("tbody tr td:nth-child(2)").Select(d => d.TextContent.Trim())
            .ShouldBe(["Added to the ORCID record", "Adding: ORCID was busy, so it is tried again"]));
        page.Find("table").TextContent.ShouldNotContain("503");
    }

    private static HistoryEntry Line(PageHouse house, SyncItem item, SyncOperation operation, HistoryOutcome outcome, int status) => new()
    {
        At = TestDatabase.Start, PersonId = house.Ada.Id, RecordId = item.RecordId, SyncItemId = item.Id, Operation = operation, Outcome = outcome, HttpStatus = status, By = "OrcidPortal",
    };
}
