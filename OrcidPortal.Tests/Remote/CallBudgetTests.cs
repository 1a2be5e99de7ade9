using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OrcidPortal.OrcidApi;
using OrcidPortal.Remote;

namespace OrcidPortal.Tests.Remote;

public sealed class CallBudgetTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_burst_goes_at_once_and_the_next_call_waits()
    {
        using var budget = Budget(requests: 4, burst: 6);

        var calls = Enumerable.Range(0, 7).Select(_ => budget.WaitAsync(TestContext.Current.CancellationToken)).ToList();

        calls.Take(6).ShouldAllBe(c => c.IsCompletedSuccessfully);
        calls[6].IsCompleted.ShouldBeFalse();
        await calls[6];
    }

    [Fact]
    public void A_registry_that_does_not_answer_is_left_alone_for_longer_and_longer_up_to_a_minute()
    {
        using var budget = Budget();

        for (var i = 0; i < 10; i++) budget.Met(new OrcidResult.Unreachable());

        budget.IsClosed.ShouldBeTrue();
        _time.Advance(TimeSpan.FromSeconds(59));
        budget.IsClosed.ShouldBeTrue();
        _time.Advance(TimeSpan.FromSeconds(1));
        budget.IsClosed.ShouldBeFalse();
    }

    [Fact]
    public void A_registry_that_hangs_is_left_alone_too()
    {
        using var budget = Budget();

        budget.Met(new OrcidResult.OutcomeUnknown());

        budget.IsClosed.ShouldBeTrue();
    }

    [Fact]
    public void Any_answer_opens_it_again()
    {
        using var budget = Budget();
        budget.Met(new OrcidResult.Busy(TimeSpan.FromSeconds(30)));

        budget.Met(new OrcidResult.Refused(9022));

        budget.IsClosed.ShouldBeFalse();
    }

    private CallBudget Budget(int requests = 24, int burst = 40) => new(Options.Create(new OrcidOptions { RequestsPerSecond = requests, Burst = burst }), _time);
}
