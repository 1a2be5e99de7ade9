using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using OrcidPortal.Commands;
using OrcidPortal.Simulator;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Simulator;

public sealed class SimulatorRegistrationTests
{
    [Theory]
    [InlineData("Simulator")]
    [InlineData(" simulator ")]
    [InlineData("")]
    public async Task In_production_the_settings_are_refused_and_nothing_of_it_is_there(string chosen)
    {
        await using var app = Builder(Environments.Production, chosen).AddSimulator().Build();

        var error = Should.Throw<OptionsValidationException>(() => app.Services.GetRequiredService<IStartupValidator>().Validate());
        app.MapSimulator();

        error.Message.ShouldContain("Set Orcid:Environment to Sandbox, Production or Custom");
        ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_registry_in_production_passes()
    {
        await using var app = Builder(Environments.Production, "Sandbox").AddSimulator().Build();

        Should.NotThrow(() => app.Services.GetRequiredService<IStartupValidator>().Validate());
    }

    [Fact]
    public async Task A_portal_that_cannot_start_names_the_simulator_beside_everything_else()
    {
        await using var app = new PortalApp("Production", ("Security:Mode", null), ("Simulator:CodeLifetime", "00:00:00"));

        var refusal = string.Join('\n', StartRefusal.Sentences(app.Services));

        refusal.ShouldContain("Set Orcid:Environment to Sandbox, Production or Custom");
        refusal.ShouldContain("CodeLifetime");
        refusal.ShouldContain("Set Security:Mode");
        refusal.ShouldContain("Set Security:KeyFolder");
        File.Exists(Path.Combine(app.Folder.FullName, "portal.db")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Sandbox", false)]
    [InlineData("Simulator", true)]
    public async Task It_is_there_only_when_the_portal_is_set_to_it(string chosen, bool there)
    {
        await using var app = Builder(Environments.Development, chosen).AddSimulator().Build();

        app.MapSimulator();

        ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).Any().ShouldBe(there);
    }

    [Fact]
    public async Task Inside_the_portal_it_needs_no_sign_in_and_lives_under_its_prefix()
    {
        await using var app = await StartAsync(Environments.Development, "Simulator");
        using var http = app.GetTestClient();
        var token = app.Services.GetRequiredService<SimulatorTokens>().Grant(SimulatorServer.Laure, null, SimulatorServer.AllScopes);

        var home = await http.GetStringAsync(new Uri("/simulator", UriKind.Relative), TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/simulator/v3.0/{SimulatorServer.Laure}/work") { Content = new StringContent(WorkBodies.Work(), null, "application/xml") };
        request.Headers.Authorization = new("Bearer", token);
        var added = await http.SendAsync(request, TestContext.Current.CancellationToken);
        using var signIn = new FormUrlEncodedContent([new("query", "?client_id=x"), new("account", SimulatorServer.Laure)]);
        var signedIn = await http.PostAsync(new Uri("/simulator/oauth/signin", UriKind.Relative), signIn, TestContext.Current.CancellationToken);

        home.ShouldContain("href=\"/simulator/style.css\"");
        added.Headers.Location!.AbsolutePath.ShouldStartWith($"/simulator/v3.0/{SimulatorServer.Laure}/work/");
        signedIn.Headers.Location!.OriginalString.ShouldBe("/simulator/oauth/authorize?client_id=x");
        signedIn.Headers.GetValues("Set-Cookie").Single().ShouldContain("path=/simulator");
    }

    [Fact]
    public async Task Inside_the_portal_its_name_in_OpenID_Connect_has_the_prefix()
    {
        await using var app = await StartAsync(Environments.Development, "Simulator");
        using var http = app.GetTestClient();
        using var asked = new StringContent($$"""{"orcid":"{{SimulatorServer.Laure}}","scope":"openid"}""", null, "application/json");

        var discovered = await http.GetStringAsync(new Uri("/simulator/.well-known/openid-configuration", UriKind.Relative), TestContext.Current.CancellationToken);
        var given = await http.PostAsync(new Uri("/simulator/_control/tokens", UriKind.Relative), asked, TestContext.Current.CancellationToken);

        discovered.ShouldContain("\"issuer\":\"http://localhost/simulator\"");
        var token = JsonDocument.Parse(await given.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("id_token").GetString();
        new JsonWebToken(token).Issuer.ShouldBe("http://localhost/simulator");
    }

    [Fact]
    public void Nobody_unknown_is_granted_a_token()
    {
        var builder = Builder(Environments.Development, "Simulator").AddSimulator();
        using var services = builder.Services.BuildServiceProvider();

        services.GetRequiredService<SimulatorTokens>().Grant("0000-0002-5391-5437", null, "/authenticate").ShouldBeNull();
        services.GetRequiredService<SimulatorTokens>().Grant(SimulatorServer.Laure, "APP-NOBODY", "/authenticate").ShouldBeNull();
    }

    private static async Task<WebApplication> StartAsync(string environment, string chosen)
    {
        var builder = Builder(environment, chosen).AddSimulator();
        builder.WebHost.UseTestServer();
        builder.Services.AddAuthentication();
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        var app = builder.Build();
        app.UseAuthorization();
        app.MapSimulator();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static WebApplicationBuilder Builder(string environment, string chosen)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("Orcid:Environment", chosen), new("Simulator:StateFile", "")]);
        return builder;
    }
}
