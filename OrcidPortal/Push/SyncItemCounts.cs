using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Push;

/// <summary>Counts over all people: taken at most every ten seconds in a process, however many pages ask.</summary>
public sealed class SyncItemCounts(IDbContextFactory<PortalDb> contexts, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim _one = new(1, 1);
    private (DateTimeOffset At, IReadOnlyDictionary<SyncState, int> States)? _taken;

    /// <summary>When they were taken.</summary>
    public DateTimeOffset? TakenAt => _taken?.At;

    internal async Task<IReadOnlyDictionary<SyncState, int>> AllAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            if (_taken is { } taken && now - taken.At < Longest) return taken.States;
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var states = await CountAsync(db.SyncItems, cancellationToken);
            _taken = (now, states);
            return states;
        }
        finally
        {
            _one.Release();
        }
    }

    internal static async Task<IReadOnlyDictionary<SyncState, int>> CountAsync(IQueryable<SyncItem> items, CancellationToken cancellationToken)
    {
        var found = await items.GroupBy(i => i.State).Select(g => new { State = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.State, g => g.Count, cancellationToken);
        return Enum.GetValues<SyncState>().ToDictionary(s => s, s => found.GetValueOrDefault(s));
    }

    public void Dispose() => _one.Dispose();
}
