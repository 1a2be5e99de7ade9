using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Data;

/// <content>What comes back from ORCID.</content>
internal static partial class PortalModel
{
    private static void Pull(ModelBuilder model)
    {
        model.Entity<Suggestion>(e =>
        {
            Place(e.Property(s => s.Environment), e.Property(s => s.Orcid), e.Property(s => s.Section));
            e.Property(s => s.Title).HasMaxLength(1000);
            e.Property(s => s.SourceName).HasMaxLength(300);
            e.Property(s => s.Visibility).HasMaxLength(30);
            e.Property(s => s.DecidedBy).HasMaxLength(300);
            e.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
            // An iD may come to somebody else; what its first owner said of it stays theirs.
            e.HasIndex(s => new { s.PersonId, s.Environment, s.Orcid, s.Section, s.PutCode }).IsUnique();
            e.HasIndex(s => new { s.PersonId, s.State, s.Id });
            e.HasIndex(s => s.RecordId);
        });
        model.Entity<Deposit>(e =>
        {
            e.HasKey(d => d.RecordId);
            e.Property(d => d.TakenBy).HasMaxLength(300);
            e.Property(d => d.DeclinedBy).HasMaxLength(300);
            e.Property(d => d.Reason).HasMaxLength(1000);
            e.HasOne<Record>().WithOne().HasForeignKey<Deposit>(d => d.RecordId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<WebhookRegistration>(e =>
        {
            e.Property(w => w.Environment).HasMaxLength(30);
            e.Property(w => w.ClientId).HasMaxLength(60);
            e.Property(w => w.Orcid).HasMaxLength(19);
            e.Property(w => w.SecretHash).HasMaxLength(64);
            e.Property(w => w.Base).HasMaxLength(300);
            e.Property(w => w.Message).HasMaxLength(2000);
            e.HasIndex(w => new { w.Environment, w.ClientId, w.Orcid }).IsUnique();
            e.HasIndex(w => w.SecretHash).IsUnique();
            e.HasIndex(w => new { w.State, w.DueAt });
        });
    }
}
