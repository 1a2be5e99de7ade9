using Microsoft.Extensions.Logging;

namespace OrcidPortal.Tests.Push.Simulation;

/// <summary>What a process logs as an error, unless the simulation caused it itself.</summary>
internal sealed class Complaints : ILoggerProvider, ILogger
{
    private readonly List<Exception> _heard = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (exception is null || !IsEnabled(logLevel) || DatabaseMishaps.IsOne(exception)) return;
        lock (_heard) _heard.Add(exception);
    }

    /// <summary>The first error nobody meant to happen; null: none.</summary>
    public Exception? First
    {
        get { lock (_heard) return _heard.FirstOrDefault(); }
    }

    public void Dispose()
    {
    }
}
