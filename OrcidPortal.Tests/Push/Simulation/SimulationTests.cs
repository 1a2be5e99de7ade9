using System.Globalization;

namespace OrcidPortal.Tests.Push.Simulation;

/// <summary>
/// Random histories, one from each seed. <c>ORCIDPORTAL_TEST_SEED=7</c> plays one again and shows it; <c>ORCIDPORTAL_TEST_SEEDS=100000</c> plays that many.
/// </summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int UsualSeeds = 300;

    // Put-codes, people and calls of a registry stay in memory.
    private const int SeedsPerRegistry = 500;

    [Fact]
    public async Task Whatever_happens_each_item_is_at_ORCID_once_and_the_portal_knows_it()
    {
        var (first, count) = Number("ORCIDPORTAL_TEST_SEED") is { } one ? (one, 1) : (1, Number("ORCIDPORTAL_TEST_SEEDS") ?? UsualSeeds);

        foreach (var seeds in Enumerable.Range(first, count).Chunk(SeedsPerRegistry)) (await PlayAsync(seeds)).ShouldBeNull();
    }

    /// <returns>The first broken history, and the first lines of the others; null: none.</returns>
    private async Task<string?> PlayAsync(int[] seeds)
    {
        await using var registry = await SimulatedRegistry.StartAsync();
        var broken = new SortedDictionary<int, string>();
        await Parallel.ForEachAsync(seeds, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = TestContext.Current.CancellationToken }, async (seed, _) =>
        {
            var (story, isBroken) = await History.PlayAsync(seed, registry);
            if (seeds.Length == 1) output.WriteLine(story);
            if (!isBroken) return;
            lock (broken) broken.Add(seed, story);
        });
        return broken.Count == 0 ? null : string.Join('\n', broken.Values.Skip(1).Select(s => s.Split('\n')[0]).Prepend(broken.Values.First()));
    }

    private static int? Number(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
