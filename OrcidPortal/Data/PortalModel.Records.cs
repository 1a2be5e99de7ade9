using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Data;

/// <content>Records, the change queue and imports.</content>
internal static partial class PortalModel
{
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
            e.HasMany(r => r.Terms).WithOne().HasForeignKey(t => t.RecordId).OnDelete(DeleteBehavior.Cascade);
            e.HasIndex(r => new { r.SortTitle, r.Id });
            e.HasIndex(r => new { r.Kind, r.Id });
            e.HasIndex(r => new { r.ChangedAt, r.Id });
            e.HasIndex(r => new { r.ProblemCount, r.Id });
            e.HasIndex(r => new { r.OnlyAtOrcid, r.Id });
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
            e.HasIndex(c => new { c.BulkFixId, c.RecordId });
            e.HasIndex(c => new { c.SourceMovedOn, c.Id });
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
            e.Property(p => p.About).HasMaxLength(200);
            e.HasIndex(p => new { p.Code, p.About, p.RecordId });
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
            e.Property(r => r.Vocabulary).HasMaxLength(30);
            e.Property(r => r.Term).HasMaxLength(200);
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
}
