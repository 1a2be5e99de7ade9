using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Curation;
using OrcidPortal.Pages.Curation.Duplicates;
using OrcidPortal.Pages.Layout;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Pages.Researcher;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages.Curation.Duplicates;

public sealed class DuplicatesPageTests
{
    private const string One = "On the economy of machinery";
    private const string Two = "On the economy of machinery, second printing";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_to_decide_is_said_and_leads_on()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);

        var page = house.Open<DuplicatesPage>();

        page.WaitForAssertion(() => page.Find(".state-card h2").TextContent.ShouldBe("No duplicates"));
        page.Button("All records").GetAttribute("href").ShouldBe("records");
    }

    [Fact]
    public async Task Two_records_stand_side_by_side_and_what_differs_says_so_in_words()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var pair = await PairAsync(house, putCode: 7);

        var page = house.Open<DuplicatesPage>();

        var card = page.WaitForElement($"[data-pair='{pair.Id}']");
        card.QuerySelector("h2")!.TextContent.ShouldBe("Both have the DOI 10.1/a");
        Row(page, "Title").ShouldBe(("differs", One, Two));
        Row(page, "Publication date").ShouldBe((null, "2024", "2024"));
        Row(page, "Type").ShouldBe((null, "Journal article", "Journal article"));
        Row(page, "At ORCID for").ShouldBe(("differs", "Ada Lovelace", "–"));
        page.FindAll("input[type=radio]").Single(r => r.HasAttribute("checked")).GetAttribute("value").ShouldBe(pair.FirstId.ToString());
        page.Button("They are the same: keep A").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_other_one_can_be_chosen_and_the_question_names_what_follows()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await house.ConnectAsync(house.Ada);
        var pair = await PairAsync(house, putCode: 7, otherPutCode: 8);
        var page = house.Open<DuplicatesPage>();
        page.WaitForElement(".pair");

        await page.FindAll("input[type=radio]")[1].ChangeAsync(new ChangeEventArgs { Value = pair.SecondId.ToString() });
        _ = page.ClickAsync("They are the same: keep B");
        var words = page.WaitForElement(".mud-dialog").TextContent;
        await page.ClickAsync("Keep B");

        words.ShouldContain("1 entry is removed at ORCID and 1 is updated. ORCID tells it in 2 notices in people's inboxes. 1 person is told on their home page. This cannot be undone.");
        page.WaitForAssertion(() => page.Find(".state-card h2").TextContent.ShouldBe("No duplicates"));
        page.Markup.ShouldContain("They are one record now.");
        (await house.Database.ReadAsync(db => db.Records.Where(r => r.Id == pair.FirstId).Select(r => r.MergedInto).SingleAsync(Stop))).ShouldBe(pair.SecondId);
        house.Jobs.Started.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Somebody_who_was_faster_is_named()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var pair = await PairAsync(house);
        var page = house.Open<DuplicatesPage>();
        page.WaitForElement(".pair");
        _ = page.ClickAsync("They are different");
        page.WaitForElement(".mud-dialog");

        await house.Database.Transactions.RunAsync(async (db, ct) =>
        {
            var stored = await db.DuplicatePairs.SingleAsync(p => p.Id == pair.Id, ct);
            (stored.State, stored.DecidedBy) = (DuplicateState.Merged, "Dora");
        }, Stop);
        await page.ClickAsync("Yes, different");

        page.WaitForAssertion(() => page.Markup.ShouldContain("Dora has merged them meanwhile."));
    }

    [Fact]
    public async Task The_keyboard_goes_from_pair_to_pair_and_answers()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await PairAsync(house);
        var page = house.Open<DuplicatesPage>();
        page.WaitForElement(".pair");
        var keys = page.FindComponent<Shortcuts>();

        await keys.Instance.Pressed("d");
        page.FindAll(".mud-dialog").ShouldBeEmpty();
        await page.InvokeAsync(() => keys.Instance.Pressed("j"));
        _ = page.InvokeAsync(() => keys.Instance.Pressed("d"));
        page.WaitForElement(".mud-dialog").TextContent.ShouldContain("never shown together again");
        await page.ClickAsync("Yes, different");

        page.WaitForAssertion(() => page.Find(".state-card h2").TextContent.ShouldBe("No duplicates"));
        (await house.Database.ReadAsync(db => db.DuplicatePairs.Select(p => p.State).SingleAsync(Stop))).ShouldBe(DuplicateState.Different);
    }

    [Fact]
    public async Task Filters_in_the_address_narrow()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await PairAsync(house);
        house.Navigation.NavigateTo("curation/duplicates?reason=SameTitle");

        var page = house.Open<DuplicatesPage>();

        page.WaitForAssertion(() => page.Find(".state-card h2").TextContent.ShouldBe("No pair matches these filters"));
        house.Navigation.NavigateTo("curation/duplicates?q=printing&person=researcher");
        page.WaitForElement(".pair");
    }

    [Fact]
    public async Task The_drawer_says_how_many_wait()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await PairAsync(house);

        var nav = house.Open<NavLinks>();

        nav.WaitForAssertion(() => nav.Find("a[href='curation/duplicates'] .nav-count").TextContent.ShouldBe("1 waiting"));
    }

    [Fact]
    public async Task The_page_of_what_was_merged_leads_to_what_stayed()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var (gone, kept) = (await house.WorkAsync("Gone", SyncState.InSync), await house.WorkAsync("Kept", SyncState.InSync));
        await house.Database.Transactions.RunAsync(async (db, ct) => (await db.Records.SingleAsync(r => r.Id == gone.RecordId, ct)).MergedInto = kept.RecordId, Stop);

        house.Open<RecordEditor>(("Id", gone.RecordId));

        await Task.Run(() => SpinWait.SpinUntil(() => house.Navigation.Uri.EndsWith($"records/{kept.RecordId}", StringComparison.Ordinal), TimeSpan.FromSeconds(10)), Stop);
        house.Navigation.Uri.ShouldEndWith($"records/{kept.RecordId}");
    }

    [Fact]
    public async Task The_person_reads_one_calm_sentence_and_puts_it_away()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        var work = await house.WorkAsync(One, SyncState.InSync);
        await house.Database.AddAsync(new MergeNotice { PersonId = house.Ada.Id, RecordId = work.RecordId, KeptTitle = One, GoneTitle = Two, At = TestDatabase.Start });
        var page = house.Open<HomePage>();

        var line = page.WaitForElement("[aria-labelledby=merged-works] li");
        line.TextContent.ShouldContain($"The library found that “{Two}” and “{One}” were one work.");
        line.QuerySelector("a")!.GetAttribute("href").ShouldBe($"works/{work.RecordId}");
        await page.ClickAsync("Got it");

        page.WaitForAssertion(() => page.FindAll("[aria-labelledby=merged-works]").ShouldBeEmpty());
    }

    private static (string? Differs, string A, string B) Row(IRenderedComponent<IComponent> page, string name)
    {
        var row = page.FindAll(".pair-table tbody tr").Single(r => r.QuerySelector("th")!.TextContent.Trim().StartsWith(name, StringComparison.Ordinal));
        return (row.QuerySelector(".chip")?.TextContent.Trim(), row.QuerySelectorAll("td")[0].TextContent.Trim(), row.QuerySelectorAll("td")[1].TextContent.Trim());
    }

    private static async Task<DuplicatePair> PairAsync(PageHouse house, long? putCode = null, long? otherPutCode = null)
    {
        var first = await house.WorkAsync(One, SyncState.InSync, i => Sent(i, putCode));
        var second = await house.WorkAsync(Two, SyncState.InSync, i => Sent(i, otherPutCode));
        var pair = new DuplicatePair { FirstId = first.RecordId, SecondId = second.RecordId, Reason = DuplicateReason.SharedIdentifier, Key = "doi:10.1/a", FoundAt = TestDatabase.Start };
        await house.Database.AddAsync(pair, Entry(first, One), Entry(second, Two));
        return pair;

        static SourceEntry Entry(SyncItem item, string title) => new()
        {
            RecordId = item.RecordId, Source = "file:bibtex:researcher:refs.bib", LocalId = title, FirstSeenAt = TestDatabase.Start,
            Fields = new RecordFields { Title = title, Type = new TypeValue("orcid", "journal-article"), PublicationDate = "2024" },
        };

        static SyncItem Sent(SyncItem item, long? code)
        {
            (item.PutCode, item.SentFingerprint) = (code, code is null ? "" : "older");
            return item;
        }
    }
}
