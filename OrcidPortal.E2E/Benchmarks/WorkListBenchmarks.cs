using System.Globalization;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Commands.Generation;
using OrcidPortal.Curation;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.E2E.Infrastructure;

namespace OrcidPortal.E2E.Benchmarks;

/// <summary>
/// What the curators' work list costs in a database with a million records, and in one with ten thousand. <c>ORCIDPORTAL_TEST_COPIES=2</c> tries it with few. Not part of the normal run.
/// </summary>
[Trait("Category", "Benchmark")]
[Collection("Benchmarks")]
public sealed class WorkListBenchmarks
{
    // With about 6.6 fundings, positions and profile items each these are ten thousand records.
    private const int People = 200;
    private const int Works = 8_700;
    private const int Copies = 100;
    private const int Samples = 300;
    private const int FilterSamples = 20;
    private const int Pages = 20;
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Explicit = true)]
    [InlineData(DatabaseProvider.PostgreSql)]
    [InlineData(DatabaseProvider.Sqlite)]
    public async Task A_million_records_against_ten_thousand(DatabaseProvider provider)
    {
        var copies = int.TryParse(Environment.GetEnvironmentVariable("ORCIDPORTAL_TEST_COPIES"), CultureInfo.InvariantCulture, out var few) ? few : Copies;
        await using var database = await BenchmarkDatabase.CreateAsync(provider);
        await using var simulator = await SimulatorProcess.StartAsync();
        IReadOnlyList<(string Key, string Value)> settings = database.Settings(simulator, ("Jobs:Enabled", "false"));
        Measured small, large;
        var commands = new CommandTexts();
        await using (var portal = new MeasuredPortal(settings, commands))
        {
            (await portal.Services.GetRequiredService<DatabaseGenerator>().GenerateAsync(new GenerateOptions(People, Works, Seed: 1), null, Cancelled)).ShouldBeOfType<GenerateResult.Generated>();
            await CopiedPeople.AddAsync(portal, 0);
            small = await MeasureAsync(portal, commands);
            await CopiedPeople.AddAsync(portal, copies - 1);
        }
        // Another process: nothing is in its memory yet.
        await using (var portal = new MeasuredPortal(settings, commands)) large = await MeasureAsync(portal, commands);

        await Figures.WriteAsync($"work-list-{provider}",
        [
            $"{provider}, {small.Records:N0} records, {small.ToFix:N0} to fix ({(double)small.ToFix / small.Records:P0}): {small.Reading}; {small.Load}",
            $"{large.Records:N0} records, {large.ToFix:N0} to fix: {large.Reading}; {large.Load}",
            $"reading the unfiltered list, ratio of the p95 {large.Reading.P95 / small.Reading.P95:0.00}, of the medians {large.Reading.Median / small.Reading.Median:0.00} (aim: at most 1.2)",
            $"GET /curation: {small.Get} against {large.Get}, ratio of the p95 {large.Get.P95 / small.Get.P95:0.00}",
            $"the list alone: {small.List} against {large.List}, ratio of the p95 {large.List.P95 / small.List.P95:0.00}; its next {Pages} pages: {small.Next} against {large.Next}",
            $"figures of the page taken anew, at most every ten seconds, beside the pages: {small.Counting.Median:0} ms against {large.Counting.Median:0} ms",
            $"slowest filter: {large.Filters.MaxBy(f => f.Taken.P95)!.Name} {large.Filters.Max(f => f.Taken.P95):0} ms (aim: at most 300 ms for each); a page and the count:",
            .. large.Filters.OrderByDescending(f => f.Taken.P95).Select(f => $"  {f.Name}: {f.Taken}, {f.Found:N0} found"),
        ]);
    }

    private static async Task<Measured> MeasureAsync(MeasuredPortal portal, CommandTexts commands)
    {
        using var curator = portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using (var signedIn = await curator.GetAsync(new Uri("/signin/demo/curator", UriKind.Relative), Cancelled)) signedIn.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        await AssignAsync(portal);
        var (list, counts, curators) = (portal.Services.GetRequiredService<FixList>(), portal.Services.GetRequiredService<FixCounts>(), portal.Services.GetRequiredService<AssignmentList>());
        var load = new Load();
        commands.Clear();
        var counting = new Durations();
        for (var i = 0; i < 4; i++)
        {
            using var anew = new FixCounts(portal.Contexts, TimeProvider.System);
            if (i == 0) await anew.LatestAsync(Cancelled);
            else await counting.TakeAsync(() => anew.LatestAsync(Cancelled));
        }
        var (reading, alone, get) = (new Durations(), new Durations(), new Durations());
        // As often as a busy office looks: the figures are taken anew meanwhile.
        using (var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(60)))
        {
            for (var i = -20; i < Samples && await timer.WaitForNextTickAsync(Cancelled); i++)
            {
                var (read, lists, gets) = i < 0 ? (new Durations(), new Durations(), new Durations()) : (reading, alone, get);
                await read.TakeAsync(async () =>
                {
                    await counts.LatestAsync(Cancelled);
                    await curators.CuratorsAsync(Cancelled);
                    await lists.TakeAsync(() => list.ListAsync(new FixFilter(), null, Cancelled));
                });
                await gets.TakeAsync(async () =>
                {
                    using var answer = await curator.GetAsync(new Uri("/curation", UriKind.Relative), Cancelled);
                    answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
                    await answer.Content.ReadAsByteArrayAsync(Cancelled);
                });
            }
        }
        var next = new Durations();
        for (var (page, cursor) = (0, (await list.ListAsync(new FixFilter(), null, Cancelled)).Next); page < Pages && cursor is not null; page++)
        {
            var at = cursor;
            await next.TakeAsync(async () => cursor = (await list.ListAsync(new FixFilter(), at, Cancelled)).Next);
        }
        var filters = new List<Filtered>();
        foreach (var (name, filter) in await FiltersAsync(portal, await counts.LatestAsync(Cancelled)))
        {
            var (taken, found) = (new Durations(), 0);
            await list.ListAsync(filter, null, Cancelled);
            for (var i = 0; i < FilterSamples; i++)
                await taken.TakeAsync(async () => found = (await list.ListAsync(filter, null, Cancelled)).Next is null ? 0 : await list.CountAsync(filter, Cancelled));
            filters.Add(new Filtered(name, taken, found > 0 ? found : await list.CountAsync(filter, Cancelled)));
        }

        commands.Seen.Count.ShouldBeGreaterThan(10);
        commands.Seen.Where(c => c.Contains("OFFSET", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
        return new Measured(
            await portal.ReadAsync(db => db.Records.CountAsync(Cancelled)), await portal.ReadAsync(db => db.RecordsToFix.CountAsync(Cancelled)), reading, get, alone, next, counting, filters, load.ToString());
    }

    /// <summary>What the page offers to narrow by, each with its most frequent values.</summary>
    private static async Task<IReadOnlyList<(string Name, FixFilter Filter)>> FiltersAsync(MeasuredPortal portal, FixSummary summary)
    {
        var title = await portal.ReadAsync(db => db.RecordsToFix.Where(r => r.SortTitle != "").OrderBy(r => r.RecordId).Select(r => r.SortTitle).FirstAsync(Cancelled));
        var word = title.Split(' ').MaxBy(w => w.Length)!;
        var person = await portal.ReadAsync(db => db.SyncItems.Where(i => i.State == SyncState.NeedsFix).GroupBy(i => i.PersonId).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync(Cancelled));
        var departments = await portal.Services.GetRequiredService<FixList>().DepartmentsAsync(Cancelled);
        var account = await portal.ReadAsync(db => db.Assignments.Select(a => a.AccountId).FirstAsync(Cancelled));
        var kinds = await portal.ReadAsync(db => db.RecordsToFix.Select(r => r.Kind).Distinct().ToListAsync(Cancelled));
        return
        [
            ("by title", new FixFilter(Sort: FixSort.Title)),
            ($"a word of the title ({word})", new FixFilter(Text: word)),
            ("a word that no title has", new FixFilter(Text: "xyzzyx")),
            ("a person", new FixFilter(PersonId: person)),
            ("assigned", new FixFilter(AssignedTo: account)),
            .. departments.Take(2).Select(d => ($"department {d}", new FixFilter(Department: d))),
            .. kinds.Select(k => ($"kind {k}", new FixFilter(Kind: k))),
            .. summary.Sources.Select(s => ($"source {s}", new FixFilter(SourceKind: s))),
            .. FixFilter.Ages.Select(a => (string.Create(CultureInfo.InvariantCulture, $"waits {a} days"), new FixFilter(WaitsDays: a))),
            .. summary.Problems.Select(p => ($"problem {p.Code}", new FixFilter(ProblemCode: p.Code))),
            .. summary.Groups.Take(8).Select(g => ($"group {g.Code} {g.About} {g.Source}", new FixFilter(ProblemCode: g.Code, About: g.About, SourceKind: g.About.Length > 0 ? null : g.Source))),
            ("problem and department", new FixFilter(ProblemCode: summary.Problems[0].Code, Department: departments[0])),
            ("problem, kind and word, by title", new FixFilter(Text: word, ProblemCode: summary.Problems[0].Code, Kind: RecordKind.Work, Sort: FixSort.Title)),
        ];
    }

    private static Task AssignAsync(MeasuredPortal portal) => portal.Services.GetRequiredService<Transactions>().RunAsync(async (db, ct) =>
    {
        if (await db.Assignments.AnyAsync(ct)) return;
        var account = await db.Accounts.Where(a => a.Subject == "curator").Select(a => a.Id).SingleAsync(ct);
        foreach (var record in await db.RecordsToFix.OrderBy(r => r.Since).Select(r => r.RecordId).Take(200).ToListAsync(ct))
            db.Assignments.Add(new Assignment { RecordId = record, AccountId = account, By = "benchmark", At = TimeProvider.System.GetUtcNow() });
    }, Cancelled);

    private sealed record Measured(int Records, int ToFix, Durations Reading, Durations Get, Durations List, Durations Next, Durations Counting, IReadOnlyList<Filtered> Filters, string Load);

    private sealed record Filtered(string Name, Durations Taken, int Found);
}
