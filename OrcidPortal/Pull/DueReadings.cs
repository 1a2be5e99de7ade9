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

    /// <summary>Those with a permission whose turn it is: who is waited for, then what was read and not yet compared, then who could not be read and the longest unread.</summary>
    /// <param name="most">How many at most.</param>
    internal async Task<IReadOnlyList<Guid>> FindAsync(int most, CancellationToken cancellationToken)
    {
        var old = time.GetUtcNow() - pull.Value.ReadEvery;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // Who was never read is read by what follows the connecting; until then there is nothing to compare.
        var rested = Rested(db).Where(c => c.State == ConnectionState.Connected && c.ReadAt != null);
        return await TakeAsync(most,
            [
                Wanted(rested), rested.Where(c => c.ComparedAt == null || c.ComparedAt != c.ReadAt).OrderBy(c => c.ReadAt), rested.Where(c => c.ReadAt < old || c.ReadFailedSince != null).OrderBy(c => c.ReadAt),
            ], cancellationToken);
    }

    /// <summary>The same of those whose permission ORCID no longer takes: what is public of their record is read.</summary>
    /// <inheritdoc cref="FindAsync"/>
    internal async Task<IReadOnlyList<Guid>> FindPublicAsync(int most, CancellationToken cancellationToken)
    {
        var old = time.GetUtcNow() - pull.Value.ReadEvery;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rested = Rested(db).Where(c => c.State == ConnectionState.TokenRejected && c.Orcid != null);
        return await TakeAsync(most,
            [
                Wanted(rested), rested.Where(c => c.PublicReadAt != null && (c.ComparedAt == null || c.ComparedAt != c.PublicReadAt)).OrderBy(c => c.PublicReadAt),
                // Databases do not agree where nothing stands in an order.
                Public(rested, old).OrderBy(c => c.PublicReadAt != null || c.ReadAt != null).ThenBy(c => c.PublicReadAt ?? c.ReadAt),
            ], cancellationToken);
    }

    /// <summary>Of which what is known is too old: with the permission it was read until it was rejected.</summary>
    internal static IQueryable<Connection> Public(IQueryable<Connection> rejected, DateTimeOffset old) =>
        rejected.Where(c => c.ReadFailedSince != null || c.PublicReadAt < old || (c.PublicReadAt == null && (c.ReadAt == null || c.ReadAt < old)));

    private static async Task<IReadOnlyList<Guid>> TakeAsync(int most, IReadOnlyList<IQueryable<Connection>> inTurn, CancellationToken cancellationToken)
    {
        var found = new List<Guid>();
        foreach (var connections in inTurn)
            if (found.Count < most) found.AddRange(await connections.Select(c => c.PersonId).Take(most).ToListAsync(cancellationToken));
        return [.. found.Distinct().Take(most)];
    }

    private IQueryable<Connection> Wanted(IQueryable<Connection> rested)
    {
        var now = time.GetUtcNow();
        return rested.Where(c => c.ReadWantedAt < now).OrderBy(c => c.ReadWantedAt);
    }

    /// <summary>Who was not tried in vain a moment ago, or is waited for since.</summary>
    private IQueryable<Connection> Rested(PortalDb db)
    {
        var now = time.GetUtcNow();
        var (tried, triedInVain, environment, passing) = (now - BetweenTries, now - ReadFailures.BetweenTries, orcid.Value.EnvironmentName, ReadFailures.Passing);
        return db.Connections.Where(c => c.Environment == environment && c.LockedAt == null
            && (c.ReadTriedAt == null || c.ReadTriedAt < triedInVain || (c.ReadTriedAt < tried && (c.ReadFailure == null || passing.Contains(c.ReadFailure))) || (c.ReadWantedAt < now && c.ReadTriedAt < c.ReadWantedAt)));
    }
}
