using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.E2E.Infrastructure;

namespace OrcidPortal.E2E.Kills;

/// <summary>What the registry holds from the portal, what the portal believes it holds, and what the library says it should hold.</summary>
internal sealed class BothSides(PortalDatabase database, Registry registry)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>How many batches wait for their answer, or would if their portal were alive.</summary>
    /// <param name="since">Those begun from then on only.</param>
    public async Task<int> OpenBatchesAsync(DateTimeOffset since)
    {
        await using var db = database.Open();
        return await db.Batches.CountAsync(b => b.State == BatchState.Open && b.CreatedAt >= since, Cancelled);
    }

    /// <summary>Waits until nothing is left to plan, to send or to read back. Who waits for a next try is told to try now.</summary>
    public Task SettleAsync(RestApi api) => Eventually.IsAsync(async () =>
    {
        await using var db = database.Open();
        var soon = TimeProvider.System.GetUtcNow().AddSeconds(5);
        var late = await db.SyncItems.Where(i => i.State == SyncState.Retrying && i.RetryAt > soon && i.Desired == Desired.Present)
            .Join(db.People, i => i.PersonId, p => p.Id, (_, p) => p.LocalId).Distinct().ToListAsync(Cancelled);
        foreach (var person in late) await api.SendNowAsync(person);
        return await db.RecordChanges.CountAsync(c => c.PlannedAt == null, Cancelled) + await db.PlanRequests.CountAsync(r => r.DoneAt == null, Cancelled)
            + await db.Batches.CountAsync(b => b.State == BatchState.Open, Cancelled)
            + await db.SyncItems.CountAsync(i => i.State == SyncState.Ready || i.State == SyncState.Retrying || i.State == SyncState.Sending, Cancelled);
    }, waiting => waiting == 0, "everything is sent", seconds: 300);

    /// <summary>All that is not as it should be, a sentence each.</summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync(Library library)
    {
        await using var db = database.Open();
        var differences = new List<string>();
        foreach (var researcher in library.Researchers)
        {
            var there = await registry.WorksFromPortalAsync(researcher.Orcid);
            var items = await db.SyncItems.AsNoTracking().Where(i => i.PersonId == researcher.Id).ToListAsync(Cancelled);
            var copies = await db.RemoteCopies.AsNoTracking().Where(c => c.Orcid == researcher.Orcid).ToListAsync(Cancelled);
            differences.AddRange(Compare(researcher, there, items, copies).Select(d => $"{researcher.LocalId} ({researcher.Orcid}): {d}"));
        }
        return differences;
    }

    private static IEnumerable<string> Compare(Researcher researcher, IReadOnlyList<RegistryWork> there, List<SyncItem> items, List<RemoteCopy> copies)
    {
        var wanted = researcher.Papers.Where(p => !p.Withdrawn).ToList();
        foreach (var missing in wanted.Select(p => p.Title).Except(there.Select(w => w.Title))) yield return $"\"{missing}\" is not at ORCID";
        foreach (var stale in there.ExceptBy(wanted.Select(p => p.Title), w => w.Title)) yield return $"\"{stale.Title}\" ({stale.PutCode}) should not be at ORCID";
        foreach (var twice in there.GroupBy(w => w.Title).Where(g => g.Count() > 1)) yield return $"\"{twice.Key}\" is at ORCID {twice.Count()} times";
        foreach (var twice in there.SelectMany(w => w.SelfIds).GroupBy(i => i).Where(g => g.Count() > 1)) yield return $"{twice.Key} is at ORCID {twice.Count()} times";
        foreach (var work in there.Where(w => !w.SelfIds.Any())) yield return $"\"{work.Title}\" has no identifier of its own at ORCID";

        foreach (var paper in researcher.Papers)
        {
            if (items.Where(i => i.RecordId == paper.Record).ToList() is not [var item]) yield return $"\"{paper.Title}\" has {items.Count(i => i.RecordId == paper.Record)} items";
            else if (item.State != SyncState.InSync) yield return $"\"{paper.Title}\" is {item.State} ({item.Failure}, {item.FailureMessage})";
            else if (item.PutCode != there.FirstOrDefault(w => w.Title == paper.Title)?.PutCode) yield return $"\"{paper.Title}\" is thought to be {item.PutCode}";
            else if (item.PutCode is not null && copies.Count(c => c.SyncItemId == item.Id && c.PutCode == item.PutCode && c.MissingSince is null && c.Fingerprint == item.DesiredFingerprint) != 1)
                yield return $"\"{paper.Title}\" has no remote copy that is like it";
        }
        if (items.Count != researcher.Papers.Count) yield return $"{items.Count} items for {researcher.Papers.Count} papers";
        if (copies.Count != there.Count) yield return $"{copies.Count} remote copies for {there.Count} works";
    }
}
