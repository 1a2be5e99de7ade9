using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Live;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records;
using OrcidPortal.Remote;

namespace OrcidPortal.Push;

/// <summary>The answer transaction: sync item, remote copy and history together, fenced by the lease.</summary>
public sealed class Answers(Transactions transactions, OverviewNews overview, PushMetrics metrics, ConnectionTransitions transitions, IOptions<OrcidOptions> orcid, Mistakes mistakes, TimeProvider time)
{
    // Item, copy, history and failed call are four rows; SQLite takes at most 300 in a transaction. A server takes a whole call's.
    private const int ItemsPerSqliteTransaction = 70;

    /// <summary>Saves what ORCID answered.</summary>
    /// <param name="session">The person under the lease.</param>
    /// <param name="intent">What was sent.</param>
    /// <param name="answers">One per item of the intent, in its order.</param>
    /// <param name="whole">The answer to the call itself.</param>
    /// <param name="duration">How long the call took.</param>
    /// <param name="release">The answer is about the call, not about its items: they are due as before.</param>
    /// <returns>What each item needs next, in the order of the intent.</returns>
    internal async Task<IReadOnlyList<PushStep>> WriteAsync(
        PersonSession session, Intent intent, IReadOnlyList<OrcidAnswer<StoredItem>> answers, OrcidResult whole, TimeSpan duration, bool release, CancellationToken cancellationToken)
    {
        var steps = new List<PushStep>();
        var pairs = intent.Items.Zip(answers).ToList();
        var most = transactions.AreShort ? ItemsPerSqliteTransaction : pairs.Count;
        for (var from = 0; from < pairs.Count; from += most)
        {
            var part = pairs.GetRange(from, Math.Min(most, pairs.Count - from));
            var isLast = from + part.Count == pairs.Count;
            steps.AddRange(await session.Hold.RunAsync((db, ct) => WritePartAsync(db, session, intent, part, isLast, whole, duration, release, ct), cancellationToken));
        }
        metrics.Answered(intent, steps, time.GetUtcNow());
        return steps;
    }

    /// <summary>An answer that came after another process had taken over changes nothing, but the call was made: the ledger says so.</summary>
    internal Task NoteLateAsync(PersonSession session, Intent intent, OrcidResult result, TimeSpan duration, CancellationToken cancellationToken) =>
        transactions.RunAsync((db, _) =>
        {
            Ledger.Add(db, new HistoryEntry
            {
                At = time.GetUtcNow(), PersonId = session.Access.PersonId, BatchId = intent.BatchId, AgreementId = intent.AgreementId, Orcid = session.Access.Orcid.Value,
                Operation = intent.Operation, Outcome = HistoryOutcome.Unknown, Section = intent.Section.Name(), HttpStatus = result.HttpStatus, By = intent.Items[0].By, DurationMs = (int)duration.TotalMilliseconds,
                Message = $"The answer to {intent.Items.Count} entries came after another process had taken over; that one goes by what stands at ORCID.",
            });
            return Task.CompletedTask;
        }, cancellationToken);

