using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Remote;
using OrcidPortal.Simulator;
using OrcidPortal.Tests.Infrastructure;
using OrcidPortal.Tests.Push;

namespace OrcidPortal.Tests.Remote;

public sealed class WorksReaderTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_reading_replaces_what_was_known_of_others_and_confirms_what_is_ours(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        for (var i = 0; i < 5; i++) await house.Registry.AddWorkAsync(house.Orcid, $"Theirs {i}", $"10.5555/theirs.{i}", "2019-05");
        await house.Registry.AddWorkAsync(house.Orcid, "Ours", "10.5555/ours", "2018", SimulatorClient.PortalId);
        await house.SaveAsync(1);
        await house.PushAsync();

        var first = await ReadAsync(house);
        await house.Registry.RemoveWorkAsync(house.Orcid, (await house.Registry.WorksAsync(house.Orcid)).First(w => w.Title == "Theirs 3").PutCode);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await ReadAsync(house);

        first.ShouldBe(new ReadOutcome.Complete(2, 5));
        second.ShouldBe(new ReadOutcome.Complete(2, 4));
        var foreign = await house.Database.ReadAsync(db => db.ForeignCopies.AsNoTracking().ToListAsync());
        foreign.Select(c => c.Title).Order().ShouldBe(["Theirs 0", "Theirs 1", "Theirs 2", "Theirs 4"]);
        foreign.ShouldAllBe(c => c.SourceName == "Crossref" && c.Year == 2019 && c.SelfKeys.Count == 1);
        var ours = await house.Database.ReadAsync(db => db.RemoteCopies.AsNoTracking().ToListAsync());
        ours.ShouldAllBe(c => c.ConfirmedAt == house.Clock.GetUtcNow() && c.MissingSince == null);
        ours.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_reading_that_fails_changes_nothing()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(2);
        await house.PushAsync();
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.Registry.FaultAsync(new { method = "GET", status = 200, body = "<html>Welcome to our proxy</html>" });

        var outcome = await ReadAsync(house);

        outcome.ShouldBeOfType<ReadOutcome.Failed>();
        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 2 });
        (await house.Database.ReadAsync(db => db.RemoteCopies.CountAsync(c => c.MissingSince == null))).ShouldBe(2);
        (await house.HistoryAsync()).Last().ShouldSatisfyAllConditions(h => h.Operation.ShouldBe(SyncOperation.Read), h => h.Outcome.ShouldBe(HistoryOutcome.Failed));
    }

    [Fact]
    public async Task A_put_code_of_another_iD_is_never_taken_along()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(2);
        await house.PushAsync();
        var other = await house.Registry.AddPersonAsync("Ada", "King");
        await house.Database.Transactions.RunAsync(async (db, ct) =>
        {
            var connection = await db.Connections.SingleAsync(ct);
            connection.Orcid = other;
            connection.SealedAccessToken = new OrcidPortal.Connect.TokenSeal(house.Services.GetRequiredService<Microsoft.AspNetCore.DataProtection.IDataProtectionProvider>()).Close(house.Ada.Id, house.Registry.Grant(other));
        }, TestContext.Current.CancellationToken);

        await ReadAsync(house);
        await house.PushAsync();
        await house.PushAsync();

        (await house.Registry.WorksAsync(other)).Count.ShouldBe(2);
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works"]);
        var codes = (await house.Registry.WorksAsync(other)).Select(w => (long?)w.PutCode).ToList();
        (await house.ItemsAsync()).ShouldAllBe(i => codes.Contains(i.PutCode) && i.State == SyncState.InSync);
    }

    private static Task<ReadOutcome?> ReadAsync(PushHouse house) => house.Services.GetRequiredService<FirstRead>().ReadAsync(house.Ada.Id, TestContext.Current.CancellationToken);
}
