using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Data;

/// <content>What ORCID was seen to hold beside what we believe.</content>
internal static partial class PortalModel
{
    private static void Comparisons(ModelBuilder model)
    {
        model.Entity<Comparison>(e =>
        {
            e.Property(c => c.By).HasMaxLength(300);
            e.Property(c => c.RepairBy).HasMaxLength(300);
            e.Property(c => c.RepairKinds).HasMaxLength(200);
            e.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(c => c.State);
            e.HasIndex(c => new { c.CreatedAt, c.Id });
            e.HasIndex(c => new { c.PersonId, c.CreatedAt });
        });
        model.Entity<ComparedPerson>(e =>
        {
            e.HasKey(p => new { p.ComparisonId, p.PersonId });
            e.Property(p => p.Message).HasMaxLength(2000);
            e.HasOne<Comparison>().WithMany().HasForeignKey(p => p.ComparisonId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(p => new { p.ComparisonId, p.State, p.PersonId });
            e.HasIndex(p => new { p.ComparisonId, p.Repair, p.PersonId });
        });
        model.Entity<Difference>(e =>
        {
            e.Property(d => d.Section).HasMaxLength(30);
            e.Property(d => d.Title).HasMaxLength(1000);
            e.HasOne<Comparison>().WithMany().HasForeignKey(d => d.ComparisonId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(d => new { d.ComparisonId, d.Kind, d.Id });
            e.HasIndex(d => new { d.ComparisonId, d.PersonId, d.Id });
        });
    }
}
