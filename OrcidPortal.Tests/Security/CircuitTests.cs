using System.Reflection;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Security;

/// <summary>What an open page may still do after its session ended.</summary>
public sealed class CircuitTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_a_circuit_the_current_user_is_the_circuits_and_is_gone_when_the_session_ends()
    {
        await using var database = await Databases.OpenAsync(Stop);
        var rooms = database.Compose(b => b.AddSecurity(), ("Security:Mode", "Demo"));
        var principal = await rooms.GetRequiredService<SignIns>().BeginAsync(new SignInFacts(DemoAccounts.Issuer, "admin", "Ada", null, [Roles.Admin], null), Stop);
        await using var circuit = rooms.CreateAsyncScope();
        var states = circuit.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        ((IHostEnvironmentAuthenticationStateProvider)states).SetAuthenticationState(Task.FromResult(new AuthenticationState(principal)));
        var current = circuit.ServiceProvider.GetRequiredService<CurrentUser>();

        var before = await current.GetAsync(Stop);
        var goodBefore = await LookAsync(states, principal);
        await rooms.GetRequiredService<Sessions>().EndAsync(principal, Stop);
        var after = await current.GetAsync(Stop);
        var goodAfter = await LookAsync(states, principal);

        before!.Roles.ShouldBe([Roles.Admin, Roles.Curator], ignoreOrder: true);
        after.ShouldBeNull();
        (goodBefore, goodAfter).ShouldBe((true, false));
    }

    [Fact]
    public async Task A_circuit_is_looked_at_every_minute_and_ends_when_its_account_is_removed()
    {
        await using var database = await Databases.OpenAsync(Stop);
        var rooms = database.Compose(b => b.AddSecurity(), ("Security:Mode", "Demo"));
        var principal = await rooms.GetRequiredService<SignIns>().BeginAsync(new SignInFacts(DemoAccounts.Issuer, "admin", "Ada", null, [Roles.Admin], null), Stop);
        await using var circuit = rooms.CreateAsyncScope();
        var states = circuit.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();

        await database.Transactions.RunAsync((db, ct) => db.Accounts.ExecuteDeleteAsync(ct), Stop);

        (await LookAsync(states, principal)).ShouldBeFalse();
        states.GetType().GetProperty("RevalidationInterval", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(states).ShouldBe(TimeSpan.FromMinutes(1));
    }

    /// <summary>What the framework asks each minute.</summary>
    private static Task<bool> LookAsync(AuthenticationStateProvider states, System.Security.Claims.ClaimsPrincipal principal) =>
        (Task<bool>)states.GetType().GetMethod("ValidateAuthenticationStateAsync", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(states, [new AuthenticationState(principal), Stop])!;
}
