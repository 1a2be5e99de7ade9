using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using OrcidPortal.Simulator;

namespace OrcidPortal.Tests.Simulator.Webhooks;

public sealed class WebhookClockTests
{
    [Fact]
    public async Task A_portal_that_does_not_use_the_simulator_does_not_open_its_state()
    {
        var folder = Directory.CreateTempSubdirectory("orcid-simulator");
        try
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" }).AddSimulator();
            builder.Logging.ClearProviders();
            builder.WebHost.UseTestServer();
            builder.Configuration.AddInMemoryCollection([new("Orcid:Environment", "Sandbox"), new("Simulator:StateFile", Path.Combine(folder.FullName, "state.json"))]);

            await using (var app = builder.Build())
            {
                await app.StartAsync(TestContext.Current.CancellationToken);
                await app.StopAsync(TestContext.Current.CancellationToken);
            }

            folder.GetFileSystemInfos().ShouldBeEmpty();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
