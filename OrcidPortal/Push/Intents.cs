using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records;
using OrcidPortal.Records.Duplicates;
using OrcidPortal.Remote;

namespace OrcidPortal.Push;

/// <summary>
/// The intent transaction: looks once more at connection, preference, exclusion, approval and problems, maps the record as it is now,
/// and commits what is about to be sent.
/// </summary>
public sealed class Intents(MappingContexts contexts, IOptions<OrcidOptions> orcid, IOptions<PushOptions> push, Mistakes mistakes, TimeProvider time)
{
    /// <summary>Commits the intent.</summary>
    /// <param name="session">The person under the lease.</param>
    /// <param name="operation">Add, Update or Remove.</param>
    /// <param name="itemIds">What was due a moment ago, in the order to send.</param>
    /// <returns>What is left of it; null: nothing.</returns>
    internal Task<Intent?> WriteAsync(PersonSession session, SyncOperation operation, IReadOnlyList<Guid> itemIds, CancellationToken cancellationToken) =>
        session.Hold.RunAsync((db, ct) => WriteAsync(db, session, operation, itemIds, [], ct), cancellationToken);

    /// <param name="waiting">Items that wait for this one to give up an identifier.</param>
    private async Task<Intent?> WriteAsync(PortalDb db, PersonSession session, SyncOperation operation, IReadOnlyList<Guid> itemIds, HashSet<Guid> waiting, CancellationToken cancellationToken)
    {
        if (await GateAsync(db, session, cancellationToken) is not { } gate) return Nothing(session, itemIds);
        var allCopies = mistakes.Made == Mistake.PutCodeOfAnotherId ? db.RemoteCopies : session.Copies(db);
        // One question for all three: each question is a way to the database and back. A hundred that are tracked would be compared at each save.
        var rows = await (
            from i in db.SyncItems.AsNoTracking().Where(i => itemIds.Contains(i.Id))
            from r in db.Records.Where(r => r.Id == i.RecordId)
            from c in allCopies.Where(c => c.SyncItemId == i.Id).DefaultIfEmpty()
            select new { Item = i, r.Kind, r.Version, r.Title, r.Fields, Copy = c }).ToListAsync(cancellationToken);
        var items = rows.ToDictionary(r => r.Item.Id, r => r.Item);
        if (items.Count == 0) return Nothing(session, itemIds);
        var kind = items.Values.First().Kind;
        if (items.Values.Any(i => i.Kind != kind) || !await MaySendAsync(db, session, gate, operation, kind, push.Value, cancellationToken)) return Nothing(session, itemIds);
        var records = rows.DistinctBy(r => r.Item.RecordId).Select(r => new Record { Id = r.Item.RecordId, Kind = r.Kind, Version = r.Version, Title = r.Title, Fields = r.Fields }).ToDictionary(r => r.Id);
        var copies = rows.Where(r => r.Copy is not null).ToDictionary(r => r.Item.Id, r => r.Copy!);
        var known = await contexts.LoadAsync(db, records.Values, cancellationToken);
        var mapped = records.Values.ToDictionary(r => r.Id, r => RecordMapper.Map(r.Kind, r.Fields, known[r.Id]));
        var lines = new List<IntentItem>();
        if (items.Values.Any(i => records.GetValueOrDefault(i.RecordId) is { } r && r.Version == i.DesiredVersion && i.Desired == Desired.Present
            && mapped[r.Id].Fingerprint != i.DesiredFingerprint)) PlanRequests.Ask(db, PlanScope.Person, session.Access.PersonId, "mapping", time.GetUtcNow());
        foreach (var id in itemIds)
        {
            if (items.GetValueOrDefault(id) is not { } item || Line(item, records.GetValueOrDefault(item.RecordId), copies.GetValueOrDefault(id), operation, mapped) is not { } line)
            {
                session.LeftAlone.Add(id);
                continue;
            }
            lines.Add(line);
        }
        var section = KindSections.Of(kind);
        var keys = lines.Where(l => l.Record is not null).SelectMany(l => l.Record!.SelfKeys.Except(copies.GetValueOrDefault(l.ItemId)?.SelfKeys ?? [])).ToHashSet(StringComparer.Ordinal);
        if (kind is not (RecordKind.Work or RecordKind.Funding) || keys.Count == 0 || !await session.MayStandAsync(db, section.Name(), keys, cancellationToken)) return await CommitAsync(db, session, operation, section, lines, items, gate.AgreementId, cancellationToken);
        var moves = await IdentifierMoves.LoadAsync(db, session, section.Name(), keys, time.GetUtcNow(), cancellationToken);
        var free = new List<IntentItem>();
        foreach (var line in lines)
        {
            if (moves.Before(line.ItemId, line.Record!.SelfKeys) is not { } holder) free.Add(line);
            else if (waiting.Contains(holder.ItemId)) free.Add(line with { Record = WithoutIdentifiers.Of(line.Record!, moves.Elsewhere(line), known[line.RecordId]), IsFirstPhase = true });
            else if (await GiveWayAsync(db, session, operation, moves, line, holder, items[line.ItemId], gate.AgreementId, waiting, cancellationToken) is { } other) return other;
        }
        return await CommitAsync(db, session, operation, section, free, items, gate.AgreementId, cancellationToken);
    }

