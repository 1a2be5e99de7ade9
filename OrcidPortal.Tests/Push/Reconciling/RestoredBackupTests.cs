using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push.Reconciling;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Push.Reconciling;

/// <summary>An old copy of the database is put back: it is compared with ORCID, repaired, and goes on; each work is at ORCID once, its put-code here.</summary>
public sealed class RestoredBackupTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task After_an_old_copy_was_put_back_each_work_is_at_ORCID_once_and_its_put_code_here(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        var later = await SendAndComeBackAsync(house);
        var writes = await house.Registry.WritesAsync(house.Orcid);
        var before = await Backup.TakeAsync(house.Database);

        var report = await house.CompareAsync();
        var after = await Backup.TakeAsync(house.Database);

        Kinds(report).ShouldBe(new()
        {
            [DifferenceKind.PutCodeUnknown] = 2, [DifferenceKind.OtherPutCode] = 1, [DifferenceKind.OtherContent] = 1, [DifferenceKind.Removed] = 2, [DifferenceKind.Stuck] = 1, [DifferenceKind.NoRecord] = 1,
        });
        report.Figures.Sum(f => f.Notices).ShouldBe(1);
        report.Figures.Single(f => f.Kind == DifferenceKind.OtherContent).Updates.ShouldBe(1);
        after.ChangedSince(before).ShouldBeEmpty();
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(writes);

        await house.RepairAsync(report.Row.Run.Id);
        var repaired = await house.Registry.WritesAsync(house.Orcid);
        await house.SaveAsync(house.Draft(9));
        await house.PushAsync();
        house.Advance(TimeSpan.FromDays(2));
        await house.PushAsync();
        await house.PushAsync();

        repaired.ShouldBe(writes);
        (await house.Registry.WritesAsync(house.Orcid)).Skip(writes.Count).ShouldBe(["PUT /work"]);
        await house.BothSidesAreTheSameAsync();
        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 7, [SyncState.RemovedAtOrcid] = 2 }, ignoreOrder: true);
        (await house.ItemsAsync()).Where(i => i.PutCode is not null).Select(i => i.PutCode!.Value).Order().ShouldBe(later.Order());
        Kinds(await house.CompareAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_an_old_copy_does_not_know_is_repaired_kind_by_kind()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await SendAndComeBackAsync(house);
        var report = await house.CompareAsync();

        await house.RepairAsync(report.Row.Run.Id, DifferenceKind.PutCodeUnknown);
        var afterOne = await house.CompareAsync();

        Kinds(afterOne).ShouldBe(new()
        {
            [DifferenceKind.OtherPutCode] = 1, [DifferenceKind.OtherContent] = 1, [DifferenceKind.Removed] = 2, [DifferenceKind.Stuck] = 1, [DifferenceKind.NoRecord] = 1,
        });
        (await house.ItemsAsync()).ShouldAllBe(i => i.RemovedAtOrcidAt == null);
        (await house.ReportAsync(report.Row.Run.Id)).Figures.Single(f => f.Kind == DifferenceKind.PutCodeUnknown).ShouldSatisfyAllConditions(f => f.Open.ShouldBe(0), f => f.Repaired.ShouldBe(2));
    }

    [Fact]
    public async Task What_was_settled_between_report_and_repair_is_not_repaired_again()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await SendAndComeBackAsync(house);
        var report = await house.CompareAsync();
        await house.Services.GetRequiredService<OrcidPortal.Push.FirstRead>().ReadAsync(house.Ada.Id, Cancellation);
        var removed = (await house.HistoryAsync()).Count(h => h.Message?.StartsWith("No longer at ORCID", StringComparison.Ordinal) == true);

        await house.RepairAsync(report.Row.Run.Id);

        var figures = (await house.ReportAsync(report.Row.Run.Id)).Figures;
        figures.Single(f => f.Kind == DifferenceKind.Removed).Passed.ShouldBe(2);
        figures.Single(f => f.Kind == DifferenceKind.PutCodeUnknown).Passed.ShouldBe(2);
        (await house.HistoryAsync()).Count(h => h.Message?.StartsWith("No longer at ORCID", StringComparison.Ordinal) == true).ShouldBe(removed);
    }

    private static Dictionary<DifferenceKind, int> Kinds(ComparisonReport report) => report.Figures.Where(f => f.Open > 0).ToDictionary(f => f.Kind, f => f.Open);

    /// <summary>Six works are sent, two wait. After the backup these two and a new one are sent, one is edited, one removed by us, one by Ada, one removed and added again.</summary>
    /// <returns>The put-codes at ORCID when the backup is put back.</returns>
    private static async Task<IReadOnlyList<long>> SendAndComeBackAsync(PushHouse house)
    {
        house.Advance(TimeSpan.FromMinutes(5));
        await house.SaveAsync(6);
        await house.PushAsync();
        house.Advance(TimeSpan.FromMinutes(5));
        await house.SaveAsync(house.Draft(7), house.Draft(8));
        await house.PlanAsync();
        var backup = await Backup.TakeAsync(house.Database);

        await house.SaveAsync(house.Draft(9), house.Draft(1, "On other engines"));
        await house.EndAsync(await RecordAsync(house, 2));
        await house.EndAsync(await RecordAsync(house, 4));
        await house.PushAsync();
        house.Advance(TimeSpan.FromDays(8));
        await house.PushAsync();
        await house.Registry.RemoveWorkAsync(house.Orcid, (await house.Registry.WorksAsync(house.Orcid)).Single(w => w.Title.EndsWith('3')).PutCode);
        await house.SaveAsync(house.Draft(4));
        await house.PushAsync();
        var there = (await house.Registry.WorksAsync(house.Orcid)).Select(w => w.PutCode).ToList();
        there.Count.ShouldBe(7);

        house.Advance(TimeSpan.FromMinutes(5));
        await backup.RestoreAsync(house.Database);
        var stuck = await RecordAsync(house, 5);
        await house.Database.Transactions.RunAsync(async (db, ct) =>
        {
            var item = await db.SyncItems.SingleAsync(i => i.RecordId == stuck, ct);
            (item.BatchId, item.State) = (Guid.CreateVersion7(), SyncState.Sending);
        }, Cancellation);
        return there;
    }

    private static Task<Guid> RecordAsync(PushHouse house, int number) => house.Database.ReadAsync(db => db.Records.Where(r => r.Title.EndsWith($"part {number}")).Select(r => r.Id).SingleAsync(Cancellation));
}
