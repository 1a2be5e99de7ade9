using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Data;

/// <content>What ORCID should hold, and how far we are.</content>
internal static partial class PortalModel
{
    private static void Sync(ModelBuilder model)
    {
        model.Entity<SyncItem>(e =>
        {
            e.Property(i => i.DesiredFingerprint).HasMaxLength(64);
            e.Property(i => i.SentFingerprint).HasMaxLength(64);
            e.Property(i => i.AlreadyThereFrom).HasMaxLength(300);
            e.Property(i => i.ExcludedBy).HasMaxLength(300);
            e.Property(i => i.SendNowBy).HasMaxLength(300);
            e.Property(i => i.ExcludedReason).HasMaxLength(1000);
            e.Property(i => i.FailureMessage).HasMaxLength(2000);
            e.Property(i => i.Cause).HasMaxLength(100);
            e.Property(i => i.IgnoredBy).HasMaxLength(300);
            e.Property(i => i.IgnoredReason).HasMaxLength(1000);
            e.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Record>().WithMany().HasForeignKey(i => i.RecordId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(i => new { i.PersonId, i.RecordId }).IsUnique();
            e.HasIndex(i => new { i.PersonId, i.State, i.Id });
            e.HasIndex(i => new { i.State, i.DueAt, i.PersonId });
            e.HasIndex(i => new { i.State, i.Id });
            e.HasIndex(i => i.RecordId);
            e.HasIndex(i => i.BatchId);
            e.HasIndex(i => new { i.Cause, i.PersonId });
        });
        model.Entity<FailedCall>(e =>
        {
            e.HasKey(c => c.SyncItemId);
            e.HasOne<SyncItem>().WithOne().HasForeignKey<FailedCall>(c => c.SyncItemId).OnDelete(DeleteBehavior.Cascade);
            e.Property(c => c.Line).HasMaxLength(500);
        });
        model.Entity<CallAllowance>(e =>
        {
            e.HasKey(a => a.Key);
            e.Property(a => a.Key).HasMaxLength(150);
            e.Property(a => a.ClosedBecause).HasMaxLength(30);
        });
        model.Entity<SendingPause>(e =>
        {
            e.Property(p => p.Id).ValueGeneratedNever();
            e.Property(p => p.Reason).HasMaxLength(500);
            e.Property(p => p.By).HasMaxLength(300);
        });
        model.Entity<Resend>(e =>
        {
            e.Property(r => r.Cause).HasMaxLength(100);
            e.Property(r => r.DecidedBy).HasMaxLength(300);
            e.HasIndex(r => new { r.State, r.Cause });
        });
        model.Entity<RemoteCopy>(e =>
        {
            Place(e.Property(c => c.Environment), e.Property(c => c.Orcid), e.Property(c => c.Section));
            e.Property(c => c.ClientId).HasMaxLength(60);
            e.Property(c => c.Fingerprint).HasMaxLength(64);
            e.Property(c => c.Title).HasMaxLength(1000);
            e.Property(c => c.Visibility).HasMaxLength(30);
            e.Property(c => c.PreferredFrom).HasMaxLength(300);
            e.HasIndex(c => new { c.Environment, c.ClientId, c.Orcid, c.Section, c.PutCode }).IsUnique();
            e.HasIndex(c => c.SyncItemId);
            e.HasIndex(c => c.MissingSince);
        });
        model.Entity<ForeignCopy>(e =>
        {
            Place(e.Property(c => c.Environment), e.Property(c => c.Orcid), e.Property(c => c.Section));
            e.Property(c => c.SourceName).HasMaxLength(300);
            e.Property(c => c.Title).HasMaxLength(1000);
            e.Property(c => c.Type).HasMaxLength(60);
            e.Property(c => c.Visibility).HasMaxLength(30);
            e.HasIndex(c => new { c.Environment, c.Orcid, c.Section, c.PutCode }).IsUnique();
        });
        model.Entity<Lease>(e =>
        {
            e.HasKey(l => l.Key);
            e.Property(l => l.Key).HasMaxLength(150);
            e.Property(l => l.Owner).HasMaxLength(100);
        });
        model.Entity<Batch>(e =>
        {
            e.Property(b => b.LeaseKey).HasMaxLength(150);
            e.Property(b => b.Orcid).HasMaxLength(19);
            e.Property(b => b.Section).HasMaxLength(30);
            e.Property(b => b.StartedBy).HasMaxLength(300);
            e.HasMany(b => b.Items).WithOne().HasForeignKey(i => i.BatchId).OnDelete(DeleteBehavior.Cascade);
            e.HasIndex(b => new { b.State, b.LeaseKey });
            e.HasIndex(b => new { b.PersonId, b.CreatedAt });
            e.HasIndex(b => b.CreatedAt);
        });
        model.Entity<BatchItem>(e =>
        {
            e.HasKey(i => new { i.BatchId, i.Ordinal });
            e.Property(i => i.Fingerprint).HasMaxLength(64);
        });
    }

    private static void Place(
        Microsoft.EntityFrameworkCore.Metadata.Builders.PropertyBuilder<string> environment,
        Microsoft.EntityFrameworkCore.Metadata.Builders.PropertyBuilder<string> orcid,
        Microsoft.EntityFrameworkCore.Metadata.Builders.PropertyBuilder<string> section)
    {
        environment.HasMaxLength(30);
        orcid.HasMaxLength(19);
        section.HasMaxLength(30);
    }
}
