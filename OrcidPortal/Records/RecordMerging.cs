using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Records;

/// <summary>Makes one record of two: source entries, corrections, identifiers and people follow to the one that stays, whose own values come first.</summary>
/// <param name="kept">The one that stays, tracked with all that belongs to it.</param>
/// <param name="gone">The other one, likewise.</param>
internal sealed class RecordMerging(Record kept, Record gone, DateTimeOffset now)
{
    private const string Moved = "Moved with its record to the one it was merged into";
    private const string HadItsOwn = "The record it was merged into has a correction of its own there";
    private const string OfAnotherList = "It belonged to a list that the record it was merged into does not have";

    /// <summary>The fields that the one that stays will have. Changes nothing.</summary>
    public RecordFields Preview()
    {
        var entries = kept.SourceEntries.Concat(gone.SourceEntries.Select(e => new SourceEntry { Source = e.Source, LocalId = e.LocalId, Fields = e.Fields, FirstSeenAt = e.FirstSeenAt, JoinedAt = JoinedAt(e) }));
        var fromSources = EffectiveRecord.FromSources(entries);
        return EffectiveRecord.WithCorrections(fromSources, kept.Corrections.Concat(gone.Corrections.Where(c => Fate(c, fromSources) == Moved).Select(c => Copy(c, fromSources))));
    }

    /// <summary>Merges, in the caller's transaction.</summary>
    /// <param name="stillThere">People for whom both stand at ORCID: what stands there for the one that is gone has still to be removed.</param>
    /// <param name="cause">As the change queue keeps it.</param>
    public async Task RunAsync(PortalDb db, VocabularySnapshot words, IReadOnlySet<Guid> stillThere, string cause, CancellationToken cancellationToken)
    {
        MoveEntries();
        MoveCorrections(db);
        MoveKeys();
        MovePeople(stillThere);
        gone.Terms.Clear();
        await db.RecordProblems.Where(p => p.RecordId == gone.Id).ExecuteDeleteAsync(cancellationToken);
        RecordUpdate.Apply(kept, now);
        (await KnownRecords.OfAsync(db, kept, kept.Fields, words, cancellationToken)).ClaimKeys(db, kept);
        gone.MergedInto = kept.Id;
        gone.Version++;
        (gone.CheckedVersion, gone.ProblemCount, gone.ChangedAt) = (gone.Version, 0, now);
        RecordUpdate.Touch(db, kept);
        RecordUpdate.Queue(db, kept, Origin.Hand, cause, now);
        RecordUpdate.Queue(db, gone, Origin.Hand, cause, now);
    }

    private void MoveEntries()
    {
        foreach (var entry in gone.SourceEntries.ToList())
        {
            gone.SourceEntries.Remove(entry);
            entry.RecordId = kept.Id;
            entry.JoinedAt = JoinedAt(entry);
            kept.SourceEntries.Add(entry);
        }
    }

    // What had come to it by a merge spoke last there, too.
    private DateTimeOffset JoinedAt(SourceEntry entry) => entry.JoinedAt is null ? now : now.AddMilliseconds(1);

    private void MoveCorrections(PortalDb db)
    {
        var fromSources = EffectiveRecord.FromSources(kept.SourceEntries);
        foreach (var correction in gone.Corrections.Where(c => c.RetiredAt is null).ToList())
        {
            correction.RetiredAt = now;
            correction.RetiredBecause = Fate(correction, fromSources);
            if (correction.RetiredBecause != Moved) continue;
            var copy = Copy(correction, fromSources);
            kept.Corrections.Add(copy);
            db.Corrections.Add(copy);
        }
    }

    private string Fate(Correction correction, RecordFields fromSources)
    {
        if (kept.Corrections.Any(c => c.RetiredAt is null && c.Field == correction.Field && c.Key == correction.Key)) return HadItsOwn;
        // Contributors are named by their place in one list: in another list the same name means somebody else.
        return correction.Field == FieldPaths.Contributors && EffectiveRecord.SourceValue(fromSources, correction.Field, correction.Key) != correction.BaseValue ? OfAnotherList : Moved;
    }

    // It was made against what that record's sources said; the curator who merges has seen what these say.
    private Correction Copy(Correction correction, RecordFields fromSources) => new()
    {
        RecordId = kept.Id, Field = correction.Field, Key = correction.Key, Op = correction.Op, Value = correction.Value, By = correction.By, Reason = correction.Reason, At = correction.At,
        BaseValue = EffectiveRecord.SourceValue(fromSources, correction.Field, correction.Key),
    };

    private void MoveKeys()
    {
        foreach (var key in gone.Keys.ToList())
        {
            gone.Keys.Remove(key);
            key.RecordId = kept.Id;
            kept.Keys.Add(key);
        }
    }

    private void MovePeople(IReadOnlySet<Guid> stillThere)
    {
        foreach (var link in gone.People.ToList())
        {
            var own = kept.People.Find(p => p.PersonId == link.PersonId);
            if (own is null) kept.People.Add(new RecordPerson { RecordId = kept.Id, PersonId = link.PersonId, Since = link.Since, EndedAt = link.EndedAt });
            else if (link.EndedAt is null) own.EndedAt = null;
            if (stillThere.Contains(link.PersonId)) link.EndedAt ??= now;
            else gone.People.Remove(link);
        }
    }
}
