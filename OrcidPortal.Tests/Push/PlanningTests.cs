using OrcidPortal.Connect;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Push;

public sealed class PlanningTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Somebody_who_never_connected_has_items_and_problems_all_the_same(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        var ben = new Person { LocalId = "ben", GivenNames = "Ben", FamilyName = "Byron", SortName = "byron ben" };
        await house.Database.AddAsync(ben);

        await house.SaveAsync(house.Draft(1, person: ben), house.Draft(2, person: ben) with { Fields = new RecordFields { Title = "Nothing else" } });
        await house.PlanAsync();

        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.Blocked] = 1, [SyncState.NeedsFix] = 1 }, ignoreOrder: true);
        (await house.ItemsAsync()).ShouldAllBe(i => i.BlockReason == BlockReason.NeverConnected);
        (await house.Database.ReadAsync(db => db.Records.SingleAsync(r => r.Title == "Nothing else"))).ProblemCount.ShouldBeGreaterThan(0);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_works_of_a_person_with_the_same_identifier_both_need_fixing_until_one_differs(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        var first = house.Draft(1) with { Fields = Url(house.Draft(1).Fields) };
        var second = house.Draft(2, "Another title") with { Fields = Url(house.Draft(2, "Another title").Fields) };
        await house.SaveAsync(first);
        await house.PlanAsync();

        await house.SaveAsync(second);
        await house.PlanAsync();
        var clash = await house.ItemsAsync();
        var problems = await house.Database.ReadAsync(db => db.RecordProblems.AsNoTracking().ToListAsync());
        await house.SaveAsync(house.Draft(2, "Another title"));
        await house.PlanAsync();

        clash.ShouldAllBe(i => i.State == SyncState.NeedsFix && i.ProblemCount == 1);
        problems.ShouldAllBe(p => p.Code == ProblemCodes.ExternalIdShared && p.PersonId == house.Ada.Id);
        problems.Select(p => p.Value).Order().ShouldBe(["Another title", "On engines, part 1"]);
        (await house.ItemsAsync()).ShouldAllBe(i => i.State == SyncState.Ready && i.ProblemCount == 0);
        (await house.Database.ReadAsync(db => db.RecordProblems.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Planning_again_puts_nothing_off()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Services.GetRequiredService<OrcidPortal.Connect.Preferences>()
            .SaveAsync(house.Ada.Id, SendMode.Daily, KindPreferences.Of(new Preference()), PushHouse.Curator, "en", TestContext.Current.CancellationToken);
        await house.SaveAsync(1);
        await house.PlanAsync();
        var due = (await house.ItemAsync()).DueAt;

        house.Clock.Advance(TimeSpan.FromHours(14));
        await AskAsync(house);
        await house.PlanAsync();

        due.ShouldNotBeNull();
        (await house.ItemAsync()).DueAt.ShouldBe(due);
    }

    [Fact]
    public async Task A_plan_request_is_worked_off_in_pages_and_answers_those_asked_before_it()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(95);
        await house.PlanAsync();
        for (var i = 0; i < 5; i++) await AskAsync(house);

        var looked = await house.PlanAsync();

        looked.ShouldBe(95);
        (await house.Database.ReadAsync(db => db.PlanRequests.CountAsync(r => r.DoneAt == null))).ShouldBe(0);
    }

    [Fact]
    public async Task Planning_ends_where_somebody_writes_all_the_time_and_keeps_no_request_waiting()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(95);
        await house.Database.Transactions.RunAsync((db, _) =>
        {
            PlanRequests.Ask(db, PlanScope.Everything, null, "test", house.Clock.GetUtcNow());
            PlanRequests.Ask(db, PlanScope.Person, Guid.NewGuid(), "test", house.Clock.GetUtcNow());
            return Task.CompletedTask;
        }, TestContext.Current.CancellationToken);

        house.Clock.AutoAdvanceAmount = TimeSpan.FromMinutes(1);
        await house.PlanAsync();
        house.Clock.AutoAdvanceAmount = TimeSpan.Zero;
        var left = await house.Database.ReadAsync(db => db.RecordChanges.CountAsync(c => c.PlannedAt == null));
        var waiting = await house.Database.ReadAsync(db => db.PlanRequests.Where(r => r.DoneAt == null).ToListAsync());
        await house.PlanAsync();

        left.ShouldBe(55);
        waiting.ShouldHaveSingleItem().Scope.ShouldBe(PlanScope.Everything);
        (await house.Database.ReadAsync(db => db.RecordChanges.CountAsync(c => c.PlannedAt == null))).ShouldBe(0);
        (await house.Database.ReadAsync(db => db.PlanRequests.CountAsync(r => r.DoneAt == null))).ShouldBe(0);
    }

    private static Task AskAsync(PushHouse house) => house.Database.Transactions.RunAsync((db, _) =>
    {
        PlanRequests.Ask(db, PlanScope.Person, house.Ada.Id, "test", house.Clock.GetUtcNow());
        return Task.CompletedTask;
    }, TestContext.Current.CancellationToken);

    private static RecordFields Url(RecordFields fields) => fields with { ExternalIds = [.. fields.ExternalIds, new FieldIdentifier("uri", "https://example.org/same", "self", "https://example.org/same")] };
}
