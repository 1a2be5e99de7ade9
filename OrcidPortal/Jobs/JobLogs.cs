using Hangfire.AspNetCore;
using Hangfire.Logging;

namespace OrcidPortal.Jobs;

/// <summary>Hangfire keeps one log for the process, and it outlives the portal that set it: after that portal's end it says nothing, instead of failing whoever asks.</summary>
internal sealed class JobLogs(ILoggerFactory loggers) : ILogProvider
{
    private readonly AspNetCoreLogProvider _portal = new(loggers);

    public ILog GetLogger(string name)
    {
        try
        {
            return _portal.GetLogger(name);
        }
        catch (ObjectDisposedException)
        {
            return new Silence();
        }
    }

    private sealed class Silence : ILog
    {
        public bool Log(Hangfire.Logging.LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null) => false;
    }
}
