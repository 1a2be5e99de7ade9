using System.Globalization;
using OrcidPortal.E2E.Infrastructure;

namespace OrcidPortal.E2E.Kills;

/// <summary>Kills a portal at a random moment of its life, and counts what that broke off.</summary>
internal sealed class Killer(Random random, Registry registry, BothSides sides, ITestOutputHelper output)
{
    /// <summary>One life in so many may be over before the portal has made a call.</summary>
    private const int EarlyOnes = 5;

    /// <summary>How many calls the others make at least before they are over: how fast they get there depends on the machine.</summary>
    private const int MostCalls = 80;

    public int Kills { get; private set; }

    /// <summary>Kills that left batches open which the life before them had begun.</summary>
    public int Amid { get; private set; }

    /// <summary>Kills that came while batches of earlier lives waited to be read back.</summary>
    public int Recovering { get; private set; }

    /// <summary>Lets the library work with the portal, and kills it some time after it was ready or after some calls.</summary>
    public async Task KillAmidAsync(PortalServer portal, Library library)
    {
        var (begun, before) = (TimeProvider.System.GetUtcNow(), (await registry.TroublesAsync()).Calls);
        var working = library.WorkAsync(portal);
        var (early, calls) = (random.Next(EarlyOnes) == 0, random.Next(1, MostCalls + 1));
        if (!early) await Eventually.IsAsync(async () => (await registry.TroublesAsync()).Calls - before, made => made >= calls || working.IsCompleted, $"{calls} calls", seconds: 180);
        await Task.Delay(TimeSpan.FromSeconds((early ? 3 : 1.2) * random.NextDouble()), TestContext.Current.CancellationToken);
        if (working.IsCompleted) await working;
        (portal.IsRunning && !working.IsCompleted).ShouldBeTrue("the portal answers until it is killed");
        await portal.KillAsync();
        await working;
        var life = TimeProvider.System.GetUtcNow() - begun;

        var (open, all) = (await sides.OpenBatchesAsync(begun), await sides.OpenBatchesAsync(DateTimeOffset.MinValue));
        Kills++;
        if (open > 0) Amid++;
        if (all > open) Recovering++;
        var made = (await registry.TroublesAsync()).Calls - before;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Kill {Kills} after {life.TotalSeconds:0.0} s and {made} calls: {open} batches of this life open, {all - open} of earlier ones; {library.Told} changes told"));
    }
}
