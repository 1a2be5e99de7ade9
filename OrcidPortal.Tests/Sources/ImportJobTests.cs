using Hangfire;
using Hangfire.Common;
using Hangfire.InMemory;
using OrcidPortal.Sources;

namespace OrcidPortal.Tests.Sources;

public sealed class ImportJobTests
{
    [Fact]
    public async Task Starting_now_enqueues_a_job_that_carries_the_run_and_nothing_else()
    {
        await using var house = await ImportHouse.OpenAsync();
        using var storage = new InMemoryStorage();
        var run = Guid.CreateVersion7();

        new ImportJob(house.Runner, new BackgroundJobClient(storage)).StartNow(run);

        var enqueued = storage.GetMonitoringApi().EnqueuedJobs("default", 0, 10).ShouldHaveSingleItem().Value.Job;
        (enqueued.Type, enqueued.Method.Name).ShouldBe((typeof(ImportJob), nameof(ImportJob.RunAsync)));
        enqueued.Args.OfType<Guid>().ShouldBe([run]);
        enqueued.Args.Count.ShouldBe(2);
        JobFilterProviders.Providers.GetFilters(enqueued).Select(f => f.Instance).OfType<AutomaticRetryAttribute>().ShouldContain(r => r.Attempts == 0);
    }
}
