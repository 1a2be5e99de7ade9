using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Push;

/// <summary>Each question is a way to the database and back: an institution's first push makes tens of thousands of calls.</summary>
public sealed class FewCommandsTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_call_with_a_hundred_works_takes_few_commands(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        await house.SaveAsync(300);
        await house.PlanAsync();
        var commands = new DbCommandCount();
        var sender = house.Compose(commands: commands).GetRequiredService<PushSender>();

        await sender.SendAsync(house.Ada.Id, TestContext.Current.CancellationToken);

        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 300 });
        (await house.Registry.CallsAsync(house.Orcid)).Count.ShouldBe(3);
        // Of each call three for the permit, five for the intent and four for the answer; ten of the person. On SQLite each row that is written is a command.
        commands.All.ShouldBeLessThan(provider == DatabaseProvider.PostgreSql ? 50 : 300 * 6, string.Join(Environment.NewLine, commands.Most(30)));
    }
}
