using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Sources;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Sources;

public sealed class InterruptedImportTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_a_dead_process_left_running_says_so_and_can_be_repeated_once(DatabaseProvider provider)
    {
        await using var house = await ImportHouse.OpenAsync(provider);
        var dead = await LeaveRunningAsync(house);
        house.Database.Clock.Advance(TimeSpan.FromSeconds(31));

        var row = (await house.List.ListAsync(null, TestContext.Current.CancellationToken)).Items.ShouldHaveSingleItem();
        var repeated = await house.Imports.RepeatAsync(dead, ImportHouse.Curator, TestContext.Current.CancellationToken);
        var twice = await house.Imports.RepeatAsync(dead, ImportHouse.Curator, TestContext.Current.CancellationToken);

        (row.Run.State, row.Run.Id, row.PersonName, row.LocalId).ShouldBe((ImportState.Failed, dead, "Ada Lovelace", "p1"));
        row.Run.Failure!.ShouldStartWith("The import was interrupted after 0 of 7 entries");
        var runId = repeated.ShouldBeOfType<QueueResult.Queued>().RunId;
        twice.ShouldBeOfType<QueueResult.Refused>();
        (await house.RunAsync(dead)).RepeatedBy.ShouldBe(runId);
        await house.Runner.RunAsync(runId, TestContext.Current.CancellationToken);
        (await house.RunAsync(runId)).Added.ShouldBe(1);
    }

    [Fact]
    public async Task A_run_that_was_alive_a_moment_ago_is_left_alone()
    {
        await using var house = await ImportHouse.OpenAsync();
        var running = await LeaveRunningAsync(house);
        house.Database.Clock.Advance(TimeSpan.FromSeconds(29));

        var marked = await house.Runner.MarkInterruptedAsync(TestContext.Current.CancellationToken);
        var repeated = await house.Imports.RepeatAsync(running, ImportHouse.Curator, TestContext.Current.CancellationToken);

        marked.ShouldBe(0);
        repeated.ShouldBeOfType<QueueResult.Refused>().Sentence.ShouldBe(FileSentences.StillUnderWay);
    }

    [Fact]
    public async Task A_stopping_process_keeps_what_is_saved_and_the_repetition_brings_the_rest()
    {
        using var stop = new CancellationTokenSource();
        var clock = new StoppingClock(stop);
        await using var house = await ImportHouse.OpenAsync(time: clock);
        var queued = (await house.QueueAsync(string.Concat(Enumerable.Range(1, 350).Select(i => $"@misc{{k{i}, title = {{Title {i}}}}}\n")))).ShouldBeOfType<QueueResult.Queued>();
        clock.StopAfter = 8;

        await Should.ThrowAsync<OperationCanceledException>(() => house.Runner.RunAsync(queued.RunId, stop.Token));
        var stopped = await house.RunAsync(queued.RunId);
        var saved = await house.Database.ReadAsync(db => db.Records.CountAsync());
        var repeated = (await house.Imports.RepeatAsync(queued.RunId, ImportHouse.Curator, TestContext.Current.CancellationToken)).ShouldBeOfType<QueueResult.Queued>();
        await house.Runner.RunAsync(repeated.RunId, TestContext.Current.CancellationToken);

        stopped.State.ShouldBe(ImportState.Failed);
        stopped.Failure!.ShouldContain("interrupted");
        saved.ShouldBeInRange(1, 349);
        stopped.Read.ShouldBeLessThanOrEqualTo(saved);
        var run = await house.RunAsync(repeated.RunId);
        (run.State, run.Unchanged, run.Added).ShouldBe((ImportState.Done, saved, 350 - saved));
    }

    private static async Task<Guid> LeaveRunningAsync(ImportHouse house)
    {
        var queued = (await house.QueueAsync("@misc{a, title = {T}}")).ShouldBeOfType<QueueResult.Queued>();
        await house.Database.Transactions.RunAsync(async (db, ct) =>
        {
            var run = await db.ImportRuns.SingleAsync(r => r.Id == queued.RunId, ct);
            (run.State, run.AliveAt, run.Total) = (ImportState.Running, house.Database.Clock.GetUtcNow(), 7);
        }, TestContext.Current.CancellationToken);
        return queued.RunId;
    }

    /// <summary>Stops the process when the time is asked for so often: somewhere in the middle of the work.</summary>
    private sealed class StoppingClock(CancellationTokenSource stop) : TimeProvider
    {
        public int StopAfter { get; set; } = int.MaxValue;

        public override DateTimeOffset GetUtcNow()
        {
            if (--StopAfter == 0) stop.Cancel();
            return TestDatabase.Start;
        }
    }
}
