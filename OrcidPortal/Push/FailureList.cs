using OrcidPortal.Data;

namespace OrcidPortal.Push;

/// <summary>What failed, by cause, for admins.</summary>
public sealed class FailureList
{
    /// <summary>The causes, the one with most items first.</summary>
    public Task<IReadOnlyList<FailureGroup>> GroupsAsync(CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>A page of at most 50 items of one cause.</summary>
    public Task<Page<SyncItemRow>> ItemsAsync(FailureGroupKey key, string? cursor, CancellationToken cancellationToken) => throw new NotImplementedException();
}
