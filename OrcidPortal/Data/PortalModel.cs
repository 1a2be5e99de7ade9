using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Data;

/// <summary>Keys, lengths and indexes, the same for the three providers. A nvarchar index key on SQL Server holds 850 characters, a primary key 450.</summary>
internal static class PortalModel
{
    public static void Configure(ModelBuilder model)
    {
        foreach (var type in model.Model.GetEntityTypes().Where(t => typeof(IConcurrent).IsAssignableFrom(t.ClrType)))
            type.FindProperty(nameof(IConcurrent.Revision))!.IsConcurrencyToken = true;

        People(model);
        Records(model);
        Sync(model);
        Connections(model);
        Ledgers(model);

        // Ids are made here, not by the database: a child added to a loaded parent is a new row.
        foreach (var key in model.Model.GetEntityTypes().Select(t => t.FindPrimaryKey()!.Properties).Where(p => p is [{ ClrType: var type }] && type == typeof(Guid)))
            key[0].ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
    }

    private static void People(ModelBuilder model)
    {
        model.Entity<Person>(e =>
        {
            e.Property(p => p.LocalId).HasMaxLength(100);
            e.Property(p => p.GivenNames).HasMaxLength(200);
            e.Property(p => p.FamilyName).HasMaxLength(200);
            e.Property(p => p.SortName).HasMaxLength(300);
            e.Property(p => p.Email).HasMaxLength(320);
            e.Property(p => p.Department).HasMaxLength(200);
            e.HasIndex(p => p.LocalId).IsUnique();
            e.HasIndex(p => new { p.SortName, p.Id });
            e.HasIndex(p => p.Email);
        });
        model.Entity<Account>(e =>
        {
            e.Property(a => a.Issuer).HasMaxLength(200);
            e.Property(a => a.Subject).HasMaxLength(200);
            e.Property(a => a.Name).HasMaxLength(300);
            e.Property(a => a.Email).HasMaxLength(320);
            e.HasIndex(a => new { a.Issuer, a.Subject }).IsUnique();
            // Two accounts that say "this is me" at the same moment: one of them loses.
            e.HasIndex(a => a.PersonId).IsUnique();
            e.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Session>(e =>
        {
            e.HasIndex(s => s.ExpiresAt);
            e.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Preference>(e =>
        {
            e.HasKey(p => p.PersonId);
            e.HasOne<Person>().WithOne().HasForeignKey<Preference>(p => p.PersonId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Instance>(e =>
        {
            e.Property(i => i.Id).ValueGeneratedNever();
            e.Property(i => i.InstanceId).HasMaxLength(40);
        });
        model.Entity<Topic>(e =>
        {
            e.HasKey(t => t.Key);
            e.Property(t => t.Key).HasMaxLength(100);
        });
    }

    private static void Records(ModelBuilder model)
    {
        model.Entity<Record>(e =>
        {
            e.Property(r => r.Title).HasMaxLength(4000);
            e.Property(r => r.SortTitle).HasMaxLength(200);
            e.HasMany(r => r.SourceEntries).WithOne().HasForeignKey(s => s.RecordId).OnDelete(DeleteBehavior.Cascade);
            e.HasMany(r => r.Corrections).WithOne().HasForeignKey(c => c.RecordId).OnDelete(DeleteBehavior.Cascade);
            e.HasMany(r => r.Keys).WithOne().HasForeignKey(k => k.RecordId).OnDelete(DeleteBehavior.Cascade);
            e.HasMany(r => r.People).WithOne().HasForeignKey(p => p.RecordId).OnDelete(DeleteBehavior.Cascade);
            e.HasIndex(r => new { r.SortTitle, r.Id });
            e.HasIndex(r => new { r.ChangedAt, r.Id });
            e.HasIndex(r => new { r.ProblemCount, r.Id });
        });
        model.Entity<SourceEntry>(e =>
        {
            e.Property(s => s.Source).HasMaxLength(300);
            e.Property(s => s.LocalId).HasMaxLength(300);
            e.HasIndex(s => new { s.Source, s.LocalId }).IsUnique();
        });
        model.Entity<Correction>(e =>
        {
            e.Property(c => c.Field).HasMaxLength(50);
            e.Property(c => c.Key).HasMaxLength(500);
            e.Property(c => c.By).HasMaxLength(300);
            e.Property(c => c.Reason).HasMaxLength(1000);
            e.Property(c => c.RetiredBecause).HasMaxLength(200);
            e.HasIndex(c => new { c.RecordId, c.RetiredAt });
        });
        model.Entity<RecordKey>(e =>
        {
            e.HasKey(k => new { k.Kind, k.Type, k.Value });
            e.Property(k => k.Type).HasMaxLength(60);
            e.Property(k => k.Value).HasMaxLength(300);
        });
        model.Entity<RecordPerson>(e =>
        {
            e.HasKey(p => new { p.RecordId, p.PersonId });
            e.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(p => new { p.PersonId, p.RecordId });
        });
        model.Entity<RecordProblem>(e =>
        {
            e.Property(p => p.Code).HasMaxLength(60);
            e.Property(p => p.Field).HasMaxLength(500);
            e.Property(p => p.Value).HasMaxLength(500);
            e.Property(p => p.Suggestion).HasMaxLength(500);
            e.HasOne<Record>().WithMany().HasForeignKey(p => p.RecordId).OnDelete(DeleteBehavior.Cascade);
            e.HasIndex(p => new { p.RecordId, p.PersonId });
            e.HasIndex(p => new { p.Code, p.RecordId });
        });
        model.Entity<RecordChange>(e =>
        {
            e.Property(c => c.Cause).HasMaxLength(100);
            e.HasIndex(c => new { c.PlannedAt, c.Id });
            e.HasIndex(c => new { c.RecordId, c.PlannedAt });
        });
        model.Entity<PlanRequest>(e =>
        {
            e.Property(r => r.Cause).HasMaxLength(100);
            e.HasIndex(r => new { r.DoneAt, r.Id });
            e.HasIndex(r => new { r.PersonId, r.DoneAt });
        });
        model.Entity<ImportRun>(e =>
        {
            e.Property(r => r.Format).HasMaxLength(30);
            e.Property(r => r.FileName).HasMaxLength(260);
            e.Property(r => r.Failure).HasMaxLength(1000);
            e.Property(r => r.By).HasMaxLength(300);
            e.HasIndex(r => new { r.CreatedAt, r.Id });
            e.HasIndex(r => new { r.PersonId, r.State });
        });
        model.Entity<ImportFile>(e =>
        {
            e.HasKey(f => f.ImportRunId);
            e.HasOne<ImportRun>().WithOne().HasForeignKey<ImportFile>(f => f.ImportRunId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ImportLine>(e =>
        {
            e.HasKey(l => new { l.ImportRunId, l.Ordinal });
            e.Property(l => l.EntryKey).HasMaxLength(200);
            e.Property(l => l.Title).HasMaxLength(500);
            e.Property(l => l.Message).HasMaxLength(1000);
            e.HasIndex(l => new { l.ImportRunId, l.Outcome, l.Ordinal });
            e.HasOne<ImportRun>().WithMany().HasForeignKey(l => l.ImportRunId).OnDelete(DeleteBehavior.Cascade);
        });
    }

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
            e.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Record>().WithMany().HasForeignKey(i => i.RecordId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(i => new { i.PersonId, i.RecordId }).IsUnique();
            e.HasIndex(i => new { i.PersonId, i.State, i.Id });
            e.HasIndex(i => new { i.State, i.DueAt, i.PersonId });
            e.HasIndex(i => new { i.State, i.Id });
            e.HasIndex(i => i.RecordId);
            e.HasIndex(i => i.BatchId);
        });
        model.Entity<RemoteCopy>(e =>
        {
            Place(e.Property(c => c.Environment), e.Property(c => c.Orcid), e.Property(c => c.Section));
            e.Property(c => c.ClientId).HasMaxLength(60);
            e.Property(c => c.Fingerprint).HasMaxLength(64);
            e.Property(c => c.Title).HasMaxLength(1000);
            e.HasIndex(c => new { c.Environment, c.ClientId, c.Orcid, c.Section, c.PutCode }).IsUnique();
            e.HasIndex(c => c.SyncItemId);
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
        });
        model.Entity<BatchItem>(e =>
        {
            e.HasKey(i => new { i.BatchId, i.Ordinal });
            e.Property(i => i.Fingerprint).HasMaxLength(64);
        });
    }

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
            e.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(c => new { c.PersonId, c.Environment }).IsUnique();
            e.HasIndex(c => new { c.Environment, c.Orcid }).IsUnique();
            e.HasIndex(c => new { c.State, c.PersonId });
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
            e.Property(h => h.Message).HasMaxLength(2000);
            e.Property(h => h.Title).HasMaxLength(1000);
            e.Property(h => h.By).HasMaxLength(300);
            e.HasIndex(h => new { h.PersonId, h.Id });
            e.HasIndex(h => new { h.RecordId, h.Id });
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
