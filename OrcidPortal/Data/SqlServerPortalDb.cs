using Microsoft.EntityFrameworkCore;

namespace OrcidPortal.Data;

/// <summary>The portal on SQL Server. Its default collation ignores case, so indexed texts compare by code point, as on the other two.</summary>
public sealed class SqlServerPortalDb(DbContextOptions<SqlServerPortalDb> options) : PortalDb(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(t => t.GetProperties()))
            if (property.ClrType == typeof(string) && (property.IsKey() || property.IsIndex()))
                property.SetCollation("Latin1_General_100_BIN2");
    }
}
