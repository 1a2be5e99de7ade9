using OrcidPortal.Simulator.Sections;

namespace OrcidPortal.Simulator.Store;

/// <summary>The items of one record, by kind and in the order of their put-codes.</summary>
internal sealed class RecordItems
{
    private readonly Dictionary<Section, SortedList<long, StoredItem>> bySection = [];

    public IEnumerable<StoredItem> All => bySection.Values.SelectMany(s => s.Values);

    /// <summary>A copy that may be kept.</summary>
    public IReadOnlyList<StoredItem> Of(Section section) => bySection.TryGetValue(section, out var own) ? [.. own.Values] : [];

    public int Count(Section section) => bySection.TryGetValue(section, out var own) ? own.Count : 0;

    public StoredItem? Find(Section section, long putCode) => bySection.TryGetValue(section, out var own) ? own.GetValueOrDefault(putCode) : null;

    public void Put(StoredItem item)
    {
        if (!bySection.TryGetValue(item.Section, out var own)) bySection[item.Section] = own = [];
        own[item.PutCode] = item;
    }

    public bool Remove(Section section, long putCode) => bySection.TryGetValue(section, out var own) && own.Remove(putCode);
}
