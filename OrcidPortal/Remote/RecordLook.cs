using OrcidPortal.Connect;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Remote;

/// <summary>What ORCID holds for one iD, as its lists say.</summary>
/// <param name="Access">With which connection it was read.</param>
/// <param name="Began">When the reading began: what was sent later is not in it.</param>
/// <param name="Answer">The answer: the record, or why it could not be read.</param>
internal sealed record RecordLook(ConnectionAccess Access, DateTimeOffset Began, OrcidAnswer<StoredRecord> Answer)
{
    /// <summary>All of it; null where it could not be read.</summary>
    public IReadOnlyList<StoredItem>? Items => Answer.Value?.Items;

    /// <summary>What is from us.</summary>
    public IReadOnlyList<StoredItem> Ours { get; } = [.. (Answer.Value?.Items ?? []).Where(i => i.SourceClientId == Access.ClientId)];

    /// <summary>What is from other sources.</summary>
    public IReadOnlyList<StoredItem> Others { get; } = [.. (Answer.Value?.Items ?? []).Where(i => i.SourceClientId != Access.ClientId)];
}
