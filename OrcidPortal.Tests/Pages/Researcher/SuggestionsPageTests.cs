using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Researcher;
using OrcidPortal.Pages.Researcher.Suggestions;
using OrcidPortal.Tests.Infrastructure;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages.Researcher;

public sealed class SuggestionsPageTests
{
    private const string Ada = "0000-0002-1825-0097";

    [Fact]
    public async Task What_is_not_known_here_is_shown_with_who_added_it_and_taken_over()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.ConnectAsync(house.Ada);
        await SuggestAsync(house, 5, "On difference engines", doi: "10.5555/other.1");
        var page = house.Open<SuggestionsPage>();

        var card = page.WaitForElement("[data-group=Works] .suggestion");
        card.TextContent.ShouldContain("Journal article · 2019 · doi 10.5555/other.1 · added by Crossref");
        await Button(page, "This is mine").ClickAsync(new MouseEventArgs());

        page.WaitForElement(".saved").TextContent.ShouldContain("Taken over");
        page.FindAll(".suggestion").ShouldBeEmpty();
        var record = await house.Database.ReadAsync(db => db.Records.SingleAsync());
        (record.Title, record.OnlyAtOrcid).ShouldBe(("On difference engines", true));
    }

    [Fact]
    public async Task Name_and_biography_are_taken_over_and_given_back()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.ConnectAsync(house.Ada);
        await house.Database.Transactions.RunAsync((db, ct) => db.Connections.ExecuteUpdateAsync(
            s => s.SetProperty(c => c.GivenNamesAtOrcid, house.Ada.GivenNames + " B.").SetProperty(c => c.FamilyNameAtOrcid, house.Ada.FamilyName).SetProperty(c => c.BiographyAtOrcid, "Likes engines."), ct), TestContext.Current.CancellationToken);
        var page = house.Open<SuggestionsPage>();

        page.WaitForElement("[data-profile=Name]").TextContent.ShouldContain($"{house.Ada.GivenNames} B. {house.Ada.FamilyName}");
        await page.Find("[data-profile=Biography] button").ClickAsync(new MouseEventArgs());
        page.WaitForElement(".saved").TextContent.ShouldContain("Your biography was taken over.");
        await page.FindAll("[data-profile=Name] button")[1].ClickAsync(new MouseEventArgs());
        page.WaitForState(() => page.FindAll("[data-profile]").Count == 0);
        await Button(page, "Remove it here").ClickAsync(new MouseEventArgs());

        page.WaitForState(() => page.FindAll("[data-group=NameAndBiography]").Count == 0);
        (await house.Database.ReadAsync(db => db.People.SingleAsync(p => p.Id == house.Ada.Id))).ShouldSatisfyAllConditions(p => p.Biography.ShouldBeNull(), p => p.GivenNames.ShouldBe(house.Ada.GivenNames));
    }

    [Fact]
    public async Task What_is_put_aside_can_be_taken_back_at_once_and_later()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.ConnectAsync(house.Ada);
        await SuggestAsync(house, 5, "On difference engines");
        var page = house.Open<SuggestionsPage>();
        page.WaitForElement(".suggestion");

        await Button(page, "Not mine").ClickAsync(new MouseEventArgs());
        page.WaitForElement(".saved").TextContent.ShouldContain("Put aside: “On difference engines”.");
        await page.Find(".saved button").ClickAsync(new MouseEventArgs());
        page.WaitForElement("[data-group=Works] .suggestion");
        await Button(page, "Not mine").ClickAsync(new MouseEventArgs());
        await page.WaitForElement("button[aria-expanded]").ClickAsync(new MouseEventArgs());
        page.WaitForElement("[data-group=Dismissed] .suggestion");
        await Button(page, "Ask me again").ClickAsync(new MouseEventArgs());

        page.WaitForElement("[data-group=Works] .suggestion");
    }

    [Fact]
    public async Task What_only_some_may_see_is_left_out_of_all_and_asked_about()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.ConnectAsync(house.Ada);
        for (var i = 1; i <= 3; i++) await SuggestAsync(house, i, $"Work {i}", visibility: i == 3 ? "limited" : "public");
        var page = house.Open<SuggestionsPage>();
        page.WaitForElement(".suggestion");

        await Button(page, "Take over all 2").ClickAsync(new MouseEventArgs());
        page.WaitForElement(".saved").TextContent.ShouldContain("2 taken over");
        page.FindAll(".suggestion").ShouldHaveSingleItem().TextContent.ShouldContain("Only you and those you chose can see this");
        _ = Button(page, "This is mine").ClickAsync(new MouseEventArgs());
        var dialog = page.WaitForElement(".mud-dialog");
        dialog.TextContent.ShouldContain("the library's curators see it here");
        (await house.Database.ReadAsync(db => db.Records.CountAsync())).ShouldBe(2);
        await dialog.QuerySelectorAll("button").Single(b => b.TextContent.Contains("Take it over", StringComparison.Ordinal)).ClickAsync(new MouseEventArgs());

        page.WaitForState(() => page.FindAll(".suggestion").Count == 0);
        (await house.Database.ReadAsync(db => db.Records.CountAsync())).ShouldBe(3);
    }

    [Fact]
    public async Task What_may_be_ours_names_ours_and_the_answer_starts_a_comparison()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.ConnectAsync(house.Ada);
        var item = await house.WorkAsync("On engines", SyncState.Ready);
        await house.Database.AddAsync(new RecordPerson { RecordId = (await house.WorkAsync("Another", SyncState.Ready)).RecordId, PersonId = house.Ben.Id, Since = TestDatabase.Start });
        await SuggestAsync(house, 5, "On engines, once more", match: SuggestionMatch.Maybe, candidate: item.RecordId);
        var page = house.Open<SuggestionsPage>();

        page.WaitForElement("[data-group=Maybe] .task-list a").TextContent.ShouldBe("On engines");
        await Button(page, "It is the same").ClickAsync(new MouseEventArgs());

        page.WaitForElement(".saved").TextContent.ShouldContain("is the same as what we hold");
        (await house.Database.ReadAsync(db => db.Suggestions.SingleAsync())).ShouldSatisfyAllConditions(s => s.RecordId.ShouldBe(item.RecordId), s => s.Match.ShouldBe(SuggestionMatch.Same));
        house.Jobs.Started.ShouldBe([$"PullJob.RunAsync({house.Ada.Id})"]);
    }

    [Fact]
    public async Task What_ORCID_says_more_is_taken_field_by_field()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.ConnectAsync(house.Ada);
        var item = await house.WorkAsync("On engines", SyncState.Ready, fields: new RecordFields { Title = "On engines", Type = new TypeValue("orcid", "journal-article"), PublicationDate = "2019-06-01" });
        await house.Database.AddAsync(new SourceEntry { RecordId = item.RecordId, Source = "file:a", LocalId = "1", Fields = new RecordFields { Title = "On engines", Type = new TypeValue("orcid", "journal-article"), PublicationDate = "2019-06-01" }, FirstSeenAt = TestDatabase.Start });
        await SuggestAsync(house, 5, "On engines", match: SuggestionMatch.Same, record: item.RecordId, differences: ["publication-date", "journal-title"]);
        var page = house.Open<SuggestionsPage>();

        page.WaitForElement(".differences");
        // What contradicts us is not ticked by itself.
        page.FindAll(".differences input").Select(i => i.HasAttribute("checked")).ShouldBe([false, true]);
        await Button(page, "Take what is ticked (1)").ClickAsync(new MouseEventArgs());

        page.WaitForElement(".saved");
        page.FindAll(".differences").ShouldBeEmpty();
        (await house.Database.ReadAsync(db => db.Records.SingleAsync())).Fields.ShouldSatisfyAllConditions(f => f.JournalTitle.ShouldBe("Journal of Engines"), f => f.PublicationDate.ShouldBe("2019-06-01"));
        (await house.Database.ReadAsync(db => db.Suggestions.SingleAsync())).State.ShouldBe(SuggestionState.Settled);
    }

    [Fact]
    public async Task Somebody_without_a_connection_is_told_how_to_get_one()
    {
        await using var house = await PageHouse.OpenForAdaAsync();

        house.Open<SuggestionsPage>().WaitForElement("a.orcid-button").GetAttribute("href").ShouldBe("connect/orcid");
    }

    [Fact]
    public async Task Whose_permission_was_rejected_sees_what_is_public_takes_it_over_and_can_connect_again()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.ConnectAsync(house.Ada, ConnectionState.TokenRejected);
        await SuggestAsync(house, 5, "On difference engines", doi: "10.5555/other.1");
        await SuggestAsync(house, 6, "On secrets", visibility: "limited");
        var page = house.Open<SuggestionsPage>();

        var note = page.WaitForElement("[data-rejected]");
        note.TextContent.ShouldContain("Only what everybody may see there is shown here.");
        note.QuerySelector("a")!.ShouldSatisfyAllConditions(a => a.GetAttribute("href").ShouldBe("connect/orcid"), a => a.TextContent.Trim().ShouldBe("Connect again"));
        page.FindAll(".suggestion h3").Select(h => h.TextContent).ShouldBe(["On difference engines"]);
        await Button(page, "This is mine").ClickAsync(new MouseEventArgs());

        page.WaitForElement(".saved").TextContent.ShouldContain("Taken over");
        (await house.Database.ReadAsync(db => db.Records.SingleAsync())).Title.ShouldBe("On difference engines");
    }

    [Fact]
    public async Task Whose_permission_was_rejected_before_anything_was_read_waits_for_it()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.ConnectAsync(house.Ada, ConnectionState.TokenRejected, read: false);

        var page = house.Open<SuggestionsPage>();

        page.WaitForElement("[data-rejected]");
        page.Find(".state-card").TextContent.ShouldContain("What everybody may see of it is read soon.");
    }

    [Fact]
    public async Task Reading_now_is_a_job_and_the_start_page_leads_here()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        await house.ConnectAsync(house.Ada);
        await SuggestAsync(house, 5, "On difference engines");
        var page = house.Open<SuggestionsPage>();
        page.WaitForElement(".suggestion");

        house.Database.Clock.Advance(TimeSpan.FromSeconds(1));
        await Button(page, "Read my ORCID record now").ClickAsync(new MouseEventArgs());
        page.WaitForElement("[data-reading]");
        house.Jobs.Started.ShouldBe([$"PullJob.RunAsync({house.Ada.Id})"]);
        await house.Browser.DisposeComponentsAsync();

        house.Open<HomePage>().WaitForElement("a[href=suggestions]").ParentElement!.TextContent.ShouldContain("One thing in your ORCID record is missing or different here.");
    }

    private static IElement Button(IRenderedComponent<IComponent> page, string words) => page.FindAll("button").First(b => b.TextContent.Trim() == words);

    private static Task SuggestAsync(
        PageHouse house, long putCode, string title, string? doi = null, string visibility = "public", SuggestionMatch match = SuggestionMatch.New, Guid? record = null, Guid? candidate = null, IReadOnlyList<string>? differences = null)
    {
        var fields = new RecordFields
        {
            Title = title, Type = new TypeValue("orcid", "journal-article"), PublicationDate = "2019-05", ExternalIds = doi is null ? [] : [new FieldIdentifier("doi", doi, "self")], JournalTitle = differences is null ? null : "Journal of Engines",
        };
        return house.Database.AddAsync(
            new ForeignCopy { Environment = "Simulator", Orcid = Ada, Section = "work", PutCode = putCode, Kind = RecordKind.Work, Title = title, Type = "journal-article", Year = 2019, SourceName = "Crossref", Visibility = visibility, Fields = fields },
            new Suggestion
            {
                PersonId = house.Ada.Id, Environment = "Simulator", Orcid = Ada, Section = "work", PutCode = putCode, Kind = RecordKind.Work, Match = match, RecordId = record, Candidates = candidate is { } id ? [id.ToString("N")] : [],
                Differences = [.. differences ?? []], Title = title, Year = 2019, SourceName = "Crossref", Visibility = visibility, FoundAt = TestDatabase.Start,
            });
    }
}
