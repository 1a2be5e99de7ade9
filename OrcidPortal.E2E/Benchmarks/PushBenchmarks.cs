using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Push;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.E2E.Benchmarks;

/// <summary>A first push of a whole institution to a simulator that keeps ORCID's limits, then the same again with nothing changed, and beside it a sender that works as DSpace does. Not part of the normal run.</summary>
[Trait("Category", "Benchmark")]
[Collection("Benchmarks")]
public sealed class PushBenchmarks
{
    private const int LatencyForever = int.MaxValue;
    private const int ReadAgain = 100;
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    // Long lists, 200 works each in the mean: hardly a call that is not full. Every one costs the two processes and the database about 100 ms of a core.
    [Fact(Explicit = true)]
    public Task Long_lists_on_PostgreSql() => MeasureAsync("long", DatabaseProvider.PostgreSql, latency: 100, people: 600, works: 120_000, oneByOne: 300);

    [Fact(Explicit = true)]
    public Task Long_lists_on_PostgreSql_where_a_call_takes_half_a_second() => MeasureAsync("long", DatabaseProvider.PostgreSql, latency: 500, people: 600, works: 120_000, oneByOne: 100);

    [Fact(Explicit = true)]
    public Task Long_lists_on_Sqlite() => MeasureAsync("long", DatabaseProvider.Sqlite, latency: 100, people: 400, works: 80_000, oneByOne: 300);

    // Short lists, most of them one call: what counts is how fast one gets from one person to the next.
    [Fact(Explicit = true)]
    public Task Short_lists_on_PostgreSql() => MeasureAsync("short", DatabaseProvider.PostgreSql, latency: 100, people: 2_000, works: 20_000, oneByOne: 300);

    [Fact(Explicit = true)]
    public Task Short_lists_on_PostgreSql_where_a_call_takes_half_a_second() => MeasureAsync("short", DatabaseProvider.PostgreSql, latency: 500, people: 2_000, works: 20_000, oneByOne: 100);

    private static async Task MeasureAsync(string name, DatabaseProvider provider, int latency, int people, int works, int oneByOne)
    {
        await using var database = await BenchmarkDatabase.CreateAsync(provider);
        await using var simulator = await LimitedAsync(latency);
        IReadOnlyDictionary<Guid, int> waiting;
        await using (var before = new MeasuredPortal(database.Settings(simulator, ("Jobs:Enabled", "false")))) waiting = await WaitingWorks.PrepareAsync(before.Services, simulator, people, works);
        await simulator.Http.DeleteAsync("_control/calls", Cancelled);

        var commands = new DbCommandCount();
        await using var portal = new MeasuredPortal(database.Settings(simulator), commands);
        var lines = new List<string> { $"{name} lists, {provider}, latency {latency} ms: {waiting.Values.Sum():N0} new works of {waiting.Count} people, the longest list {waiting.Values.Max():N0}, limit 24 calls a second, burst 40" };
        lines.AddRange(await PushAsync(portal, simulator, commands, waiting, latency, oneByOne));
        lines.AddRange(await AgainAsync(portal, simulator));
        await Figures.WriteAsync($"push-{name}-{provider}-{latency}", lines);
    }

    private static async Task<IEnumerable<string>> PushAsync(MeasuredPortal portal, SimulatorProcess simulator, DbCommandCount commands, IReadOnlyDictionary<Guid, int> waiting, int latency, int oneByOne)
    {
        var (load, cpu, portalCpu, memory) = (new Load(), simulator.Cpu, Process.GetCurrentProcess().TotalProcessorTime, new Collections());
        var watch = Stopwatch.StartNew();
        portal.StartServer();
        var asked = await UntilAsync(portal, db => db.SyncItems.AnyAsync(i => i.State == SyncState.Ready || i.State == SyncState.Retrying || i.State == SyncState.Sending, Cancelled), TimeSpan.FromMinutes(15));
        var (wall, sql) = (watch.Elapsed, commands.All - asked);
        var most = commands.Most(24).ToList();
        var (used, collected) = (Process.GetCurrentProcess().TotalProcessorTime - portalCpu, memory.ToString());
        var view = await RegistryView.TakeAsync(simulator);
        var sent = await portal.ReadAsync(db => db.SyncItems.CountAsync(i => i.PutCode != null, Cancelled));
        var orcids = await portal.ReadAsync(db => db.Connections.Select(c => c.Orcid!).ToListAsync(Cancelled));
        var notices = await RegistryView.NoticesAsync(simulator, orcids);
        var floor = waiting.Values.Sum(n => (n + 99) / 100);
        var (share, seconds) = view.Used();
        var other = await OneByOneAsync(portal, latency, oneByOne);
        var otherTime = other * sent;
        return
        [
            $"sent {sent:N0} works in {view.Time.TotalSeconds:0.0} s of calls, {wall.TotalSeconds:0.0} s from the start; {sent / view.Time.TotalSeconds:N0} works a second",
            $"share of the permitted calls used: {share:P1} over {seconds:0} s (aim: 95 %); calls in each ten seconds: {view.Course()}",
            $"POSTs {view.Posts:N0} against a floor of {floor:N0}: {(double)view.Posts / floor:0.000} (aim: 1.02); other calls {view.All - view.Posts}",
            $"refused with 429 or 503: {view.Refused} (aim: 0); longest line at the registry {view.LongestLine}",
            $"DbCommands a work: {(double)sql / sent:0.000} (aim on PostgreSQL: 0.15); {(double)sql / view.Posts:0.0} a call, {sql:N0} in all",
            $"inbox notices a new work: {(double)notices / sent:0.0000} (aim: 0.02)",
            $"one by one, {oneByOne} of the works: {other.TotalMilliseconds:0} ms each, {otherTime.TotalHours:0.0} h for all: {otherTime / view.Time:0} times the time, {(double)sent / view.All:0.0} times the calls, {(double)sent / notices:0.0} times the notices",
            $"CPU time: portal with benchmark {used.TotalSeconds:0} s, simulator {(simulator.Cpu - cpu).TotalSeconds:0} s; {load}",
            $"memory: {collected}",
            .. most.Select(m => "  " + m),
        ];
    }

