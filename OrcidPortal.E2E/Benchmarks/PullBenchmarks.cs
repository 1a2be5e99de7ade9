using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pull;

namespace OrcidPortal.E2E.Benchmarks;

/// <summary>
/// What reading the records of an institution costs, for the first time and where nothing has changed; and one record of ten thousand works. Not part of the normal run.
/// Started with <c>DOTNET_gcServer=0 DOTNET_GCHeapHardLimit=0x12C00000</c>, the large record fails where it takes more than 300 MB.
/// </summary>
[Trait("Category", "Benchmark")]
[Collection("Benchmarks")]
public sealed class PullBenchmarks
{
    private const int LatencyForever = int.MaxValue;
    private const int PerSecond = 24;
    private const int Burst = 40;
    private const int LargeRecord = 10_000;
    private const int BytesOfAWork = 50_000;
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Explicit = true)]
    [InlineData(DatabaseProvider.PostgreSql, 1_000)]
    [InlineData(DatabaseProvider.Sqlite, 500)]
    public async Task Records_that_have_not_changed(DatabaseProvider provider, int people)
    {
        await using var database = await BenchmarkDatabase.CreateAsync(provider);
        await using var simulator = await SimulatorProcess.StartAsync(("Simulator:Limits:Enabled", "true"));
        await simulator.ControlAsync("faults", new { path = "/v3.0/*", delayMs = 100, count = LatencyForever });
        await using var portal = new MeasuredPortal(database.Settings(simulator, ("Jobs:Enabled", "false")));
        await WaitingWorks.PrepareAsync(portal.Services, simulator, people, people * 10);
        var orcids = await portal.ReadAsync(db => db.Connections.Select(c => c.Orcid!).ToListAsync(Cancelled));
        await Parallel.ForEachAsync(orcids, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancelled }, async (orcid, _) =>
        {
            for (var i = 0; i < 3; i++) await simulator.ControlAsync($"records/{orcid}/works", new { title = $"What others know, part {i} of {orcid}", doi = $"10.5555/{orcid}.{i}", date = "2020-05" });
        });

        var load = new Load();
        var first = await ReadAsync(portal, simulator);
        var again = await ReadAsync(portal, simulator);
        await Figures.WriteAsync($"pull-{provider}",
        [
            $"{provider}, {people:N0} people with 10 works each, 3 others at ORCID; latency 100 ms, limit {PerSecond} calls a second, burst {Burst}; {load}",
            $"first reading: {Say(first, people)}; {await portal.ReadAsync(db => db.Suggestions.CountAsync(Cancelled)):N0} suggestions",
            $"nothing changed: {Say(again, people)} (aim: 1 call each, at most 1.05 times what the limit allows)",
        ]);
    }

    [Fact(Explicit = true)]
    public async Task A_record_of_ten_thousand_works()
    {
        await using var database = await BenchmarkDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var simulator = await SimulatorProcess.StartAsync();
        await using var portal = new MeasuredPortal(database.Settings(simulator, ("Jobs:Enabled", "false")));
        await WaitingWorks.PrepareAsync(portal.Services, simulator, 1, 20);
        var (person, orcid) = await portal.ReadAsync(async db => await db.Connections.Select(c => new { c.PersonId, c.Orcid }).SingleAsync(Cancelled)) is var one ? (one.PersonId, one.Orcid!) : default;
        await Parallel.ForAsync(0, LargeRecord, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancelled }, async (i, _) =>
        {
            using var body = new StringContent(LargeWork(i));
            using var answer = await simulator.Http.PostAsync(new Uri($"_control/records/{orcid}/items/work", UriKind.Relative), body, Cancelled);
            answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        });
        await simulator.Http.DeleteAsync("_control/calls", Cancelled);
        var (before, watch) = (ProcessMemory.Now(Environment.ProcessId), Stopwatch.StartNew());
        (await portal.Services.GetRequiredService<PersonPull>().ReadAsync(person, Cancelled)).ShouldNotBeNull();
        var took = watch.Elapsed;
        var calls = (await RegistryView.TakeAsync(simulator)).All;
        var heap = GC.GetGCMemoryInfo();

        await Figures.WriteAsync("pull-large",
        [
            $"{LargeRecord:N0} works of {BytesOfAWork / 1000} kB ({LargeRecord * (long)BytesOfAWork / 1e9:0.0} GB): read and compared in {took.TotalSeconds:0} s with {calls} calls (aim: {1 + (LargeRecord / 100)})",
            $"memory of the process with benchmark and portal: {before:0} MB before, {ProcessMemory.Peak(Environment.ProcessId):0} MB at most; managed heap limited to {heap.TotalAvailableMemoryBytes / 1e6:0} MB",
            $"{await portal.ReadAsync(db => db.Suggestions.CountAsync(Cancelled)):N0} suggestions",
        ]);
    }

    /// <summary>Everybody's turn has come.</summary>
    private static async Task<(TimeSpan Took, RegistryView View)> ReadAsync(MeasuredPortal portal, SimulatorProcess simulator)
    {
        var longAgo = TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(2);
        await portal.Services.GetRequiredService<Transactions>().RunAsync((db, ct) => db.Connections.ExecuteUpdateAsync(
            s => s.SetProperty(c => c.ComparedAt, c => c.ComparedAt == c.ReadAt ? longAgo : c.ComparedAt).SetProperty(c => c.ReadAt, longAgo).SetProperty(c => c.ReadTriedAt, (DateTimeOffset?)null), ct), Cancelled);
        await simulator.Http.DeleteAsync("_control/calls", Cancelled);
        var watch = Stopwatch.StartNew();
        await portal.Services.GetRequiredService<PullRunner>().RunAsync(Cancelled);
        return (watch.Elapsed, await RegistryView.TakeAsync(simulator));
    }

    private static string Say((TimeSpan Took, RegistryView View) reading, int people)
    {
        var allowed = TimeSpan.FromSeconds(Math.Max(1, reading.View.All - Burst) / (double)PerSecond);
        return $"{reading.View.All:N0} calls, {(double)reading.View.All / people:0.00} a person, in {reading.Took.TotalSeconds:0.0} s; the limit allows {allowed.TotalSeconds:0.0} s: {reading.Took / allowed:0.00} times; refused {reading.View.Refused}, writes {reading.View.Writes}";
    }

    private static string LargeWork(int number)
    {
        var contributors = new StringBuilder();
        for (var i = 0; contributors.Length < BytesOfAWork - 1500; i++)
            contributors.Append(System.Globalization.CultureInfo.InvariantCulture, $"<work:contributor><work:credit-name>Contributor {i} of many at {number}</work:credit-name><work:contributor-attributes><work:contributor-sequence>additional</work:contributor-sequence><work:contributor-role>author</work:contributor-role></work:contributor-attributes></work:contributor>");
        return $"""
            <work:work xmlns:work="http://www.orcid.org/ns/work" xmlns:common="http://www.orcid.org/ns/common">
              <work:title><common:title>Measurement number {number} of what many measured together</common:title></work:title>
              <work:type>journal-article</work:type>
              <common:publication-date><common:year>{1990 + (number % 30)}</common:year></common:publication-date>
              <common:external-ids><common:external-id><common:external-id-type>doi</common:external-id-type><common:external-id-value>10.5555/large.{number}</common:external-id-value><common:external-id-relationship>self</common:external-id-relationship></common:external-id></common:external-ids>
              <work:contributors>{contributors}</work:contributors>
            </work:work>
            """;
    }
}
