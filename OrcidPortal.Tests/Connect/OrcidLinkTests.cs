using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Connect;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Tests.Connect;

/// <summary>The way to ORCID and back.</summary>
public sealed class OrcidLinkTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_connects_and_agreement_history_audit_and_plan_say_so()
    {
        await using var house = ConnectHouse.Open();
        var user = await house.UserAsync("p1");

        var result = await house.ConnectAsync(user, ConnectHouse.Josiah);

        result.ShouldBe(new FinishResult.Connected(user.Person!.Id, ConnectHouse.Josiah, ""));
        var connection = await house.ConnectionAsync(user);
        (connection.State, connection.Orcid, connection.NameAtOrcid, connection.NameCheckOpen).ShouldBe((ConnectionState.Connected, ConnectHouse.Josiah, "Josiah Carberry", false));
        connection.Scopes.ShouldContain("/activities/update");
        connection.FirstSyncConfirmedAt.ShouldBeNull();
        var agreement = await house.App.ReadAsync(db => db.Agreements.SingleAsync(Stop));
        (agreement.Kind, agreement.Orcid, agreement.TextVersion, agreement.Language).ShouldBe((AgreementKind.Connect, ConnectHouse.Josiah, Agreements.TextVersion, "en"));
        agreement.Preferences.ShouldBe("mode=Daily; works=All; fundings=yes; affiliations=yes; other-names=yes; keywords=no; countries=no; websites=yes; person-identifiers=yes; already-there=Leave");
        (await house.App.ReadAsync(db => db.History.SingleAsync(Stop))).AgreementId.ShouldBe(agreement.Id);
        (await house.App.ReadAsync(db => db.PlanRequests.CountAsync(r => r.PersonId == user.Person.Id && r.Cause == "connect", Stop))).ShouldBe(1);
        (await house.App.ReadAsync(db => db.Audit.CountAsync(a => a.Action == "connection.made", Stop))).ShouldBe(1);
        var access = await house.Tokens.OpenAsync(user.Person.Id, Stop);
        (await house.IsTokenGoodAsync(ConnectHouse.Josiah, access!.AccessToken)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_no_stores_nothing()
    {
        await using var house = ConnectHouse.Open();
        var user = await house.UserAsync("p1");

        var result = await house.FinishAsync(user, await house.WalkAsync(await house.StartAsync(user), ConnectHouse.Josiah, deny: true));

        result.ShouldBeOfType<FinishResult.Denied>();
        await NothingIsStoredAsync(house);
    }

    [Fact]
    public async Task A_state_is_good_once_under_many_parallel_callbacks()
    {
        await using var house = ConnectHouse.Open();
        var user = await house.UserAsync("p1");
        var back = await house.WalkAsync(await house.StartAsync(user), ConnectHouse.Josiah);

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => house.FinishAsync(user, back))));

        results.Count(r => r is FinishResult.Connected).ShouldBe(1);
        results.Count(r => r is FinishResult.StateUsed).ShouldBe(49);
        (await house.CallsAsync("/oauth/token")).ShouldBe(1);
    }

    [Fact]
    public async Task After_ten_minutes_the_way_back_is_closed()
    {
        await using var house = ConnectHouse.Open();
        var user = await house.UserAsync("p1");
        var back = await house.WalkAsync(await house.StartAsync(user), ConnectHouse.Josiah);
        house.Clock.Advance(TimeSpan.FromMinutes(10));

        var result = await house.FinishAsync(user, back);

        result.ShouldBeOfType<FinishResult.StateExpired>();
        await NothingIsStoredAsync(house);
    }

    [Fact]
    public async Task Another_browser_or_account_or_a_made_up_state_is_refused_and_the_right_one_still_works()
    {
        await using var house = ConnectHouse.Open();
        var user = await house.UserAsync("p1");
        var other = await house.UserAsync("p2");
        var back = await house.WalkAsync(await house.StartAsync(user), ConnectHouse.Josiah);

        var otherBrowser = await house.FinishAsync(user, back, browser: "another-value-another-value-another-value-x");
        var noCookie = await house.FinishAsync(user, back, browser: "");
        var otherAccount = await house.FinishAsync(other, back);
        var noPerson = await house.FinishAsync(user with { Person = null }, back);
        var madeUp = await house.FinishAsync(user, back with { State = "CfDJ8" + new string('x', 100) });
        var missing = await house.FinishAsync(user, back with { State = null });
        var calls = await house.CallsAsync("/oauth/token");
        var right = await house.FinishAsync(user, back);

        foreach (var refused in (FinishResult[])[otherBrowser, noCookie, otherAccount, noPerson, madeUp, missing]) refused.ShouldBeOfType<FinishResult.StateInvalid>();
        calls.ShouldBe(0);
        right.ShouldBeOfType<FinishResult.Connected>();
    }

    [Fact]
    public async Task An_iD_that_is_somebody_elses_is_refused_and_its_token_given_back()
    {
        await using var house = ConnectHouse.Open();
        var first = await house.UserAsync("p1");
        var second = await house.UserAsync("p2");
        await house.ConnectAsync(first, ConnectHouse.Josiah);

        var result = await house.ConnectAsync(second, ConnectHouse.Josiah);

        result.ShouldBeOfType<FinishResult.TakenByAnother>();
        (await house.App.ReadAsync(db => db.Connections.Where(c => c.PersonId == second.Person!.Id).CountAsync(Stop))).ShouldBe(0);
        (await house.CallsAsync("/oauth/revoke")).ShouldBe(1);
        (await house.App.ReadAsync(db => db.Revocations.CountAsync(Stop))).ShouldBe(0);
        var access = await house.Tokens.OpenAsync(first.Person!.Id, Stop);
        (await house.IsTokenGoodAsync(ConnectHouse.Josiah, access!.AccessToken)).ShouldBeTrue();
    }

    [Fact]
    public async Task Another_iD_while_one_is_connected_is_refused_and_possible_after_disconnecting()
    {
        await using var house = ConnectHouse.Open();
        var user = await house.UserAsync("p1");
        await house.ConnectAsync(user, ConnectHouse.Josiah);

        var refused = await house.ConnectAsync(user, ConnectHouse.Laure);
        await house.Link.DisconnectAsync(user.Person!.Id, user.Actor, Stop);
        var allowed = await house.ConnectAsync(user, ConnectHouse.Laure);

        refused.ShouldBe(new FinishResult.OtherIdThanBefore(ConnectHouse.Josiah));
        allowed.ShouldBeOfType<FinishResult.Connected>();
        var connection = await house.ConnectionAsync(user);
        (connection.Orcid, connection.NameCheckOpen).ShouldBe((ConnectHouse.Laure, true));
    }

    [Fact]
    public async Task Connecting_again_replaces_the_token_gives_the_old_one_back_and_keeps_the_confirmed_first_sync()
    {
        await using var house = ConnectHouse.Open();
        var user = await house.UserAsync("p1");
        await house.ConnectAsync(user, ConnectHouse.Josiah);
        var old = (await house.Tokens.OpenAsync(user.Person!.Id, Stop))!.AccessToken;
        var confirmedAt = house.Clock.GetUtcNow();
        await Transactions(house).RunAsync(async (db, ct) => (await db.Connections.SingleAsync(ct)).FirstSyncConfirmedAt = confirmedAt, Stop);

        await house.ConnectAsync(user, ConnectHouse.Josiah);

        var access = (await house.Tokens.OpenAsync(user.Person.Id, Stop))!;
        (await house.IsTokenGoodAsync(ConnectHouse.Josiah, old)).ShouldBeFalse();
        (await house.IsTokenGoodAsync(ConnectHouse.Josiah, access.AccessToken)).ShouldBeTrue();
        (await house.ConnectionAsync(user)).FirstSyncConfirmedAt.ShouldBe(confirmedAt);
        (await house.App.ReadAsync(db => db.Agreements.CountAsync(Stop))).ShouldBe(2);
    }

    [Fact]
    public async Task A_registry_that_does_not_answer_stores_nothing_and_beginning_again_works()
    {
        await using var house = ConnectHouse.Open();
        var user = await house.UserAsync("p1");
        var back = await house.WalkAsync(await house.StartAsync(user), ConnectHouse.Josiah);
        await house.ControlAsync("faults", new { path = "/oauth/token", cutBefore = true });

        var result = await house.FinishAsync(user, back);
        var stored = await house.App.ReadAsync(db => db.Connections.CountAsync(Stop));
        var again = await house.ConnectAsync(user, ConnectHouse.Josiah);

        result.ShouldBeOfType<FinishResult.Unreachable>();
        stored.ShouldBe(0);
        again.ShouldBeOfType<FinishResult.Connected>();
    }

    [Fact]
    public async Task A_made_up_code_is_refused_in_ORCIDs_words()
    {
        await using var house = ConnectHouse.Open();
        var user = await house.UserAsync("p1");
        var back = await house.WalkAsync(await house.StartAsync(user), ConnectHouse.Josiah);

        var result = await house.FinishAsync(user, back with { Code = "XXXXXX" });

        result.ShouldBeOfType<FinishResult.RefusedByOrcid>().Message.ShouldNotContain("XXXXXX");
        await NothingIsStoredAsync(house);
    }

    [Fact]
    public async Task Fewer_permissions_than_asked_for_are_kept_and_told()
    {
        await using var house = ConnectHouse.Open();
        var user = await house.UserAsync("p1");

        var result = await house.ConnectAsync(user, ConnectHouse.Josiah, scope: "/read-limited");

        result.ShouldBeOfType<FinishResult.Connected>().MissingScopes.ShouldBe("/activities/update /person/update");
        (await house.Tokens.OpenAsync(user.Person!.Id, Stop))!.Allows("/activities/update").ShouldBeFalse();
    }

    [Fact]
    public async Task Two_people_who_connect_one_iD_at_the_same_moment_do_not_both_get_it()
    {
        await using var house = ConnectHouse.Open();
        var first = await house.UserAsync("p1");
        var second = await house.UserAsync("p2");
        var ways = new[]
        {
            (User: first, Back: await house.WalkAsync(await house.StartAsync(first), ConnectHouse.Josiah)),
            (User: second, Back: await house.WalkAsync(await house.StartAsync(second), ConnectHouse.Josiah)),
        };

        var results = await Task.WhenAll(ways.Select(w => Task.Run(() => house.FinishAsync(w.User, w.Back))));

        results.Count(r => r is FinishResult.Connected).ShouldBe(1);
        results.Count(r => r is FinishResult.TakenByAnother).ShouldBe(1);
    }

    private static OrcidPortal.Data.Transactions Transactions(ConnectHouse house) => house.App.Services.GetRequiredService<OrcidPortal.Data.Transactions>();

    private static async Task NothingIsStoredAsync(ConnectHouse house)
    {
        (await house.App.ReadAsync(db => db.Connections.CountAsync(Stop))).ShouldBe(0);
        (await house.App.ReadAsync(db => db.Agreements.CountAsync(Stop))).ShouldBe(0);
        (await house.App.ReadAsync(db => db.Revocations.CountAsync(Stop))).ShouldBe(0);
    }
}
