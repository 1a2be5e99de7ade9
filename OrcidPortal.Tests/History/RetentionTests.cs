using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.History;

public sealed class RetentionTests
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Lines_older_than_the_setting_go_and_all_others_stay(DatabaseProvider provider)
    {
        await using var house = await LedgerHouse.OpenAsync(provider, ("History:KeepFor", "30.00:00:00"));
        var limit = TestDatabase.Start - TimeSpan.FromDays(30);
        for (var part = 0; part < 3; part++)
            await house.Database.AddAsync([.. Enumerable.Range(1, 250).Select(n => Line("old", limit.AddMinutes(-n)))]);
        await house.Database.AddAsync(Line("just young enough", limit), Line("young", limit.AddSeconds(1)), Line("of now", TestDatabase.Start));
        var retention = house.Services.GetRequiredService<Retention>();

        var removed = await retention.RemoveOldAsync(CancellationToken);
        var again = await retention.RemoveOldAsync(CancellationToken);

        (removed, again).ShouldBe((750, 0));
        (await MessagesAsync(house)).ShouldBe(["just young enough", "young", "of now"]);
    }

    [Fact]
    public async Task Without_a_setting_ten_years_are_kept()
    {
        await using var house = await LedgerHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Database.AddAsync(Line("older", TestDatabase.Start.AddDays(-3651)), Line("younger", TestDatabase.Start.AddDays(-3649)));

        await house.Services.GetRequiredService<Retention>().RemoveOldAsync(CancellationToken);

        (await MessagesAsync(house)).ShouldBe(["younger"]);
    }

    private static Task<List<string?>> MessagesAsync(LedgerHouse house) =>
        house.Database.ReadAsync(db => db.History.OrderBy(h => h.At).Select(h => h.Message).ToListAsync(CancellationToken));

    private static HistoryEntry Line(string message, DateTimeOffset at) => new() { At = at, By = "test", Message = message };
}
