using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Remote;
using OrcidPortal.Tests.Push;

namespace OrcidPortal.Tests.Remote;

public sealed class ConnectionTransitionsTests
{
    [Fact]
    public async Task A_locked_record_blocks_and_is_tried_again_after_a_week()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(2);
        await house.Registry.FaultAsync(new { method = "POST", status = 409, body = Error(409, 9018, "The record is locked") });

        await house.PushAsync();
        var locked = await house.ItemsAsync();
        house.Clock.Advance(TimeSpan.FromDays(6));
        await WeekAsync(house);
        var early = await house.Registry.WritesAsync(house.Orcid);
        house.Clock.Advance(TimeSpan.FromDays(1));
        await WeekAsync(house);

        locked.ShouldAllBe(i => i.State == SyncState.Blocked && i.BlockReason == BlockReason.RecordLocked && i.Attempts == 0);
        early.Count.ShouldBe(1);
        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 2 });
    }

    [Fact]
    public async Task A_missing_permission_blocks_until_the_person_grants_it()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.Registry.FaultAsync(new { method = "POST", status = 403, body = Error(403, 9038, "Insufficient scope") });

        await house.PushAsync();
        await house.PushAsync();

        (await house.ItemAsync()).BlockReason.ShouldBe(BlockReason.MissingScope);
        (await house.Registry.WritesAsync(house.Orcid)).Count.ShouldBe(1);
        (await ConnectionAsync(house)).Scopes.ShouldBe("/read-limited");
    }

    [Fact]
    public async Task A_merged_record_is_followed_and_its_first_sync_confirmed_anew()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        var other = await house.Registry.AddPersonAsync("Ada", "King");
        await house.Registry.FaultAsync(new { method = "POST", status = 409, body = Error(409, 9007, $"409 Conflict: The resource was deprecated, use https://sandbox.orcid.org/{other}, not https://sandbox.orcid.org/{house.Orcid}") });

        await house.PushAsync();
        await house.PushAsync();

        var connection = await ConnectionAsync(house);
        (connection.Orcid == other || connection.State == ConnectionState.TokenRejected).ShouldBeTrue();
        (await house.Registry.WritesAsync(other)).ShouldBeEmpty();
        (await house.Registry.WorksAsync(other)).ShouldBeEmpty();
        (await house.ItemAsync()).State.ShouldBeOneOf(SyncState.AwaitingApproval, SyncState.Blocked);
    }

    [Fact]
    public async Task What_a_call_with_an_older_token_met_says_nothing_about_the_new_one()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        var transitions = house.Services.GetRequiredService<ConnectionTransitions>();
        var access = (await house.Services.GetRequiredService<OrcidPortal.Connect.Tokens>().OpenAsync(house.Ada.Id, TestContext.Current.CancellationToken))!;

        var sentence = await house.Database.Transactions.RunAsync(
            (db, ct) => transitions.ApplyAsync(db, access, new OrcidPortal.OrcidApi.OrcidResult.TokenRejected(), "/activities/update", PushHouse.Start.AddMinutes(-1), ct),
            TestContext.Current.CancellationToken);

        sentence.ShouldBeNull();
        (await ConnectionAsync(house)).State.ShouldBe(ConnectionState.Connected);
    }

    private static async Task WeekAsync(PushHouse house)
    {
        await house.Services.GetRequiredService<LockedRecords>().RecheckAsync(TestContext.Current.CancellationToken);
        await house.PushAsync();
    }

    private static Task<Connection> ConnectionAsync(PushHouse house) => house.Database.ReadAsync(db => db.Connections.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken));

    private static string Error(int status, int code, string text) =>
        $$"""{"response-code":{{status}},"developer-message":"{{text}}","user-message":"{{text}}","error-code":{{code}},"more-info":""}""";
}