    /// <summary>Another item has one of the line's identifiers at ORCID.</summary>
    /// <returns>What goes first: the change of that other one; null where the line is settled for now.</returns>
    private async Task<Intent?> GiveWayAsync(
        PortalDb db, PersonSession session, SyncOperation operation, IdentifierMoves moves, IntentItem line, IdentifierHolder holder, SyncItem read, Guid? agreementId, HashSet<Guid> waiting, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var item = db.SyncItems.Local.FindEntry(read.Id)?.Entity ?? db.SyncItems.Attach(read).Entity;
        var former = await db.SyncItems.SingleOrDefaultAsync(i => i.Id == holder.ItemId, cancellationToken);
        var at = IdentifierMoves.LetsGoAt(former, line.Record!.SelfKeys, now);
        session.MustLookAgain = true;
        if (operation == SyncOperation.Add && at is not null && former is { Desired: Desired.Absent, BatchId: null })
        {
            var copy = await session.Copies(db, KindSections.NameOf(item.Kind)).SingleAsync(c => c.PutCode == holder.PutCode, cancellationToken);
            moves.TakeOver(item, line, former, copy, agreementId);
            return null;
        }
        if (operation == SyncOperation.Update && at <= now && !session.LeftAlone.Contains(holder.ItemId)
            && await WriteAsync(db, session, operation, [holder.ItemId], [.. waiting, item.Id], cancellationToken) is { } first) return first;
        if (at is null && former is not null) await DuplicatePairs.NoteAsync(db, item, former, now, cancellationToken);
        moves.Stop(item, line, holder, at);
        return null;
    }

