using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Tests.Connect;

/// <summary>Giving the permission back, and losing it.</summary>
public sealed class DisconnectTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Disconnecting_revokes_at_ORCID_and_forgets_the_token()
    {
        await using var house = ConnectHouse.Open();
        var user = await house.UserAsync("p1");
        await house.ConnectAsync(user, ConnectHouse.Josiah);
        var token = (await house.Tokens.OpenAsync(user.Person!.Id, Stop))!.AccessToken;

        var result = await house.Link.DisconnectAsync(user.Person.Id, user.Actor, Stop);
        var again = await house.Link.DisconnectAsync(user.Person.Id, user.Actor, Stop);

        result.ShouldBe(new DisconnectResult.Done(RevokedAtOrcid: true));
        again.ShouldBeOfType<DisconnectResult.NotConnected>();
        (await house.IsTokenGoodAsync(ConnectHouse.Josiah, token)).ShouldBeFalse();
        var connection = await house.ConnectionAsync(user);
        (connection.State, connection.Orcid, connection.LastOrcid, connection.SealedAccessToken, connection.SealedRefreshToken)
            .ShouldBe((ConnectionState.Disconnected, null, ConnectHouse.Josiah, null, null));
        (await house.Tokens.OpenAsync(user.Person.Id, Stop)).ShouldBeNull();
        (await house.App.ReadAsync(db => db.Agreements.Where(a => a.Kind == AgreementKind.Disconnect).CountAsync(Stop))).ShouldBe(1);
        (await house.App.ReadAsync(db => db.PlanRequests.CountAsync(r => r.Cause == "disconnect", Stop))).ShouldBe(1);
        (await house.App.ReadAsync(db => db.Revocations.CountAsync(Stop))).ShouldBe(0);
    }

    [Fact]
    public async Task While_ORCID_is_down_the_revocation_is_tried_again_until_it_works()
    {
        await using var house = ConnectHouse.Open();
        var user = await house.UserAsync("p1");
        await house.ConnectAsync(user, ConnectHouse.Josiah);
        var token = (await house.Tokens.OpenAsync(user.Person!.Id, Stop))!.AccessToken;
        await house.ControlAsync("faults", new { path = "/oauth/revoke", status = 503, count = 2 });

        var result = await house.Link.DisconnectAsync(user.Person.Id, user.Actor, Stop);
        var tooEarly = await house.Revocations.RunDueAsync(Stop);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        var stillDown = await house.Revocations.RunDueAsync(Stop);
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        var up = await house.Revocations.RunDueAsync(Stop);

        result.ShouldBe(new DisconnectResult.Done(RevokedAtOrcid: false));
        (tooEarly, stillDown, up).ShouldBe((0, 0, 1));
        (await house.ConnectionAsync(user)).SealedAccessToken.ShouldBeNull();
        (await house.IsTokenGoodAsync(ConnectHouse.Josiah, token)).ShouldBeFalse();
        (await house.App.ReadAsync(db => db.Revocations.CountAsync(Stop))).ShouldBe(0);
    }

    [Fact]
    public async Task After_seven_days_the_copy_for_the_revocation_is_dropped_and_the_audit_says_so()
    {
        await using var house = ConnectHouse.Open();
        var user = await house.UserAsync("p1");
        await house.ConnectAsync(user, ConnectHouse.Josiah);
        await house.ControlAsync("faults", new { path = "/oauth/revoke", status = 503, count = 1000 });
        await house.Link.DisconnectAsync(user.Person!.Id, user.Actor, Stop);

        house.Clock.Advance(TimeSpan.FromDays(7));
        await house.Revocations.RunDueAsync(Stop);
        var kept = await house.App.ReadAsync(db => db.Revocations.CountAsync(Stop));
        house.Clock.Advance(TimeSpan.FromHours(7));
        await house.Revocations.RunDueAsync(Stop);

        kept.ShouldBe(1);
        (await house.App.ReadAsync(db => db.Revocations.CountAsync(Stop))).ShouldBe(0);
        (await house.App.ReadAsync(db => db.Audit.CountAsync(a => a.Action == "token.dropped", Stop))).ShouldBe(1);
    }

    [Fact]
    public async Task A_rejected_token_is_told_once_and_is_not_opened_again()
    {
        await using var house = ConnectHouse.Open();
        var user = await house.UserAsync("p1");
        await house.ConnectAsync(user, ConnectHouse.Josiah);

        for (var i = 0; i < 2; i++)
            await house.App.Services.GetRequiredService<Transactions>().RunAsync((db, ct) => house.Tokens.RejectedAsync(db, user.Person!.Id, "ORCID no longer accepts the permission.", ct), Stop);

        (await house.ConnectionAsync(user)).State.ShouldBe(ConnectionState.TokenRejected);
        (await house.Tokens.OpenAsync(user.Person!.Id, Stop)).ShouldBeNull();
        (await house.App.ReadAsync(db => db.History.CountAsync(h => h.Operation == SyncOperation.Disconnect, Stop))).ShouldBe(1);
        (await house.App.ReadAsync(db => db.PlanRequests.CountAsync(r => r.Cause == "token rejected", Stop))).ShouldBe(1);
        (await house.ConnectAsync(user, ConnectHouse.Josiah)).ShouldBeOfType<FinishResult.Connected>();
    }

    [Fact]
    public async Task Without_its_keys_a_token_counts_as_rejected_and_disconnecting_still_works()
    {
        await using var house = ConnectHouse.Open();
        var user = await house.UserAsync("p1");
        var other = await house.UserAsync("p2", "Laure", "Haak");
        await house.ConnectAsync(user, ConnectHouse.Josiah);
        await house.ConnectAsync(other, ConnectHouse.Laure);
        // Somebody swaps the sealed tokens of two people in the database: each opens for its own person only.
        await house.App.Services.GetRequiredService<Transactions>().RunAsync(async (db, ct) =>
        {
            var (first, second) = (await db.Connections.SingleAsync(c => c.PersonId == user.Person!.Id, ct), await db.Connections.SingleAsync(c => c.PersonId == other.Person!.Id, ct));
            (first.SealedAccessToken, second.SealedAccessToken) = (second.SealedAccessToken, "not even sealed");
        }, Stop);

        var swapped = await house.Tokens.OpenAsync(user.Person!.Id, Stop);
        var broken = await house.Tokens.OpenAsync(other.Person!.Id, Stop);
        var disconnected = await house.Link.DisconnectAsync(other.Person.Id, other.Actor, Stop);

        (swapped, broken).ShouldBe((null, null));
        (await house.ConnectionAsync(user)).State.ShouldBe(ConnectionState.TokenRejected);
        disconnected.ShouldBeOfType<DisconnectResult.Done>();
    }

    [Fact]
    public async Task No_token_in_clear_is_in_the_database_the_log_or_the_text_of_a_value()
    {
        await using var house = ConnectHouse.Open();
        var user = await house.UserAsync("p1");
        await house.ConnectAsync(user, ConnectHouse.Josiah);
        var access = (await house.Tokens.OpenAsync(user.Person!.Id, Stop))!;
        await house.ControlAsync("faults", new { path = "/oauth/revoke", status = 400, body = $$"""{"error":"x","error_description":"Invalid access token: {{access.AccessToken}}"}""" });
        await house.Link.DisconnectAsync(user.Person.Id, user.Actor, Stop);

        var database = await DumpAsync(house);

        database.Length.ShouldBeGreaterThan(10_000);
        database.ShouldNotContain(access.AccessToken);
        house.App.Log.ShouldNotBeEmpty();
        house.App.Log.ShouldNotContain(line => line.Contains(access.AccessToken));
        access.ToString().ShouldNotContain(access.AccessToken);
    }

    /// <summary>Every byte of the database file and its log, as text.</summary>
    private static async Task<string> DumpAsync(ConnectHouse house)
    {
        var text = new System.Text.StringBuilder();
        foreach (var file in house.App.Folder.GetFiles("portal.db*"))
        {
            await using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            text.Append(await reader.ReadToEndAsync(Stop));
        }
        return text.ToString();
    }
}
