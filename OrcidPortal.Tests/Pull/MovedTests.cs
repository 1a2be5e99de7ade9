using Microsoft.EntityFrameworkCore;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pull;
using OrcidPortal.Push;
using OrcidPortal.Remote;
using OrcidPortal.Tests.Infrastructure;
using OrcidPortal.Tests.Push;

namespace OrcidPortal.Tests.Pull;

/// <summary>ORCID merges a person's record into another one of theirs: reading it is answered with 301.</summary>
public sealed class MovedTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_merged_record_is_followed_and_what_was_decided_is_not_asked_again(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On difference engines", "10.5555/other.1"));
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On looms", "10.5555/other.2"));
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On punched cards", "10.5555/other.3"));
        await house.PullAsync();
        var asked = (await house.SuggestionsAsync()).ToDictionary(s => s.Title);
        await house.Get<SuggestionAnswers>().DismissAsync(house.Ada.Id, asked["On difference engines"].Id, PullHouse.Ada, Stop);
        await house.ClaimAsync(asked["On looms"].Id);
        var other = await house.Registry.AddPersonAsync("Ada", "King");
        foreach (var (title, doi) in new[] { ("On difference engines", "10.5555/OTHER.1"), ("On looms", "10.5555/other.2"), ("On punched cards", "10.5555/other.3") })
            await house.Registry.AddItemAsync(other, "work", PullHouse.Work(title, doi));
        await house.Registry.MergeAsync(house.Orcid, other);

        var moved = await house.PullAsync();
        var followed = await house.ConnectionAsync();
        await house.ReconnectAsync(other);
        await ReadFirstAsync(house);

        moved.ShouldBeOfType<ReadOutcome.Failed>().Sentence.ShouldBe($"ORCID merged the record {house.Orcid} into {other}. The portal follows: it reads the new record, and the person confirms the first sync again.");
        (followed.Orcid, followed.LastOrcid, followed.ReadAt, followed.FirstSyncConfirmedAt).ShouldBe((other, house.Orcid, null, null));
        (await house.ConnectionAsync()).ShouldSatisfyAllConditions(c => c.ReadAt.ShouldNotBeNull(), c => c.ComparedAt.ShouldBe(c.ReadAt), c => c.FirstSyncConfirmedAt.ShouldBeNull());
        var now = await house.SuggestionsAsync();
        now.ShouldAllBe(s => s.Orcid == other && !s.IsGone);
        now.OrderBy(s => s.Title, StringComparer.Ordinal).Select(s => (s.Title, s.State)).ShouldBe([("On difference engines", SuggestionState.Dismissed), ("On looms", SuggestionState.Claimed), ("On punched cards", SuggestionState.Open)]);
        (await house.ListAsync(SuggestionGroup.Works)).ShouldHaveSingleItem().Title.ShouldBe("On punched cards");
        (await house.ListAsync(SuggestionGroup.Dismissed)).ShouldHaveSingleItem().Title.ShouldBe("On difference engines");
        (await house.RecordsAsync()).ShouldHaveSingleItem().Title.ShouldBe("On looms");
    }

    [Fact]
    public async Task What_does_not_stand_in_the_new_record_is_not_asked_and_its_answer_is_kept()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On difference engines", "10.5555/other.1"));
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On looms", "10.5555/other.2"));
        await house.PullAsync();
        await house.Get<SuggestionAnswers>().DismissAsync(house.Ada.Id, (await house.ListAsync(SuggestionGroup.Works)).Single(s => s.Title == "On difference engines").Id, PullHouse.Ada, Stop);
        var other = await house.Registry.AddPersonAsync("Ada", "King");
        await house.Registry.MergeAsync(house.Orcid, other);
        await house.PullAsync();
        await house.ReconnectAsync(other);

        await ReadFirstAsync(house);
        var left = await house.SuggestionAsync();
        var later = await house.Registry.AddItemAsync(other, "work", PullHouse.Work("On difference engines", "10.5555/other.1"));
        await house.PullAsync();

        (left.Title, left.State, left.IsGone, left.Orcid).ShouldBe(("On difference engines", SuggestionState.Dismissed, true, house.Orcid));
        var back = await house.SuggestionAsync();
        (back.State, back.IsGone, back.Orcid, back.PutCode).ShouldBe((SuggestionState.Dismissed, false, other, later));
    }

    [Fact]
    public async Task Two_entries_like_one_that_was_put_aside_are_two_questions()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Registry.AddItemAsync(house.Orcid, "work", PullHouse.Work("On difference engines", "10.5555/other.1"));
        await house.PullAsync();
        await house.Get<SuggestionAnswers>().DismissAsync(house.Ada.Id, (await house.SuggestionAsync()).Id, PullHouse.Ada, Stop);
        var other = await house.Registry.AddPersonAsync("Ada", "King");
        await house.Registry.AddItemAsync(other, "work", PullHouse.Work("On difference engines", "10.5555/other.1"));
        await house.Registry.AddItemAsync(other, "work", PullHouse.Work("On difference engines", "10.5555/other.1"), source: "user");
        await house.Registry.MergeAsync(house.Orcid, other);
        await house.PullAsync();
        await house.ReconnectAsync(other);

        await ReadFirstAsync(house);
        await house.PullAsync();

        (await house.SuggestionsAsync()).Select(s => s.State).ShouldBe([SuggestionState.Dismissed, SuggestionState.Open], ignoreOrder: true);
    }

    [Fact]
    public async Task Where_ORCID_does_not_say_into_which_the_person_comes_with_the_one_they_have()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        var other = await house.Registry.AddPersonAsync("Ada", "King");
        await house.Registry.FaultAsync(new { method = "GET", status = 301, body = """{"response-code":301,"developer-message":"This account is deprecated.","user-message":"Moved","error-code":9007,"more-info":""}""" });

        var moved = await house.PullAsync();
        var left = await house.ConnectionAsync();
        var back = await house.ReconnectAsync(other);

        moved.ShouldBeOfType<ReadOutcome.Failed>().Sentence.ShouldBe($"ORCID merged the record {house.Orcid} into another one. The person has to connect again.");
        (left.State, left.Orcid, left.LastOrcid).ShouldBe((ConnectionState.TokenRejected, null, house.Orcid));
        back.ShouldBeOfType<FinishResult.Connected>().Orcid.ShouldBe(other);
    }

    /// <summary>As the jobs do it after a connecting.</summary>
    private static async Task ReadFirstAsync(PushHouse house)
    {
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await house.Get<FirstRead>().ReadWaitingAsync(Stop);
        await house.Get<PullRunner>().RunAsync(Stop);
    }
}
