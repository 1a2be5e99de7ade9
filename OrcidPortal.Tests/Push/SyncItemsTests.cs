using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Push;

public sealed class SyncItemsTests
{
    private const string Refusal = """{"response-code":403,"developer-message":"Not today","user-message":"Not today","error-code":9035,"more-info":""}""";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_admin_sees_what_failed_by_cause_and_tries_it_again(DatabaseProvider provider)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var house = await PushHouse.OpenAsync(provider);
        await house.SaveAsync(1);
        await house.Registry.FaultAsync(new { method = "POST", status = 403, body = Refusal });
        await house.PushAsync();
        var failures = house.Services.GetRequiredService<FailureList>();

        var group = (await failures.GroupsAsync(new FailureFilter(), cancellationToken)).ShouldHaveSingleItem();
        var items = (await failures.ItemsAsync(group.Key, new FailureFilter(), null, cancellationToken)).Items;
        var again = await house.Services.GetRequiredService<SyncItems>().TryAgainAsync(group.Key, new FailureFilter(), PushHouse.Curator, null, cancellationToken);
        await house.PushAsync();

        (group.Items, group.People, group.Key.State, group.Key.Status).ShouldBe((1, 1, SyncState.Failed, 403));
        group.Example.ShouldNotBeNull().ShouldContain("Not today");
        items.ShouldHaveSingleItem().PersonName.ShouldBe("Ada Lovelace");
        again.ShouldBe(1);
        (await house.ItemAsync()).State.ShouldBe(SyncState.InSync);
        (await failures.GroupsAsync(new FailureFilter(), cancellationToken)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_a_filter_shows_is_tried_again_step_by_step_and_counted_before(DatabaseProvider provider)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var house = await PushHouse.OpenAsync(provider);
        await house.SaveAsync(230);
        await house.PlanAsync();
        // Whatever was removed by the person, or is tried by itself, stays as it is.
        await house.Database.Transactions.RunAsync(async (db, ct) =>
        {
            foreach (var (n, item) in (await db.SyncItems.OrderBy(i => i.Id).ToListAsync(ct)).Index())
            {
                (item.Failure, item.FailedAt) = (n == 0 ? FailureKind.Busy : n % 2 == 0 ? FailureKind.TooMany : FailureKind.Unexpected, house.Clock.GetUtcNow());
                if (n == 1) item.RemovedAtOrcidAt = house.Clock.GetUtcNow();
                SyncStates.Settle(item, house.Clock.GetUtcNow());
            }
        }, cancellationToken);
        var seen = new Steps();
        var filter = new FailureFilter(house.Ada.Id, RecordKind.Work);

        var forecast = await house.Services.GetRequiredService<FailureList>().ForecastAsync(null, filter, cancellationToken);
        var tried = await house.Services.GetRequiredService<SyncItems>().TryAgainAsync(null, filter, PushHouse.Curator, seen, cancellationToken);

        forecast.ShouldBe(new TryForecast(228, 1, 228, 0, 0, 3));
        tried.ShouldBe(228);
        seen.ShouldBe([90, 180, 228]);
        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.Retrying] = 1, [SyncState.RemovedAtOrcid] = 1, [SyncState.Ready] = 228 }, ignoreOrder: true);
    }

    private sealed class Steps : List<int>, IProgress<int>
    {
        public void Report(int value) => Add(value);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_was_sent_and_answered_is_kept_without_the_token_until_it_succeeds(DatabaseProvider provider)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var house = await PushHouse.OpenAsync(provider);
        await house.SaveAsync(1);
        var token = (await house.Services.GetRequiredService<Tokens>().OpenAsync(house.Ada.Id, cancellationToken))!.AccessToken;
        await house.Registry.FaultAsync(new { method = "POST", status = 403, body = Refusal.Replace("\"Not today\",\"user", $"\"Not today, {token}\",\"user", StringComparison.Ordinal) });
        await house.PushAsync();
        var failures = house.Services.GetRequiredService<FailureList>();
        var item = await house.ItemAsync();

        var call = (await failures.CallAsync(item.Id, cancellationToken)).ShouldNotBeNull();

        call.Line.ShouldBe("POST work");
        call.Request.ShouldNotBeNull().ShouldContain("On engines, part 1");
        call.Answer.ShouldNotBeNull().ShouldContain("\"error-code\":9035");
        call.Answer.ShouldContain("Not today, [token]");
        item.FailureMessage.ShouldNotBeNull().ShouldNotContain(token);
        (await failures.ByDayAsync(TimeZoneInfo.Utc, cancellationToken))[^1].Attempts.ShouldBe(1);

        await house.Services.GetRequiredService<SyncItems>().TryAgainAsync([item.Id], PushHouse.Curator, cancellationToken);
        await house.PushAsync();
        (await house.ItemAsync()).State.ShouldBe(SyncState.InSync);
    }

    [Fact]
    public async Task What_is_ignored_leaves_the_list_until_it_fails_anew()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.Registry.FaultAsync(new { method = "POST", status = 403, body = Refusal });
        await house.PushAsync();
        var (failures, items) = (house.Services.GetRequiredService<FailureList>(), house.Services.GetRequiredService<SyncItems>());
        var key = (await failures.GroupsAsync(new FailureFilter(), cancellationToken)).ShouldHaveSingleItem().Key;

        (await items.IgnoreAsync(key, new FailureFilter(), null, "known", PushHouse.Curator, cancellationToken)).ShouldBe(1);

        (await failures.GroupsAsync(new FailureFilter(), cancellationToken)).ShouldBeEmpty();
        (await failures.GroupsAsync(new FailureFilter(Ignored: true), cancellationToken)).ShouldHaveSingleItem();
        (await failures.GroupsAsync(new FailureFilter(PersonId: Guid.NewGuid(), Ignored: true), cancellationToken)).ShouldBeEmpty();
        await house.SaveAsync(house.Draft(1, "Another title"));
        await house.Registry.FaultAsync(new { method = "POST", status = 403, body = Refusal });
        await items.TryAgainAsync([(await house.ItemAsync()).Id], PushHouse.Curator, cancellationToken);
        await house.PushAsync();

        (await house.ItemAsync()).State.ShouldBe(SyncState.Failed);
        (await failures.GroupsAsync(new FailureFilter(), cancellationToken)).ShouldHaveSingleItem();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Lists_go_on_where_the_page_before_ended_and_find_words_of_the_title(DatabaseProvider provider)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var house = await PushHouse.OpenAsync(provider);
        await house.SaveAsync([.. Enumerable.Range(1, 70).Select(i => house.Draft(i)), house.Draft(99, "Quite another Thing")]);
        await house.PlanAsync();
        var list = house.Services.GetRequiredService<SyncItemList>();

        var first = await list.ListAsync(new SyncItemFilter(house.Ada.Id, SyncState.Ready), null, cancellationToken);
        var second = await list.ListAsync(new SyncItemFilter(house.Ada.Id, SyncState.Ready), first.Next, cancellationToken);
        var found = await list.ListAsync(new SyncItemFilter(Text: "thing ANOTHER"), null, cancellationToken);
        var counts = await list.CountAsync(house.Ada.Id, cancellationToken);

        first.Items.Concat(second.Items).Select(r => r.Item.Id).Distinct().Count().ShouldBe(71);
        (first.Items.Count, second.Next).ShouldBe((50, null));
        found.Items.ShouldHaveSingleItem().Title.ShouldBe("Quite another Thing");
        counts[SyncState.Ready].ShouldBe(71);
        counts.Count.ShouldBe(Enum.GetValues<SyncState>().Length);
        (await list.FindAsync(house.Ada.Id, found.Items[0].Item.RecordId, cancellationToken)).ShouldNotBeNull().LocalId.ShouldBe("ada");
    }

    [Fact]
    public async Task What_somebody_excluded_does_not_go_until_it_is_included_and_keeps_what_is_there()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.PushAsync();
        var items = house.Services.GetRequiredService<SyncItems>();
        var id = (await house.ItemAsync()).Id;

        var stranger = await items.ExcludeAsync(id, Guid.NewGuid(), null, PushHouse.Curator, cancellationToken);
        await items.ExcludeAsync(id, house.Ada.Id, "not mine", PushHouse.Curator, cancellationToken);
        await house.SaveAsync(house.Draft(1, "On the analytical engine"));
        await house.PlanAsync();
        house.Clock.Advance(TimeSpan.FromDays(2));
        await house.PushAsync();

        stranger.ShouldBeFalse();
        (await house.ItemAsync()).State.ShouldBe(SyncState.Excluded);
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works"]);
        (await house.Database.ReadAsync(db => db.Audit.SingleAsync(a => a.Action == "item.excluded", cancellationToken))).After.ShouldBe("not mine");
    }

    [Fact]
    public async Task What_was_removed_at_ORCID_goes_again_only_when_its_owner_says_so()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.PushAsync();
        await house.Registry.RemoveWorkAsync(house.Orcid, (await house.ItemAsync()).PutCode!.Value);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.Services.GetRequiredService<FirstRead>().ReadAsync(house.Ada.Id, cancellationToken);
        var removed = await house.ItemAsync();
        var items = house.Services.GetRequiredService<SyncItems>();

        var stranger = await items.AddAgainAsync(removed.Id, Guid.NewGuid(), PushHouse.Curator, cancellationToken);
        var owner = await items.AddAgainAsync(removed.Id, house.Ada.Id, PushHouse.Curator, cancellationToken);
        await house.PushAsync();

        removed.State.ShouldBe(SyncState.RemovedAtOrcid);
        (stranger, owner).ShouldBe((false, true));
        (await house.Registry.WorksAsync(house.Orcid)).ShouldHaveSingleItem();
        (await house.ItemAsync()).State.ShouldBe(SyncState.InSync);
    }

    [Fact]
    public async Task A_disconnect_while_an_answer_is_missing_leaves_no_item_in_sending()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(2);
        await house.Registry.FaultAsync(new { method = "POST", cutAfter = true });
        await house.PushAsync();

        await house.Services.GetRequiredService<OrcidLink>().DisconnectAsync(house.Ada.Id, PushHouse.Curator, cancellationToken);
        house.Clock.Advance(TimeSpan.FromMinutes(3));
        await house.PushAsync();

        (await house.ItemsAsync()).ShouldAllBe(i => i.State == SyncState.NotChosen && i.LeaveReason == LeaveReason.Disconnected && i.BatchId == null);
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works"]);
    }
}
