using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Data;

/// <content>Records that may be the same, and what people are told of it.</content>
internal static partial class PortalModel
{
    private static void Duplicates(ModelBuilder model)
    {
        model.Entity<DuplicatePair>(e =>
        {
            e.Property(p => p.Key).HasMaxLength(400);
            e.Property(p => p.DecidedBy).HasMaxLength(300);
            e.HasOne<Record>().WithMany().HasForeignKey(p => p.FirstId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Record>().WithMany().HasForeignKey(p => p.SecondId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(p => new { p.FirstId, p.SecondId }).IsUnique();
            e.HasIndex(p => p.SecondId);
            e.HasIndex(p => new { p.State, p.Id });
        });
        model.Entity<MergeNotice>(e =>
        {
            e.Property(n => n.KeptTitle).HasMaxLength(1000);
            e.Property(n => n.GoneTitle).HasMaxLength(1000);
            e.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(n => new { n.PersonId, n.SeenAt });
        });
    }
}
