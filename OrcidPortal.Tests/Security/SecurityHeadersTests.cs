using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Security;

/// <summary>The headers of every answer.</summary>
public sealed class SecurityHeadersTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/signin/demo")]
    [InlineData("/healthz")]
    [InlineData("/nothing-here")]
    [InlineData("/api/v1/stats")]
    [InlineData("/portal.css")]
    public async Task Foreign_scripts_frames_and_referrers_are_kept_out(string path)
    {
        await using var app = new PortalApp();
        using var browser = await app.SignedInAsync("curator");

        using var answer = await browser.GetAsync(path, Stop);

        var policy = string.Join(", ", answer.Headers.GetValues("Content-Security-Policy"));
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldContain("form-action 'self';");
        policy.ShouldContain("connect-src 'self' ws://localhost;");
        policy.ShouldNotContain("unsafe-eval");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
        answer.Headers.Contains("Permissions-Policy").ShouldBeTrue();
    }

    [Fact]
    public async Task Forms_may_lead_to_the_registry_of_the_settings()
    {
        await using var app = new PortalApp(("Orcid:Environment", "Sandbox"), ("Orcid:ClientId", "APP-0000000000000000"), ("Orcid:ClientSecret", "secret"));
        using var browser = app.Browser();

        using var answer = await browser.GetAsync("/signin/demo", Stop);

        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("form-action 'self' https://sandbox.orcid.org;");
    }

    [Fact]
    public async Task Pages_hold_no_script_of_their_own()
    {
        await using var app = new PortalApp();
        using var browser = await app.SignedInAsync("curator");

        var page = await browser.GetStringAsync("/", Stop);

        System.Text.RegularExpressions.Regex.Count(page, "<script(?![^>]*src=)").ShouldBe(0);
        page.ShouldNotContain("onclick=");
    }
}
