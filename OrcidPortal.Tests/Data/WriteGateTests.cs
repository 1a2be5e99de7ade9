using OrcidPortal.Data;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Data;

public sealed class WriteGateTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_SQLite_one_writes_while_the_others_wait()
    {
        await using var database = await Databases.OpenAsync(CancellationToken);
        var (inside, most) = (0, 0);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => database.Transactions.RunAsync(async (db, ct) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        }, CancellationToken)));

        most.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases.Servers), MemberType = typeof(Databases))]
    public async Task On_a_server_two_write_at_the_same_time(DatabaseProvider provider)
    {
        await using var database = await Databases.OpenAsync(provider, CancellationToken);
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());

        var both = Task.WhenAll(MeetAsync(first, second), MeetAsync(second, first));

        await both.WaitAsync(TimeSpan.FromSeconds(30), CancellationToken);

        Task MeetAsync(TaskCompletionSource mine, TaskCompletionSource theirs) => database.Transactions.RunAsync((_, _) =>
        {
            mine.TrySetResult();
            return theirs.Task;
        }, CancellationToken);
    }

    [Fact]
    public async Task A_turn_given_back_twice_lets_only_one_in()
    {
        using var gate = new WriteGate(oneWriter: true);
        var turn = await gate.EnterAsync(CancellationToken);
        turn.Dispose();
        turn.Dispose();

        using var next = await gate.EnterAsync(CancellationToken);
        var third = gate.EnterAsync(CancellationToken).AsTask();

        third.IsCompleted.ShouldBeFalse();
        next.Dispose();
        (await third).Dispose();
    }

    [Fact]
    public async Task Who_gives_up_waiting_does_not_keep_the_turn()
    {
        using var gate = new WriteGate(oneWriter: true);
        using var impatient = new CancellationTokenSource();
        var turn = await gate.EnterAsync(CancellationToken);
        var waiting = gate.EnterAsync(impatient.Token).AsTask();

        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
        turn.Dispose();

        (await gate.EnterAsync(CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30), CancellationToken)).Dispose();
    }
}
