using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Identifiers;
using OrcidPortal.Live;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records.Duplicates;
using OrcidPortal.Remote;

namespace OrcidPortal.Push;

/// <summary>
/// ORCID says that we already added such a work (9021). The put-code in its text is a hint: the work is read, and adopted only if it is ours,
/// shares a self id, and belongs to no other of our records. That of a change, too: then we had a wrong put-code.
/// </summary>
public sealed class DuplicateLook(OrcidMemberClient client, CallBudget budget, Mistakes mistakes, TimeProvider time)
{
    private const int ItemsPerTransaction = 90;

    /// <summary>Looks at each duplicate of one call. Of additions, what cannot be settled here stays open and is read back.</summary>
    /// <param name="intent">The call.</param>
    /// <param name="duplicates">Its items that ORCID called duplicates, with the answers.</param>
    internal async Task LookAsync(
        PersonSession session, Intent intent, IReadOnlyList<(IntentItem Line, OrcidAnswer<StoredItem> Answer)> duplicates, CancellationToken cancellationToken)
    {
        var hints = duplicates.Select(d => ((OrcidResult.Duplicate)d.Answer.Result).PutCode).OfType<PutCode>().Distinct().ToList();
        if (hints.Count == 0)
        {
            await FailAsync(session, intent, duplicates, cancellationToken);
            return;
        }
        var answer = await budget.CallAsync(session.Hold, () => ItemLook.ReadAsync(client, session, intent.Section, hints), cancellationToken);
        if (answer.Value is not { } items) return;
        var stored = items.DistinctBy(w => w.PutCode).ToDictionary(w => w.PutCode);
        var found = duplicates.Select(d => (d.Line, d.Answer.Result, Stored: mistakes.Made == Mistake.AdoptsUnseen ? Unseen(d) : Found(d, stored, session))).Where(d => d.Stored is not null).ToList();
        foreach (var part in found.Chunk(ItemsPerTransaction))
            await session.Hold.RunAsync((db, ct) => WriteAsync(db, session, intent, part, answer.Duration, ct), cancellationToken);
        await session.Hold.RunAsync((db, ct) => EndAsync(db, intent, ct), cancellationToken);
        await FailAsync(session, intent, duplicates.Where(d => found.All(f => f.Line != d.Line)).ToList(), cancellationToken);
    }

    /// <summary>A change that meets an entry which is not ours, or of which ORCID does not say the number: which of them is right is for people to say.</summary>
    private async Task FailAsync(PersonSession session, Intent intent, IReadOnlyList<(IntentItem Line, OrcidAnswer<StoredItem> Answer)> duplicates, CancellationToken cancellationToken)
    {
        if (intent.Operation != SyncOperation.Update || duplicates.Count == 0) return;
        await session.Hold.RunAsync(async (db, ct) =>
        {
            var (line, answer) = duplicates[0];
            if (await db.SyncItems.SingleOrDefaultAsync(i => i.Id == line.ItemId && i.BatchId == intent.BatchId, ct) is not { } item) return;
            new ItemWriting(db, session, item, null, time.GetUtcNow()).Stop(new PushStep(PushVerdict.Fail, FailureKind.DuplicateOfOther), answer.Result, line.Version);
            await db.SaveChangesAsync(ct);
            await EndAsync(db, intent, ct);
            await Topics.TouchAsync(db, Topics.Person(session.Access.PersonId), ct);
            await Topics.TouchAsync(db, Topics.Overview, ct);
        }, cancellationToken);
    }

    private static StoredItem? Unseen((IntentItem Line, OrcidAnswer<StoredItem> Answer) duplicate) =>
        ((OrcidResult.Duplicate)duplicate.Answer.Result).PutCode is { } hint ? StoredItem.Sent(hint, duplicate.Line.Record!.Message) : null;

    private static StoredItem? Found((IntentItem Line, OrcidAnswer<StoredItem> Answer) duplicate, Dictionary<PutCode, StoredItem> stored, PersonSession session)
    {
        if (((OrcidResult.Duplicate)duplicate.Answer.Result).PutCode is not { } hint || stored.GetValueOrDefault(hint) is not { } item) return null;
        var own = duplicate.Line.Record!.SelfKeys;
        return item.SourceClientId == session.Access.ClientId && SelfKeys.Of(item.Message).Any(own.Contains) ? item : null;
    }

