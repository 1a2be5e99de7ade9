using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Commands;

public sealed class DemoSeedTests
{
    [Fact]
    public async Task A_demo_that_cannot_be_prepared_is_a_warning_and_the_portal_is_ready()
    {
        await using var app = new PortalApp(("Demo:Seed", "true"), ("Jobs:Enabled", "false"))
        {
            Change = services => services.AddSingleton<People>(_ => throw new InvalidOperationException("broken on purpose")),
        };
        using var browser = app.Browser();

        var ready = HttpStatusCode.ServiceUnavailable;
        for (var asked = 0; asked < 2000 && ready != HttpStatusCode.OK; asked++)
        {
            using var answer = await browser.GetAsync("/readyz", TestContext.Current.CancellationToken);
            ready = answer.StatusCode;
        }
        using var alive = await browser.GetAsync("/healthz", TestContext.Current.CancellationToken);

        ready.ShouldBe(HttpStatusCode.OK);
        alive.StatusCode.ShouldBe(HttpStatusCode.OK);
        app.Log.ShouldContain(l => l.StartsWith("Warning", StringComparison.Ordinal) && l.Contains("broken on purpose", StringComparison.Ordinal));
    }
}
