using System.Diagnostics;
using OrcidPortal.Commands.Generation;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.E2E.Benchmarks;

/// <summary>What mapping, checking and writing one record costs, over generated records of every kind. Not part of the normal run.</summary>
[Trait("Category", "Benchmark")]
public sealed class MappingBenchmarks
{
    private const int Records = 20_000;

    [Fact(Explicit = true)]
    public async Task Map_validate_and_serialise()
    {
        var lines = new List<string> { "kind: records a second on one core mapped, checked and written; checked only; kilobytes allocated for each" };
        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            var random = new Random(1);
            var records = Enumerable.Range(0, Records).Select(i => GeneratedFields.Of(kind, random, i))
                .Select(f => (Fields: f, Context: new MappingContext("abcdef123456", Guid.CreateVersion7(), "https://portal.example.org/1") { Organization = GeneratedOrganizations.Match(f) })).ToList();
            await WarmUpAsync(() =>
            {
                foreach (var (fields, context) in records) OrcidMessages.ToXml(RecordMapper.Map(kind, fields, context).Message);
            });

            var before = GC.GetAllocatedBytesForCurrentThread();
            var whole = Stopwatch.StartNew();
            var bytes = 0L;
            foreach (var (fields, context) in records) bytes += OrcidMessages.ToXml(RecordMapper.Map(kind, fields, context).Message).Length;
            var wholeTime = whole.Elapsed;
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            var check = Stopwatch.StartNew();
            var problems = 0;
            foreach (var (fields, context) in records) problems += RecordMapper.Validate(kind, fields, context).Count;
            lines.Add($"{kind}: {Records / wholeTime.TotalSeconds:N0}; {Records / check.Elapsed.TotalSeconds:N0}; {allocated / 1024.0 / Records:N1} kB ({bytes / 1024.0 / Records:N1} kB of XML, {problems} warnings)");
        }
        await Figures.WriteAsync("mapping", lines);
    }

    /// <summary>A portal maps for days: what counts is the code the runtime has settled on, and it needs a few calls and a pause to get there.</summary>
    private static async Task WarmUpAsync(Action pass)
    {
        for (var i = 0; i < 3; i++)
        {
            pass();
            await Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken);
        }
    }
}
