using System.Net;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Observability;

/// <summary>What a load balancer asks.</summary>
public sealed class HealthTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Anybody_may_ask_and_is_told_one_word()
    {
        await using var app = new PortalApp();
        using var stranger = app.Browser();

        var alive = await stranger.GetStringAsync("/healthz", Stop);
        var ready = await stranger.GetStringAsync("/readyz", Stop);

        alive.ShouldBe("Healthy");
        ready.ShouldBe("Healthy");
    }

    [Fact]
    public async Task A_database_of_an_older_version_is_alive_but_not_ready()
    {
        await using var app = new PortalApp();
        using var stranger = app.Browser();
        await using (var db = await app.Contexts.CreateDbContextAsync(Stop))
            await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsHistory", Stop);

        using var alive = await stranger.GetAsync("/healthz", Stop);
        using var ready = await stranger.GetAsync("/readyz", Stop);

        alive.StatusCode.ShouldBe(HttpStatusCode.OK);
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task It_works_in_Production_too()
    {
        var keys = Directory.CreateTempSubdirectory("orcidportal-keys-");
        await using var app = new PortalApp("Production",
            ("Security:Mode", "Entra"), ("AzureAd:Instance", "https://login.example.org/"), ("AzureAd:TenantId", "tenant"), ("AzureAd:ClientId", "client"), ("Security:KeyFolder", keys.FullName),
            ("Orcid:Environment", "Production"), ("Orcid:ClientId", "APP-0000000000000000"), ("Orcid:ClientSecret", "secret"));
        using var stranger = app.Browser(https: true);

        using var ready = await stranger.GetAsync("/readyz", Stop);
        using var demo = await stranger.GetAsync("/signin/demo/admin", Stop);
        using var home = await stranger.GetAsync("/", Stop);

        ready.StatusCode.ShouldBe(HttpStatusCode.OK);
        demo.Headers.TryGetValues("Set-Cookie", out _).ShouldBeFalse();
        demo.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        home.Headers.Location!.AbsolutePath.ShouldBe("/signin");
        keys.Delete(recursive: true);
    }
}