    private async Task<List<PushStep>> WritePartAsync(
        PortalDb db, PersonSession session, Intent intent, List<(IntentItem Line, OrcidAnswer<StoredItem> Answer)> part,
        bool isLast, OrcidResult whole, TimeSpan duration, bool release, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var ids = part.Select(p => p.Line.ItemId).ToArray();
        var items = await ItemsAsync(db, intent, ids, cancellationToken);
        var codes = part.Select(p => p.Answer.Value?.PutCode.Value).OfType<long>().ToArray();
        var copies = intent.Operation == SyncOperation.Add && session.BeganQuiet ? []
            : (await session.Copies(db, intent.Section.Name()).Where(c => (c.SyncItemId != null && ids.Contains(c.SyncItemId.Value)) || codes.Contains(c.PutCode)).ToListAsync(cancellationToken))
            .Where(c => c.SyncItemId is not null).ToDictionary(c => c.SyncItemId!.Value);
        var failed = await FailedCalls.LoadAsync(db, items.Values, part.Any(p => !p.Answer.IsOk), cancellationToken);
        var steps = new List<PushStep>();
        var planAgain = false;
        // Each look at what is tracked would compare all of it, for each of a hundred items anew; saving compares once.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var (line, answer) in part)
        {
            if (items.GetValueOrDefault(line.ItemId) is not { } item)
            {
                steps.Add(new PushStep(PushVerdict.Wait));
                continue;
            }
            var step = release ? new PushStep(PushVerdict.Connection) : PushPolicy.Next(item, intent.Operation, answer.Result, now);
            // Said of one item of many it is not about the connection, and sending it again and again would not help.
            if (step.Verdict == PushVerdict.Connection && whole is OrcidResult.Ok) step = new PushStep(PushVerdict.Fail, FailureKind.Unexpected, CountsAttempt: true);
            if (mistakes.Made == Mistake.BusyUsesAttempts && step.Verdict == PushVerdict.Wait) step = step with { CountsAttempt = true };
            if (mistakes.Made == Mistake.SenderWritesDesired && line.Record is { } sent) (item.DesiredFingerprint, item.DesiredVersion) = (sent.Fingerprint, line.Version);
            var writing = new ItemWriting(db, session, item, copies.GetValueOrDefault(item.Id), now);
            writing.Apply(step, intent.Operation, line, answer);
            writing.AddHistory(step, intent, line, answer.Result, duration);
            failed.Note(db, item, intent, line, answer.Result, now);
            planAgain |= step.Verdict == PushVerdict.Done && intent.Operation != SyncOperation.Remove && !line.IsFirstPhase && item.DesiredFingerprint != item.SentFingerprint;
            steps.Add(step);
        }
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        if (!release && whole is not OrcidResult.Ok) await transitions.ApplyAsync(db, session.Access, whole, WriteScopes.Of(intent.Section), session.OpenedAt, cancellationToken);
        // What was an addition when planned is an update now, and updates wait for a quiet time.
        if (planAgain) PlanRequests.Ask(db, PlanScope.Person, session.Access.PersonId, "sent", now);
        if (isLast) await EndAsync(db, session, intent, items, steps, now, cancellationToken);
        // First what is saved: topics are locked for the commit only.
        await db.SaveChangesAsync(cancellationToken);
        // What is saved need not be compared once more.
        db.ChangeTracker.Clear();
        await Topics.TouchAsync(db, Topics.Person(session.Access.PersonId), cancellationToken);
        await overview.TellAsync(db, cancellationToken);
        return steps;
    }

    /// <summary>The items of the call that are still in its batch: as the intent left them; where somebody changed one since, saving says so and they are read.</summary>
    private static async Task<Dictionary<Guid, SyncItem>> ItemsAsync(PortalDb db, Intent intent, Guid[] ids, CancellationToken cancellationToken)
    {
        if (intent.Take(ids) is not { } kept) return await db.SyncItems.Where(i => ids.Contains(i.Id) && i.BatchId == intent.BatchId).ToDictionaryAsync(i => i.Id, cancellationToken);
        db.SyncItems.AttachRange(kept);
        return kept.ToDictionary(i => i.Id);
    }

    private async Task EndAsync(
        PortalDb db, PersonSession session, Intent intent, Dictionary<Guid, SyncItem> written, List<PushStep> steps, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // As it was written with the intent: whoever holds the lease is alone with it.
        var batch = db.Batches.Attach(new Batch { Id = intent.BatchId, LeaseKey = session.Hold.Key, Orcid = session.Access.Orcid.Value, Section = intent.Section.Name(), StartedBy = intent.Items[0].By }).Entity;
        var ids = written.Keys.ToArray();
        if (written.Values.All(i => i.BatchId is null) && (written.Count == intent.Items.Count || !await db.SyncItems.AnyAsync(i => i.BatchId == batch.Id && !ids.Contains(i.Id), cancellationToken)))
        {
            batch.State = BatchState.Answered;
            batch.EndedAt = now;
            return;
        }
        // After an unknown outcome the registry may still be at work on it; a duplicate can be looked at right away.
        batch.ReadBackAfter = steps.Any(s => s.Verdict == PushVerdict.ReadBack) ? now + orcid.Value.CallTimeout : now;
    }
}
