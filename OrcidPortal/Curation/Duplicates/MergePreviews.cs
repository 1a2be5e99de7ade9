using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Push;
using OrcidPortal.Records;

namespace OrcidPortal.Curation.Duplicates;

/// <summary>Says what merging two records would do, without doing it.</summary>
public sealed class MergePreviews(IDbContextFactory<PortalDb> contexts, MappingContexts mapping, TimeProvider time)
{
    /// <summary>What would follow.</summary>
    /// <param name="keepId">The one of the pair that would stay.</param>
    /// <returns>Null where nobody has to decide on such a pair any more.</returns>
    public async Task<MergeEffect?> PreviewAsync(Guid pairId, Guid keepId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var pair = await DuplicateList.Open(db).AsNoTracking().SingleOrDefaultAsync(p => p.Id == pairId && (p.FirstId == keepId || p.SecondId == keepId), cancellationToken);
        if (pair is null) return null;
        var goneId = pair.FirstId == keepId ? pair.SecondId : pair.FirstId;
        var records = await RecordUpdate.Tracked(db).AsNoTracking().Where(r => r.Id == keepId || r.Id == goneId).ToDictionaryAsync(r => r.Id, cancellationToken);
        var (kept, gone) = (records[keepId], records[goneId]);
        var fields = new RecordMerging(kept, gone, time.GetUtcNow()).Preview();
        var merged = new Record { Id = keepId, Kind = kept.Kind, Fields = fields };
        var mapped = RecordMapper.Map(kept.Kind, fields, (await mapping.LoadAsync(db, [merged], cancellationToken))[keepId]);
        var items = (await db.SyncItems.AsNoTracking().Where(i => (i.RecordId == keepId || i.RecordId == goneId)
            && db.Connections.Any(c => c.PersonId == i.PersonId && c.State == ConnectionState.Connected)).ToListAsync(cancellationToken)).ToLookup(i => i.PersonId);
        var (removals, updates, leftAlone) = (0, 0, 0);
        foreach (var ofPerson in items)
        {
            var (to, from) = (ofPerson.FirstOrDefault(i => i.RecordId == keepId), ofPerson.FirstOrDefault(i => i.RecordId == goneId));
            var there = to?.PutCode is not null ? to : from?.PutCode is not null ? from : null;
            if (there is null) continue;
            if (ItemMerging.IsLeftAlone(to, from))
            {
                leftAlone++;
                continue;
            }
            if (ItemMerging.AreBothThere(to, from)) removals++;
            if (there.Desired == Desired.Present && mapped.CanBeSent && mapped.Fingerprint != there.SentFingerprint) updates++;
        }
        return new MergeEffect(removals, updates, gone.People.Count(p => p.EndedAt is null), leftAlone, fields, kept.Version, gone.Version);
    }
}
