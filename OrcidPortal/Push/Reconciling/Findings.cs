using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;
using OrcidPortal.Remote;

namespace OrcidPortal.Push.Reconciling;

/// <summary>Compares what a complete reading showed with what we believe, by the rules by which copies are settled. Pure.</summary>
internal sealed class Findings
{
    private readonly Dictionary<(string Section, long PutCode), StoredItem> _there;
    private readonly Belief _belief;
    private readonly HashSet<Guid> _open;
    private readonly List<Finding> _all = [];

    /// <param name="look">A complete reading.</param>
    /// <param name="belief">As it stands while the lease is held.</param>
    public Findings(RecordLook look, Belief belief)
    {
        _there = look.Ours.DistinctBy(CopyWriting.Place).ToDictionary(CopyWriting.Place);
        (_belief, _open) = (belief, [.. belief.Open.Select(b => b.Id)]);
        Compare();
    }

    /// <summary>Places whose content has to be read whole before it is known whether it differs: lists show works and fundings in part.</summary>
    public IEnumerable<(string Section, long PutCode)> ToRead => _all
        .Where(f => f is { Item: not null, There: not null, Fingerprint: null }).Select(f => (f.Section, f.There!.Value));

    /// <summary>The differences, once it is known what stands in the places <see cref="ToRead"/> names.</summary>
    /// <param name="read">Fingerprints of what was read whole.</param>
    public IReadOnlyList<Finding> With(IReadOnlyDictionary<(string Section, long PutCode), string> read) =>
    [
        .. _all.Select(f => f.Fingerprint is null && f.There is { } code && read.TryGetValue((f.Section, code), out var fingerprint) ? f with { Fingerprint = fingerprint } : f)
            // What was only looked at because it might say something else.
            .Where(f => f.Kind != DifferenceKind.OtherContent || (f.Fingerprint is not null && f.Fingerprint != f.Item!.SentFingerprint)),
    ];

    private void Compare()
    {
        var rows = _belief.Copies.Where(c => c.SyncItemId is not null).ToDictionary(c => (c.Section, c.PutCode), c => c.SyncItemId);
        var free = _there.Keys.ToHashSet();
        var lost = new List<(SyncItem Item, DifferenceKind Otherwise)>();
        foreach (var item in _belief.Items)
        {
            var section = KindSections.NameOf(item.Kind);
            var isOpen = item.BatchId is { } batch && _open.Contains(batch);
            var known = item.PutCode is { } code && rows.GetValueOrDefault((section, code)) == item.Id;
            if (known && free.Remove((section, item.PutCode!.Value)))
            {
                if (!isOpen) Content(item, section);
            }
            else if (isOpen) continue;
            else if (item.BatchId is not null) lost.Add((item, DifferenceKind.Stuck));
            else if (known) lost.Add((item, DifferenceKind.Removed));
            else lost.Add((item, item.PutCode is null ? DifferenceKind.PutCodeUnknown : DifferenceKind.NeverThere));
        }
        Match(lost, free);
    }

    /// <summary>It stands where we believe it: what it says may differ, where it changed after we sent it last.</summary>
    private void Content(SyncItem item, string section)
    {
        var there = _there[(section, item.PutCode!.Value)];
        var stuck = item.BatchId is not null;
        var seen = Whole(there);
        var unchanged = seen is not null ? seen == item.SentFingerprint : there.LastModified is { } changed && item.SentAt is { } sent && changed <= sent;
        // What was never looked at is no belief: the sender looks before it sends.
        if (!stuck && (item.SentFingerprint.Length == 0 || unchanged)) return;
        _all.Add(new Finding(stuck ? DifferenceKind.Stuck : DifferenceKind.OtherContent, item, section, CopyWriting.TitleOf(there), item.PutCode, item.PutCode, seen));
    }

    private void Match(List<(SyncItem Item, DifferenceKind Otherwise)> lost, HashSet<(string Section, long PutCode)> free)
    {
        // What an open call may have added is that call's.
        var openKeys = _belief.Open.SelectMany(b => b.Items.SelectMany(i => i.SelfKeys).Select(k => (b.Section, k))).ToHashSet();
        var copies = free.Select(p => new RemoteCopy { Environment = "", ClientId = "", Orcid = "", Section = p.Section, PutCode = p.PutCode, SelfKeys = [.. SelfKeys.Of(_there[p].Message)] })
            .Where(c => !c.SelfKeys.Any(k => openKeys.Contains((c.Section, k)))).OrderBy(c => c.PutCode).ThenBy(c => c.Section, StringComparer.Ordinal).ToList();
        var items = lost.ToDictionary(l => l.Item.Id);
        while (CopyMatching.Match(copies, items.Values.Select(l => (l.Item.Id, l.Item.Kind, (IReadOnlyList<string>)l.Item.SelfKeys))) is { Count: > 0 } found)
            foreach (var (id, copy) in found)
            {
                var (item, otherwise) = items[id];
                var kind = otherwise switch
                {
                    DifferenceKind.Removed => DifferenceKind.OtherPutCode,
                    DifferenceKind.Stuck => DifferenceKind.Stuck,
                    _ => DifferenceKind.PutCodeUnknown,
                };
                var there = _there[(copy.Section, copy.PutCode)];
                _all.Add(new Finding(kind, item, copy.Section, CopyWriting.TitleOf(there), item.PutCode, copy.PutCode, Whole(there)));
                items.Remove(id);
                copies.Remove(copy);
            }
        var titles = _belief.Copies.Where(c => c.SyncItemId is not null).ToLookup(c => c.SyncItemId, c => c.Title);
        foreach (var (item, otherwise) in items.Values.Where(l => l.Otherwise != DifferenceKind.PutCodeUnknown))
            _all.Add(new Finding(otherwise, item, KindSections.NameOf(item.Kind), titles[item.Id].FirstOrDefault() ?? "", item.PutCode, null, null));
        // What is known to be of no record is no difference.
        var orphans = _belief.Copies.Where(c => c is { SyncItemId: null, MissingSince: null }).Select(c => (c.Section, c.PutCode)).ToHashSet();
        foreach (var copy in copies.Where(c => !orphans.Contains((c.Section, c.PutCode)))) _all.Add(new Finding(DifferenceKind.NoRecord, null, copy.Section, CopyWriting.TitleOf(_there[(copy.Section, copy.PutCode)]), null, copy.PutCode, null));
    }

    /// <summary>The fingerprint where a list shows the item whole; null for works and fundings.</summary>
    private static string? Whole(StoredItem item) => item.Message is WorkMessage or FundingMessage ? null : Fingerprints.Of(item.Message);
}
