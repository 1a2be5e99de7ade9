using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Data;

/// <content>People, accounts and what the installation knows of itself.</content>
internal static partial class PortalModel
{
    private static void People(ModelBuilder model)
    {
        model.Entity<Person>(e =>
        {
            e.Property(p => p.LocalId).HasMaxLength(100);
            e.Property(p => p.GivenNames).HasMaxLength(200);
            e.Property(p => p.FamilyName).HasMaxLength(200);
            e.Property(p => p.ListedGivenNames).HasMaxLength(200);
            e.Property(p => p.ListedFamilyName).HasMaxLength(200);
            e.Property(p => p.SortName).HasMaxLength(300);
            e.Property(p => p.Email).HasMaxLength(320);
            e.Property(p => p.Department).HasMaxLength(200);
            e.Property(p => p.Biography).HasMaxLength(5000);
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
}
