using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Rules;

/// <summary>Works that are one and the same: they share an identifier of the relationship self or version-of, directly or through others.</summary>
internal sealed record WorkGroup(IReadOnlyList<ExternalIdentifier> ExternalIds, IReadOnlyList<StoredWork> Works)
{
    public DateTimeOffset LastModifiedAt => Works.Max(w => w.LastModifiedAt);
}

/// <summary>Finds the groups of a record (union-find over identifiers, across all sources).</summary>
internal static class WorkGroups
{
    public static IReadOnlyList<WorkGroup> Of(IReadOnlyList<StoredWork> works)
    {
        var parents = Enumerable.Range(0, works.Count).ToArray();
        var owners = new Dictionary<(string, string), int>();
        for (var i = 0; i < works.Count; i++)
        {
            foreach (var id in works[i].Work.ExternalIds.Where(IsGrouping))
            {
                if (!owners.TryAdd(IdentifierTypes.Key(id), i)) parents[Root(parents, i)] = Root(parents, owners[IdentifierTypes.Key(id)]);
            }
        }
        return [.. Enumerable.Range(0, works.Count).GroupBy(i => Root(parents, i)).Select(g => Build([.. g.Select(i => works[i])]))];
    }

    private static WorkGroup Build(StoredWork[] works) => new(
        [.. works.SelectMany(w => w.Work.ExternalIds).Where(IsGrouping).DistinctBy(id => (IdentifierTypes.Key(id), id.Relationship))],
        [.. works.OrderByDescending(w => w.DisplayIndex).ThenBy(w => w.PutCode)]);

    private static bool IsGrouping(ExternalIdentifier id) => id.Relationship is "self" or "version-of";

    private static int Root(int[] parents, int i)
    {
        while (parents[i] != i) i = parents[i] = parents[parents[i]];
        return i;
    }
}