    private async Task WriteAsync(
        PortalDb db, PersonSession session, Intent intent, (IntentItem Line, OrcidResult Result, StoredItem? Stored)[] part, TimeSpan duration, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var codes = part.Select(p => p.Stored!.PutCode.Value).ToArray();
        var copies = await session.Copies(db, intent.Section.Name()).Where(c => codes.Contains(c.PutCode)).ToDictionaryAsync(c => c.PutCode, cancellationToken);
        var ids = part.Select(p => p.Line.ItemId).Concat(copies.Values.Select(c => c.SyncItemId).OfType<Guid>()).Distinct().ToArray();
        var items = await db.SyncItems.Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancellationToken);
        foreach (var (line, result, stored) in part)
        {
            if (items.GetValueOrDefault(line.ItemId) is not { } item || item.BatchId != intent.BatchId) continue;
            var copy = copies.GetValueOrDefault(stored!.PutCode.Value) ?? db.RemoteCopies.Local.FirstOrDefault(c => c.Section == intent.Section.Name() && c.PutCode == stored.PutCode.Value);
            if (copy?.SyncItemId is { } otherId && otherId != item.Id)
            {
                var both = new PushStep(PushVerdict.Fail, FailureKind.DuplicateOfOther, CountsAttempt: true);
                new ItemWriting(db, session, item, null, now).Stop(both, result, line.Version);
                if (items.GetValueOrDefault(otherId) is { } same) await DuplicatePairs.NoteAsync(db, item, same, now, cancellationToken);
                if (items.GetValueOrDefault(otherId) is { BatchId: null } other) new ItemWriting(db, session, other, copy, now).Stop(both, result, other.DesiredVersion);
                Note(db, session, intent, line, HistoryOutcome.Refused, stored, "ORCID already has it as another of our entries: both wait until it is clear which is which.", duration);
                continue;
            }
            // Had it another number before, that one was wrong: what stands there belongs to nobody we know.
            if (intent.Operation == SyncOperation.Update)
                db.RemoteCopies.RemoveRange(await session.Copies(db, intent.Section.Name()).Where(c => c.SyncItemId == item.Id && c.PutCode != stored.PutCode.Value).ToListAsync(cancellationToken));
            new ItemWriting(db, session, item, copy, now).Adopt(stored.PutCode.Value, Fingerprints.Of(stored.Message), SelfKeys.Of(stored.Message), line.Title);
            Note(db, session, intent, line, HistoryOutcome.Done, stored, "ORCID already had it from this portal: looked at and taken as already sent.", duration);
        }
        await Topics.TouchAsync(db, Topics.Person(session.Access.PersonId), cancellationToken);
        await Topics.TouchAsync(db, Topics.Overview, cancellationToken);
        await Topics.TouchAsync(db, Topics.Curation, cancellationToken);
    }

    private async Task EndAsync(PortalDb db, Intent intent, CancellationToken cancellationToken)
    {
        if (await db.SyncItems.AnyAsync(i => i.BatchId == intent.BatchId, cancellationToken)) return;
        var batch = await db.Batches.SingleAsync(b => b.Id == intent.BatchId, cancellationToken);
        batch.State = BatchState.Answered;
        batch.EndedAt = time.GetUtcNow();
    }

    private void Note(PortalDb db, PersonSession session, Intent intent, IntentItem line, HistoryOutcome outcome, StoredItem stored, string message, TimeSpan duration) => Ledger.Add(db, new HistoryEntry
    {
        At = time.GetUtcNow(), PersonId = session.Access.PersonId, RecordId = line.RecordId, SyncItemId = line.ItemId, BatchId = intent.BatchId, AgreementId = intent.AgreementId,
        Orcid = session.Access.Orcid.Value, Operation = SyncOperation.Adopt, Outcome = outcome, Section = intent.Section.Name(), PutCode = stored.PutCode.Value, Message = message, Title = line.Title,
        By = line.By, DurationMs = (int)duration.TotalMilliseconds,
    });
}
