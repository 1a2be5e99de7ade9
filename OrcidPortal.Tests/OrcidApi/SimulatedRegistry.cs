using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrcidPortal.OrcidApi;
using OrcidPortal.Simulator;

namespace OrcidPortal.Tests.OrcidApi;

/// <summary>The simulator on a free port of this machine, and the portal's clients for it.</summary>
internal sealed class SimulatedRegistry : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ServiceProvider _clients;

    private SimulatedRegistry(WebApplication app)
    {
        _app = app;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
        _clients = ScriptedRegistry.Clients(app.Urls.Single(), TimeSpan.FromSeconds(60), clientId: PortalClient, secret: "simulator-secret");
    }

    /// <summary>A browser that follows nothing by itself.</summary>
    public HttpClient Http { get; }

    public const string PortalClient = "APP-ORCIDPORTALDEMO1";

    public OrcidMemberClient Member => _clients.GetRequiredService<OrcidMemberClient>();

    public OrcidOAuthClient OAuth => _clients.GetRequiredService<OrcidOAuthClient>();

    public OrcidWebhookClient Webhooks => _clients.GetRequiredService<OrcidWebhookClient>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<SimulatedRegistry> StartAsync()
    {
        var app = SimulatorHost.Build(["simulator", "--urls", "http://127.0.0.1:0"], builder => builder.Logging.ClearProviders());
        await app.StartAsync(Cancel);
        return new SimulatedRegistry(app);
    }

    public async Task<string> TokenAsync(string orcid, string scope = "/read-limited /activities/update") =>
        (await ControlAsync("tokens", new { orcid, scope })).GetProperty("access_token").GetString()!;

    public async Task<JsonElement> ControlAsync(string path, object body)
    {
        using var answer = await Http.PostAsJsonAsync("_control/" + path, body, Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _clients.DisposeAsync();
        await _app.DisposeAsync();
    }
}
