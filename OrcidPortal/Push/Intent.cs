using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Push;

/// <summary>What is committed before a call.</summary>
/// <param name="Section">Where in the ORCID record; one call concerns one.</param>
internal sealed record Intent(Guid BatchId, SyncOperation Operation, OrcidSection Section, Guid? AgreementId, IReadOnlyList<IntentItem> Items)
{
    private readonly Dictionary<Guid, SyncItem> _kept = [];

    /// <summary>Keeps the rows as the intent left them, for the answer.</summary>
    /// <param name="items">Of no context.</param>
    public void Keep(IEnumerable<SyncItem> items)
    {
        foreach (var item in items) _kept[item.Id] = item;
    }

    /// <summary>The rows as the intent left them. Each is given once: whoever has it changes it, and whoever is refused reads it anew.</summary>
    /// <returns>All of them; null: some were given already.</returns>
    public IReadOnlyList<SyncItem>? Take(IReadOnlyCollection<Guid> ids)
    {
        var taken = new List<SyncItem>(ids.Count);
        foreach (var id in ids)
            if (_kept.Remove(id, out var item)) taken.Add(item);
        return taken.Count == ids.Count ? taken : null;
    }
}

/// <summary>One item of an intent, in its place.</summary>
/// <param name="Record">As it goes; null for a removal.</param>
/// <param name="PutCode">Of an update or removal.</param>
/// <param name="By">Who asked for it, as history shows it.</param>
/// <param name="WantedAt">Since when it is wanted so.</param>
/// <param name="IsFirstPhase">It only gives up identifiers that another one is to have; the rest follows.</param>
internal sealed record IntentItem(Guid ItemId, Guid RecordId, int Version, string Title, MappedRecord? Record, long? PutCode, string By, DateTimeOffset WantedAt, bool IsFirstPhase = false);
