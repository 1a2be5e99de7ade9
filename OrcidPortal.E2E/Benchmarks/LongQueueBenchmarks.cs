using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.E2E.Infrastructure;

namespace OrcidPortal.E2E.Benchmarks;

/// <summary>What a long queue costs: the portal as a process of its own starts with a million waiting items, and with ten thousand. It sends two calls a second, so that both runs do the same. Not part of the normal run.</summary>
[Trait("Category", "Benchmark")]
[Collection("Benchmarks")]
public sealed class LongQueueBenchmarks
{
    private const int ItemsEach = 100;
    private const int Records = 20_000;
    private const int Samples = 80;
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task A_million_waiting_items_against_ten_thousand()
    {
        var few = await MeasureAsync(people: 100);
        var many = await MeasureAsync(people: 10_000);

        await Figures.WriteAsync("push-long-queue",
        [
            $"PostgreSQL, {ItemsEach} items a person; ten thousand items: {few}",
            $"a million: {many}",
            $"memory, ratio of the peaks {many.Peak / few.Peak:0.00}, of the medians {many.Median / few.Median:0.00} (aim: 1.15)",
            $"first send with a million items: {many.FromStart.TotalSeconds:0.0} s after the process was made, {many.FromListening.TotalSeconds:0.0} s after it listened (aim: 3 s)",
        ]);
    }

    private static async Task<Measured> MeasureAsync(int people)
    {
        await using var database = await BenchmarkDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        await using var simulator = await SimulatorProcess.StartAsync(("Simulator:Limits:Enabled", "true"));
        await using (var before = new MeasuredPortal(database.Settings(simulator, ("Jobs:Enabled", "false"))))
        {
            await WaitingWorks.PrepareAsync(before.Services, simulator, people, Records);
            await SpreadAsync(before, people);
            // The schema of the jobs is there once the portal has run before.
            _ = before.Services.GetRequiredService<Hangfire.JobStorage>();
        }
        await simulator.Http.DeleteAsync("_control/calls", Cancelled);
        var load = new Load();
        await using var portal = await PortalServer.StartAsync(database.Settings(simulator, ("Orcid:RequestsPerSecond", "2"), ("Orcid:Burst", "1"), ("Jobs:Enabled", "true")));
        var first = await Eventually.IsAsync(async () => (await simulator.ControlAsync("calls")).GetProperty("items").EnumerateArray().Select(c => (DateTimeOffset?)c.GetProperty("at").GetDateTimeOffset()).FirstOrDefault(), at => at is not null, "a first call", seconds: 120);
        var samples = new List<double>();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (samples.Count < Samples && await timer.WaitForNextTickAsync(Cancelled)) samples.Add(ProcessMemory.Now(portal.ProcessId));
        samples.Sort();
        var calls = (await simulator.ControlAsync("calls")).GetProperty("items").GetArrayLength();
        return new(first!.Value - portal.Times.Started, first.Value - portal.Times.Listening, ProcessMemory.Peak(portal.ProcessId), samples[samples.Count / 2], calls, load.ToString());
    }

    /// <summary>Each person gets the same number of items: a few thousand works with many authors, or a million rows would take an hour to make.</summary>
    private static async Task SpreadAsync(MeasuredPortal portal, int people) => await portal.Services.GetRequiredService<Transactions>().RunAsync(async (db, ct) =>
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(20));
        var copied = string.Join(", ", db.Model.FindEntityType(typeof(SyncItem))!.GetProperties().Select(p => $"\"{p.Name}\"").Where(n => n is not "\"Id\"" and not "\"PersonId\""));
        var template = string.Join(", ", copied.Split(", ").Select(n => "t." + n));
        await db.Database.ExecuteSqlRawAsync("CREATE TEMP TABLE template ON COMMIT DROP AS SELECT *, row_number() OVER (ORDER BY \"Id\") - 1 AS n FROM (SELECT DISTINCT ON (\"RecordId\") * FROM \"SyncItems\" WHERE \"State\" = 'Ready') i", ct);
        await db.SyncItems.ExecuteDeleteAsync(ct);
        await db.RecordPeople.ExecuteDeleteAsync(ct);
        const string pairs = "(SELECT \"Id\", row_number() OVER (ORDER BY \"Id\") - 1 AS n FROM \"People\") p CROSS JOIN generate_series(0, {0}) s JOIN template t ON t.n = (p.n * {1} + s) % (SELECT count(*) FROM template)";
        var from = string.Format(System.Globalization.CultureInfo.InvariantCulture, pairs, ItemsEach - 1, ItemsEach);
        var owners = $"INSERT INTO \"RecordPeople\" (\"RecordId\", \"PersonId\", \"Since\") SELECT t.\"RecordId\", p.\"Id\", now() FROM {from}";
        var items = $"INSERT INTO \"SyncItems\" (\"Id\", \"PersonId\", {copied}) SELECT gen_random_uuid(), p.\"Id\", {template} FROM {from}";
        await db.Database.ExecuteSqlRawAsync(owners, ct);
        (await db.Database.ExecuteSqlRawAsync(items, ct)).ShouldBe(people * ItemsEach);
        await db.Database.ExecuteSqlRawAsync("ANALYZE", ct);
    }, Cancelled);

    private sealed record Measured(TimeSpan FromStart, TimeSpan FromListening, double Peak, double Median, int Calls, string Load)
    {
        public override string ToString() => $"peak {Peak:0} MB, median {Median:0} MB, {Calls} calls, first after {FromStart.TotalSeconds:0.0} s; {Load}";
    }
}
