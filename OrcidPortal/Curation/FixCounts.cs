using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Curation;

/// <summary>How many works need fixing, and why; counted at most every ten seconds, however many pages ask.</summary>
public sealed class FixCounts(IDbContextFactory<PortalDb> contexts, TimeProvider time) : IDisposable
{
    private readonly Summary<FixSummary> _summary = new(time);

    /// <summary>The counts, at most ten seconds old.</summary>
    public Task<FixSummary> LatestAsync(CancellationToken cancellationToken) => _summary.GetAsync(CountAsync, cancellationToken);

    private async Task<FixSummary> CountAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var items = db.SyncItems.Where(i => i.State == SyncState.NeedsFix);
        var works = await items.Select(i => i.RecordId).Distinct().CountAsync(cancellationToken);
        var people = await items.Select(i => i.PersonId).Distinct().CountAsync(cancellationToken);
        var codes = await FixList.Blocking(db).GroupBy(p => p.Code)
            .Select(g => new { Code = g.Key, Works = g.Select(p => p.RecordId).Distinct().Count() }).ToListAsync(cancellationToken);
        var refused = await FixList.Refused(db).Select(i => i.RecordId).Distinct().CountAsync(cancellationToken);
        var counts = codes.Select(c => new ProblemCount(c.Code, c.Works));
        if (refused > 0) counts = counts.Append(new ProblemCount(FixFilter.RefusedByOrcid, refused));
        return new FixSummary(works, people, [.. counts.OrderByDescending(c => c.Works).ThenBy(c => c.Code, StringComparer.Ordinal)], now);
    }

    public void Dispose() => _summary.Dispose();
}

/// <summary>Works that need fixing, counted.</summary>
/// <param name="Works">Works; one with several problems counts once.</param>
/// <param name="People">People whose ORCID record waits for one of them.</param>
/// <param name="Problems">By code, the most frequent first; a work counts in each of its codes.</param>
/// <param name="At">When it was counted.</param>
public sealed record FixSummary(int Works, int People, IReadOnlyList<ProblemCount> Problems, DateTimeOffset At);

/// <summary>How many works have a problem.</summary>
public sealed record ProblemCount(string Code, int Works);
