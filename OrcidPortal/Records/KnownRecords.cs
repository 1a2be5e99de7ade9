using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Records;

/// <summary>The records that a transaction's drafts may belong to, tracked, and the identifiers that are taken.</summary>
internal sealed class KnownRecords(VocabularySnapshot words)
{
    private readonly Dictionary<(string Source, string LocalId), Record> _byEntry = [];
    private readonly Dictionary<(RecordKind Kind, string Type, string Value), Guid> _byKey = [];
    private readonly Dictionary<Guid, Record> _byId = [];

    /// <summary>Loads what the drafts' source entries and identifiers point to, in four queries.</summary>
    public static async Task<KnownRecords> LoadAsync(PortalDb db, IReadOnlyList<RecordDraft> drafts, VocabularySnapshot words, CancellationToken cancellationToken)
    {
        var known = new KnownRecords(words);
        var entries = new List<(string Source, string LocalId, Guid RecordId)>();
        foreach (var ofSource in drafts.Where(d => d.LocalId is not null).GroupBy(d => d.Source))
        {
            var localIds = ofSource.Select(d => MatchKeys.Shorten(d.LocalId)).Distinct().ToArray();
            var found = await db.SourceEntries.AsNoTracking().Where(e => e.Source == ofSource.Key && localIds.Contains(e.LocalId))
                .Select(e => new { e.Source, e.LocalId, e.RecordId }).ToListAsync(cancellationToken);
            entries.AddRange(found.Select(e => (e.Source, e.LocalId, e.RecordId)));
        }
        await known.LoadKeysAsync(db, drafts.SelectMany(d => known.KeysOf(d.Kind, d.Fields)), cancellationToken);
        await known.LoadRecordsAsync(db, [.. entries.Select(e => e.RecordId).Concat(known._byKey.Values).Distinct()], cancellationToken);
        await known.LoadTakenOverAsync(db, drafts, cancellationToken);
        foreach (var (source, localId, recordId) in entries) known._byEntry[(source, localId)] = known._byId[recordId];
        return known;
    }

    /// <summary>The record that holds this source entry.</summary>
    public Record? BySourceEntry(string source, string localId) => _byEntry.GetValueOrDefault((source, localId));

    /// <summary>The record that one of the draft's identifiers names, the first identifier first.</summary>
    public Record? ByKeys(RecordKind kind, RecordFields fields)
    {
        foreach (var (type, value) in MatchKeys.Of(kind, fields, words))
            if (_byKey.TryGetValue((kind, type, value), out var id) && _byId.TryGetValue(id, out var record)
                && (!MatchKeys.AsksForTitle(type, value) || HasLikeTitle(record, fields.Title))) return record;
        return null;
    }

    /// <summary>What the draft's person took over from ORCID and the repository did not have: without an identifier in common it is known by its title and year.</summary>
    public Record? TakenOver(RecordDraft draft) => TakenOverTitle(draft) is { } title
        ? _byId.Values.FirstOrDefault(r => r.OnlyAtOrcid && r.Kind == draft.Kind && r.SortTitle == title && r.Year == YearOf(draft.Fields) && r.People.Exists(p => p.PersonId == draft.PersonId && p.EndedAt is null))
        : null;

    /// <summary>The title by which it may be known; null where it says too little, or the draft comes from ORCID itself.</summary>
    private static string? TakenOverTitle(RecordDraft draft) =>
        draft is { Kind: RecordKind.Work or RecordKind.Funding, PersonId: not null } && !OrcidSource.Is(draft.Source) && RecordUpdate.SortForm(draft.Fields.Title) is { Length: >= 20 } title ? title : null;

    private static int? YearOf(RecordFields fields) => Identifiers.PartialDate.TryParse(fields.PublicationDate ?? fields.StartDate, out var date) ? date.Year : null;

    private async Task LoadTakenOverAsync(PortalDb db, IReadOnlyList<RecordDraft> drafts, CancellationToken cancellationToken)
    {
        var titles = drafts.Select(TakenOverTitle).OfType<string>().Distinct().ToArray();
        if (titles.Length == 0) return;
        var people = drafts.Select(d => d.PersonId).OfType<Guid>().Distinct().ToArray();
        var ids = await db.Records.Where(r => titles.Contains(r.SortTitle) && r.OnlyAtOrcid && r.People.Any(p => people.Contains(p.PersonId))).Select(r => r.Id).ToArrayAsync(cancellationToken);
        await LoadRecordsAsync(db, [.. ids.Where(id => !_byId.ContainsKey(id))], cancellationToken);
    }

