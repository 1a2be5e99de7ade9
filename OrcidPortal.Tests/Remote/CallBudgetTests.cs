using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.OrcidApi;
using OrcidPortal.Remote;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Remote;

public sealed class CallBudgetTests
{
    private static readonly OrcidResult Silence = new OrcidResult.Unreachable();

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_processes_together_make_no_more_calls_than_the_registry_takes(DatabaseProvider provider)
    {
        await using var house = await OpenAsync(provider);
        var one = Budget(house, requests: 4, burst: 8);
        var other = Budget(house, requests: 4, burst: 8);
        var calls = Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? one : other).WaitAsync(0, TestContext.Current.CancellationToken)).ToList();

        // The burst, less what may come late: 8 - 4/2 at once.
        await ReachAsync(calls, 6);
        for (var step = 1; step <= 8; step++)
        {
            house.Clock.Advance(TimeSpan.FromMilliseconds(250));
            await ReachAsync(calls, Math.Min(20, 6 + step));
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

    private static CallBudget Budget(TestDatabase house, int requests = 24, int burst = 40, Mistake mistake = Mistake.None)
    {
        var services = house.Compose(_ => { });
        return new(services.GetRequiredService<Transactions>(), services.GetRequiredService<IDbContextFactory<PortalDb>>(),
            Options.Create(new OrcidOptions { ClientId = "APP-TEST", RequestsPerSecond = requests, Burst = burst }), services.GetRequiredService<IMeterFactory>(), new Mistakes { Made = mistake }, house.Clock);
    }
}
