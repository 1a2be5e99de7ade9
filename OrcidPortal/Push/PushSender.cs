using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.OrcidApi;
using OrcidPortal.Remote;

namespace OrcidPortal.Push;

/// <summary>Sends what is due, for many people at a time: as many calls are under way as the registry's limit and its slowness ask for, whatever the number of workers.</summary>
public sealed partial class PushSender(
    PersonPush person, OrphanedBatches orphans, OverviewNews overview, CallBudget budget, SendingSwitch pause, DailyCap cap, IDbContextFactory<PortalDb> contexts, IOptions<PushOptions> push, IOptions<OrcidOptions> orcid, TimeProvider time, ILogger<PushSender> logger)
{
    /// <summary>How often a long run looks who became due meanwhile; a person is taken up again after as long.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    /// <summary>
    /// So many get ready while others' calls are under way: enough for the limit of calls. Were it everybody who may be under way, each would wait for its turn after each
    /// call, and the longest lists, which began first, would still be there when all others are done. Half as many do no better where a call takes 0.1 s, and worse where it takes 0.5 s.
    /// </summary>
    private const int GettingReady = 16;

    /// <summary>One begins, a little later two, then four: all at once would get in each other's way before the first of them has made a call.</summary>
    private static readonly TimeSpan BetweenBeginnings = TimeSpan.FromMilliseconds(200);

    /// <summary>As many items are looked at before sending begins; where there are more, all are counted beside it.</summary>
    private const int ItemsAtFirst = 5000;

    /// <summary>Sends what is due for one person, or for everybody until nothing is due.</summary>
    /// <param name="personId">One person; null: all.</param>
    /// <param name="cancellationToken">Stops before the next call; calls under way are answered and saved first.</param>
    public async Task SendAsync(Guid? personId, CancellationToken cancellationToken)
    {
        if (personId is null) await orphans.ReleaseAsync(cancellationToken);
        if (await pause.FindAsync(cancellationToken) is not null) return;
        if (await IsClosedAsync(cancellationToken) is not { } probing) return;
        try
        {
            if (personId is { } one) await RunAsync(new DuePerson(one, int.MaxValue), cancellationToken);
            else await SendAllAsync(probing, cancellationToken);
        }
        finally
        {
            await overview.TellRestAsync(CancellationToken.None);
        }
    }

    /// <summary>Null: the registry is closed and it is too early to look again. True: the next call looks.</summary>
    private async Task<bool?> IsClosedAsync(CancellationToken cancellationToken) => await budget.ClosedAsync(cancellationToken) switch
    {
        null => false,
        { } closed when closed.ProbeAt > time.GetUtcNow() => null,
        _ => true,
    };

    private async Task SendAllAsync(bool probing, CancellationToken cancellationToken)
    {
        var running = new Dictionary<Task, Guid>();
        var begun = new Dictionary<Guid, DateTimeOffset>();
        var waiting = new Queue<DuePerson>();
        var lookAgain = DateTimeOffset.MinValue;
        Task<(IReadOnlyList<DuePerson> People, bool AreAll)>? counting = null;
        var (countAll, most) = (false, 1);
        try
        {
            while (true)
            {
                if (counting is null && (waiting.Count == 0 || time.GetUtcNow() >= lookAgain))
                {
                    if (probing && begun.Count > 0 && await IsClosedAsync(cancellationToken) is not false) break;
                    probing &= begun.Count == 0;
                    await overview.TellRestAsync(cancellationToken);
                    var now = time.GetUtcNow();
                    var (people, areAll) = await DueAsync(ItemsAtFirst, cancellationToken);
                    if (areAll || waiting.Count == 0) waiting = InTurn(people, now);
                    countAll = !areAll && !probing;
                    lookAgain = now + Between;
                }
                if (counting is not null && (counting.IsCompleted || (waiting.Count == 0 && running.Count == 0)))
                {
                    waiting = InTurn((await counting).People, time.GetUtcNow());
                    counting = null;
                    lookAgain = time.GetUtcNow() + Between;
                }
                var atOnce = probing ? 1 : Math.Min(push.Value.PeopleAtOnce, budget.UnderWay + GettingReady);
                while (running.Count < Math.Min(atOnce, most) && waiting.TryDequeue(out var next))
                {
                    begun[next.Person] = time.GetUtcNow();
                    running.Add(Task.Run(() => RunAsync(next, cancellationToken), cancellationToken), next.Person);
                    if (probing) waiting.Clear();
                }
                var moreBegin = waiting.Count > 0 && !probing && running.Count < push.Value.PeopleAtOnce;
                // Counting takes a processor for seconds where a million wait: those who are known first make their calls first.
                if (countAll && (most >= atOnce || waiting.Count == 0))
                {
                    counting = Task.Run(() => DueAsync(null, cancellationToken), cancellationToken);
                    countAll = false;
                }
                if (running.Count == 0 && counting is null) break;
                if (moreBegin && most < atOnce) most *= 2;
                await WaitAsync(running, counting, moreBegin ? time.GetUtcNow() + BetweenBeginnings : lookAgain, cancellationToken);
            }
        }
        finally
        {
            await Task.WhenAll(running.Keys);
            if (counting is not null) await ((Task)counting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Queue<DuePerson> InTurn(IReadOnlyList<DuePerson> people, DateTimeOffset now) =>
            new(Fair(people).Where(p => !running.ContainsValue(p.Person) && begun.GetValueOrDefault(p.Person, DateTimeOffset.MinValue) <= now - Between));
    }

    /// <summary>Until somebody is done, or it is time to look who became due.</summary>
    private async Task WaitAsync(Dictionary<Task, Guid> running, Task? counting, DateTimeOffset lookAgain, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pause = lookAgain - time.GetUtcNow();
        await Task.WhenAny(running.Keys.Concat(counting is null ? [] : [counting]).Append(Task.Delay(pause > TimeSpan.Zero ? pause : TimeSpan.FromSeconds(1), time, enough.Token)));
        await enough.CancelAsync();
        foreach (var done in running.Keys.Where(t => t.IsCompleted).ToList()) running.Remove(done);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task<(IReadOnlyList<DuePerson> People, bool AreAll)> DueAsync(int? most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var reached = await cap.ReachedAsync(db, cancellationToken);
        var (people, areAll) = await DueItems.PeopleAsync(db, orcid.Value.EnvironmentName, time.GetUtcNow(), most, cancellationToken);
        return ([.. people.Where(p => !reached.Contains(p.Person))], areAll);
    }

    /// <summary>The longest lists first, or they would end last; every fourth place goes to the shortest, so that nobody waits for all the long ones.</summary>
    internal static IEnumerable<T> Fair<T>(IReadOnlyList<T> longestFirst)
    {
        var (first, last) = (0, longestFirst.Count - 1);
        for (var place = 1; first <= last; place++) yield return place % 4 == 0 ? longestFirst[last--] : longestFirst[first++];
    }

    /// <summary>A bug or a lost database with one person must not keep the others from being sent.</summary>
    private async Task RunAsync(DuePerson due, CancellationToken cancellationToken)
    {
        try
        {
            await person.RunAsync(due.Person, due.Items, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(due.Person, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending for person {PersonId} broke off; what was under way is read back")]
    private partial void Failed(Guid personId, Exception exception);
}
