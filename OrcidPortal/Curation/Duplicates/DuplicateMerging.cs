using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Live;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Records.Duplicates;
using OrcidPortal.Records.Vocabularies;
using OrcidPortal.Security;

namespace OrcidPortal.Curation.Duplicates;

/// <summary>
/// A curator's word on two records: they are the same, and one stays, or they are different, for good. All of it is one transaction: whoever is stopped
/// in between has changed nothing. Starting the push is the caller's.
/// </summary>
public sealed class DuplicateMerging(Transactions transactions, VocabularyStore vocabularies, TimeProvider time)
{
    /// <summary>They are the same: one stays, and everything of the other one follows to it.</summary>
    /// <param name="keepId">The one of the pair that stays.</param>
    /// <param name="keptVersion">Its version as it was shown; null: whatever it is now.</param>
    /// <param name="goneVersion">The other one's; null: whatever it is now.</param>
    /// <param name="within">Where one is of these departments; null: whosever they are.</param>
    public Task<MergeResult> MergeAsync(Guid pairId, Guid keepId, int? keptVersion, int? goneVersion, Actor actor, CancellationToken cancellationToken, ValueList<string>? within = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return transactions.RunAsync((db, ct) => MergeAsync(db, pairId, keepId, keptVersion, goneVersion, actor, within, ct), cancellationToken);
    }

    /// <summary>They are different; found again they stay so.</summary>
    /// <inheritdoc cref="MergeAsync(Guid, Guid, int?, int?, Actor, CancellationToken, ValueList{string})" path="/param"/>
    public Task<MergeResult> DifferentAsync(Guid pairId, Actor actor, CancellationToken cancellationToken, ValueList<string>? within = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return transactions.RunAsync<MergeResult>(async (db, ct) =>
        {
            if (await DuplicateList.Within(db, db.DuplicatePairs, within).SingleOrDefaultAsync(p => p.Id == pairId, ct) is not { } pair) return new MergeResult.NotFound();
            if (Answered(pair) is { } answered) return answered;
            var now = time.GetUtcNow();
            Decide(pair, DuplicateState.Different, actor, now);
            AuditLog.Add(db, actor, "duplicate.different", $"record:{pair.FirstId}", $"perhaps the same as record:{pair.SecondId} ({pair.Reason} {pair.Key})".Replace(" )", ")", StringComparison.Ordinal), $"different from record:{pair.SecondId}", now);
            await Topics.TouchAsync(db, Topics.Curation, ct);
            return new MergeResult.Done(null);
        }, cancellationToken);
    }

    private async Task<MergeResult> MergeAsync(PortalDb db, Guid pairId, Guid keepId, int? keptVersion, int? goneVersion, Actor actor, ValueList<string>? within, CancellationToken cancellationToken)
    {
        if (await DuplicateList.Within(db, db.DuplicatePairs, within).SingleOrDefaultAsync(p => p.Id == pairId && (p.FirstId == keepId || p.SecondId == keepId), cancellationToken) is not { } pair) return new MergeResult.NotFound();
        if (Answered(pair) is { } answered) return answered;
        var goneId = pair.FirstId == keepId ? pair.SecondId : pair.FirstId;
        var records = await RecordUpdate.Tracked(db).Where(r => r.Id == keepId || r.Id == goneId).ToDictionaryAsync(r => r.Id, cancellationToken);
        var (kept, gone) = (records[keepId], records[goneId]);
        if (kept.MergedInto is not null || gone.MergedInto is not null || (keptVersion ?? kept.Version) != kept.Version || (goneVersion ?? gone.Version) != gone.Version) return new MergeResult.Changed();
        var items = await db.SyncItems.Where(i => i.RecordId == keepId || i.RecordId == goneId).ToListAsync(cancellationToken);
        if (ItemMerging.IsBusy(items)) return new MergeResult.Busy();

        var now = time.GetUtcNow();
        var (before, told) = ($"{Describe(gone)}; {Describe(kept)}", gone.People.Where(p => p.EndedAt is null).Select(p => p.PersonId).ToList());
        var affected = kept.People.Concat(gone.People).Select(p => p.PersonId).Concat(items.Select(i => i.PersonId)).Distinct().Order().ToList();
        var stillThere = await ItemMerging.MergeAsync(db, keepId, goneId, items, now, cancellationToken);
        await new RecordMerging(kept, gone, now).RunAsync(db, await vocabularies.CurrentAsync(db, cancellationToken), stillThere, $"record.merged:{pairId:N}", cancellationToken);
        Decide(pair, DuplicateState.Merged, actor, now);
        pair.KeptId = keepId;
        await HandOnAsync(db, pair, keepId, goneId, now, cancellationToken);
        foreach (var person in told) Tell(db, person, kept, gone, actor, now);
        var after = $"{Describe(kept)}; to be removed at ORCID for {stillThere.Count} people";
        AuditLog.Add(db, actor, "record.merged", $"record:{keepId}", before, after, now);
        AuditLog.Add(db, actor, "record.merged", $"record:{goneId}", before, $"merged into record:{keepId}", now);
        // First what is saved: topics are locked for the commit only.
        await db.SaveChangesAsync(cancellationToken);
        foreach (var person in affected) await Topics.TouchAsync(db, Topics.Person(person), cancellationToken);
        await Topics.TouchAsync(db, Topics.Curation, cancellationToken);
        await Topics.TouchAsync(db, Topics.Overview, cancellationToken);
        return new MergeResult.Done(keepId);
    }

