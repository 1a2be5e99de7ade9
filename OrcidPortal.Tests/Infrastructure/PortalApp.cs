using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrcidPortal.Data;

namespace OrcidPortal.Tests.Infrastructure;

/// <summary>
/// The whole portal as a process would run it, in Development with the demo sign-in and a SQLite file of its own, unless the settings say otherwise.
/// Without <see cref="Listen"/> it is reached in memory through <see cref="Browser"/>; with it, it listens on a free port, so that it can call its own simulator.
/// </summary>
public class PortalApp : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("orcidportal-app-");
    private readonly Dictionary<string, string?> _settings;
    private readonly string _environment;

    public PortalApp(string environment, params IReadOnlyList<(string Key, string? Value)> settings)
    {
        _environment = environment;
        _settings = new Dictionary<string, string?>
        {
            ["ConnectionStrings:Portal"] = $"Data Source={Path.Combine(_folder.FullName, "portal.db")};Pooling=False",
            ["Demo:Seed"] = "false",
            ["Simulator:StateFile"] = "",
        };
        foreach (var (key, value) in settings) _settings[key] = value;
    }

    public PortalApp(params IReadOnlyList<(string Key, string? Value)> settings) : this("Development", settings) { }

    /// <summary>The portal's clock; set before the first use. Null: the real one.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>Further changes to its services; set before the first use.</summary>
    public Action<IServiceCollection>? Change { get; init; }

    /// <summary>Everything it logged, at every level, with exceptions.</summary>
    public ConcurrentQueue<string> Log { get; } = [];

    /// <summary>Where its database and keys are.</summary>
    public DirectoryInfo Folder => _folder;

    public IDbContextFactory<PortalDb> Contexts => Services.GetRequiredService<IDbContextFactory<PortalDb>>();

    /// <summary>Starts it on a free port of this machine.</summary>
    /// <returns>Its address.</returns>
    public Uri Listen()
    {
        UseKestrel(0);
        StartServer();
        return new Uri(Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
            .Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!.Addresses.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
    }

    /// <summary>A browser with its own cookies that does not follow redirects.</summary>
    /// <param name="https">Whether it comes by https; in memory only.</param>
    /// <param name="cookies">False: the test sends cookies itself.</param>
    public HttpClient Browser(bool https = false, bool cookies = true) => CreateClient(new WebApplicationFactoryClientOptions
    {
        AllowAutoRedirect = false, HandleCookies = cookies, BaseAddress = new Uri(https ? "https://localhost" : "http://localhost"),
    });

    /// <summary>A browser in which the demo account is signed in.</summary>
    public async Task<HttpClient> SignedInAsync(string account)
    {
        var browser = Browser();
        using var answer = await browser.GetAsync($"/signin/demo/{account}", TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        return browser;
    }

    /// <summary>Reads state back with a context of its own.</summary>
    public async Task<T> ReadAsync<T>(Func<PortalDb, Task<T>> read)
    {
        await using var db = await Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await read(db);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        builder.UseSetting("Logging:LogLevel:Default", "Trace");
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(new LogCollector(Log)));
        builder.ConfigureTestServices(services =>
        {
            if (Clock is not null) services.AddSingleton(Clock);
            Change?.Invoke(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _folder.Exists) _folder.Delete(recursive: true);
    }

    private sealed class LogCollector(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");
        public void Dispose() { }
    }
}