    private static bool HasLikeTitle(Record record, string? title) =>
        record.SourceEntries.Select(e => e.Fields.Title).Append(record.Fields.Title).Any(t => MatchKeys.AreAlike(t, title));

    /// <summary>Takes a new record in, so that later drafts of the same transaction find it.</summary>
    public Record Add(PortalDb db, Record record)
    {
        db.Records.Add(record);
        _byId[record.Id] = record;
        return record;
    }

    public void Remember(SourceEntry entry, Record record) => _byEntry[(entry.Source, entry.LocalId)] = record;

    /// <summary>Gives the record the identifiers it now has, and frees those it lost. One that another record holds stays there; the planner reports the pair.</summary>
    public void ClaimKeys(PortalDb db, Record record)
    {
        var wanted = MatchKeys.Of(record.Kind, record.Fields, words).Concat(record.SourceEntries.SelectMany(e => MatchKeys.Of(record.Kind, e.Fields, words))).ToHashSet();
        foreach (var lost in record.Keys.Where(k => !wanted.Contains((k.Type, k.Value))).ToList())
        {
            record.Keys.Remove(lost);
            db.RecordKeys.Remove(lost);
            _byKey.Remove((lost.Kind, lost.Type, lost.Value));
        }
        foreach (var (type, value) in wanted)
        {
            if (!_byKey.TryAdd((record.Kind, type, value), record.Id)) continue;
            var key = new RecordKey { Kind = record.Kind, Type = type, Value = value, RecordId = record.Id };
            record.Keys.Add(key);
            db.RecordKeys.Add(key);
        }
    }

    /// <summary>Looks up who holds the identifiers of a record that is corrected.</summary>
    public static async Task<KnownRecords> OfAsync(PortalDb db, Record record, RecordFields fields, VocabularySnapshot words, CancellationToken cancellationToken)
    {
        var known = new KnownRecords(words);
        known.Take(record);
        await known.LoadKeysAsync(db, known.KeysOf(record.Kind, fields).Concat(known.WantedBy(record)), cancellationToken);
        return known;
    }

    private IEnumerable<(RecordKind Kind, string Type, string Value)> KeysOf(RecordKind kind, RecordFields fields) =>
        MatchKeys.Of(kind, fields, words).Select(k => (kind, k.Type, k.Value));

    private IEnumerable<(RecordKind Kind, string Type, string Value)> WantedBy(Record record) =>
        KeysOf(record.Kind, record.Fields).Concat(record.SourceEntries.SelectMany(e => KeysOf(record.Kind, e.Fields)));

    // Only who holds a key is needed; the holder itself is loaded where a draft may belong to it.
    private async Task LoadKeysAsync(PortalDb db, IEnumerable<(RecordKind Kind, string Type, string Value)> keys, CancellationToken cancellationToken)
    {
        foreach (var ofType in keys.Where(k => !_byKey.ContainsKey(k)).Distinct().GroupBy(k => (k.Kind, k.Type)))
        {
            var (kind, type) = ofType.Key;
            var values = ofType.Select(k => k.Value).ToArray();
            var found = await db.RecordKeys.AsNoTracking().Where(k => k.Kind == kind && k.Type == type && values.Contains(k.Value)).ToListAsync(cancellationToken);
            foreach (var key in found) _byKey[(key.Kind, key.Type, key.Value)] = key.RecordId;
        }
    }

    private async Task LoadRecordsAsync(PortalDb db, Guid[] ids, CancellationToken cancellationToken)
    {
        if (ids.Length == 0) return;
        foreach (var record in await RecordUpdate.Tracked(db).Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken)) Take(record);
        await LoadKeysAsync(db, _byId.Values.SelectMany(WantedBy), cancellationToken);
    }

    private void Take(Record record)
    {
        _byId[record.Id] = record;
        foreach (var key in record.Keys) _byKey[(key.Kind, key.Type, key.Value)] = record.Id;
    }
}
