using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Push;

/// <summary>Reads sync items for pages and the API.</summary>
public sealed class SyncItemList
{
    /// <summary>When the counts over all people were taken; they are at most 10 seconds old.</summary>
    public DateTimeOffset? StatsAt => throw new NotImplementedException();

    /// <summary>A page of at most 50 items, newest first.</summary>
    /// <param name="cursor">What the page before gave as next, or null.</param>
    public Task<Page<SyncItemRow>> ListAsync(SyncItemFilter filter, string? cursor, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>How many items each state has; every state is there.</summary>
    /// <param name="personId">One person's, exact; null: all, from a summary (<see cref="StatsAt"/>).</param>
    public Task<IReadOnlyDictionary<SyncState, int>> CountAsync(Guid? personId, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The item of one person and record.</summary>
    public Task<SyncItemRow?> FindAsync(Guid personId, Guid recordId, CancellationToken cancellationToken) => throw new NotImplementedException();
}
