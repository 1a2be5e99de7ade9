using System.Globalization;
using OrcidPortal.Data;
using OrcidPortal.E2E.Benchmarks;
using OrcidPortal.E2E.Infrastructure;

namespace OrcidPortal.E2E.Kills;

/// <summary>
/// A portal and a registry as real processes. The portal is killed at random moments while papers of fifty people are sent, revised and withdrawn, and one answer in twenty is lost. In the end
/// both sides hold the same. <c>ORCIDPORTAL_TEST_KILLS=2000</c> kills that often; <c>ORCIDPORTAL_TEST_SEED=7</c> throws the dice of an earlier run again.
/// </summary>
public sealed class KilledAgainAndAgainTests(ITestOutputHelper output)
{
    private const int UsualKills = 10;

    /// <summary>After so many kills at most both sides are compared.</summary>
    private const int KillsPerLook = 25;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Both_sides_hold_the_same_however_often_the_portal_was_killed(DatabaseProvider provider)
    {
        var (seed, kills) = (Number("ORCIDPORTAL_TEST_SEED") ?? Random.Shared.Next(100_000), Number("ORCIDPORTAL_TEST_KILLS") ?? UsualKills);
        output.WriteLine($"{kills} kills on {provider}, ORCIDPORTAL_TEST_SEED={seed}");
        await using var database = await PortalDatabase.CreateAsync(provider);
        await using var simulator = await SimulatorProcess.StartAsync();
        var registry = new Registry(simulator);
        var sides = new BothSides(database, registry);
        var library = new Library(new Random(seed));
        await library.OpenAsync(database, registry);
        await using var portal = await PortalServer.StartAsync([.. RestApi.Settings, .. database.Settings, .. Settings(simulator)]);
        await library.FillAsync(portal, database);

        var (killer, lost) = (new Killer(new Random(seed + 1), registry, sides, output), 0);
        foreach (var look in Enumerable.Range(0, kills).Chunk(KillsPerLook))
        {
            await registry.TroubleAsync(seed + look[0]);
            for (var i = 0; i < look.Length; i++)
            {
                await killer.KillAmidAsync(portal, library);
                await portal.StartAgainAsync();
            }
            lost += (await registry.TroublesAsync()).LostAnswers;
            await registry.MendAsync();
            await library.EndAsync(portal);
            await sides.SettleAsync(new RestApi(portal));

            (await sides.DifferencesAsync(library)).ShouldBeEmpty($"after {killer.Kills} kills with ORCIDPORTAL_TEST_SEED={seed}");
        }

        output.WriteLine($"{killer.Kills} kills, {killer.Amid} of them with batches of that life open, {killer.Recovering} with some of earlier ones; {lost} answers lost; {library.Told} changes");
        killer.Kills.ShouldBe(kills);
        killer.Amid.ShouldBeGreaterThanOrEqualTo(Math.Max(1, kills / 10), "batches were open when the portal was killed");
        lost.ShouldBeGreaterThan(0);
    }

    // A kill costs as long as a call may take and a lease lasts: both are short here. What a person would wait for goes at once.
    private static IReadOnlyList<(string Key, string Value)> Settings(SimulatorProcess simulator) =>
    [
        ("Orcid:SimulatorUrl", simulator.Http.BaseAddress!.ToString()), ("Orcid:RequestsPerSecond", "200"), ("Orcid:Burst", "400"), ("Orcid:CallTimeout", "00:00:03"),
        ("Remote:LeaseMargin", "00:00:01"), ("Remote:LeaseTime", "00:00:05"), ("Push:EverySeconds", "1"), ("Push:QuietTime", "00:00:00"), ("Push:RemovalDelay", "00:00:00"),
        ("Push:Brake:Items", "1000000"), ("Demo:Seed", "false"),
    ];

    private static int? Number(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : null;
}
