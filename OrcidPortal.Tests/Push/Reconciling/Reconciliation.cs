using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push.Reconciling;

namespace OrcidPortal.Tests.Push.Reconciling;

/// <summary>What the tests of comparisons do again and again.</summary>
internal static class Reconciliation
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Time goes by, here and at the registry, whose clock is a little behind ours.</summary>
    public static void Advance(this PushHouse house, TimeSpan time)
    {
        house.Clock.Advance(time);
        house.Registry.SetClock(house.Clock.GetUtcNow() - TimeSpan.FromMinutes(1));
    }

    /// <summary>Everybody is compared, in one go of the job.</summary>
    public static async Task<ComparisonReport> CompareAsync(this PushHouse house)
    {
        var id = await house.Services.GetRequiredService<Comparisons>().CompareAllAsync(PushHouse.Curator, Cancellation);
        await house.WorkAsync(id);
        return await house.ReportAsync(id);
    }

    /// <summary>The job runs once.</summary>
    public static async Task WorkAsync(this PushHouse house, Guid id)
    {
        house.Advance(TimeSpan.FromSeconds(1));
        await house.Services.GetRequiredService<ComparisonRunner>().RunAsync(id, Cancellation);
    }

    /// <summary>What was found is repaired.</summary>
    /// <param name="kinds">Only these; none: all.</param>
    public static async Task RepairAsync(this PushHouse house, Guid id, params IReadOnlyList<DifferenceKind> kinds)
    {
        await house.Services.GetRequiredService<Comparisons>().RepairAsync(id, kinds.Count == 0 ? Enum.GetValues<DifferenceKind>() : [.. kinds], PushHouse.Curator, Cancellation);
        await house.WorkAsync(id);
        (await house.ReportAsync(id)).Row.Run.State.ShouldBe(ComparisonState.Compared);
    }

    public static async Task<ComparisonReport> ReportAsync(this PushHouse house, Guid id) => (await house.Services.GetRequiredService<ComparisonList>().FindAsync(id, Cancellation))!;

    public static async Task<IReadOnlyList<DifferenceRow>> DifferencesAsync(this PushHouse house, Guid id) =>
        (await house.Services.GetRequiredService<ComparisonList>().DifferencesAsync(id, null, null, null, Cancellation)).Items;

    /// <summary>Each work at ORCID belongs to one item with its put-code, and the other way round, and says what it should.</summary>
    public static async Task BothSidesAreTheSameAsync(this PushHouse house)
    {
        var there = await house.Registry.WorksAsync(house.Orcid);
        var here = await house.Database.ReadAsync(db => db.SyncItems.Where(i => i.PutCode != null).Join(db.Records, i => i.RecordId, r => r.Id, (i, r) => new { i.PutCode, r.Title }).ToListAsync(Cancellation));
        here.Select(i => (i.PutCode!.Value, i.Title)).Order().ShouldBe(there.Select(w => (w.PutCode, w.Title)).Order());
        there.Select(w => w.Title).ShouldBeUnique();
    }
}
