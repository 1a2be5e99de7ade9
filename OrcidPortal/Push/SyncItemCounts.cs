using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Push;

/// <summary>Counts over all people: taken at most every ten seconds in a process, however many pages ask.</summary>
public sealed class SyncItemCounts(IDbContextFactory<PortalDb> contexts, TimeProvider time) : IDisposable
{
    private readonly Summary<IReadOnlyDictionary<SyncState, int>> _summary = new(time);

    /// <summary>When they were taken.</summary>
    public DateTimeOffset? TakenAt => _summary.At;

    /// <summary>The last ones, however old; null before the first.</summary>
    internal IReadOnlyDictionary<SyncState, int>? Latest => _summary.Latest;

    internal Task<IReadOnlyDictionary<SyncState, int>> AllAsync(CancellationToken cancellationToken) => _summary.GetAsync(TakeAsync, cancellationToken);

    internal static async Task<IReadOnlyDictionary<SyncState, int>> CountAsync(IQueryable<SyncItem> items, CancellationToken cancellationToken)
    {
        var found = await items.GroupBy(i => i.State).Select(g => new { State = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.State, g => g.Count, cancellationToken);
        return Enum.GetValues<SyncState>().ToDictionary(s => s, s => found.GetValueOrDefault(s));
    }

    public void Dispose() => _summary.Dispose();

    private async Task<IReadOnlyDictionary<SyncState, int>> TakeAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await CountAsync(db.SyncItems, cancellationToken);
    }
}
