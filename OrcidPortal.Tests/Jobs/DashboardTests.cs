using System.Net;
using OrcidPortal.Jobs;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Jobs;

public sealed class DashboardTests
{
    [Theory]
    [InlineData("admin", HttpStatusCode.OK)]
    [InlineData("curator", HttpStatusCode.Forbidden)]
    [InlineData("researcher", HttpStatusCode.Forbidden)]
    public async Task It_is_for_admins_only(string account, HttpStatusCode status)
    {
        await using var portal = new PortalApp(("Jobs:Enabled", "false"));
        using var browser = await portal.SignedInAsync(account);

        using var answer = await browser.GetAsync("/hangfire", TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData("/hangfire/recurring", HttpStatusCode.OK)]
    [InlineData("/hangfire/nothing-there", HttpStatusCode.NotFound)]
    public async Task Its_pages_are_found_under_its_path(string path, HttpStatusCode status)
    {
        await using var portal = new PortalApp(("Jobs:Enabled", "false"));
        using var browser = await portal.SignedInAsync("admin");

        using var answer = await browser.GetAsync(path, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Nobody_comes_in_without_signing_in_also_not_from_the_same_machine()
    {
        await using var portal = new PortalApp(("Jobs:Enabled", "false"));
        using var browser = portal.Browser();

        using var answer = await browser.GetAsync("/hangfire", TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData(5, "*/5 * * * * *")]
    [InlineData(60, "*/1 * * * *")]
    [InlineData(600, "*/10 * * * *")]
    [InlineData(3600, "0 * * * *")]
    public void The_timetable_counts_in_seconds_then_in_minutes(int seconds, string cron) => Timetable.EverySeconds(seconds).ShouldBe(cron);
}
