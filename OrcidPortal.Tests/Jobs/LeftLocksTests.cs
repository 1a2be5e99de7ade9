using Hangfire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Jobs;

public sealed class LeftLocksTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(3, false)]
    [InlineData(30, true)]
    public async Task A_lock_that_a_killed_process_left_does_not_stop_the_clock_for_long(int seconds, bool free)
    {
        await using var database = await Databases.OpenAsync(DatabaseProvider.PostgreSql, Cancelled, TimeProvider.System);
        await using var portal = new PortalApp(("Database:Provider", "PostgreSql"), ("ConnectionStrings:Portal", database.ConnectionString), ("Jobs:Enabled", "false"));
        var storage = portal.Services.GetRequiredService<JobStorage>();
        var left = DateTime.UtcNow.AddSeconds(-seconds);
        await using (var db = await database.Contexts.CreateDbContextAsync(Cancelled))
            await db.Database.ExecuteSqlAsync($"INSERT INTO hangfire.lock (resource, updatecount, acquired) VALUES ('hangfire:recurring-jobs:lock', 1, {left})", Cancelled);

        using var connection = storage.GetConnection();
        var taken = Xunit.Record.Exception(() => connection.AcquireDistributedLock("recurring-jobs:lock", TimeSpan.Zero).Dispose()) is null;

        taken.ShouldBe(free);
    }
}
