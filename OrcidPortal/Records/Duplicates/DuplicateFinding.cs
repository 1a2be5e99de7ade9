using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Records.Duplicates;

/// <summary>
/// Looks for records that may be the same as those that are planned, in the planner's transaction: three questions where there is none. One planner
/// at a time does so; what it finds is weighed for both records of a pair.
/// </summary>
internal sealed class DuplicateFinding(PortalDb db, VocabularySnapshot words, DateTimeOffset now)
{
    /// <summary>Records of one title and year; more are a heading that says nothing, such as "Report of the executive board".</summary>
    public const int MostOfOneTitle = 10;

    private readonly Dictionary<Guid, Record> _records = [];
    private readonly HashSet<(Guid First, Guid Second)> _candidates = [];
    private ILookup<Guid, Guid> _people = Array.Empty<RecordPerson>().ToLookup(p => p.RecordId, p => p.PersonId);

    /// <summary>Adds pairs, and takes those away that nobody decided on and nothing speaks for any more.</summary>
    /// <param name="planned">The records that changed, as they are stored.</param>
    /// <returns>Whether a pair came or went.</returns>
    public async Task<bool> LookAsync(IReadOnlyCollection<Record> planned, CancellationToken cancellationToken)
    {
        foreach (var record in planned.Where(r => r.Kind is RecordKind.Work or RecordKind.Funding)) _records[record.Id] = record;
        if (_records.Count == 0) return false;
        var ids = _records.Keys.ToArray();
        var known = await db.DuplicatePairs.Where(p => ids.Contains(p.FirstId) || ids.Contains(p.SecondId)).ToDictionaryAsync(p => (p.FirstId, p.SecondId), cancellationToken);
        await AddHoldersAsync(ids, cancellationToken);
        await AddOfSameTitleAsync(cancellationToken);
        var open = known.Values.Where(p => p.State == DuplicateState.Open).ToList();
        _candidates.UnionWith(open.Select(p => (p.FirstId, p.SecondId)));
        await LoadOthersAsync(cancellationToken);
        var changed = false;
        foreach (var at in _candidates) changed |= await WeighAsync(at, known.GetValueOrDefault(at), cancellationToken);
        return changed;
    }

