using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OrcidPortal.Curation;
using OrcidPortal.Curation.Bulk;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;
using OrcidPortal.Tests.Push;

namespace OrcidPortal.Tests.Curation.Bulk;

/// <summary>Fixes for many over the rooms of the push: what they do is planned, sent to a registry and taken back.</summary>
internal sealed class BulkHouse(PushHouse push) : IAsyncDisposable
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public PushHouse Push { get; } = push;
    public BulkFixes Fixes { get; } = ActivatorUtilities.CreateInstance<BulkFixes>(push.Services);
    public BulkFixList List { get; } = ActivatorUtilities.CreateInstance<BulkFixList>(push.Services);
    public BulkFixRunner Runner { get; } = RunnerOf(push.Services);

    public static async Task<BulkHouse> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, params (string, string?)[] settings) => new(await PushHouse.OpenAsync(provider, settings: settings));

    /// <summary>One more process of the same portal.</summary>
    public static BulkFixRunner RunnerOf(ServiceProvider services) => ActivatorUtilities.CreateInstance<BulkFixRunner>(
        services, ActivatorUtilities.CreateInstance<BulkTrying>(services), ActivatorUtilities.CreateInstance<BulkApplying>(services), NullLogger<BulkFixRunner>.Instance);

    /// <summary>Tries it.</summary>
    public async Task<BulkFixView> TryAsync(BulkFixRequest request)
    {
        var id = (await Fixes.StartAsync(request, "because", PushHouse.Curator, Cancel)).ShouldBeOfType<BulkFixResult.Started>().Id;
        await Runner.RunAsync(id, Cancel);
        return (await List.FindAsync(id, Cancel))!;
    }

    public async Task<BulkFixView> ApplyAsync(Guid id)
    {
        (await Fixes.ApplyAsync(id, PushHouse.Curator, Cancel)).ShouldBeTrue();
        await Runner.RunAsync(id, Cancel);
        return (await List.FindAsync(id, Cancel))!;
    }

    public async Task<BulkFixView> UndoAsync(Guid id)
    {
        (await Fixes.UndoAsync(id, PushHouse.Curator, Cancel)).ShouldBeTrue();
        await Runner.RunAsync(id, Cancel);
        return (await List.FindAsync(id, Cancel))!;
    }

    public Task<List<Record>> RecordsAsync() => Push.Database.ReadAsync(db => db.Records.AsNoTracking().OrderBy(r => r.SortTitle).ToListAsync(Cancel));

    public async Task<List<string>> NoticesAsync() => [.. (await Push.Registry.WritesAsync(Push.Orcid))];

    public async Task<FixSummary> CountAsync()
    {
        using var counts = ActivatorUtilities.CreateInstance<FixCounts>(Push.Services);
        return await counts.LatestAsync(Cancel);
    }

    public ValueTask DisposeAsync() => Push.DisposeAsync();
}
