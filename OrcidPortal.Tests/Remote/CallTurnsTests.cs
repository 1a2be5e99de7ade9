using OrcidPortal.Remote;

namespace OrcidPortal.Tests.Remote;

public sealed class CallTurnsTests
{
    [Fact]
    public async Task Who_has_most_behind_them_goes_first_and_every_fourth_time_who_waits_longest()
    {
        var (turns, order) = (new CallTurns(places: 1), new List<int>());
        await turns.EnterAsync(0, TestContext.Current.CancellationToken);
        int[] behind = [1, 2, 500, 3, 400, 300, 4];
        var waiting = behind.Select(b => TakeAsync(turns, b, order, TestContext.Current.CancellationToken)).ToList();

        turns.Leave();
        await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        order.ShouldBe([500, 400, 300, 1, 4, 3, 2]);
    }

    [Fact]
    public async Task As_many_go_at_once_as_there_are_places()
    {
        var turns = new CallTurns(places: 2);
        var waiting = Enumerable.Range(0, 4).Select(_ => turns.EnterAsync(0, TestContext.Current.CancellationToken)).ToList();

        waiting.Select(w => w.IsCompletedSuccessfully).ShouldBe([true, true, false, false]);
        turns.Leave();
        await waiting[2].WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        waiting[3].IsCompleted.ShouldBeFalse();
        turns.Leave();
        await waiting[3].WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        turns.Leave();
        turns.Leave();
        await Task.WhenAll(turns.EnterAsync(0, TestContext.Current.CancellationToken), turns.EnterAsync(0, TestContext.Current.CancellationToken)).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        turns.EnterAsync(0, TestContext.Current.CancellationToken).IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Who_gives_up_loses_only_their_own_place()
    {
        var (turns, order) = (new CallTurns(places: 1), new List<int>());
        using var away = new CancellationTokenSource();
        await turns.EnterAsync(0, TestContext.Current.CancellationToken);
        var gone = TakeAsync(turns, 9, order, away.Token);
        var stays = TakeAsync(turns, 1, order, TestContext.Current.CancellationToken);

        await away.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => gone);
        turns.Leave();
        await stays.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        order.ShouldBe([1]);
        await turns.EnterAsync(0, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        await Should.ThrowAsync<OperationCanceledException>(() => turns.EnterAsync(0, away.Token));
    }

    private static async Task TakeAsync(CallTurns turns, int behind, List<int> order, CancellationToken cancellationToken)
    {
        await turns.EnterAsync(behind, cancellationToken);
        order.Add(behind);
        turns.Leave();
    }
}
