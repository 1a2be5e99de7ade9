using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Data;

/// <content>What people hand to each other: proposals, assignments, questions, failures.</content>
internal static partial class PortalModel
{
    private static void Hands(ModelBuilder model)
    {
        model.Entity<Proposal>(e =>
        {
            e.Property(p => p.By).HasMaxLength(300);
            e.Property(p => p.Reason).HasMaxLength(1000);
            e.Property(p => p.DecidedBy).HasMaxLength(300);
            e.Property(p => p.Words).HasMaxLength(1000);
            e.HasOne<Record>().WithMany().HasForeignKey(p => p.RecordId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(p => new { p.State, p.At, p.Id });
            e.HasIndex(p => new { p.RecordId, p.State });
            e.HasIndex(p => new { p.PersonId, p.State });
        });
        model.Entity<Assignment>(e =>
        {
            e.HasKey(a => a.RecordId);
            e.Property(a => a.Note).HasMaxLength(1000);
            e.Property(a => a.By).HasMaxLength(300);
            e.HasOne<Record>().WithMany().HasForeignKey(a => a.RecordId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId).OnDelete(DeleteBehavior.Cascade);
            e.HasIndex(a => new { a.AccountId, a.RecordId });
        });
        model.Entity<Question>(e =>
        {
            e.Property(q => q.Text).HasMaxLength(1000);
            e.Property(q => q.Answer).HasMaxLength(2000);
            e.Property(q => q.AskedBy).HasMaxLength(300);
            e.Property(q => q.AnsweredBy).HasMaxLength(300);
            e.Property(q => q.ClosedBy).HasMaxLength(300);
            e.HasOne<Record>().WithMany().HasForeignKey(q => q.RecordId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne<Person>().WithMany().HasForeignKey(q => q.PersonId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(q => new { q.State, q.AskedAt, q.Id });
            e.HasIndex(q => new { q.RecordId, q.AskedAt });
            e.HasIndex(q => new { q.PersonId, q.State });
        });
        model.Entity<Handover>(e =>
        {
            e.Property(h => h.Message).HasMaxLength(2000);
            e.Property(h => h.Note).HasMaxLength(1000);
            e.Property(h => h.By).HasMaxLength(300);
            e.Property(h => h.DoneBy).HasMaxLength(300);
            e.Property(h => h.Words).HasMaxLength(1000);
            e.HasOne<SyncItem>().WithMany().HasForeignKey(h => h.SyncItemId).OnDelete(DeleteBehavior.Cascade);
            e.HasIndex(h => new { h.State, h.At, h.Id });
            e.HasIndex(h => new { h.SyncItemId, h.State });
            e.HasIndex(h => new { h.RecordId, h.State });
        });
    }
}