    /// <summary>ORCID refuses the second of two that share a self id, also within one call: it goes with the next one.</summary>
    private static List<IntentItem> WithoutShared(List<IntentItem> lines)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var one = new List<IntentItem>(lines.Count);
        foreach (var line in lines)
        {
            if (line.Record!.SelfKeys.Any(keys.Contains)) continue;
            keys.UnionWith(line.Record.SelfKeys);
            one.Add(line);
        }
        return one;
    }

    /// <summary>What decides whether a person is sent for; null: there is no connection any more.</summary>
    private static Task<Gate?> GateAsync(PortalDb db, PersonSession session, CancellationToken cancellationToken)
    {
        // In a variable it is part of the question; asked of the context it would be a question of its own.
        var pauses = db.SendingPauses.AsQueryable();
        return (
            from c in db.Connections.AsNoTracking().Where(c => c.PersonId == session.Access.PersonId && c.Environment == session.Access.Environment)
            from p in db.Preferences.Where(p => p.PersonId == c.PersonId).DefaultIfEmpty()
            select new Gate(c, p, pauses.Any(), db.Agreements.Where(a => a.PersonId == c.PersonId).OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Select(a => (Guid?)a.Id).FirstOrDefault()))
            .FirstOrDefaultAsync(cancellationToken);
    }

    private static async Task<bool> MaySendAsync(PortalDb db, PersonSession session, Gate gate, SyncOperation operation, RecordKind kind, PushOptions options, CancellationToken cancellationToken)
    {
        var access = session.Access;
        if (gate.IsPaused) return false;
        var connection = gate.Connection;
        // Who leaves has everything removed, whatever was wanted before.
        if (connection is { State: ConnectionState.Disconnecting, LockedAt: null })
            return operation == SyncOperation.Remove && connection.Orcid == access.Orcid.Value && connection.ClientId == access.ClientId && access.Allows(WriteScopes.Of(kind));
        if (connection is not { State: ConnectionState.Connected, FirstSyncConfirmedAt: not null, NameCheckOpen: false, LockedAt: null }) return false;
        if (options.OnlyFor.Count > 0 && !Pilot.Allows(options, await db.People.AsNoTracking().SingleAsync(p => p.Id == access.PersonId, cancellationToken))) return false;
        if (connection.Orcid != access.Orcid.Value || connection.ClientId != access.ClientId) return false;
        return KindChoices.Wants(gate.Preference ?? new Preference { PersonId = access.PersonId }, kind) && access.Allows(WriteScopes.Of(kind));
    }

    private static IntentItem? Line(SyncItem item, Record? record, RemoteCopy? copy, SyncOperation operation, Dictionary<Guid, MappedRecord> mapped)
    {
        // As it is stored, too: that is what it is put into the batch by.
        if (record is null || item.State is not (SyncState.Ready or SyncState.Retrying) || SyncStates.Of(item) is not (SyncState.Ready or SyncState.Retrying) || item.PutCode != copy?.PutCode) return null;
        var by = item.SendNowBy ?? Actor.System("push").Name;
        if (operation == SyncOperation.Remove)
            return item.Desired == Desired.Absent && copy is not null ? new(item.Id, record.Id, record.Version, record.Title, null, copy.PutCode, by, item.DesiredAt) : null;
        // Planned for another version: the planner is about to look at it, the next push sends it.
        if (item.Desired != Desired.Present || record.Version != item.DesiredVersion || (copy is null) != (operation == SyncOperation.Add)) return null;
        var wanted = mapped[record.Id];
        if (!wanted.CanBeSent || wanted.Fingerprint != item.DesiredFingerprint || wanted.Fingerprint == copy?.Fingerprint) return null;
        return new(item.Id, record.Id, record.Version, record.Title, wanted, copy?.PutCode, by, item.DesiredAt);
    }

    private static Intent? Nothing(PersonSession session, IReadOnlyList<Guid> itemIds)
    {
        session.LeftAlone.UnionWith(itemIds);
        return null;
    }

    private async Task<Intent?> CommitAsync(
        PortalDb db, PersonSession session, SyncOperation operation, OrcidSection section, List<IntentItem> wanted, Dictionary<Guid, SyncItem> items, Guid? agreementId, CancellationToken cancellationToken)
    {
        var lines = operation == SyncOperation.Add && mistakes.Made != Mistake.SharedSelfIdInBatch ? WithoutShared(wanted) : wanted;
        if (lines.Count < wanted.Count) session.MustLookAgain = true;
        if (lines.Count == 0) return null;
        var now = time.GetUtcNow();
        var batch = new Batch
        {
            PersonId = session.Access.PersonId, LeaseKey = session.Hold.Key, Orcid = session.Access.Orcid.Value, Operation = operation, Section = section.Name(),
            AgreementId = agreementId, StartedBy = lines[0].By, CreatedAt = now, State = BatchState.Open, ReadBackAfter = now + 2 * orcid.Value.CallTimeout,
        };
        foreach (var (ordinal, line) in lines.Index())
        {
            batch.Items.Add(new BatchItem
            {
                BatchId = batch.Id, Ordinal = ordinal, SyncItemId = line.ItemId, RecordVersion = line.Version,
                Fingerprint = line.Record?.Fingerprint ?? "", SelfKeys = [.. line.Record?.SelfKeys ?? []], PutCode = line.PutCode,
            });
        }
        db.Batches.Add(batch);
        var intent = new Intent(batch.Id, operation, section, agreementId, lines);
        intent.Keep(await PutIntoBatchAsync(db, [.. lines.Select(l => items[l.ItemId])], batch.Id, now, cancellationToken));
        return intent;
    }

    /// <summary>Puts the items into the batch by one statement for all.</summary>
    /// <param name="items">As they were read.</param>
    /// <returns>The same as they are now.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else was faster with one of them: start again.</exception>
    private static async Task<IReadOnlyList<SyncItem>> PutIntoBatchAsync(PortalDb db, IReadOnlyList<SyncItem> items, Guid batchId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (ids, desired) = (items.Select(i => i.Id).ToArray(), items[0].Desired);
        var taken = await db.SyncItems.Where(i => ids.Contains(i.Id) && i.BatchId == null && i.Desired == desired && (i.State == SyncState.Ready || i.State == SyncState.Retrying))
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.BatchId, batchId).SetProperty(i => i.State, SyncState.Sending).SetProperty(i => i.StateSince, now).SetProperty(i => i.Revision, i => i.Revision + 1), cancellationToken);
        if (taken != ids.Length) throw new DbUpdateConcurrencyException($"Only {taken} of {ids.Length} items are as they were read.");
        foreach (var item in items) (item.BatchId, item.State, item.StateSince, item.Revision) = (batchId, SyncState.Sending, now, item.Revision + 1);
        return items;
    }

    private sealed record Gate(Connection Connection, Preference? Preference, bool IsPaused, Guid? AgreementId);
}
