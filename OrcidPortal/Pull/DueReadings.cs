using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Pull;

/// <summary>Whose ORCID record is to be read, or compared with what we hold.</summary>
public sealed class DueReadings(IDbContextFactory<PortalDb> contexts, IOptions<PullOptions> pull, IOptions<OrcidOptions> orcid, TimeProvider time)
{
    /// <summary>Whoever was tried in vain waits so long; where it does not pass by itself, <see cref="ReadFailures.BetweenTries"/>.</summary>
    internal static readonly TimeSpan BetweenTries = TimeSpan.FromMinutes(1);

    /// <summary>Those whose turn it is: who is waited for, then what was read and not yet compared, then who could not be read and the longest unread.</summary>
    /// <param name="most">How many at most.</param>
    internal async Task<IReadOnlyList<Guid>> FindAsync(int most, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (old, tried, triedInVain, environment, passing) = (now - pull.Value.ReadEvery, now - BetweenTries, now - ReadFailures.BetweenTries, orcid.Value.EnvironmentName, ReadFailures.Passing);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // Who was never read is read by what follows the connecting; until then there is nothing to compare.
        var readable = db.Connections.Where(c => c.Environment == environment && c.State == ConnectionState.Connected && c.LockedAt == null && c.ReadAt != null);
        var rested = readable.Where(c => c.ReadTriedAt == null || c.ReadTriedAt < triedInVain || (c.ReadTriedAt < tried && (c.ReadFailure == null || passing.Contains(c.ReadFailure))) || (c.ReadWantedAt < now && c.ReadTriedAt < c.ReadWantedAt));
        var wanted = await rested.Where(c => c.ReadWantedAt < now).OrderBy(c => c.ReadWantedAt).Select(c => c.PersonId).Take(most).ToListAsync(cancellationToken);
        if (wanted.Count < most) wanted.AddRange(await rested.Where(c => c.ComparedAt == null || c.ComparedAt != c.ReadAt).OrderBy(c => c.ReadAt).Select(c => c.PersonId).Take(most).ToListAsync(cancellationToken));
        if (wanted.Count < most) wanted.AddRange(await rested.Where(c => c.ReadAt < old || c.ReadFailedSince != null).OrderBy(c => c.ReadAt).Select(c => c.PersonId).Take(most).ToListAsync(cancellationToken));
        return [.. wanted.Distinct().Take(most)];
    }
}
