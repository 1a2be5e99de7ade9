using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Tests.OrcidApi;

/// <summary>A web server on this machine that answers as a test says, also in ways no registry should; and clients that speak to it.</summary>
internal sealed class ScriptedRegistry : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ServiceProvider _clients;

    private ScriptedRegistry(WebApplication app, ServiceProvider clients, List<string> log)
    {
        _app = app;
        _clients = clients;
        Log = log;
    }

    /// <summary>What came in, one line per request with its body below it.</summary>
    public ConcurrentQueue<(string Line, string Body, string? Authorization)> Requests { get; private init; } = new();

    /// <summary>What the clients logged.</summary>
    public List<string> Log { get; }

    public OrcidMemberClient Member => _clients.GetRequiredService<OrcidMemberClient>();

    public OrcidOAuthClient OAuth => _clients.GetRequiredService<OrcidOAuthClient>();

    public OrcidWebhookClient Webhooks => _clients.GetRequiredService<OrcidWebhookClient>();

    public static async Task<ScriptedRegistry> StartAsync(RequestDelegate answer, TimeSpan? callTimeout = null)
    {
        var requests = new ConcurrentQueue<(string, string, string?)>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            requests.Enqueue(($"{context.Request.Method} {context.Request.Path}", body, context.Request.Headers.Authorization));
            await answer(context);
        });
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        var log = new List<string>();
        return new ScriptedRegistry(app, Clients(address, callTimeout ?? TimeSpan.FromSeconds(20), log), log) { Requests = requests };
    }

    /// <summary>Clients as the portal composes them, for a registry at an address.</summary>
    public static ServiceProvider Clients(string address, TimeSpan callTimeout, List<string>? log = null, string clientId = "APP-AAAAAAAAAAAAAAAA", string secret = "client-secret")
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Orcid:Environment"] = "Custom";
        builder.Configuration["Orcid:ClientId"] = clientId;
        builder.Configuration["Orcid:ClientSecret"] = secret;
        foreach (var key in new[] { "OAuthUrl", "ApiUrl", "PublicUrl" }) builder.Configuration["Orcid:" + key] = address;
        builder.Configuration["Orcid:CallTimeout"] = callTimeout.ToString();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace);
        if (log is not null) builder.Logging.AddProvider(new ListLoggerProvider(log));
        builder.AddOrcidApi();
        return builder.Services.BuildServiceProvider();
    }

    public static RequestDelegate Answer(int status, string body, string contentType = "application/vnd.orcid+xml") => async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        if (body.Length > 0) await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
    };

    public async ValueTask DisposeAsync()
    {
        await _clients.DisposeAsync();
        await _app.DisposeAsync();
    }

    private sealed class ListLoggerProvider(List<string> log) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (log) log.Add(formatter(state, exception) + exception);
        }

        public void Dispose()
        {
        }
    }
}
