using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pull;
using OrcidPortal.Records;
using OrcidPortal.Tests.Infrastructure;
using OrcidPortal.Tests.Push;

namespace OrcidPortal.Tests.Pull;

public sealed class ClaimTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_claimed_work_is_a_record_and_not_sent_back(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On difference engines", "10.5555/other.1", author: "Ada Lovelace"));
        await house.PullAsync();

        var claimed = await house.ClaimAsync((await house.SuggestionAsync()).Id);
        var twice = await house.ClaimAsync((await house.SuggestionAsync()).Id);
        await house.PushAsync();
        await house.PullAsync();
        await house.PushAsync();

        (claimed, twice).ShouldBe((1, 0));
        var record = (await house.RecordsAsync()).ShouldHaveSingleItem();
        (record.Title, record.OnlyAtOrcid, record.Fields.ShortDescription).ShouldBe(("On difference engines", true, "What it is about"));
        record.People.ShouldHaveSingleItem().PersonId.ShouldBe(house.Ada.Id);
        var suggestion = await house.SuggestionAsync();
        (suggestion.State, suggestion.RecordId).ShouldBe((SuggestionState.Claimed, record.Id));
        (await house.ItemAsync()).ShouldSatisfyAllConditions(i => i.State.ShouldBe(SyncState.NotChosen), i => i.LeaveReason.ShouldBe(LeaveReason.FromOrcid));
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBeEmpty();
        (await house.Database.ReadAsync(db => db.Audit.CountAsync(a => a.Action == "suggestion.claimed" && a.By.StartsWith("Ada Lovelace")))).ShouldBe(1);
    }

    [Fact]
    public async Task A_rule_to_add_the_library_as_a_source_sends_it_back_neither()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Database.Transactions.RunAsync((db, ct) => db.Preferences.ExecuteUpdateAsync(s => s.SetProperty(p => p.AlreadyThere, AlreadyThereRule.AddOurs), ct), Stop);
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On difference engines", "10.5555/other.1"));
        await house.PullAsync();

        await house.ClaimAsync((await house.SuggestionAsync()).Id);
        await house.PushAsync();

        (await house.Registry.WritesAsync(house.Orcid)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_two_colleagues_claim_is_one_record_of_both()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        var grace = new Person { LocalId = "grace", GivenNames = "Grace", FamilyName = "Hopper", SortName = "hopper grace" };
        await house.Database.AddAsync(grace);
        var hers = await house.ConnectAsync(grace, confirmed: true);
        foreach (var iD in new[] { house.Orcid, hers }) await house.Registry.AddItemAsync(iD, "work", PullHouse.Work("On difference engines", "10.5555/other.1"));
        await house.PullAsync();
        await house.ClaimAsync((await house.SuggestionAsync()).Id);
        await house.PullAsync(grace);

        var asked = (await house.ListAsync(SuggestionGroup.Works, grace)).ShouldHaveSingleItem();
        await house.Get<Claims>().ClaimAsync(grace.Id, [asked.Id], PullHouse.Ada, Stop);
        await house.PushAsync();

        // Until the library has it, it is Ada's alone to show.
        asked.Record.ShouldBeNull();
        var record = (await house.RecordsAsync()).ShouldHaveSingleItem();
        record.People.Select(p => p.PersonId).ShouldBe([house.Ada.Id, grace.Id], ignoreOrder: true);
        record.SourceEntries.Count.ShouldBe(2);
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBeEmpty();
        (await house.Registry.WritesAsync(hers)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Others_iDs_do_not_come_along()
    {
        static string Author(string name, string orcid) => $"""
            <work:contributor><common:contributor-orcid><common:uri>https://orcid.org/{orcid}</common:uri><common:path>{orcid}</common:path><common:host>orcid.org</common:host></common:contributor-orcid>{name}</work:contributor>
            """;
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        var work = PullHouse.Work("On difference engines", "10.5555/other.1", author: "Charles Babbage");
        var others = Author("<work:credit-name>Luigi Menabrea</work:credit-name>", "0000-0001-5109-3700") + Author("", "0000-0002-1694-233X") + Author("<work:credit-name>Ada Lovelace</work:credit-name>", house.Orcid);
        await house.Registry.AddItemAsync(house.Orcid, "work", work.Replace("</work:contributors>", $"{others}</work:contributors>", StringComparison.Ordinal));
        await house.PullAsync();

        await house.ClaimAsync((await house.SuggestionAsync()).Id);

        var record = (await house.RecordsAsync()).ShouldHaveSingleItem();
        record.Fields.Contributors.Select(c => (c.Name, c.Orcid)).ShouldBe([("Charles Babbage", null), ("Luigi Menabrea", null), ("Ada Lovelace", house.Orcid)]);
    }

    [Fact]
    public async Task Nobody_claims_what_another_is_asked()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        var grace = new Person { LocalId = "grace", GivenNames = "Grace", FamilyName = "Hopper", SortName = "hopper grace" };
        await house.Database.AddAsync(grace);
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On difference engines", "10.5555/other.1"));
        await house.PullAsync();
        var id = (await house.SuggestionAsync()).Id;

        (await house.Get<Claims>().ClaimAsync(grace.Id, [id], PullHouse.Ada, Stop)).ShouldBe(0);
        (await house.Get<SuggestionAnswers>().DismissAsync(grace.Id, id, PullHouse.Ada, Stop)).ShouldBeFalse();
        (await house.Get<SuggestionList>().FindAsync(grace.Id, id, Stop)).ShouldBeNull();
        (await house.RecordsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_only_some_may_see_is_not_taken_with_all_and_adds_nothing_to_what_others_have()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        var grace = new Person { LocalId = "grace", GivenNames = "Grace", FamilyName = "Hopper", SortName = "hopper grace" };
        await house.Database.AddAsync(grace);
        await house.SaveAsync(house.Draft(1, "On engines of difference", person: grace));
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("My private title", "10.5555/engine.1"), visibility: "limited");
        await house.PullAsync();

        var all = await house.Get<Claims>().ClaimAllAsync(house.Ada.Id, SuggestionGroup.Works, PullHouse.Ada, Stop);
        var asked = (await house.ListAsync(SuggestionGroup.Works)).ShouldHaveSingleItem();
        var one = await house.ClaimAsync(asked.Id);

        (all, one).ShouldBe((0, 1));
        asked.Record!.Title.ShouldBe("On engines of difference");
        var record = (await house.RecordsAsync()).ShouldHaveSingleItem();
        (record.Title, record.Fields.ShortDescription, record.OnlyAtOrcid).ShouldBe(("On engines of difference", null, false));
        record.People.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("10.5555/other.1")]
    [InlineData(null)]
    public async Task What_the_repository_brings_back_joins_the_record_and_is_left_at_ORCID(string? doi)
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On the difference engine of 1832", doi, "2018-10"));
        await house.PullAsync();
        await house.ClaimAsync((await house.SuggestionAsync()).Id);

        var deposited = house.Draft(7, "On the Difference Engine of 1832");
        await house.SaveAsync(deposited with { Fields = deposited.Fields with { ExternalIds = [new FieldIdentifier("handle", "123456789/7"), .. doi is null ? [] : new[] { new FieldIdentifier("doi", doi) }] } });
        await house.PullAsync();
        await house.PushAsync();

        var record = (await house.RecordsAsync()).ShouldHaveSingleItem();
        (record.OnlyAtOrcid, record.Title, record.SourceEntries.Count).ShouldBe((false, "On the Difference Engine of 1832", 2));
        (await house.ItemAsync()).State.ShouldBe(SyncState.AlreadyThere);
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBeEmpty();
    }
}
