using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Remote;

/// <summary>Hands out the right to read and write one iD at ORCID, to one holder at a time over all processes (design §4, exactly once).</summary>
public sealed class Leases(Transactions transactions, IOptions<RemoteOptions> options, IOptions<OrcidOptions> orcid, TimeProvider time, Mistakes mistakes)
{
    private readonly LeaseTimes _times = LeaseTimes.Of(options.Value, orcid.Value.CallTimeout);
    private readonly string _process = $"{Environment.MachineName}:{Environment.ProcessId}";

    /// <summary>Takes the lease where nobody holds it, or where its holder let it run out.</summary>
    /// <param name="key">From <see cref="KeyOf"/>, up to 150 characters.</param>
    /// <returns>The hold, to be disposed; null while somebody else has it.</returns>
    public async Task<LeaseHold?> TakeAsync(string key, CancellationToken cancellationToken)
    {
        var owner = $"{_process}:{Guid.NewGuid():N}";
        var now = time.GetUtcNow();
        var until = now + _times.Whole;
        var step = mistakes.Made == Mistake.EpochStays ? 0 : 1;
        var epoch = await transactions.RunAsync(async (db, ct) =>
        {
            var found = await db.Leases.Where(l => l.Key == key).Select(l => new { l.Until, l.Epoch }).SingleOrDefaultAsync(ct);
            if (found is null)
            {
                // Two who insert at once: the unique key lets one through, the other starts again and finds it taken.
                db.Leases.Add(new Lease { Key = key, Owner = owner, Until = until, Epoch = 1 });
                return 1;
            }
            if (found.Until >= now) return (long?)null;
            // One UPDATE takes it: whoever comes second waits for the row, then sees that it is taken.
            var epoch = found.Epoch + step;
            var taken = await db.Leases.Where(l => l.Key == key && l.Until < now && l.Epoch == found.Epoch)
                .ExecuteUpdateAsync(s => s.SetProperty(l => l.Owner, owner).SetProperty(l => l.Until, until).SetProperty(l => l.Epoch, epoch), ct);
            return taken == 0 ? null : epoch;
        }, cancellationToken);
        return epoch is { } mine ? new LeaseHold(transactions, _times, time, key, mine, until, mistakes) : null;
    }

    /// <summary>The key of one person's record at one registry, for one client.</summary>
    public static string KeyOf(string environment, string clientId, string orcid) => $"{environment}|{clientId}|{orcid}";
}
