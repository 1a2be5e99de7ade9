using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrcidPortal.Data;

namespace OrcidPortal.E2E.Benchmarks;

/// <summary>The whole portal as <c>Program</c> composes it, with its jobs, inside this process, so that its database commands can be counted.</summary>
internal sealed class MeasuredPortal(IReadOnlyList<(string Key, string Value)> settings, IInterceptor? commands = null) : WebApplicationFactory<Program>
{
    public IDbContextFactory<PortalDb> Contexts => Services.GetRequiredService<IDbContextFactory<PortalDb>>();

    /// <summary>Reads with a context of its own.</summary>
    public async Task<T> ReadAsync<T>(Func<PortalDb, Task<T>> read)
    {
        await using var db = await Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await read(db);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddProvider(new Shown(TestContext.Current.TestOutputHelper)));
        if (commands is null) return;
        builder.ConfigureServices(services =>
        {
            services.ConfigureDbContext<PostgreSqlPortalDb>(o => o.AddInterceptors(commands));
            services.ConfigureDbContext<SqlitePortalDb>(o => o.AddInterceptors(commands));
        });
    }

    /// <summary>Warnings and errors belong to the figures: they say that something else was measured.</summary>
    private sealed class Shown(ITestOutputHelper? output) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) output?.WriteLine($"{logLevel} {formatter(state, exception)} {exception}");
        }

        public void Dispose() { }
    }
}
