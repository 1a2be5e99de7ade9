using Microsoft.EntityFrameworkCore;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Live;
using OrcidPortal.Records;
using OrcidPortal.Remote;

namespace OrcidPortal.Push.Reconciling;

/// <summary>
/// Repairs for one person what a report names and is still so: reads once more, writes down what of it was chosen, and settles it by the ordinary rules.
/// Nothing is sent from here: what is to be sent again waits for planner and sender.
/// </summary>
public sealed class PersonRepair(
    Tokens tokens, Leases leases, BatchRecovery recovery, RecordComparison records, CopySettling settling, ContentLook look, ConnectionTransitions transitions, IDbContextFactory<PortalDb> contexts, TimeProvider time)
{
    private const int ItemsPerTransaction = 90;
    private const string ReadScope = "/read-limited";

    /// <summary>Repairs.</summary>
    /// <returns>Why not; <see cref="UnreadReason.None"/> where it is done.</returns>
    internal async Task<Unread> RunAsync(Comparison run, Guid personId, CancellationToken cancellationToken)
    {
        var openedAt = time.GetUtcNow();
        if (await tokens.OpenAsync(personId, cancellationToken) is not { } access) return new Unread(UnreadReason.NotConnected);
        await using var hold = await leases.TakeAsync(Leases.KeyOf(access.Environment, access.ClientId, access.Orcid.Value), cancellationToken);
        if (hold is null) return new Unread(UnreadReason.UnderWay);
        var session = new PersonSession(access, hold, openedAt);
        try
        {
            // Calls without an answer first: what they left is theirs to adopt.
            if (!await recovery.RecoverAsync(session, cancellationToken)) return new Unread(UnreadReason.UnderWay);
            var compared = await records.CompareAsync(session, cancellationToken);
            if (compared.Failure is { } failure)
            {
                await hold.RunAsync((db, ct) => transitions.ApplyAsync(db, access, failure, ReadScope, openedAt, ct), cancellationToken);
                return new Unread(compared.Reason, failure.Message);
            }
            var reported = await ReportedAsync(run, personId, cancellationToken);
            var chosen = compared.Findings.Where(f => reported.Any(f.Is)).ToList();
            await RepairAsync(session, compared.Look, chosen, Desires.Repair + run.Id, cancellationToken);
            await EndAsync(session, run, reported, chosen, cancellationToken);
            return new Unread(UnreadReason.None);
        }
        catch (LeaseLostException)
        {
            return new Unread(UnreadReason.UnderWay);
        }
    }

    private async Task<List<Difference>> ReportedAsync(Comparison run, Guid personId, CancellationToken cancellationToken)
    {
        var kinds = Comparisons.Kinds(run.RepairKinds);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Differences.AsNoTracking().Where(d => d.ComparisonId == run.Id && d.PersonId == personId && d.State == DifferenceState.Open && kinds.Contains(d.Kind)).OrderBy(d => d.Id).ToListAsync(cancellationToken);
    }

    private async Task RepairAsync(PersonSession session, RecordLook seen, List<Finding> chosen, string cause, CancellationToken cancellationToken)
    {
        foreach (var part in chosen.Where(f => f.Kind == DifferenceKind.Stuck).Select(f => f.Item!.Id).Chunk(ItemsPerTransaction))
            await session.Hold.RunAsync((db, ct) => ReleaseAsync(db, session, part, ct), cancellationToken);
        var copies = new CopyWriting(session.Hold, session.Access, seen.Began, time);
        var there = chosen.Where(f => f.There is not null).Select(f => (f.Section, f.There!.Value)).ToHashSet();
        await copies.ConfirmAsync(seen.Ours.Where(i => there.Contains(CopyWriting.Place(i))), cancellationToken);
        var gone = chosen.Where(f => f.Kind is DifferenceKind.Removed or DifferenceKind.OtherPutCode).Select(f => (f.Section, f.PutCode!.Value)).ToHashSet();
        await copies.MarkMissingAsync(seen.Ours, gone, cancellationToken);
        await settling.SettleAsync(session, cancellationToken, only: [.. chosen.Where(f => f.Kind is DifferenceKind.NeverThere or DifferenceKind.PutCodeUnknown).Select(f => f.Item!.Id)]);
        foreach (var section in chosen.Where(f => f.Fingerprint is not null).GroupBy(f => f.Section))
            foreach (var part in section.DistinctBy(f => f.There).Chunk(ItemsPerTransaction))
                await look.NoteAsync(session, section.Key, part.ToDictionary(f => f.There!.Value, f => new SeenContent(f.Fingerprint!)), cause, cancellationToken);
    }

    /// <summary>Items of no open call are let go; what stands at ORCID of them is not known until it was looked at.</summary>
    private async Task ReleaseAsync(PortalDb db, PersonSession session, Guid[] ids, CancellationToken cancellationToken)
    {
        foreach (var item in await db.SyncItems.Where(i => ids.Contains(i.Id) && i.BatchId != null && !db.Batches.Any(b => b.Id == i.BatchId && b.State == BatchState.Open)).ToListAsync(cancellationToken))
        {
            item.BatchId = null;
            item.SentFingerprint = "";
            SyncStates.Settle(item, time.GetUtcNow());
        }
        foreach (var copy in await session.Copies(db).Where(c => c.SyncItemId != null && ids.Contains(c.SyncItemId.Value)).ToListAsync(cancellationToken)) copy.Fingerprint = "";
    }

    private async Task EndAsync(PersonSession session, Comparison run, List<Difference> reported, List<Finding> chosen, CancellationToken cancellationToken)
    {
        var (personId, now) = (session.Access.PersonId, time.GetUtcNow());
        foreach (var part in reported.Chunk(ItemsPerTransaction))
        {
            var (repaired, passed) = (part.Where(d => chosen.Any(f => f.Is(d))).Select(d => d.Id).ToArray(), part.Where(d => !chosen.Any(f => f.Is(d))).Select(d => d.Id).ToArray());
            await session.Hold.RunAsync(async (db, ct) =>
            {
                await db.Differences.Where(d => repaired.Contains(d.Id)).ExecuteUpdateAsync(s => s.SetProperty(d => d.State, DifferenceState.Repaired), ct);
                await db.Differences.Where(d => passed.Contains(d.Id)).ExecuteUpdateAsync(s => s.SetProperty(d => d.State, DifferenceState.Passed), ct);
            }, cancellationToken);
        }
        await session.Hold.RunAsync(async (db, ct) =>
        {
            if (await db.ComparedPeople.SingleOrDefaultAsync(p => p.ComparisonId == run.Id && p.PersonId == personId, ct) is { } row) (row.Repair, row.Reason, row.Message) = (RepairState.Done, UnreadReason.None, null);
            PlanRequests.Ask(db, PlanScope.Person, personId, Desires.Repair + run.Id, now);
            Ledger.Add(db, new HistoryEntry
            {
                At = now, PersonId = personId, Orcid = session.Access.Orcid.Value, Operation = SyncOperation.Adopt, Outcome = HistoryOutcome.Done, By = run.RepairBy ?? run.By,
                Message = $"Repaired after a comparison with ORCID: {chosen.Count} differences. Nothing was sent by that.",
            });
            await Topics.TouchAsync(db, Topics.Person(personId), ct);
            await Topics.TouchAsync(db, Topics.Comparisons, ct);
            await Topics.TouchAsync(db, Topics.Overview, ct);
        }, cancellationToken);
    }
}
