using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Data;

/// <summary>
/// Keeps <see cref="RecordToFix"/> true in each transaction that moves an item to or from <see cref="SyncState.NeedsFix"/>. States are written in a dozen places of
/// Push; here none of them can forget it. What is updated past the change tracker must not touch that state.
/// </summary>
internal sealed class RecordsToFixKeeping
{
    private const int Chunk = 500;
    private readonly HashSet<Guid> _touched = [];

    /// <summary>Notes what a save is about to change.</summary>
    public void Note(ChangeTracker changes)
    {
        foreach (var entry in changes.Entries<SyncItem>())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted)) continue;
            var before = entry.State == EntityState.Added ? (SyncState?)null : entry.Property(i => i.State).OriginalValue;
            var after = entry.State == EntityState.Deleted ? (SyncState?)null : entry.Entity.State;
            if (before != after && (before == SyncState.NeedsFix || after == SyncState.NeedsFix)) _touched.Add(entry.Entity.RecordId);
        }
        foreach (var entry in changes.Entries<Record>())
            if (entry.State == EntityState.Modified && entry.Property(r => r.SortTitle).IsModified) _touched.Add(entry.Entity.Id);
    }

    /// <summary>Brings the rows of what was noted to what the items say now; the last thing before the commit.</summary>
    public async Task KeepAsync(PortalDb db, CancellationToken cancellationToken)
    {
        foreach (var ids in _touched.Order().Chunk(Chunk)) await KeepAsync(db, ids, cancellationToken);
        _touched.Clear();
    }

    private static async Task KeepAsync(PortalDb db, Guid[] ids, CancellationToken cancellationToken)
    {
        // Two who move items of the same record take turns, or each would count without the other.
        if (db is not SqlitePortalDb) await db.Records.Where(r => ids.Contains(r.Id)).ExecuteUpdateAsync(s => s.SetProperty(r => r.Revision, r => r.Revision), cancellationToken);
        var waiting = await db.SyncItems.Where(i => ids.Contains(i.RecordId) && i.State == SyncState.NeedsFix)
            .GroupBy(i => i.RecordId).Select(g => new { RecordId = g.Key, Since = g.Min(i => i.StateSince) }).ToDictionaryAsync(w => w.RecordId, w => w.Since, cancellationToken);
        var rows = await db.RecordsToFix.Where(r => ids.Contains(r.RecordId)).ToDictionaryAsync(r => r.RecordId, cancellationToken);
        db.RecordsToFix.RemoveRange(rows.Values.Where(r => !waiting.ContainsKey(r.RecordId)));
        var wanted = waiting.Keys.ToArray();
        var records = wanted.Length == 0 ? [] : await db.Records.Where(r => wanted.Contains(r.Id)).Select(r => new
        {
            r.Id, r.Kind, r.SortTitle, Source = db.SourceEntries.Where(s => s.RecordId == r.Id).OrderBy(s => s.FirstSeenAt).ThenBy(s => s.Source).Select(s => s.Source).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        foreach (var record in records)
        {
            if (!rows.TryGetValue(record.Id, out var row)) db.RecordsToFix.Add(row = new RecordToFix { RecordId = record.Id, Kind = record.Kind });
            (row.SortTitle, row.Source, row.Since) = (record.SortTitle, RecordToFix.KindOf(record.Source), waiting[record.Id]);
        }
        await db.SaveChangesAsync(cancellationToken);
    }
}
