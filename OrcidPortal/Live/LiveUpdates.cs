using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;

namespace OrcidPortal.Live;

/// <summary>Polls the topics' versions once a second and wakes whoever watches one that rose. Works across several servers: the database is the bus.</summary>
public sealed partial class LiveUpdates(IDbContextFactory<PortalDb> contexts, TimeProvider time, ILogger<LiveUpdates> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<Watcher, byte> _watchers = new();
    private Dictionary<string, long> _versions = [];

    /// <summary>Calls back each time the topic changes, at most once a second.</summary>
    /// <param name="key">A topic of <see cref="Topics"/>.</param>
    /// <param name="changed">Runs outside any circuit: a page goes through InvokeAsync.</param>
    /// <returns>Dispose it to stop watching.</returns>
    public IDisposable Watch(string key, Func<Task> changed)
    {
        var watcher = new Watcher(key, changed, w => _watchers.TryRemove(w, out _));
        _watchers.TryAdd(watcher, 0);
        return watcher;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await WaitAsync(timer, stoppingToken))
        {
            var watched = _watchers.Keys.Select(w => w.Key).Distinct().ToArray();
            if (watched.Length == 0) continue;
            try
            {
                await WakeAsync(await LookAsync(watched, stoppingToken));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LookFailed(logger, e);
            }
        }
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // A topic that nobody watched before counts as risen: its page may have read its data just before a change.
    private async Task<HashSet<string>> LookAsync(string[] watched, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await db.Topics.AsNoTracking().Where(t => watched.Contains(t.Key)).ToDictionaryAsync(t => t.Key, t => t.Version, cancellationToken);
        var now = watched.ToDictionary(k => k, k => stored.GetValueOrDefault(k));
        var rose = now.Where(t => !_versions.TryGetValue(t.Key, out var known) || known != t.Value).Select(t => t.Key).ToHashSet();
        _versions = now;
        return rose;
    }

    private async Task WakeAsync(HashSet<string> rose)
    {
        foreach (var watcher in _watchers.Keys.Where(w => rose.Contains(w.Key)))
        {
            try
            {
                await watcher.Changed();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                WatcherFailed(logger, watcher.Key, e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Topics could not be read; pages do not change by themselves until they can")]
    private static partial void LookFailed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A page watching {Topic} failed to refresh")]
    private static partial void WatcherFailed(ILogger logger, string topic, Exception exception);

    private sealed class Watcher(string key, Func<Task> changed, Action<Watcher> stop) : IDisposable
    {
        public string Key => key;
        public Func<Task> Changed => changed;
        public void Dispose() => stop(this);
    }
}
