using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Tests.Push.Simulation;

/// <summary>Items get ids in the order of their numbers: what is sent first must come from the seed alone.</summary>
internal sealed class ItemIds(World world) : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        foreach (var entry in eventData.Context!.ChangeTracker.Entries<SyncItem>().Where(e => e.State == EntityState.Added))
        {
            var person = world.People.Single(p => p.Row.Id == entry.Entity.PersonId);
            // What somebody took over from ORCID is never sent.
            if (world.Records.Find(r => r.Id == entry.Entity.RecordId) is not { } record) continue;
            entry.Property(i => i.Id).CurrentValue = new Guid(record.Number, (short)person.Number, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);
        }
        return ValueTask.FromResult(result);
    }
}
