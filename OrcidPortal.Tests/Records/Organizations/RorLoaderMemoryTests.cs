using OrcidPortal.Records.Organizations;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Records.Organizations;

[Collection(nameof(Alone))]
public sealed class RorLoaderMemoryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twenty_thousand_organisations_go_through_without_staying_in_memory()
    {
        await using var house = await OrganizationHouse.OpenAsync();
        var path = Path.Combine(house.Database.Folder.FullName, "dump.json");
        await RorDump.WriteAsync(path, 20_000);
        var told = new Told();

        await using var file = File.OpenRead(path);
        var load = await house.Get<RorLoader>().LoadAsync(file, told, OrganizationHouse.Curator, Stop);

        load.Totals.ShouldBe(new RorProgress(20_000, 20_000, 0, 0, 0));
        told.Held.Max().ShouldBeLessThan(told.Held[0] + 40_000_000);
        (await house.SearchAsync("number 1999")).ShouldBe(["Institute number 1999", .. Enumerable.Range(19990, 10).Select(n => $"Institute number {n}")]);
    }

    /// <summary>Looks at the memory that is really held, now and then.</summary>
    private sealed class Told : IProgress<RorProgress>
    {
        private int _count;

        public List<long> Held { get; } = [];

        public void Report(RorProgress value)
        {
            if (_count++ % 60 == 0) Held.Add(GC.GetTotalMemory(forceFullCollection: true));
        }
    }
}
