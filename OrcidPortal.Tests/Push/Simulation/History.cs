using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pull;
using OrcidPortal.Push;
using OrcidPortal.Remote;

namespace OrcidPortal.Tests.Push.Simulation;

/// <summary>Plays the history of one seed, lets everything come to rest, and checks what must be so.</summary>
internal static class History
{
    private const int MostRounds = 60;
    private static readonly TimeSpan[] Waits = [TimeSpan.FromMinutes(2), TimeSpan.FromHours(1), TimeSpan.FromHours(25), TimeSpan.FromHours(25), TimeSpan.FromDays(8)];

    /// <summary>A history takes less than a second; one that waits for a clock that stands still must not keep the others waiting.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <returns>What happened, beginning with what went wrong, and whether anything did.</returns>
    public static async Task<(string Story, bool IsBroken)> PlayAsync(int seed, SimulatedRegistry registry, Mistake mistake = Mistake.None, bool withPull = false)
    {
        await using var world = await World.OpenAsync(seed, registry, mistake, withPull);
        try
        {
            await PlayAsync(world).WaitAsync(Patience, Stop);
            return (Tell("well"), false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return (Tell(e is BrokenRuleException ? e.Message : e.ToString()), true);
        }

        string Tell(string end) => $"Seed {seed}: {end}\n{string.Join('\n', world.Story)}";
    }

    private static async Task PlayAsync(World world)
    {
        await BeginAsync(world);
        var rules = new Rules(world);
        for (var steps = world.Dice.Next(20, 60); steps > 0; steps--)
        {
            await Steps.NextAsync(world);
            await rules.CheckAttemptsAsync();
        }
        await EndAsync(world, rules);
    }

    private static async Task BeginAsync(World world)
    {
        for (var i = world.Dice.Next(1, 4); i > 0; i--)
        {
            var person = await Connecting.AddPersonAsync(world);
            var how = world.Dice.Next(10);
            if (how > 0) await Connecting.ConnectAsync(world, person, null);
            if (how > 1) await Connecting.ConfirmAsync(world, person);
            world.Tell($"{person} {(person.Confirmed ? "has confirmed" : person.Orcid is null ? "is not connected" : "is connected")}");
        }
        for (var i = world.Dice.Next(1, 3); i > 0; i--) world.AddPusher();
    }

    /// <summary>Lets everything come to rest, and checks.</summary>
    public static async Task EndAsync(World world, Rules rules)
    {
        world.Tell("--- no more mishaps");
        world.Mishaps.Clear();
        foreach (var process in world.Pushers.Where(p => p.IsPaused).ToList())
        {
            process.Clock.CatchUp();
            await world.RunAsync(process, _ => Task.CompletedTask, resume: true);
        }
        if (world.Dice.Next(2) == 0)
            foreach (var person in world.People.Where(p => p.Revoked)) await Connecting.ConnectAsync(world, person, person.Orcid);
        await RestAsync(world);
        var failed = await world.Database.ReadAsync(db => db.SyncItems.Where(i => i.State == SyncState.Failed || i.State == SyncState.NeedsFix).Select(i => i.Id).ToListAsync(Stop));
        if (failed.Count > 0)
        {
            world.Tell($"--- {failed.Count} are tried again by hand");
            await world.Get<SyncItems>().TryAgainAsync(failed, PushHouse.Curator, Stop);
            await RestAsync(world);
        }
        await rules.CheckAtRestAsync(isRead: false);
        world.Tell("--- all records are read");
        foreach (var person in world.People)
        {
            // The pull alone has to be enough.
            if (world.WithPull) await world.Get<PersonPull>().ReadAsync(person.Row.Id, Stop);
            else await world.Get<FirstRead>().ReadAsync(person.Row.Id, Stop);
        }
        await RestAsync(world);
        await rules.CheckAtRestAsync(isRead: true);
        if (world.WithPull) await PullRules.CheckAsync(world);
        var writes = world.Arrivals.Writes;
        await Steps.PushAsync(world, world.Pushers[0], null);
        if (world.Arrivals.Writes > writes) world.Fail("Nothing changed, and something is sent.");
    }

    /// <summary>Time goes on, and everything is pushed, until nothing is left that goes by itself.</summary>
    private static async Task RestAsync(World world)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            await world.AdvanceAsync(Waits[round % Waits.Length]);
            world.Tell($"{world.Now:d HH:mm:ss} round {round}");
            await Steps.ReadWaitingAsync(world, world.Pushers[0]);
            await Steps.PushAsync(world, world.Pushers[0], null);
            if (round > 0 && !await world.Database.ReadAsync(db => db.SyncItems.AnyAsync(i => i.State == SyncState.Ready || i.State == SyncState.Retrying || i.State == SyncState.Sending, Stop))) return;
        }
        var left = await world.Database.ReadAsync(db => db.SyncItems.AsNoTracking().Where(i => i.State == SyncState.Ready || i.State == SyncState.Retrying || i.State == SyncState.Sending).ToListAsync(Stop));
        world.Fail($"It does not come to rest: {string.Join(", ", left.Select(i => $"{i.Kind} {i.State} {i.Desired} {i.Failure} {i.FailureMessage} {i.DueAt} {i.RetryAt}"))}");
    }
}
