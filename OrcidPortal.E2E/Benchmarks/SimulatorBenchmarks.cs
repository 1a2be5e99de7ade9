using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace OrcidPortal.E2E.Benchmarks;

/// <summary>
/// How much the simulator carries. Not part of the normal run:
/// <c>dotnet test --project OrcidPortal.E2E -- --explicit only --filter-trait Category=Benchmark</c>.
/// </summary>
[Trait("Category", "Benchmark")]
public sealed class SimulatorBenchmarks
{
    private const int People = 2_000;
    private const int WorksEach = 500;
    private const int LongRecord = 5_000;
    private const int Rounds = 20;
    private const int WarmUps = 5;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task Memory_of_a_large_registry()
    {
        await using var simulator = await SimulatorProcess.StartAsync();
        var empty = simulator.Memory;

        var watch = Stopwatch.StartNew();
        await Parallel.ForAsync(0, People, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancelled }, async (i, _) =>
            await simulator.ControlAsync("people", new { givenNames = "Person", familyName = $"No. {i}", works = Enumerable.Range(0, WorksEach).Select(w => ControlWork(i, w)) }));

        await Figures.WriteAsync("simulator-memory",
        [
            $"{People} people with {WorksEach} works each, filled in {watch.Elapsed.TotalSeconds:0} s",
            $"resident {simulator.Memory:0} MB, at most {simulator.PeakMemory:0} MB (aim: 1,500 MB); empty {empty:0} MB",
            $"{(simulator.Memory - empty) * 1024 * 1024 / (People * WorksEach):0} bytes a work",
        ]);
    }

    [Fact(Explicit = true)]
    public async Task Bulk_to_a_long_record_and_reading_it()
    {
        await using var simulator = await SimulatorProcess.StartAsync();
        var (shortOne, longOne) = (await RecordAsync(simulator, 0), await RecordAsync(simulator, LongRecord));
        var cold = await MeasureAsync(simulator, await RecordAsync(simulator, 0), Rounds, "cold");
        for (var i = 0; i < WarmUps; i++) await MeasureAsync(simulator, await RecordAsync(simulator, 0), 80, $"warm.{i}");

        var toShort = await MeasureAsync(simulator, shortOne, Rounds, "short");
        var toLong = await MeasureAsync(simulator, longOne, Rounds, "long");
        var before = simulator.PeakMemory;
        var (first, whole, bytes, cpu) = await ReadAsync(simulator, longOne);

        await Figures.WriteAsync("simulator-long-record",
        [
            $"bulk POST of 100 works, mean of {Rounds}, CPU time of the whole process: to a record with {LongRecord} works {toLong.TotalMilliseconds:0.0} ms (aim: 15 ms); to a short one {toShort.TotalMilliseconds:0.0} ms; ratio {toLong / toShort:0.00}; before the code was compiled for speed {cold.TotalMilliseconds:0.0} ms",
            $"reading {LongRecord + (Rounds * 100)} summaries: {bytes / 1048576.0:0.0} MB, first byte after {first.TotalMilliseconds:0} ms, last after {whole.TotalMilliseconds:0} ms, CPU {cpu.TotalMilliseconds:0} ms; peak memory grew by {simulator.PeakMemory - before:0} MB",
        ]);
    }

    /// <returns>CPU time per bulk.</returns>
    private static async Task<TimeSpan> MeasureAsync(SimulatorProcess simulator, (string Orcid, string Token) record, int rounds, string name)
    {
        var bodies = Enumerable.Range(0, rounds).Select(r => Bulk($"{name}.{r}")).ToList();
        var before = simulator.Cpu;
        foreach (var body in bodies)
        {
            using var request = Request(HttpMethod.Post, record);
            request.Content = new StringContent(body, Encoding.UTF8, "application/vnd.orcid+xml");
            using var answer = await simulator.Http.SendAsync(request, Cancelled);
            (await answer.Content.ReadAsStringAsync(Cancelled)).Split("put-code=").Length.ShouldBe(101);
        }
        return (simulator.Cpu - before) / rounds;
    }

    private static async Task<(TimeSpan First, TimeSpan Whole, long Bytes, TimeSpan Cpu)> ReadAsync(SimulatorProcess simulator, (string Orcid, string Token) record)
    {
        using (await simulator.Http.SendAsync(Request(HttpMethod.Get, record), Cancelled)) { }
        var before = simulator.Cpu;
        var watch = Stopwatch.StartNew();
        using var answer = await simulator.Http.SendAsync(Request(HttpMethod.Get, record), HttpCompletionOption.ResponseHeadersRead, Cancelled);
        await using var stream = await answer.Content.ReadAsStreamAsync(Cancelled);
        var (buffer, bytes, first) = (new byte[65_536], 0L, TimeSpan.Zero);
        while (await stream.ReadAsync(buffer, Cancelled) is > 0 and var read)
        {
            if (bytes == 0) first = watch.Elapsed;
            bytes += read;
        }
        return (first, watch.Elapsed, bytes, simulator.Cpu - before);
    }

    private static async Task<(string Orcid, string Token)> RecordAsync(SimulatorProcess simulator, int works)
    {
        var orcid = (await simulator.ControlAsync("people", new { givenNames = "Long", familyName = "Record", works = Enumerable.Range(0, works).Select(w => ControlWork(-1, w)) })).GetProperty("orcid").GetString()!;
        var token = (await simulator.ControlAsync("tokens", new { orcid, scope = "/read-limited /activities/update" })).GetProperty("access_token").GetString()!;
        return (orcid, token);
    }

    private static HttpRequestMessage Request(HttpMethod method, (string Orcid, string Token) record) =>
        new(method, $"v3.0/{record.Orcid}/works") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", record.Token), Accept = { new("application/vnd.orcid+xml") } } };

    private static object ControlWork(int person, int work) => new
    {
        title = $"Observations on the fracture of glazed earthenware under thermal stress, part {work} of series {person}", date = "2019-05-12", journalTitle = "Annals of Psychoceramics",
        url = $"https://repository.example.org/handle/12345/{person}-{work}", doi = $"10.5555/annals.{person}.{work}",
        externalIds = new[] { new { type = "handle", value = $"12345/{person}-{work}", relationship = "self" } },
    };

    private static string Bulk(string name) => $"""
        <bulk:bulk xmlns:common="http://www.orcid.org/ns/common" xmlns:work="http://www.orcid.org/ns/work" xmlns:bulk="http://www.orcid.org/ns/bulk">{string.Concat(Enumerable.Range(0, 100).Select(i => Work($"{name}.{i}")))}</bulk:bulk>
        """;

    private static string Work(string name) => string.Create(CultureInfo.InvariantCulture, $"""
        <work:work><work:title><common:title>Observations on the fracture of glazed earthenware, {name}</common:title></work:title><work:journal-title>Annals of Psychoceramics</work:journal-title><work:type>journal-article</work:type><common:publication-date><common:year>2019</common:year><common:month>05</common:month></common:publication-date><common:external-ids><common:external-id><common:external-id-type>doi</common:external-id-type><common:external-id-value>10.5555/bulk.{name}</common:external-id-value><common:external-id-url>https://doi.org/10.5555/bulk.{name}</common:external-id-url><common:external-id-relationship>self</common:external-id-relationship></common:external-id></common:external-ids><common:url>https://repository.example.org/{name}</common:url><work:contributors><work:contributor><work:credit-name>A. Author</work:credit-name><work:contributor-attributes><work:contributor-sequence>first</work:contributor-sequence><work:contributor-role>author</work:contributor-role></work:contributor-attributes></work:contributor></work:contributors></work:work>
        """);
}