    private static MergeResult.Decided? Answered(DuplicatePair pair) => pair.State == DuplicateState.Open ? null : new MergeResult.Decided(pair.DecidedBy ?? "", pair.State == DuplicateState.Merged);

    private static void Decide(DuplicatePair pair, DuplicateState state, Actor actor, DateTimeOffset now) =>
        (pair.State, pair.DecidedAt, pair.DecidedBy) = (state, now, actor.Name.Length <= 300 ? actor.Name : actor.Name[..300]);

    /// <summary>What was said or is to be said of the one that is gone and a third one counts for the one that stays.</summary>
    private static async Task HandOnAsync(PortalDb db, DuplicatePair merged, Guid keptId, Guid goneId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var pairs = await db.DuplicatePairs.Where(p => p.FirstId == goneId || p.SecondId == goneId || p.FirstId == keptId || p.SecondId == keptId).ToListAsync(cancellationToken);
        foreach (var pair in pairs.Where(p => p != merged && p.State != DuplicateState.Merged && (p.FirstId == goneId || p.SecondId == goneId)))
        {
            var third = pair.FirstId == goneId ? pair.SecondId : pair.FirstId;
            var (first, second) = DuplicatePairs.InOrder(keptId, third);
            var own = pairs.Find(p => p.FirstId == first && p.SecondId == second);
            if (own is null) db.DuplicatePairs.Add(own = DuplicatePairs.New(keptId, third, pair.Kind, pair.Reason, pair.Key, now));
            if (pair.State == DuplicateState.Open) db.DuplicatePairs.Remove(pair);
            else if (own.State == DuplicateState.Open) (own.State, own.DecidedAt, own.DecidedBy) = (pair.State, pair.DecidedAt, pair.DecidedBy);
        }
    }

    private static void Tell(PortalDb db, Guid personId, Record kept, Record gone, Actor actor, DateTimeOffset now)
    {
        var (stays, goes) = (Cut(kept.Title), Cut(gone.Title));
        db.MergeNotices.Add(new MergeNotice { PersonId = personId, RecordId = kept.Id, KeptTitle = stays, GoneTitle = goes, At = now });
        Ledger.Add(db, new HistoryEntry
        {
            At = now, PersonId = personId, RecordId = kept.Id, Operation = SyncOperation.Merge, Outcome = HistoryOutcome.Done, Title = stays, By = actor.Name,
            Message = goes == stays ? "It stood here twice and is one entry now." : $"“{goes}” and “{stays}” were two entries of one work. They are one now.",
        });
    }

    private static string Describe(Record record) =>
        $"record:{record.Id} “{Cut(record.Title)}” version {record.Version}, sources {string.Join(", ", record.SourceEntries.Select(e => $"{e.Source} {e.LocalId}"))}, {record.People.Count(p => p.EndedAt is null)} people";

    private static string Cut(string title) => title.Length <= 1000 ? title : title[..999] + "…";
}
