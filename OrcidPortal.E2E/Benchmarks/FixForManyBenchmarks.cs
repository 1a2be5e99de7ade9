using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Curation;
using OrcidPortal.Curation.Bulk;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Records.Vocabularies;
using OrcidPortal.Security;

namespace OrcidPortal.E2E.Benchmarks;

/// <summary>
/// One entry of a vocabulary heals ten thousand records of two hundred people, as a curator would have it done from the work list, with the jobs running; sending is paused, which is measured elsewhere.
/// <c>ORCIDPORTAL_TEST_RECORDS=500</c> tries it with few. Not part of the normal run.
/// </summary>
[Trait("Category", "Benchmark")]
[Collection("Benchmarks")]
public sealed class FixForManyBenchmarks
{
    private const int People = 200;
    private const int OtherWorks = 20_000;
    private const int Records = 10_000;
    private const string Word = "zine";
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(20);
    private static readonly Actor Curator = Actor.System("benchmark");
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Explicit = true)]
    [InlineData(DatabaseProvider.PostgreSql)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task One_word_for_ten_thousand_records(DatabaseProvider provider)
    {
        var records = int.TryParse(Environment.GetEnvironmentVariable("ORCIDPORTAL_TEST_RECORDS"), CultureInfo.InvariantCulture, out var few) ? few : Records;
        await using var database = await BenchmarkDatabase.CreateAsync(provider);
        await using var simulator = await SimulatorProcess.StartAsync();
        await using (var prepared = new MeasuredPortal(database.Settings(simulator, ("Jobs:Enabled", "false")))) await PrepareAsync(prepared, simulator, records);
        await using var portal = new MeasuredPortal(database.Settings(simulator));
        portal.StartServer();
        var load = new Load();
        using var pages = await LookedAtPages.SignInAsync(portal);

        var before = await pages.LookAsync(() => Task.Delay(Before, Cancelled));
        var memory = new List<double>();
        Steps steps = null!;
        var meanwhile = await pages.LookAsync(async () => steps = await WithMemoryAsync(memory, () => FixAsync(portal, records)));

        await Figures.WriteAsync($"fix-for-many-{provider}",
        [
            $"{provider}, one word for {records:N0} of {await portal.ReadAsync(db => db.Records.CountAsync(Cancelled)):N0} records of {People} people; {load}",
            $"applied until nothing waits for it any more: {steps.Applied.TotalSeconds:0.0} s (aim: 30 s for 10,000); tried before that: {steps.Tried.TotalSeconds:0.0} s; taken back: {steps.TakenBack.TotalSeconds:0.0} s",
            $"memory, last third of the samples against the first: {Third(memory, 2):0} MB against {Third(memory, 0):0} MB, ratio {Third(memory, 2) / Third(memory, 0):0.00}; most {memory.Max():0} MB",
            .. before.Zip(meanwhile).Select(p => $"{p.First.Page}: {p.First.Taken} before, {p.Second.Taken} meanwhile, ratio of the p95 {p.Second.Taken.P95 / p.First.Taken.P95:0.0} (aim: at most 2)"),
        ]);
    }

    private static async Task PrepareAsync(MeasuredPortal portal, SimulatorProcess simulator, int records)
    {
        await WaitingWorks.PrepareAsync(portal.Services, simulator, People, OtherWorks);
        await portal.Services.GetRequiredService<Transactions>().RunAsync((db, _) =>
        {
            db.Add(new SendingPause { Reason = "Only the fix is measured", By = "benchmark", At = TimeProvider.System.GetUtcNow() });
            return Task.CompletedTask;
        }, Cancelled);
        var researcher = (await portal.Services.GetRequiredService<People>().SaveAsync("researcher", new PersonFields("Josiah", "Carberry", "researcher@example.edu", null), Curator, Cancelled)).ShouldBeOfType<SavePersonResult.Saved>().Person;
        var owners = (await portal.ReadAsync(db => db.Connections.OrderBy(c => c.PersonId).Select(c => c.PersonId).ToListAsync(Cancelled))).Append(researcher.Id).ToList();
        var drafts = Enumerable.Range(0, records).Select(n => new RecordDraft(RecordKind.Work, "file:bibtex:zines.bib", $"z{n}", new RecordFields
        {
            Title = $"Observations in a small series, part {n}", Type = new TypeValue("bibtex", Word), PublicationDate = "2020", JournalTitle = "Zines of the world",
            ExternalIds = [new FieldIdentifier("doi", $"10.5555/zine.{n}")], Contributors = [new FieldContributor("a1", "Josiah Carberry", "author")],
        }, owners[n % owners.Count]));
        foreach (var chunk in drafts.Chunk(RecordStore.MostDrafts)) await portal.Services.GetRequiredService<RecordStore>().SaveAsync(chunk, Origin.Import, "benchmark", null, Curator, Cancelled);
        var planner = portal.Services.GetRequiredService<PushPlanner>();
        while (await IsUnplannedAsync(portal)) await planner.PlanAsync(Cancelled);
        // A server that has been running for a while knows its tables.
        await portal.ReadAsync(db => db.Database.ExecuteSqlRawAsync("ANALYZE", Cancelled));
        (await WaitingAsync(portal)).ShouldBeGreaterThan(records * 9 / 10);
    }

    /// <summary>Asks, lets it be applied and takes it back, as the pages do.</summary>
    private static async Task<Steps> FixAsync(MeasuredPortal portal, int records)
    {
        var (fixes, job, push) = (portal.Services.GetRequiredService<BulkFixes>(), portal.Services.GetRequiredService<BulkFixJob>(), portal.Services.GetRequiredService<PushJob>());
        var watch = Stopwatch.StartNew();
        var id = (await fixes.StartAsync(new BulkFixRequest.Word(VocabularyNames.WorkType, $"bibtex:{Word}", "magazine-article"), "All of them are", Curator, Cancelled)).ShouldBeOfType<BulkFixResult.Started>().Id;
        job.StartNow(id);
        var view = await UntilAsync(portal, id, BulkFixState.Tried);
        var tried = watch.Elapsed;
        view.Fix.Changed.ShouldBe(records);

        watch.Restart();
        (await fixes.ApplyAsync(id, Curator, Cancelled)).ShouldBeTrue();
        job.StartNow(id);
        push.StartNow(null);
        await UntilAsync(portal, id, BulkFixState.Applied);
        var applied = watch.Elapsed;
        (await WaitingAsync(portal)).ShouldBe(0);

        watch.Restart();
        (await fixes.UndoAsync(id, Curator, Cancelled)).ShouldBeTrue();
        job.StartNow(id);
        push.StartNow(null);
        await UntilAsync(portal, id, BulkFixState.Undone);
        return new Steps(tried, applied, watch.Elapsed);
    }

    /// <summary>Waits until the fix is so far and its records are checked again.</summary>
    private static async Task<BulkFixView> UntilAsync(MeasuredPortal portal, Guid id, BulkFixState state)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        for (var watch = Stopwatch.StartNew(); ; await timer.WaitForNextTickAsync(Cancelled))
        {
            var view = (await portal.Services.GetRequiredService<BulkFixList>().FindAsync(id, Cancelled))!;
            if (view.Fix.State == state && !view.Unplanned) return view;
            view.Fix.Failure.ShouldBeNull();
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(10));
        }
    }

    private static async Task<T> WithMemoryAsync<T>(List<double> samples, Func<Task<T>> work)
    {
        var working = work();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!working.IsCompleted && await timer.WaitForNextTickAsync(Cancelled)) samples.Add(ProcessMemory.Now(Environment.ProcessId));
        return await working;
    }

    private static Task<bool> IsUnplannedAsync(MeasuredPortal portal) =>
        portal.ReadAsync(async db => await db.RecordChanges.AnyAsync(c => c.PlannedAt == null, Cancelled) || await db.PlanRequests.AnyAsync(r => r.DoneAt == null, Cancelled));

    private static Task<int> WaitingAsync(MeasuredPortal portal) =>
        portal.ReadAsync(db => FixList.Of(db, new FixFilter(ProblemCode: ProblemCodes.TypeUnknown, About: $"{VocabularyNames.WorkType}:bibtex:{Word}"), TimeProvider.System.GetUtcNow()).CountAsync(Cancelled));

    private static double Third(List<double> samples, int third) => samples.Count < 3 ? samples.DefaultIfEmpty().Average() : samples.Skip(samples.Count / 3 * third).Take(samples.Count / 3).Average();

    private sealed record Steps(TimeSpan Tried, TimeSpan Applied, TimeSpan TakenBack);
}
