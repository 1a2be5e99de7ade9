using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Data;

/// <summary>Keys, lengths and indexes, the same for the three providers. A nvarchar index key on SQL Server holds 850 characters, a primary key 450.</summary>
internal static partial class PortalModel
{
    public static void Configure(ModelBuilder model)
    {
        foreach (var type in model.Model.GetEntityTypes().Where(t => typeof(IConcurrent).IsAssignableFrom(t.ClrType)))
            type.FindProperty(nameof(IConcurrent.Revision))!.IsConcurrencyToken = true;

        People(model);
        Records(model);
        Terms(model);
        Sync(model);
        Comparisons(model);
        Fixing(model);
        Duplicates(model);
        Hands(model);
        Connections(model);
        Ledgers(model);
        Pull(model);

        // Ids are made here, not by the database: a child added to a loaded parent is a new row.
        foreach (var key in model.Model.GetEntityTypes().Select(t => t.FindPrimaryKey()!.Properties).Where(p => p is [{ ClrType: var type }] && type == typeof(Guid)))
            key[0].ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
    }
}
