using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Simulator.Store;
using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.OAuth;

/// <summary>What a person can leave out, and who cannot be asked.</summary>
public sealed class ConsentTests
{
    [Theory]
    [InlineData("share", "/authenticate /email/read-private")]
    [InlineData(null, "/authenticate")]
    public async Task E_mail_addresses_have_a_tick_of_their_own(string? tick, string given)
    {
        await using var server = await StartAsync();
        var path = Journey.AuthorizePath("/authenticate /email/read-private");
        var cookie = await server.SignInAsync(Laure);

        var page = await server.OpenAsync(path, cookie);
        var back = await server.FormAsync("oauth/authorize", cookie, [("query", path["oauth/authorize".Length..]), ("decision", "authorize"), .. tick is null ? [] : new[] { ("email", tick) }]);

        page.Body.ShouldContain("<input type=\"checkbox\" id=\"email\" name=\"email\" value=\"share\" checked>");
        (await server.ExchangeAsync(Journey.CodeIn(back))).GetProperty("scope").GetString().ShouldBe(given);
    }

    [Fact]
    public async Task Who_leaves_out_the_only_thing_asked_for_has_said_no()
    {
        await using var server = await StartAsync();
        var path = Journey.AuthorizePath("/email/read-private");

        var back = await server.FormAsync("oauth/authorize", await server.SignInAsync(Laure), ("query", path["oauth/authorize".Length..]), ("decision", "authorize"));

        back.Location!.ShouldContain("error=access_denied");
    }

    [Fact]
    public async Task A_challenge_of_PKCE_is_accepted_and_ignored()
    {
        await using var server = await StartAsync();
        await server.ControlAsync("POST", "consent", new { orcid = Laure });

        var back = await server.OpenAsync(Journey.AuthorizePath(more: "&code_challenge=x&code_challenge_method=S256"));

        (await server.ExchangeAsync(Journey.CodeIn(back))).GetProperty("orcid").GetString().ShouldBe(Laure);
    }

    [Theory]
    [InlineData(nameof(RecordStanding.Locked), "This account is locked.")]
    [InlineData(nameof(RecordStanding.Deactivated), "This account is deactivated.")]
    [InlineData(nameof(RecordStanding.Deprecated), $"This account is deprecated. Please sign in as {Josiah}.")]
    public async Task An_account_that_was_stopped_cannot_sign_in_nor_stay_signed_in(string standing, string words)
    {
        await using var server = await StartAsync();
        var cookie = await server.SignInAsync(Laure);
        server.Services.GetRequiredService<Registry>().Run(state => state.Save(state.FindPerson(Laure)! with { Standing = Enum.Parse<RecordStanding>(standing), PrimaryOrcid = Josiah }));

        var signIn = await server.FormAsync("oauth/signin", null, ("query", ""), ("username", Laure), ("password", "simulator"));
        var page = await server.OpenAsync(Journey.AuthorizePath(), cookie);

        (signIn.Status, signIn.SetCookie).ShouldBe((400, null));
        signIn.Body.ShouldContain(words);
        page.Body.ShouldContain("id=\"username\"");
        page.Body.ShouldNotContain(Laure);
    }
}
