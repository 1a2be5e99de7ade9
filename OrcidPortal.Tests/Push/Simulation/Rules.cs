using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Simulator;

namespace OrcidPortal.Tests.Push.Simulation;

/// <summary>What must be so, whatever has happened.</summary>
internal sealed class Rules(World world)
{
    private static readonly SyncState[] Gone = [SyncState.RemovedAtOrcid];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>At any time: what surely was not taken uses no attempts up.</summary>
    public async Task CheckAttemptsAsync()
    {
        var attempts = await world.Database.ReadAsync(db => db.SyncItems.Where(i => i.Attempts > 0).Select(i => new { i.PersonId, i.RecordId, i.Attempts }).ToListAsync(Stop));
        foreach (var row in attempts)
            if (Find(row.PersonId, row.RecordId) is var item && row.Attempts > item.Attempts) world.Fail($"{item} has {row.Attempts} attempts, and {item.Attempts} calls may have counted.");
    }

    /// <summary>When everything has come to rest.</summary>
    /// <param name="isRead">Every record was read since the last thing that happened there.</param>
    public async Task CheckAtRestAsync(bool isRead)
    {
        if (await world.Database.ReadAsync(db => db.Batches.CountAsync(b => b.State == BatchState.Open, Stop)) is > 0 and var open) world.Fail($"{open} batches are open for ever.");
        var rows = await world.Database.ReadAsync(db => db.SyncItems.AsNoTracking().ToListAsync(Stop));
        var copies = await world.Database.ReadAsync(db => db.RemoteCopies.AsNoTracking().ToListAsync(Stop));
        var listed = await world.Database.ReadAsync(db => db.RecordsToFix.AsNoTracking().ToDictionaryAsync(r => r.RecordId, r => r.Since, Stop));
        var waiting = rows.Where(r => r.State == SyncState.NeedsFix).GroupBy(r => r.RecordId).ToDictionary(g => g.Key, g => g.Min(r => r.StateSince));
        if (listed.Count != waiting.Count || waiting.Any(w => listed.GetValueOrDefault(w.Key) != w.Value)) world.Fail($"The work list has {listed.Count} records, and {waiting.Count} need fixing; or it is wrong about since when.");
        foreach (var person in world.People)
        {
            foreach (var orcid in person.Orcids) CheckRecord(person, orcid);
            foreach (var item in person.Items)
            {
                if (rows.Find(r => r.PersonId == person.Row.Id && r.RecordId == item.Record.Id) is not { } row) world.Fail($"{item} was never planned.");
                else CheckItem(item, row, [.. copies.Where(c => c.Orcid == person.Orcid && c.SyncItemId == row.Id)], isRead);
            }
            if (isRead && IsOpen(person)) CheckCopies(person, [.. copies.Where(c => c.Orcid == person.Orcid)]);
        }
    }

    private void CheckRecord(SimulatedPerson person, string orcid)
    {
        var held = Held(orcid);
        if (held.Count > 0 && !world.People.Any(p => p.Agreed.Contains(orcid))) world.Fail($"{person} never agreed, and {held.Count} items stand there.");
        if (held.Where(h => !world.Records.Any(r => r.Number == h.Mark!.Number && r.HasMoved)).GroupBy(h => h.Mark!.Number).FirstOrDefault(g => g.Count() > 1) is { } many) world.Fail($"Item {many.Key} stands {many.Count()} times in the record of {person}.");
    }

    private void CheckItem(SimulatedItem item, SyncItem row, IReadOnlyList<RemoteCopy> copies, bool isRead)
    {
        var about = $"{item}: {row.State}, {row.Desired}, put-code {row.PutCode}, {row.Failure} {row.FailureMessage}";
        if (!Allowed(item, isRead).Contains(row.State)) world.Fail($"{about}; expected {string.Join(" or ", Allowed(item, isRead))}.");
        if (item.Person.Orcid is not { } orcid) return;
        var held = Held(orcid).FirstOrDefault(h => item.Record.HasMoved ? h.PutCode == row.PutCode : h.Mark!.Number == item.Record.Number);
        if (row.PutCode is not null && (isRead ? IsOpen(item.Person) : item.Removal == Removal.No) && !AsKnown(row, copies, held)) world.Fail($"{about}; copies {Say(copies)}; ORCID holds {Say(held)}.");
        if (!IsOpen(item.Person) || !item.MayBeSent) return;
        if (row.State == SyncState.InSync && item.EndedAt is null && held is not null && held.Mark!.Edition != item.Record.Edition) world.Fail($"{about}; ORCID holds {Say(held)}.");
        if (row.State == SyncState.InSync && item.EndedAt is null && held is null && (isRead || item.Removal == Removal.No)) world.Fail($"{about}; ORCID does not hold it.");
        // What came from elsewhere and ended before the portal saw it is found by the next reading.
        if ((row.State == SyncState.RemovedAtOrcid || item.EndedAt is not null) && held is not null && (isRead || held.Mark!.Edition > 0)) world.Fail($"{about}; ORCID still holds {Say(held)}.");
    }

