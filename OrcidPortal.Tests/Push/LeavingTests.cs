using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Push;

/// <summary>Disconnecting with removal: what was sent goes first, the permission last.</summary>
public sealed class LeavingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task All_that_was_sent_is_removed_at_once_and_then_the_permission_is_given_back(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        await house.SaveAsync(60);
        await house.PushAsync();
        var kept = (await house.ItemsAsync())[0];
        await house.Services.GetRequiredService<SyncItems>().ExcludeAsync(kept.Id, house.Ada.Id, null, PushHouse.Curator, Cancellation);

        (await LeaveAsync(house)).ShouldBeOfType<DisconnectResult.Removing>();
        await house.PushAsync();

        (await house.Registry.WorksAsync(house.Orcid)).ShouldBeEmpty();
        var connection = await house.Database.ReadAsync(db => db.Connections.AsNoTracking().SingleAsync(Cancellation));
        (connection.State, connection.Orcid, connection.SealedAccessToken).ShouldBe((ConnectionState.Disconnected, (string?)null, (string?)null));
        (await house.ItemsAsync()).ShouldAllBe(i => i.PutCode == null && i.State == SyncState.NotChosen);
        (await house.HistoryAsync()).Count(h => h is { Operation: SyncOperation.Remove, Outcome: HistoryOutcome.Done }).ShouldBe(60);
    }

    [Fact]
    public async Task While_ORCID_is_down_the_permission_is_kept_and_nothing_is_added()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(2);
        await house.PushAsync();
        await LeaveAsync(house);
        await house.SaveAsync(house.Draft(3));
        await house.Registry.FaultAsync(new { method = "DELETE", status = 503 });

        await house.PushAsync();

        (await StateAsync(house)).ShouldBe(ConnectionState.Disconnecting);
        house.Clock.Advance(TimeSpan.FromMinutes(10));
        await house.PushAsync();
        (await house.Registry.WorksAsync(house.Orcid)).ShouldBeEmpty();
        (await StateAsync(house)).ShouldBe(ConnectionState.Disconnected);
    }

    [Fact]
    public async Task Who_has_nothing_there_leaves_with_the_next_push_and_who_never_confirmed_at_once()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        (await LeaveAsync(house)).ShouldBeOfType<DisconnectResult.Removing>();
        await house.PushAsync();
        (await StateAsync(house)).ShouldBe(ConnectionState.Disconnected);

        await using var other = await PushHouse.OpenAsync(DatabaseProvider.Sqlite, confirmed: false);
        (await LeaveAsync(other)).ShouldBeOfType<DisconnectResult.Done>();
        (await LeaveAsync(other)).ShouldBeOfType<DisconnectResult.NotConnected>();
    }

    private static Task<DisconnectResult> LeaveAsync(PushHouse house) => house.Services.GetRequiredService<OrcidLink>().RemoveAndDisconnectAsync(house.Ada.Id, PushHouse.Curator, Cancellation);

    private static async Task<ConnectionState> StateAsync(PushHouse house) => (await house.Database.ReadAsync(db => db.Connections.AsNoTracking().SingleAsync(Cancellation))).State;
}
