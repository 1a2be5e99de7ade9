using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.History;
using OrcidPortal.Live;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records;
using OrcidPortal.Remote;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Remote;

public sealed class CallBudgetTests
{
    private static readonly OrcidResult Silence = new OrcidResult.Unreachable();

    public static TheoryData<DatabaseProvider, int, int> Bursts => [.. Databases.All.SelectMany(d => new (DatabaseProvider, int, int)[] { (d.Data, 40, 4), (d.Data, 10, 2) })];

    /// <param name="burst">The registry's.</param>
    /// <param name="atOnce">A quarter of a second's calls, however much may wait at the registry; or the burst, less the half second by which permits may come late.</param>
    [Theory, MemberData(nameof(Bursts))]
    public async Task Two_processes_together_make_no_more_calls_than_the_registry_takes(DatabaseProvider provider, int burst, int atOnce)
    {
        await using var house = await OpenAsync(provider);
        var one = Budget(house, requests: 16, burst);
        var other = Budget(house, requests: 16, burst);
        var calls = Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? one : other).WaitAsync(0, TestContext.Current.CancellationToken)).ToList();

        one.AtOnce.ShouldBe(atOnce);
        await ReachAsync(calls, atOnce);
        for (var step = 1; step <= 8; step++)
        {
            house.Clock.Advance(TimeSpan.FromMilliseconds(62.5));
            await ReachAsync(calls, atOnce + step);
        }
    }

    /// <param name="mistake">One put in to show that this test would find it.</param>
    /// <param name="atOnce">How many of three calls may be made at once after a pause; more than one is more than the registry takes.</param>
    [Theory, InlineData("None", 1), InlineData("PermitsStay", 3)]
    public async Task A_permit_that_is_not_used_in_time_lapses(string mistake, int atOnce)
    {
        await using var house = await OpenAsync(DatabaseProvider.Sqlite);
        var budget = Budget(house, requests: 20, burst: 2, Enum.Parse<Mistake>(mistake));
        await budget.WaitAsync(0, TestContext.Current.CancellationToken);
        // Several wait, so several are reserved; then all but two go away.
        using var last = new CancellationTokenSource();
        using var away = new CancellationTokenSource();
        var stay = Enumerable.Range(0, 2).Select(_ => budget.WaitAsync(0, TestContext.Current.CancellationToken)).ToList();
        var turn = budget.WaitAsync(0, last.Token);
        var leave = Enumerable.Range(0, 5).Select(_ => budget.WaitAsync(0, away.Token)).ToList();
        foreach (var one in stay)
        {
            house.Clock.Advance(TimeSpan.FromMilliseconds(50));
            await one;
        }
        await away.CancelAsync();
        foreach (var one in leave) await Should.ThrowAsync<OperationCanceledException>(one);
        // Whose turn it is leaves last, or the others would take theirs.
        await last.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(turn);

        house.Clock.Advance(TimeSpan.FromSeconds(10));

        var late = Enumerable.Range(0, 3).Select(_ => budget.WaitAsync(0, TestContext.Current.CancellationToken)).ToList();
        await ReachAsync(late, atOnce);
    }

    [Fact]
    public async Task A_registry_that_does_not_answer_is_asked_once_a_minute_by_one_process_until_it_does()
    {
        await using var house = await OpenAsync(DatabaseProvider.Sqlite);
        var one = Budget(house);
        var other = Budget(house);
        for (var i = 1; i < CallBudget.SilentCalls; i++) await one.MetAsync(Silence);
        (await other.ClosedAsync(TestContext.Current.CancellationToken)).ShouldBeNull("a few happen on any day");

        await one.MetAsync(Silence);

        var closed = (await other.ClosedAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull();
        (closed.Because, closed.ProbeAt).ShouldBe(("Unreachable", house.Clock.GetUtcNow() + TimeSpan.FromMinutes(1)));
        (await WaitAsync(other)).ShouldBeOfType<OrcidResult.Busy>();
        for (var minute = 1; minute <= 3; minute++)
        {
            house.Clock.Advance(TimeSpan.FromMinutes(1));
            (await WaitAsync(other)).ShouldBeNull("one looks");
            (await WaitAsync(one)).ShouldBeOfType<OrcidResult.Busy>("and one only");
            await other.MetAsync(Silence);
        }
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        (await WaitAsync(one)).ShouldBeNull();
        await one.MetAsync(new OrcidResult.Refused(9022));
        (await other.ClosedAsync(TestContext.Current.CancellationToken)).ShouldBeNull("any answer of its own opens it");
        (await WaitAsync(other)).ShouldBeNull();
    }

    [Fact]
    public async Task What_the_registry_asks_for_is_kept_and_a_locked_client_waits_an_hour()
    {
        await using var house = await OpenAsync(DatabaseProvider.Sqlite);
        var budget = Budget(house);

        await budget.MetAsync(new OrcidResult.Busy(TimeSpan.FromSeconds(20)));
        (await budget.ClosedAsync(TestContext.Current.CancellationToken))!.ProbeAt.ShouldBe(house.Clock.GetUtcNow() + TimeSpan.FromSeconds(20));
        await budget.MetAsync(new OrcidResult.Ok());
        await budget.MetAsync(new OrcidResult.ClientLocked());

        var closed = (await budget.ClosedAsync(TestContext.Current.CancellationToken))!;
        (closed.Because, closed.ProbeAt).ShouldBe(("ClientLocked", house.Clock.GetUtcNow() + TimeSpan.FromHours(1)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_calls_of_a_day_are_counted_for_all_processes_and_within_any_24_hours(DatabaseProvider provider)
    {
        await using var house = await OpenAsync(provider);
        var one = Budget(house, perDay: 10);
        var other = Budget(house, perDay: 10);
        for (var i = 0; i < 6; i++) (await WaitAsync(one)).ShouldBeNull();
        house.Clock.Advance(TimeSpan.FromHours(20));
        for (var i = 0; i < 4; i++) (await WaitAsync(other)).ShouldBeNull();

        var used = await WaitAsync(one);
        var closed = await other.ClosedAsync(TestContext.Current.CancellationToken);
        house.Clock.Advance(TimeSpan.FromHours(5));
        for (var i = 0; i < 6; i++) (await WaitAsync(one)).ShouldBeNull("those of the first hour count no longer");

        used.ShouldBeOfType<OrcidResult.Busy>().HttpStatus.ShouldBeNull();
        closed.ShouldNotBeNull().ShouldSatisfyAllConditions(c => c.Because.ShouldBe("UsedUp"), c => (c.ProbeAt - TestDatabase.Start).ShouldBeInRange(TimeSpan.FromHours(24), TimeSpan.FromHours(25)));
        (await WaitAsync(other)).ShouldBeOfType<OrcidResult.Busy>();
        house.Clock.Advance(TimeSpan.FromDays(30));
        (await other.ClosedAsync(TestContext.Current.CancellationToken)).ShouldBeNull();
        (await house.ReadAsync(db => db.CallAllowances.CountAsync())).ShouldBeLessThanOrEqualTo(26);
    }

    [Fact]
    public async Task Over_months_at_the_limit_no_24_hours_have_more_calls_than_the_quota()
    {
        await using var house = await OpenAsync(DatabaseProvider.Sqlite);
        var budget = Budget(house, perDay: 7);
        List<DateTimeOffset> made = [];

        for (var step = 0; step < 400; step++)
        {
            house.Clock.Advance(TimeSpan.FromMinutes(17 + (step * 13 % 90)));
            if (await WaitAsync(budget) is null) made.Add(house.Clock.GetUtcNow());
        }

        made.Max(m => made.Count(n => n > m - TimeSpan.FromHours(24) && n <= m)).ShouldBe(7);
        // An hour counts until it is over for a day: hardly anything is lost by that.
        made.Count.ShouldBeGreaterThan((int)((made[^1] - made[0]).TotalHours / 25 * 7) - 7);
    }

    [Fact]
    public async Task Nobody_is_called_where_the_quota_is_none()
    {
        await using var house = await OpenAsync(DatabaseProvider.Sqlite);
        var budget = Budget(house, perDay: 0);

        (await budget.ClosedAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull();
        (await WaitAsync(budget)).ShouldBeOfType<OrcidResult.Busy>();
    }

    [Fact]
    public async Task The_public_API_has_a_budget_of_its_own()
    {
        await using var house = await OpenAsync(DatabaseProvider.Sqlite);
        var services = house.Compose(b => b.AddOrcidApi().AddRecords().AddHistory().AddLive().AddConnect().AddRemote(), ("Orcid:PublicReadsPerDay", "3"), ("Orcid:ClientId", "APP-TEST"));
        var (members, everybody) = (services.GetRequiredService<CallBudget>(), services.GetRequiredKeyedService<CallBudget>(CallBudget.Public));

        for (var i = 0; i < CallBudget.SilentCalls; i++) await members.MetAsync(Silence);
        for (var i = 0; i < 3; i++) (await WaitAsync(everybody)).ShouldBeNull();

        (members.PerSecond, members.AtOnce, everybody.PerSecond, everybody.AtOnce).ShouldBe((24, 6, 12, 3));
        (await everybody.ClosedAsync(TestContext.Current.CancellationToken))!.Because.ShouldBe("UsedUp");
        (await members.ClosedAsync(TestContext.Current.CancellationToken))!.Because.ShouldBe("Unreachable");
        (await house.ReadAsync(db => db.CallAllowances.Select(a => a.Key).ToListAsync())).Count(k => k.StartsWith("public|Simulator|APP-TEST", StringComparison.Ordinal)).ShouldBe(2);
    }

    private static async Task<TestDatabase> OpenAsync(DatabaseProvider provider) => await Databases.OpenAsync(provider, TestContext.Current.CancellationToken);

    private static Task<OrcidResult?> WaitAsync(CallBudget budget) => budget.WaitAsync(0, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

    /// <summary>So many may call, and no more.</summary>
    private static async Task ReachAsync(List<Task<OrcidResult?>> calls, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (calls.Count(c => c.IsCompletedSuccessfully) < count && !patience.IsCancellationRequested) await Task.Delay(5, TestContext.Current.CancellationToken);
        await Task.Delay(30, TestContext.Current.CancellationToken);
        calls.Count(c => c.IsCompletedSuccessfully).ShouldBe(count);
    }

    private static CallBudget Budget(TestDatabase house, int requests = 24, int burst = 40, Mistake mistake = Mistake.None, int? perDay = null)
    {
        var services = house.Compose(_ => { });
        return new(new CallLimits("Simulator|APP-TEST", requests, burst, perDay), services.GetRequiredService<Transactions>(), services.GetRequiredService<IDbContextFactory<PortalDb>>(),
            services.GetRequiredService<IMeterFactory>(), new Mistakes { Made = mistake }, house.Clock);
    }
}