    /// <summary>An identifier that a record has and is not entered for stands with another record.</summary>
    private async Task AddHoldersAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        var own = (await db.RecordKeys.Where(k => ids.Contains(k.RecordId)).Select(k => new { k.Kind, k.Type, k.Value, k.RecordId }).ToListAsync(cancellationToken))
            .Select(k => (k.Kind, k.Type, k.Value, k.RecordId)).ToHashSet();
        var lacking = _records.Values.SelectMany(r => MatchKeys.Of(r.Kind, r.Fields, words).Select(k => (r.Kind, k.Type, k.Value, r.Id))).Where(k => !own.Contains(k)).ToList();
        foreach (var ofType in lacking.GroupBy(k => (k.Kind, k.Type)))
        {
            var (kind, type) = ofType.Key;
            var values = ofType.Select(k => k.Value).Distinct().ToArray();
            var holders = await db.RecordKeys.Where(k => k.Kind == kind && k.Type == type && values.Contains(k.Value)).Select(k => new { k.Value, k.RecordId }).ToDictionaryAsync(k => k.Value, k => k.RecordId, cancellationToken);
            foreach (var (_, _, value, id) in ofType)
                if (holders.TryGetValue(value, out var holder) && holder != id) _candidates.Add(DuplicatePairs.InOrder(id, holder));
        }
    }

    private async Task AddOfSameTitleAsync(CancellationToken cancellationToken)
    {
        var titles = _records.Values.Where(DuplicateReasons.HasTellingTitle).Select(r => r.SortTitle).Distinct().ToArray();
        if (titles.Length == 0) return;
        var alike = db.Records.Where(r => titles.Contains(r.SortTitle) && r.MergedInto == null && r.Year != null && (r.Kind == RecordKind.Work || r.Kind == RecordKind.Funding));
        var many = await alike.GroupBy(r => new { r.Kind, r.SortTitle, r.Year }).Where(g => g.Count() > 1 && g.Count() <= MostOfOneTitle).Select(g => g.Key).ToListAsync(cancellationToken);
        if (many.Count == 0) return;
        var (some, groups) = (many.Select(m => m.SortTitle).Distinct().ToArray(), many.Select(m => (m.Kind, m.SortTitle, m.Year)).ToHashSet());
        var years = many.Select(m => m.Year).Distinct().ToArray();
        var found = (await db.Records.AsNoTracking().Where(r => some.Contains(r.SortTitle) && years.Contains(r.Year) && r.MergedInto == null).ToListAsync(cancellationToken))
            .Where(r => groups.Contains((r.Kind, r.SortTitle, r.Year))).ToList();
        var planned = _records.Keys.ToHashSet();
        foreach (var record in found) _records.TryAdd(record.Id, record);
        foreach (var group in found.GroupBy(r => (r.Kind, r.SortTitle, r.Year)))
            foreach (var one in group.Where(r => planned.Contains(r.Id)))
                foreach (var other in group.Where(r => r.Id != one.Id)) _candidates.Add(DuplicatePairs.InOrder(one.Id, other.Id));
    }

    private async Task LoadOthersAsync(CancellationToken cancellationToken)
    {
        var ids = _candidates.SelectMany(c => new[] { c.First, c.Second }).Where(id => !_records.ContainsKey(id)).Distinct().ToArray();
        if (ids.Length > 0)
            foreach (var record in await db.Records.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken)) _records.Add(record.Id, record);
        var alike = _candidates.Where(c => _records[c.First].SortTitle == _records[c.Second].SortTitle).SelectMany(c => new[] { c.First, c.Second }).Distinct().ToArray();
        if (alike.Length > 0)
            _people = (await db.RecordPeople.AsNoTracking().Where(p => alike.Contains(p.RecordId) && p.EndedAt == null).ToListAsync(cancellationToken)).ToLookup(p => p.RecordId, p => p.PersonId);
    }

    private async Task<bool> WeighAsync((Guid First, Guid Second) at, DuplicatePair? known, CancellationToken cancellationToken)
    {
        if (known is { State: not DuplicateState.Open }) return false;
        var (one, other) = (_records[at.First], _records[at.Second]);
        var found = DuplicateReasons.Of(one, other, () => HaveSomebodyInCommon(one, other), words);
        if (found is not { Reason: DuplicateReason.SharedIdentifier } && known is { Reason: DuplicateReason.OrcidSaid } && await StillSaysSoAsync(one, other, cancellationToken)) return false;
        if (found is null)
        {
            if (known is null) return false;
            db.DuplicatePairs.Remove(known);
            return true;
        }
        if (known is null)
        {
            db.DuplicatePairs.Add(DuplicatePairs.New(one.Id, other.Id, one.Kind, found.Reason, found.Key, now));
            return true;
        }
        if ((known.Reason, known.Key) == (found.Reason, found.Key)) return false;
        (known.Reason, known.Key) = (found.Reason, found.Key);
        return true;
    }

    private bool HaveSomebodyInCommon(Record one, Record other) =>
        _people[one.Id].Intersect(_people[other.Id]).Any() || DuplicateReasons.FamilyNames(one.Fields).Intersect(DuplicateReasons.FamilyNames(other.Fields)).Any();

    private Task<bool> StillSaysSoAsync(Record one, Record other, CancellationToken cancellationToken) => one.MergedInto is not null || other.MergedInto is not null ? Task.FromResult(false)
        : db.SyncItems.AnyAsync(i => i.Failure == FailureKind.DuplicateOfOther && ((i.RecordId == one.Id && i.RefusedVersion >= one.Version) || (i.RecordId == other.Id && i.RefusedVersion >= other.Version)), cancellationToken);
}
