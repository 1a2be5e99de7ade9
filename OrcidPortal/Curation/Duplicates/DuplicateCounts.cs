using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;

namespace OrcidPortal.Curation.Duplicates;

/// <summary>How many pairs nobody has decided on; counted at most every ten seconds, however many pages ask.</summary>
public sealed class DuplicateCounts(IDbContextFactory<PortalDb> contexts, TimeProvider time) : IDisposable
{
    private readonly Summary<DuplicateSummary> _summary = new(time);

    /// <summary>The count, at most ten seconds old.</summary>
    public async Task<int> LatestAsync(CancellationToken cancellationToken) => (await _summary.GetAsync(CountAsync, cancellationToken)).Pairs;

    private async Task<DuplicateSummary> CountAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return new DuplicateSummary(await DuplicateList.Open(db).CountAsync(cancellationToken));
    }

    public void Dispose() => _summary.Dispose();

    private sealed record DuplicateSummary(int Pairs);
}
