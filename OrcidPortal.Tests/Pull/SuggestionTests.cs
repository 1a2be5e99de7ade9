using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pull;
using OrcidPortal.Records;
using OrcidPortal.Remote;
using OrcidPortal.Simulator;
using OrcidPortal.Tests.Infrastructure;
using OrcidPortal.Tests.Push;

namespace OrcidPortal.Tests.Pull;

public sealed class SuggestionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_somebody_else_added_is_suggested_as_a_whole(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On difference engines", "10.5555/other.1", author: "Ada Lovelace"));
        await house.Registry.AddItemAsync(house.Orcid, "employment", PullHouse.Employment("University of Elsewhere", "Analyst", "1942"), source: "user");

        await house.PullAsync();

        var work = (await house.ListAsync(SuggestionGroup.Works)).ShouldHaveSingleItem();
        (work.Title, work.SourceName, work.Type, work.Year, work.IsPublic).ShouldBe(("On difference engines", "Crossref", "journal-article", 2019, true));
        work.Fields.ShortDescription.ShouldBe("What it is about");
        work.Fields.Contributors.ShouldHaveSingleItem().Name.ShouldBe("Ada Lovelace");
        (await house.ListAsync(SuggestionGroup.Positions)).ShouldHaveSingleItem().Fields.RoleTitle.ShouldBe("Analyst");
        (await house.Get<SuggestionList>().CountAsync(house.Ada.Id, Stop)).ShouldBe(new Dictionary<SuggestionGroup, SuggestionCount> { [SuggestionGroup.Works] = new(1, 1), [SuggestionGroup.Positions] = new(1, 1) }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_record_is_read_with_one_call_and_one_more_for_each_hundred_works()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        for (var i = 0; i < 130; i++) await house.Registry.AddWorkAsync(house.Orcid, $"A work about the number {i}", $"10.5555/other.{i}", "2019-05");

        await house.PullAsync();
        var first = (await house.Registry.CallsAsync(house.Orcid)).Count;
        var again = await house.PullAsync();

        first.ShouldBe(3);
        again.ShouldBeOfType<ReadOutcome.Unchanged>();
        (await house.Registry.CallsAsync(house.Orcid)).Skip(first).ShouldBe(["GET /record"]);
        (await house.SuggestionsAsync()).Count.ShouldBe(130);
    }

    [Fact]
    public async Task What_changed_is_read_again_and_the_rest_is_not()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On difference engines", "10.5555/other.1"));
        await house.PullAsync();
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On analytical engines", "10.5555/other.2"));

        await house.PullAsync();

        (await house.ListAsync(SuggestionGroup.Works)).Select(s => s.Title).ShouldBe(["On difference engines", "On analytical engines"]);
        var second = (await house.SuggestionsAsync())[1].PutCode;
        (await house.Registry.CallsAsync(house.Orcid))[^1].ShouldBe($"GET /works/{second}");
    }

    [Fact]
    public async Task What_is_ours_for_sure_is_linked_and_not_sent()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(house.Draft(1, "A sketch of the analytical engine invented by Charles Babbage"));
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("A Sketch of the Analytical Engine, invented by Charles Babbage", date: "2018"));

        await house.PullAsync();
        await house.PushAsync();

        var suggestion = await house.SuggestionAsync();
        (suggestion.Match, suggestion.State).ShouldBe((SuggestionMatch.Same, SuggestionState.Settled));
        var item = await house.ItemAsync();
        (item.State, item.AlreadyThereFrom).ShouldBe((SyncState.AlreadyThere, "Crossref"));
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_may_be_ours_is_asked_and_the_answer_stays()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(house.Draft(1, "A sketch of the analytical engine invented by Charles Babbage"));
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("A sketch of the analytical engine invented by Charles Babbage", "10.5555/preprint", "2014", "preprint"));
        await house.PullAsync();
        var asked = (await house.ListAsync(SuggestionGroup.Maybe)).ShouldHaveSingleItem();

        var other = await house.Get<SuggestionAnswers>().SameAsync(house.Ada.Id, asked.Id, Guid.NewGuid(), PullHouse.Ada, Stop);
        var same = await house.Get<SuggestionAnswers>().SameAsync(house.Ada.Id, asked.Id, asked.Candidates.ShouldHaveSingleItem().Id, PullHouse.Ada, Stop);
        await house.PullAsync();
        await house.PushAsync();

        (other, same).ShouldBe((false, true));
        var suggestion = await house.SuggestionAsync();
        suggestion.Match.ShouldBe(SuggestionMatch.Same);
        suggestion.Differences.ShouldContain("publication-date");
        (await house.ItemAsync()).State.ShouldBe(SyncState.AlreadyThere);
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBeEmpty();
    }

    [Fact]
    public async Task None_of_these_makes_it_something_new()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(house.Draft(1, "A sketch of the analytical engine invented by Charles Babbage"));
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("A sketch of the analytical engine invented by Charles Babbage", "10.5555/preprint", "2014", "preprint"));
        await house.PullAsync();

        await house.Get<SuggestionAnswers>().DifferentAsync(house.Ada.Id, (await house.SuggestionAsync()).Id, PullHouse.Ada, Stop);
        await house.Database.Transactions.RunAsync((db, ct) => db.Connections.ExecuteUpdateAsync(s => s.SetProperty(c => c.ComparedAt, (DateTimeOffset?)null), ct), Stop);
        await house.PullAsync();

        (await house.ListAsync(SuggestionGroup.Maybe)).ShouldBeEmpty();
        (await house.ListAsync(SuggestionGroup.Works)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_was_dismissed_stays_so_also_where_it_goes_and_comes_back()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        var first = await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On difference engines", "10.5555/other.1"));
        await house.PullAsync();
        var asked = await house.SuggestionAsync();

        (await house.Get<SuggestionAnswers>().DismissAsync(house.Ada.Id, asked.Id, PullHouse.Ada, Stop)).ShouldBeTrue();
        await house.Registry.RemoveWorkAsync(house.Orcid, first);
        await house.PullAsync();
        (await house.SuggestionAsync()).IsGone.ShouldBeTrue();
        var second = await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On difference engines", "10.5555/OTHER.1"));
        await house.PullAsync();

        var now = await house.SuggestionAsync();
        (now.PutCode, now.State, now.IsGone).ShouldBe((second, SuggestionState.Dismissed, false));
        (await house.Get<SuggestionAnswers>().ReopenAsync(house.Ada.Id, now.Id, PullHouse.Ada, Stop)).ShouldBeTrue();
        (await house.ListAsync(SuggestionGroup.Works)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_nobody_decided_goes_with_its_entry()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        var code = await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On difference engines", "10.5555/other.1"));
        await house.PullAsync();

        await house.Registry.RemoveWorkAsync(house.Orcid, code);
        await house.PullAsync();

        (await house.SuggestionsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_ORCID_says_more_is_offered_field_by_field_and_once()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(house.Draft(1, "A sketch of the analytical engine invented by Charles Babbage"));
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("A sketch of the analytical engine invented by Charles Babbage", "10.5555/engine.1", "2018-10-07").Replace("</common:external-ids>", "<common:external-id><common:external-id-type>pmid</common:external-id-type><common:external-id-value>1234567</common:external-id-value><common:external-id-relationship>self</common:external-id-relationship></common:external-id></common:external-ids>", StringComparison.Ordinal));

        await house.PullAsync();
        var row = (await house.ListAsync(SuggestionGroup.Differences)).ShouldHaveSingleItem();
        await house.Get<SuggestionAnswers>().SettleAsync(house.Ada.Id, row.Id, row.Differences, PullHouse.Ada, Stop);
        await house.Database.Transactions.RunAsync((db, ct) => db.Connections.ExecuteUpdateAsync(s => s.SetProperty(c => c.ComparedAt, (DateTimeOffset?)null), ct), Stop);
        await house.PullAsync();

        row.Differences.Select(d => (d.Field, d.Ours, d.Theirs)).ShouldBe([("publication-date", "2018-10", "2018-10-07"), ("external-ids", null, """{"type":"pmid","value":"1234567","relationship":"self","key":"pmid:1234567"}""")]);
        (await house.ListAsync(SuggestionGroup.Differences)).ShouldBeEmpty();
        (await house.SuggestionAsync()).State.ShouldBe(SuggestionState.Settled);
    }

    [Fact]
    public async Task An_import_that_brings_it_settles_the_question()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On difference engines, part 1", "10.5555/engine.1", "2018-10"));
        await house.PullAsync();
        (await house.SuggestionAsync()).State.ShouldBe(SuggestionState.Open);

        await house.SaveAsync(house.Draft(1, "On difference engines, part 1"));
        await house.PullAsync();

        (await house.SuggestionAsync()).ShouldSatisfyAllConditions(s => s.Match.ShouldBe(SuggestionMatch.Same), s => s.Differences.ShouldBe(["short-description"]));
    }

    [Fact]
    public async Task A_details_answer_that_cannot_be_read_loses_nothing_and_is_tried_again()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        for (var i = 0; i < 130; i++) await house.Registry.AddWorkAsync(house.Orcid, $"A work about the number {i}", $"10.5555/other.{i}", "2019-05");
        await house.Registry.FaultAsync(new { method = "GET", path = "/v3.0/*/works/*", skip = 1, status = 200, body = "<bulk" });

        await house.PullAsync();
        var part = (await house.SuggestionsAsync()).Count;
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await house.Get<PullRunner>().RunAsync(Stop);

        part.ShouldBe(100);
        (await house.SuggestionsAsync()).Count.ShouldBe(130);
        (await house.Database.ReadAsync(db => db.Connections.SingleAsync())).ShouldSatisfyAllConditions(c => c.ComparedAt.ShouldBe(c.ReadAt));
    }
}
