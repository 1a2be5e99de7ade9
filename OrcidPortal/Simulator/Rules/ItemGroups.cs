using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Rules;

/// <summary>Finds what is one and the same: items that share an identifier of the relationship self or version-of, directly or through others, whoever added them.</summary>
internal static class ItemGroups
{
    /// <returns>The groups in the order of their first items; in each the one to be shown first stands first.</returns>
    public static IReadOnlyList<IReadOnlyList<StoredItem>> Of(IReadOnlyList<StoredItem> items)
    {
        var parents = Enumerable.Range(0, items.Count).ToArray();
        var owners = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            foreach (var key in items[i].GroupKeys)
            {
                if (!owners.TryAdd(key, i)) parents[Root(parents, i)] = Root(parents, owners[key]);
            }
        }
        return
        [
            .. Enumerable.Range(0, items.Count)
                .GroupBy(i => Root(parents, i))
                .Select(g => (IReadOnlyList<StoredItem>)[.. g.Select(i => items[i]).OrderByDescending(i => i.DisplayIndex).ThenBy(i => i.PutCode)]),
        ];
    }

    private static int Root(int[] parents, int i)
    {
        while (parents[i] != i) i = parents[i] = parents[parents[i]];
        return i;
    }
}
