using OrcidPortal.Connect;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Remote;

/// <summary>What ORCID holds for one iD, as its lists say.</summary>
/// <param name="Access">With which connection it was read.</param>
/// <param name="Began">When the reading began: what was sent later is not in it.</param>
/// <param name="WithPerson">Whether profile items are in it, too; else it says nothing of them.</param>
/// <param name="Items">All of it; null where it could not be read.</param>
/// <param name="Answer">The last answer, for what it says beside the items.</param>
internal sealed record RecordLook(ConnectionAccess Access, DateTimeOffset Began, bool WithPerson, IReadOnlyList<StoredItem>? Items, OrcidAnswer<IReadOnlyList<StoredItem>> Answer)
{
    /// <summary>What is from us.</summary>
    public IReadOnlyList<StoredItem> Ours { get; } = [.. (Items ?? []).Where(i => i.SourceClientId == Access.ClientId)];

    /// <summary>What is from other sources.</summary>
    public IReadOnlyList<StoredItem> Others { get; } = [.. (Items ?? []).Where(i => i.SourceClientId != Access.ClientId)];
}
