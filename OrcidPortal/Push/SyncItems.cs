using OrcidPortal.Data;

namespace OrcidPortal.Push;

/// <summary>What people decide about sync items: send now, never, again. Starting the push is the caller's (<see cref="PushJob.StartNow"/>).</summary>
public sealed class SyncItems
{
    /// <summary>Lets items go with the next push: the daily hour and the quiet time do not count for them; approval, exclusion, first sync and holds do.</summary>
    /// <param name="personId">Items of this person only; null: of all.</param>
    /// <param name="itemId">This item only; with <paramref name="personId"/> only if it is theirs.</param>
    /// <returns>How many items it counts for.</returns>
    public Task<int> SendNowAsync(Guid? personId, Guid? itemId, Actor actor, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Never send this item; what is at ORCID stays there.</summary>
    /// <param name="ownerId">The item must be this person's; null: anybody's (curators).</param>
    /// <returns>False where there is no such item.</returns>
    public Task<bool> ExcludeAsync(Guid itemId, Guid? ownerId, string? reason, Actor actor, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Undoes <see cref="ExcludeAsync"/>.</summary>
    public Task<bool> IncludeAsync(Guid itemId, Guid? ownerId, Actor actor, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Tries failed items again.</summary>
    /// <returns>How many were.</returns>
    public Task<int> TryAgainAsync(IReadOnlyList<Guid> itemIds, Actor actor, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Tries all failed items of one cause again.</summary>
    /// <returns>How many were.</returns>
    public Task<int> TryAgainAsync(FailureGroupKey cause, Actor actor, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Sends again what the person had removed at ORCID; only they may say so.</summary>
    /// <returns>False where the item is not theirs or was not removed.</returns>
    public Task<bool> AddAgainAsync(Guid itemId, Guid ownerId, Actor actor, CancellationToken cancellationToken) => throw new NotImplementedException();
}
