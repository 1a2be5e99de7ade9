using System.Globalization;
using OrcidPortal.Remote;

namespace OrcidPortal.Tests.Push.Simulation;

/// <summary>
/// Random histories, one from each seed. <c>ORCIDPORTAL_TEST_SEED=7</c> plays one again and shows it; <c>ORCIDPORTAL_TEST_SEEDS=100000</c> plays that many.
/// </summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int UsualSeeds = 300;
    private const int UsualSeedsWithPull = 60;

    // Put-codes, people and calls of a registry stay in memory.
    private const int SeedsPerRegistry = 500;

    private const int MostSeedsForAMistake = 200;

    [Fact]
    public async Task Whatever_happens_each_item_is_at_ORCID_once_and_the_portal_knows_it()
    {
        var (first, count) = Number("ORCIDPORTAL_TEST_SEED") is { } one ? (one, 1) : (1, Number("ORCIDPORTAL_TEST_SEEDS") ?? UsualSeeds);

        foreach (var seeds in Enumerable.Range(first, count).Chunk(SeedsPerRegistry)) (await PlayAsync(seeds)).ShouldBeNull();
    }

    [Theory, InlineData(271), InlineData(408), InlineData(320)]
    public async Task What_once_went_wrong_goes_well(int seed) => (await PlayAsync([seed])).ShouldBeNull();

    [Theory, InlineData(56), InlineData(196), InlineData(350)]
    public async Task What_once_went_wrong_with_readings_goes_well(int seed) => (await PlayAsync([seed], withPull: true)).ShouldBeNull();

    /// <summary>With readings, others' works, claims and dismissals in between.</summary>
    [Fact]
    public async Task Whatever_is_pulled_meanwhile_both_sides_come_to_say_the_same()
    {
        var (first, count) = Number("ORCIDPORTAL_TEST_SEED") is { } one ? (one, 1) : (1, Number("ORCIDPORTAL_TEST_SEEDS") ?? UsualSeedsWithPull);

        foreach (var seeds in Enumerable.Range(first, count).Chunk(SeedsPerRegistry)) (await PlayAsync(seeds, withPull: true)).ShouldBeNull();
    }

    /// <param name="firstSeed">One that finds it; should the histories change, one of the next ones does.</param>
    [Theory]
    [InlineData(nameof(Mistake.NoIntent), 6)]
    [InlineData(nameof(Mistake.NoReadBack), 12)]
    [InlineData(nameof(Mistake.NoSelfIdentifier), 2)]
    [InlineData(nameof(Mistake.EpochStays), 4)]
    [InlineData(nameof(Mistake.BusyUsesAttempts), 21)]
    [InlineData(nameof(Mistake.ReadBackWithoutWaiting), 80)]
    [InlineData(nameof(Mistake.AdoptsUnseen), 58)]
    [InlineData(nameof(Mistake.NoFence), 187)]
    [InlineData(nameof(Mistake.SenderWritesDesired), 407)]
    [InlineData(nameof(Mistake.RemovedByBlindReading), 117)]
    public async Task A_mistake_in_the_push_is_found(string mistake, int firstSeed)
    {
        foreach (var seeds in Enumerable.Range(firstSeed, MostSeedsForAMistake).Chunk(Environment.ProcessorCount))
            if (await PlayAsync(seeds, Enum.Parse<Mistake>(mistake)) is { } found)
            {
                output.WriteLine(found);
                (await PlayAsync(seeds)).ShouldBeNull("without the mistake the same histories go well");
                return;
            }

        Assert.Fail($"{mistake} was not found.");
    }

    /// <returns>The first broken history, and the first lines of the others; null: none.</returns>
    private async Task<string?> PlayAsync(int[] seeds, Mistake mistake = Mistake.None, bool withPull = false)
    {
        await using var registry = await SimulatedRegistry.StartAsync();
        var broken = new SortedDictionary<int, string>();
        await Parallel.ForEachAsync(seeds, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = TestContext.Current.CancellationToken }, async (seed, _) =>
        {
            var (story, isBroken) = await History.PlayAsync(seed, registry, mistake, withPull);
            if (seeds.Length == 1) output.WriteLine(story);
            if (!isBroken) return;
            lock (broken) broken.Add(seed, story);
        });
        return broken.Count == 0 ? null : string.Join('\n', broken.Values.Skip(1).Select(s => s.Split('\n')[0]).Prepend(broken.Values.First()));
    }

    private static int? Number(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
