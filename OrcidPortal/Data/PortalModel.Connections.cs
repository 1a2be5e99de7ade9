using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Data;

/// <content>Connections, agreements, history and audit.</content>
internal static partial class PortalModel
{
    private static void Connections(ModelBuilder model)
    {
        model.Entity<Connection>(e =>
        {
            e.Property(c => c.Environment).HasMaxLength(30);
            e.Property(c => c.ClientId).HasMaxLength(60);
            e.Property(c => c.Orcid).HasMaxLength(19);
            e.Property(c => c.LastOrcid).HasMaxLength(19);
            e.Property(c => c.Scopes).HasMaxLength(500);
            e.Property(c => c.NameAtOrcid).HasMaxLength(300);
            e.Property(c => c.GivenNamesAtOrcid).HasMaxLength(200);
            e.Property(c => c.FamilyNameAtOrcid).HasMaxLength(200);
            e.Property(c => c.BiographyAtOrcid).HasMaxLength(5000);
            e.Property(c => c.ReadFailure).HasMaxLength(40);
            e.Property(c => c.ReadFailureMessage).HasMaxLength(2000);
            e.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(c => new { c.PersonId, c.Environment }).IsUnique();
            e.HasIndex(c => new { c.Environment, c.Orcid }).IsUnique();
            e.HasIndex(c => new { c.State, c.PersonId });
            e.HasIndex(c => new { c.Environment, c.State, c.ReadAt });
            e.HasIndex(c => c.ReadFailedSince);
        });
        model.Entity<Revocation>(e => e.HasIndex(r => r.DueAt));
        model.Entity<ConnectAttempt>(e =>
        {
            e.Property(a => a.BrowserHash).HasMaxLength(100);
            e.Property(a => a.Scopes).HasMaxLength(500);
            e.Property(a => a.Language).HasMaxLength(20);
            e.HasIndex(a => a.ExpiresAt);
        });
        model.Entity<Agreement>(e =>
        {
            e.Property(a => a.Orcid).HasMaxLength(19);
            e.Property(a => a.TextVersion).HasMaxLength(30);
            e.Property(a => a.Language).HasMaxLength(20);
            e.Property(a => a.Scopes).HasMaxLength(500);
            e.Property(a => a.Preferences).HasMaxLength(500);
            e.Property(a => a.By).HasMaxLength(300);
            e.HasIndex(a => new { a.PersonId, a.At });
        });
    }

    private static void Ledgers(ModelBuilder model)
    {
        model.Entity<HistoryEntry>(e =>
        {
            e.Property(h => h.Orcid).HasMaxLength(19);
            e.Property(h => h.Section).HasMaxLength(30);
            e.Property(h => h.Message).HasMaxLength(2000);
            e.Property(h => h.Title).HasMaxLength(1000);
            e.Property(h => h.By).HasMaxLength(300);
            e.HasIndex(h => new { h.At, h.Id });
            e.HasIndex(h => new { h.PersonId, h.At, h.Id });
            e.HasIndex(h => new { h.RecordId, h.At, h.Id });
            e.HasIndex(h => new { h.SyncItemId, h.Id });
        });
        model.Entity<AuditEntry>(e =>
        {
            e.Property(a => a.By).HasMaxLength(300);
            e.Property(a => a.Action).HasMaxLength(60);
            e.Property(a => a.Subject).HasMaxLength(200);
            e.HasIndex(a => new { a.Subject, a.Id });
        });
    }
}