    /// <summary>In which states somebody can act, or nothing is left to do.</summary>
    private static SyncState[] Allowed(SimulatedItem item, bool isRead)
    {
        if (item.Excluded) return [SyncState.Excluded];
        if (item.Person.Orcid is null || !item.Person.Wants(item.Record.Kind)) return item.Person.Orcids.Count == 0 ? [SyncState.Blocked, SyncState.NotChosen, SyncState.InSync] : [SyncState.NotChosen];
        if (item.Person.Revoked) return [SyncState.Blocked, SyncState.InSync, SyncState.AwaitingApproval, .. item.Removal == Removal.No ? [] : Gone];
        if (!item.Person.Confirmed) return [SyncState.AwaitingApproval, SyncState.InSync, .. item.Removal == Removal.No ? [] : Gone];
        if (item.EndedAt is not null) return [SyncState.InSync];
        SyncState[] expected = item.Removal switch
        {
            // It took over the entry of one that was to go, and the person had removed that one meanwhile: what they removed is not added under another name.
            Removal.No when item.Record.HasMoved && item.Person.Items.Any(i => i != item && i is { Removal: not Removal.No, Record.HasMoved: true }) => [SyncState.InSync, SyncState.RemovedAtOrcid],
            Removal.No => [SyncState.InSync],
            Removal.Yes when isRead => [SyncState.RemovedAtOrcid],
            _ => [SyncState.InSync, SyncState.RemovedAtOrcid],
        };
        return LacksIdentifier(item) ? [.. expected, SyncState.Failed] : expected;
    }

    /// <summary>Whether another record may keep its DOI at ORCID, for that one is not to be changed there.</summary>
    private static bool LacksIdentifier(SimulatedItem item) => item.Record.HasMoved && item.Person.Items.Any(i => i != item && i is { Excluded: true, Record.HasMoved: true });

    /// <summary>Item, copy and registry agree.</summary>
    private static bool AsKnown(SyncItem row, IReadOnlyList<RemoteCopy> copies, HeldItem? held) =>
        held is not null && copies is [var copy] && copy.PutCode == row.PutCode && held.PutCode == row.PutCode && copy.Fingerprint == row.SentFingerprint
        && (row.SentFingerprint.Length == 0 || row.SentFingerprint == Fingerprints.Of(held.Message));

    /// <summary>After a reading everything from us is known, and nothing else.</summary>
    private void CheckCopies(SimulatedPerson person, IReadOnlyList<RemoteCopy> copies)
    {
        var known = copies.Select(c => (c.Section, c.PutCode)).Order().ToList();
        var there = Held(person.Orcid!).Select(h => (h.Section, h.PutCode)).Order().ToList();
        if (!known.SequenceEqual(there)) world.Fail($"{person}: the portal knows {string.Join(", ", known)}, ORCID holds {string.Join(", ", there)}.");
        var theirs = Held(person.Orcid!).Where(h => person.Items.Any(i => i.Record.Number == h.Mark!.Number)).Select(h => (h.Section, h.PutCode)).ToHashSet();
        if (copies.FirstOrDefault(c => c.SyncItemId is null && theirs.Contains((c.Section, c.PutCode))) is { } stray) world.Fail($"{person}: {stray.Title} ({stray.PutCode}) belongs to no item.");
    }

    private List<HeldItem> Held(string orcid) => [.. world.Registry.Items(orcid).Where(i => i.Source == SimulatorClient.PortalId)];

    /// <summary>Whether the portal may read and write their record.</summary>
    private static bool IsOpen(SimulatedPerson person) => person is { Orcid: not null, Confirmed: true, Revoked: false };

    private SimulatedItem Find(Guid personId, Guid recordId) => world.People.Single(p => p.Row.Id == personId).Items.Single(i => i.Record.Id == recordId);

    private static string Say(HeldItem? held) => held is null ? "nothing" : $"{held.Mark} as {held.PutCode}, {Fingerprints.Of(held.Message)[..6]}";

    private static string Say(IReadOnlyList<RemoteCopy> copies) => string.Join(", ", copies.Select(c => $"{c.PutCode} {c.Fingerprint[..Math.Min(6, c.Fingerprint.Length)]}{(c.MissingSince is null ? "" : " missing")}"));
}
