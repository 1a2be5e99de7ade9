using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Data;

/// <content>The curators' work list and fixes for many records.</content>
internal static partial class PortalModel
{
    private static void Fixing(ModelBuilder model)
    {
        model.Entity<RecordToFix>(e =>
        {
            e.HasKey(r => r.RecordId);
            e.Property(r => r.SortTitle).HasMaxLength(200);
            e.Property(r => r.Source).HasMaxLength(60);
            e.HasOne<Record>().WithOne().HasForeignKey<RecordToFix>(r => r.RecordId).OnDelete(DeleteBehavior.Cascade);
            e.HasIndex(r => new { r.Since, r.RecordId });
            e.HasIndex(r => new { r.SortTitle, r.RecordId });
        });
        model.Entity<BulkFix>(e =>
        {
            e.Property(f => f.Filter).HasMaxLength(2000);
            e.Property(f => f.Field).HasMaxLength(50);
            e.Property(f => f.Vocabulary).HasMaxLength(30);
            e.Property(f => f.Word).HasMaxLength(500);
            e.Property(f => f.Before).HasMaxLength(500);
            e.Property(f => f.Reason).HasMaxLength(1000);
            e.Property(f => f.By).HasMaxLength(300);
            e.Property(f => f.AppliedBy).HasMaxLength(300);
            e.Property(f => f.UndoneBy).HasMaxLength(300);
            e.Property(f => f.Failure).HasMaxLength(1000);
            e.HasIndex(f => f.State);
            e.HasIndex(f => new { f.CreatedAt, f.Id });
        });
        model.Entity<BulkFixLine>(e =>
        {
            e.HasKey(l => new { l.BulkFixId, l.RecordId });
            e.Property(l => l.Before).HasMaxLength(500);
            e.Property(l => l.After).HasMaxLength(500);
            e.Property(l => l.Message).HasMaxLength(500);
            e.HasOne<BulkFix>().WithMany().HasForeignKey(l => l.BulkFixId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Record>().WithMany().HasForeignKey(l => l.RecordId).OnDelete(DeleteBehavior.Cascade);
            e.HasIndex(l => new { l.BulkFixId, l.Outcome, l.RecordId });
            e.HasIndex(l => l.RecordId);
        });
    }
}
