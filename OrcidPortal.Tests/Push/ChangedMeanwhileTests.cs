using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Push;

/// <summary>A curator is faster by a moment, on a server that lets both write: SQLite has one writer.</summary>
public sealed class ChangedMeanwhileTests
{
    [Fact]
    public async Task What_is_excluded_between_the_look_and_the_intent_does_not_go()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.PostgreSql);
        var excluded = await ExcludeOneBeforeAsync(house, "SET \"BatchId\" =");

        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 2, [SyncState.Excluded] = 1 }, ignoreOrder: true);
        (await house.Registry.WorksAsync(house.Orcid)).Count.ShouldBe(2);
        (await house.ItemsAsync()).Single(i => i.Id == excluded).PutCode.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_excluded_before_the_answer_is_saved_stays_so_and_keeps_its_put_code()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.PostgreSql);
        var excluded = await ExcludeOneBeforeAsync(house, "INSERT INTO \"RemoteCopies\"");

        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 2, [SyncState.Excluded] = 1 }, ignoreOrder: true);
        (await house.Registry.WorksAsync(house.Orcid)).Count.ShouldBe(3);
        (await house.ItemsAsync()).Single(i => i.Id == excluded).ShouldSatisfyAllConditions(i => i.PutCode.ShouldNotBeNull(), i => i.ExcludedReason.ShouldBe("a poster"), i => i.BatchId.ShouldBeNull());
        (await house.HistoryAsync()).Count(h => h is { Operation: SyncOperation.Add, Outcome: HistoryOutcome.Done }).ShouldBe(3);
    }

    private static async Task<Guid> ExcludeOneBeforeAsync(PushHouse house, string command)
    {
        await house.SaveAsync(3);
        await house.PlanAsync();
        var item = (await house.ItemsAsync())[1].Id;
        var meanwhile = new Meanwhile(command, () => house.Services.GetRequiredService<SyncItems>().ExcludeAsync(item, house.Ada.Id, "a poster", PushHouse.Curator, TestContext.Current.CancellationToken));
        await house.Compose(commands: meanwhile).GetRequiredService<PushSender>().SendAsync(house.Ada.Id, TestContext.Current.CancellationToken);
        meanwhile.HasHappened.ShouldBeTrue();
        return item;
    }

    /// <summary>Does something once, just before a command is sent.</summary>
    private sealed class Meanwhile(string command, Func<Task> happens) : DbCommandInterceptor
    {
        public bool HasHappened { get; private set; }

        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            await BeforeAsync(command);
            return result;
        }

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            await BeforeAsync(command);
            return result;
        }

        private async Task BeforeAsync(DbCommand next)
        {
            if (HasHappened || !next.CommandText.Contains(command, StringComparison.Ordinal)) return;
            HasHappened = true;
            await happens();
        }
    }
}
