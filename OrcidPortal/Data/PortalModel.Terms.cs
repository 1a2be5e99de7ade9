using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Data;

/// <content>Vocabularies, organisations, and which records use them.</content>
internal static partial class PortalModel
{
    private static void Terms(ModelBuilder model)
    {
        model.Entity<RecordTerm>(e =>
        {
            e.HasKey(t => new { t.Vocabulary, t.Value, t.RecordId });
            e.Property(t => t.Vocabulary).HasMaxLength(30);
            e.Property(t => t.Value).HasMaxLength(200);
            e.HasIndex(t => t.RecordId);
        });
        model.Entity<VocabularyEntry>(e =>
        {
            e.Property(v => v.Vocabulary).HasMaxLength(30);
            e.Property(v => v.Value).HasMaxLength(200);
            e.Property(v => v.Target).HasMaxLength(200);
            e.Property(v => v.By).HasMaxLength(300);
            e.HasIndex(v => new { v.Vocabulary, v.Value }).IsUnique();
        });
        model.Entity<Organization>(e =>
        {
            e.Property(o => o.Name).HasMaxLength(500);
            e.Property(o => o.SortName).HasMaxLength(200);
            e.Property(o => o.City).HasMaxLength(200);
            e.Property(o => o.Region).HasMaxLength(200);
            e.Property(o => o.Country).HasMaxLength(2);
            e.Property(o => o.Source).HasMaxLength(20);
            e.HasMany(o => o.Identifiers).WithOne().HasForeignKey(i => i.OrganizationId).OnDelete(DeleteBehavior.Cascade);
            e.HasMany(o => o.Names).WithOne().HasForeignKey(n => n.OrganizationId).OnDelete(DeleteBehavior.Cascade);
            e.HasIndex(o => new { o.SortName, o.Id });
            e.HasIndex(o => new { o.Tie, o.SortName });
        });
        model.Entity<OrganizationIdentifier>(e =>
        {
            e.HasKey(i => new { i.Source, i.Value });
            e.Property(i => i.Source).HasMaxLength(20);
            e.Property(i => i.Value).HasMaxLength(200);
            e.HasIndex(i => i.OrganizationId);
        });
        model.Entity<OrganizationName>(e =>
        {
            e.HasKey(n => new { n.OrganizationId, n.SortName });
            e.Property(n => n.SortName).HasMaxLength(200);
            e.Property(n => n.Name).HasMaxLength(500);
            e.Property(n => n.Language).HasMaxLength(10);
            e.HasIndex(n => new { n.SortName, n.OrganizationId });
        });
    }
}
