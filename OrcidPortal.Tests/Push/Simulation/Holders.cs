using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Tests.Push.Simulation;

/// <summary>Looks at every write to a batch: each taking of a lease is one process's, and whoever had it before writes nothing more.</summary>
internal sealed class Holders(World world, SimulatedProcess process) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (PortalDb)eventData.Context!;
        foreach (var key in db.ChangeTracker.Entries<Batch>().Where(e => e.State is EntityState.Added or EntityState.Modified).Select(e => e.Entity.LeaseKey).Distinct().ToList())
        {
            var epoch = await db.Leases.AsNoTracking().Where(l => l.Key == key).Select(l => l.Epoch).SingleAsync(cancellationToken);
            if (!world.Takings.TryAdd((key, epoch), process) && world.Takings[(key, epoch)] is var holder && holder != process)
                world.Fail($"{process.Name} writes by the lease that {holder.Name} took.");
        }
        return result;
    }
}
