using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;

namespace OrcidPortal.Push;

/// <summary>Which item each of our copies at ORCID belongs to: the one and only that has one of its self ids. Pure.</summary>
internal static class CopyMatching
{
    /// <summary>Matches once; a copy that two items share may be clear when one of them has found its own.</summary>
    /// <param name="copies">Copies of no item, in the order in which they are to be taken.</param>
    /// <param name="items">Items without a put-code.</param>
    /// <param name="most">How many are matched at most.</param>
    /// <returns>The copy of each item that has found one.</returns>
    public static Dictionary<Guid, RemoteCopy> Match(IEnumerable<RemoteCopy> copies, IEnumerable<(Guid Id, RecordKind Kind, IReadOnlyList<string> SelfKeys)> items, int most = int.MaxValue)
    {
        var byKey = items.SelectMany(i => i.SelfKeys.Select(k => (Key: (KindSections.NameOf(i.Kind), k), i.Id))).ToLookup(i => i.Key, i => i.Id);
        var taken = new Dictionary<Guid, RemoteCopy>();
        foreach (var copy in copies)
            if (taken.Count < most && copy.SelfKeys.SelectMany(k => byKey[(copy.Section, k)]).Distinct().Take(2).ToList() is [var only]) taken.TryAdd(only, copy);
        return taken;
    }
}
