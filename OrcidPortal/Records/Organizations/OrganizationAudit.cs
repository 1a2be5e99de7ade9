using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records.Organizations;

/// <summary>Who changed the directory, as the audit of the portal keeps it.</summary>
internal static class OrganizationAudit
{
    public static void Add(PortalDb db, Actor actor, string action, string subject, string? before, string? after, DateTimeOffset now)
    {
        var by = $"{actor.Name} ({actor.Kind}:{actor.Id})";
        db.Audit.Add(new AuditEntry { At = now, By = by.Length <= 300 ? by : by[..300], Action = action, Subject = subject, Before = before, After = after });
    }

    /// <summary>What the directory says of an organisation, on one line.</summary>
    public static string Describe(Organization o) =>
        $"name={o.Name}; city={o.City}; region={o.Region}; country={o.Country}; status={o.Status}; tie={o.Tie}; "
        + $"ids={string.Join(' ', o.Identifiers.Select(i => $"{i.Source}:{i.Value}").Order(StringComparer.Ordinal))}; "
        + $"names={string.Join(" | ", o.Names.Select(n => n.Name).Order(StringComparer.Ordinal))}";
}
