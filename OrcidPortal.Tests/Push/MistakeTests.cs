using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;
using OrcidPortal.Remote;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Push;

/// <summary>Mistakes that random histories cannot show, or seldom: each is put in and found, and goes unnoticed nowhere. The others are in the simulation.</summary>
public sealed class MistakeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("None", 0)]
    [InlineData("SharedSelfIdInBatch", 1)]
    public async Task Two_works_with_one_identifier_of_their_own_never_go_in_one_call(string mistake, int refused)
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        Make(house, mistake);
        var (one, other) = (house.Draft(1), house.Draft(2));
        await house.SaveAsync(one with { Fields = At(one) }, other with { Fields = At(other) });

        await house.PushAsync();

        (await house.Registry.WritesAsync(house.Orcid)).Count.ShouldBe(refused);
        (await house.HistoryAsync()).Count(h => h is { Outcome: HistoryOutcome.Refused, OrcidCode: 9021 }).ShouldBe(refused);
        (await house.ItemsAsync()).ShouldAllBe(i => i.State == (refused == 0 ? SyncState.NeedsFix : SyncState.Failed));

        static RecordFields At(RecordDraft draft) => draft.Fields with { ExternalIds = [], Url = "https://example.org/one-page" };
    }

    [Theory]
    [InlineData("None", 2)]
    [InlineData("PutCodeOfAnotherId", 0)]
    public async Task A_put_code_is_used_in_no_other_record(string mistake, int sent)
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        Make(house, mistake);
        await house.SaveAsync(2);
        await house.PushAsync();
        var other = await house.Registry.AddPersonAsync("Ada", "King");
        await house.DisconnectAsync();

        await house.ReturnAsync(other);

        (await house.Registry.WorksAsync(other)).Count.ShouldBe(sent);
    }

    [Theory]
    [InlineData("None", 0)]
    [InlineData("QueueByCursor", 1)]
    public async Task A_change_that_commits_after_a_later_one_is_planned(string mistake, int missed)
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.PostgreSql);
        Make(house, mistake);
        await house.SaveAsync(2);
        await house.PlanAsync();
        var contexts = house.Services.GetRequiredService<IDbContextFactory<PortalDb>>();
        await using var slow = await contexts.CreateDbContextAsync(Cancel);
        await using var fast = await contexts.CreateDbContextAsync(Cancel);
        await using var first = await slow.Database.BeginTransactionAsync(Cancel);
        await QueueAsync(slow, 0);
        await using (var second = await fast.Database.BeginTransactionAsync(Cancel))
        {
            await QueueAsync(fast, 1);
            await second.CommitAsync(Cancel);
        }
        await house.PlanAsync();

        await first.CommitAsync(Cancel);
        await house.PlanAsync();

        (await house.Database.ReadAsync(db => db.RecordChanges.CountAsync(c => c.PlannedAt == null, Cancel))).ShouldBe(missed);

        async Task QueueAsync(PortalDb db, int number)
        {
            RecordUpdate.Queue(db, await db.Records.OrderBy(r => r.Id).Skip(number).FirstAsync(Cancel), Origin.Import, "import:test", house.Clock.GetUtcNow());
            await db.SaveChangesAsync(Cancel);
        }
    }

    private static void Make(PushHouse house, string mistake) => house.Services.GetRequiredService<Mistakes>().Made = Enum.Parse<Mistake>(mistake);
}