    /// <summary>Some people's records are read again and they are planned again; nothing has changed.</summary>
    private static async Task<IEnumerable<string>> AgainAsync(MeasuredPortal portal, SimulatorProcess simulator)
    {
        await simulator.Http.DeleteAsync("_control/calls", Cancelled);
        var again = await portal.ReadAsync(db => db.Connections.OrderBy(c => c.Id).Select(c => c.PersonId).Take(ReadAgain).ToListAsync(Cancelled));
        await portal.Services.GetRequiredService<Transactions>().RunAsync((db, ct) => db.Connections.Where(c => again.Contains(c.PersonId)).ExecuteUpdateAsync(s => s.SetProperty(c => c.ReadAt, (DateTimeOffset?)null), ct), Cancelled);
        await UntilAsync(portal, db => db.Connections.AnyAsync(c => c.ReadAt == null, Cancelled), TimeSpan.FromMinutes(5));
        await UntilAsync(portal, db => db.PlanRequests.AnyAsync(r => r.DoneAt == null, Cancelled), TimeSpan.FromMinutes(5));
        await portal.Services.GetRequiredService<PushSender>().SendAsync(null, Cancelled);
        var view = await RegistryView.TakeAsync(simulator);
        return [$"again, nothing changed, {again.Count} people: {view.Writes} writes (aim: 0), {(double)view.Reads / again.Count:0.00} reads a person (aim: at most 1)"];
    }

    /// <returns>The time of one work.</returns>
    private static async Task<TimeSpan> OneByOneAsync(MeasuredPortal portal, int latency, int count)
    {
        await using var simulator = await LimitedAsync(latency);
        await using var db = await portal.Contexts.CreateDbContextAsync(Cancelled);
        var items = await db.SyncItems.AsNoTracking().Where(i => i.PutCode != null).OrderBy(i => i.RecordId).Take(count).ToListAsync(Cancelled);
        var (recordIds, personIds) = (items.Select(i => i.RecordId).ToArray(), items.Select(i => i.PersonId).Distinct().ToArray());
        var records = await db.Records.AsNoTracking().Where(r => recordIds.Contains(r.Id)).ToListAsync(Cancelled);
        var known = await portal.Services.GetRequiredService<MappingContexts>().LoadAsync(db, records, Cancelled);
        var messages = records.ToDictionary(r => r.Id, r => RecordMapper.Map(r.Kind, r.Fields, known[r.Id]).Message);
        var people = await db.People.AsNoTracking().Where(p => personIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, Cancelled);
        var orcids = await db.Connections.Where(c => personIds.Contains(c.PersonId)).ToDictionaryAsync(c => c.PersonId, c => c.Orcid!, Cancelled);
        foreach (var person in people.Values) await WaitingWorks.JoinAsync(simulator, person, orcids[person.Id]);
        var took = await OneByOneSender.SendAsync(simulator, [.. items.Select(i => new QueuedWork(orcids[i.PersonId], WaitingWorks.TokenOf(people[i.PersonId]), messages[i.RecordId]))]);
        return took / items.Count;
    }

    private static async Task<SimulatorProcess> LimitedAsync(int latency)
    {
        var simulator = await SimulatorProcess.StartAsync(("Simulator:Limits:Enabled", "true"));
        await simulator.ControlAsync("faults", new { path = "/v3.0/*", delayMs = latency, count = LatencyForever });
        return simulator;
    }

    /// <returns>How often it was asked.</returns>
    private static async Task<int> UntilAsync(MeasuredPortal portal, Func<PortalDb, Task<bool>> more, TimeSpan most)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        var asked = 1;
        for (var watch = Stopwatch.StartNew(); await portal.ReadAsync(more); asked++, await timer.WaitForNextTickAsync(Cancelled)) watch.Elapsed.ShouldBeLessThan(most);
        return asked;
    }
}
