using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OrcidPortal.Simulator;

namespace OrcidPortal.Tests.Simulator;

/// <summary>The simulator by itself on a free port, with a clock that stands still. Every XML body it sends is held against ORCID's schemas where they are at hand.</summary>
internal sealed class SimulatorServer : IAsyncDisposable
{
    public const string Josiah = "0000-0002-1825-0097";
    public const string Laure = "0000-0001-5109-3700";
    public const string Zoe = "0000-0003-1415-9269";
    public const string Client = "APP-ORCIDPORTALDEMO1";
    public const string OtherClient = "APP-CROSSREFDEMO0001";
    public const string Secret = "simulator-secret";
    public const string AllScopes = "/authenticate /read-limited /activities/update";
    public const string Xml = "application/vnd.orcid+xml";
    public const string Json = "application/vnd.orcid+json";

    private readonly WebApplication app;

    private SimulatorServer(WebApplication app, FakeTimeProvider time)
    {
        this.app = app;
        Time = time;
        Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Http { get; }
    public FakeTimeProvider Time { get; }
    public IServiceProvider Services => app.Services;
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<SimulatorServer> StartAsync(string? stateFile = null, params (string Key, string Value)[] settings)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero));
        string[] state = stateFile is null ? [] : ["--state", stateFile];
        var app = SimulatorHost.Build(["simulator", "--urls", "http://127.0.0.1:0", .. state], builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(time);
            builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>(s.Key, s.Value)));
        });
        await app.StartAsync(Cancelled);
        return new(app, time);
    }

    /// <summary>Gives a token and returns it.</summary>
    public async Task<string> TokenAsync(string? orcid, string scope = AllScopes, string clientId = Client, int? expiresIn = null) =>
        (await ControlAsync("POST", "tokens", new { orcid, scope, clientId, expiresIn })).GetProperty("access_token").GetString()!;

    public async Task<JsonElement> RecordAsync(string orcid) => await ControlAsync("GET", $"records/{orcid}");

    public async Task<IReadOnlyList<JsonElement>> WorksAsync(string orcid) => [.. (await RecordAsync(orcid)).GetProperty("works").EnumerateArray()];

    public async Task<JsonElement> ControlAsync(string method, string path, object? body = null)
    {
        var answer = await SendAsync(method, "_control/" + path, body: body is null ? null : JsonSerializer.Serialize(body), type: "application/json");
        answer.Status.ShouldBeInRange(200, 299, answer.Body);
        return answer.Body.Length == 0 ? default : JsonDocument.Parse(answer.Body).RootElement;
    }

    public async Task<Received> SendAsync(string method, string path, string? token = null, string? body = null, string type = Xml, string? accept = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        if (accept is not null) request.Headers.Accept.ParseAdd(accept);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(type));
        return await SendAsync(request);
    }

    public async Task<Received> FormAsync(string path, string? cookie, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        return await SendAsync(request);
    }

    public async Task<Received> SendAsync(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request, Cancelled);
        var received = new Received(
            (int)response.StatusCode, await response.Content.ReadAsStringAsync(Cancelled), response.Content.Headers.ContentType?.MediaType,
            response.Headers.Location?.OriginalString, response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.First() : null);
        if (received.Type?.EndsWith("xml", StringComparison.Ordinal) == true) OrcidSchemas.FaultsIn(received.Body).ShouldBeEmpty(received.Body);
        return received;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }
}
