using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Tests.OrcidApi;

public sealed class OrcidOptionsTests
{
    private static readonly OrcidId Orcid = OrcidId.Parse("0000-0002-1825-0097");

    [Fact]
    public void Without_settings_the_simulator_is_used_with_its_own_client()
    {
        var options = Options([]);

        options.Environment.ShouldBe(OrcidEnvironment.Simulator);
        options.ClientId.ShouldBe("APP-ORCIDPORTALDEMO1");
        options.ClientSecret.ShouldBe("simulator-secret");
        options.EnvironmentName.ShouldBe("Simulator");
        options.RequestsPerSecond.ShouldBe(24);
        options.CallTimeout.ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("Sandbox")]
    [InlineData("Production")]
    public void A_real_registry_without_credentials_stops_the_start_and_names_the_keys(string environment)
    {
        var failure = Should.Throw<OptionsValidationException>(() => Options([("Orcid:Environment", environment)]));

        failure.Failures.Count().ShouldBe(2);
        failure.Message.ShouldContain("Orcid:ClientId");
        failure.Message.ShouldContain("Orcid:ClientSecret");
    }

    [Fact]
    public void A_custom_registry_needs_its_three_addresses()
    {
        var failure = Should.Throw<OptionsValidationException>(() => Options(
            [("Orcid:Environment", "Custom"), ("Orcid:ClientId", "APP-1"), ("Orcid:ClientSecret", "s"), ("Orcid:ApiUrl", "api.example.org")]));

        failure.Message.ShouldContain("Orcid:OAuthUrl");
        failure.Message.ShouldContain("Orcid:PublicUrl");
        failure.Message.ShouldContain("'api.example.org' is not an http or https address");
    }

    [Theory]
    [InlineData("Production", "https://orcid.org/oauth/", "https://api.orcid.org/v3.0/", "https://orcid.org/0000-0002-1825-0097")]
    [InlineData("Sandbox", "https://sandbox.orcid.org/oauth/", "https://api.sandbox.orcid.org/v3.0/", "https://sandbox.orcid.org/0000-0002-1825-0097")]
    public void ORCIDs_own_addresses_are_known(string environment, string oauth, string api, string record)
    {
        var endpoints = Endpoints([("Orcid:Environment", environment), ("Orcid:ClientId", "APP-1"), ("Orcid:ClientSecret", "s")]);

        endpoints.OAuth.AbsoluteUri.ShouldBe(oauth);
        endpoints.Api.AbsoluteUri.ShouldBe(api);
        endpoints.RecordUrl(Orcid).ShouldBe(record);
    }

    [Theory]
    [InlineData("http://localhost:5081/oauth", "http://localhost:5081/v3.0/")]
    [InlineData("http://localhost:5081", "http://localhost:5081")]
    public void A_custom_address_may_leave_out_what_is_always_the_same(string oauth, string api)
    {
        var endpoints = Endpoints(
        [
            ("Orcid:Environment", "Custom"), ("Orcid:ClientId", "APP-1"), ("Orcid:ClientSecret", "s"), ("Orcid:OAuthUrl", oauth), ("Orcid:ApiUrl", api),
            ("Orcid:PublicUrl", "http://localhost:5081/pub/"),
        ]);

        endpoints.OAuth.AbsoluteUri.ShouldBe("http://localhost:5081/oauth/");
        endpoints.Api.AbsoluteUri.ShouldBe("http://localhost:5081/v3.0/");
        endpoints.Public.AbsoluteUri.ShouldBe("http://localhost:5081/pub/v3.0/");
        endpoints.RecordUrl(Orcid).ShouldBe("http://localhost:5081/0000-0002-1825-0097");
    }

    [Theory]
    [InlineData("http://localhost:5123", "http://localhost:5123/simulator/v3.0/")]
    [InlineData("http://[::]:8080", "http://localhost:8080/simulator/v3.0/")]
    [InlineData("http://0.0.0.0:8080", "http://localhost:8080/simulator/v3.0/")]
    [InlineData("http://*:8080", "http://localhost:8080/simulator/v3.0/")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/simulator/v3.0/")]
    public void The_simulator_inside_the_portal_is_found_where_the_portal_listens(string listens, string api)
    {
        var endpoints = Endpoints([], listens);

        endpoints.Api.AbsoluteUri.ShouldBe(api);
        endpoints.RecordUrl(Orcid).ShouldBe("/simulator/0000-0002-1825-0097");
    }

    [Fact]
    public void A_simulator_that_runs_by_itself_has_no_prefix()
    {
        var endpoints = Endpoints([("Orcid:SimulatorUrl", "http://localhost:5081")]);

        endpoints.OAuth.AbsoluteUri.ShouldBe("http://localhost:5081/oauth/");
        endpoints.Api.AbsoluteUri.ShouldBe("http://localhost:5081/v3.0/");
        endpoints.Public.AbsoluteUri.ShouldBe("http://localhost:5081/pub/v3.0/");
    }

    private static OrcidOptions Options((string Key, string Value)[] settings) => Services(settings).GetRequiredService<IOptions<OrcidOptions>>().Value;

    private static OrcidEndpoints Endpoints((string Key, string Value)[] settings, string listens = "http://localhost:5080") =>
        new(Microsoft.Extensions.Options.Options.Create(Options(settings)), new Listening(listens));

    private static ServiceProvider Services((string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.AddOrcidApi();
        return builder.Services.BuildServiceProvider();
    }

    /// <summary>A server that says where it listens and does nothing else.</summary>
    private sealed class Listening : IServer
    {
        public Listening(string address)
        {
            var addresses = new ServerAddressesFeature();
            addresses.Addresses.Add(address);
            Features.Set<IServerAddressesFeature>(addresses);
        }

        public IFeatureCollection Features { get; } = new FeatureCollection();
        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull => Task.CompletedTask;
        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
