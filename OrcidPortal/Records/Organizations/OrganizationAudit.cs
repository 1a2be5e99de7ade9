using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records.Organizations;

/// <summary>Who changed the directory, as the audit of the portal keeps it.</summary>
public static class OrganizationAudit
{
    internal const string MergedInto = "merged into organization:";
    private static readonly string[] Fields = ["name", "city", "region", "country", "status", "tie", "ids", "names"];

    internal static void Add(PortalDb db, Actor actor, string action, string subject, string? before, string? after, DateTimeOffset now)
    {
        var by = $"{actor.Name} ({actor.Kind}:{actor.Id})";
        db.Audit.Add(new AuditEntry { At = now, By = by.Length <= 300 ? by : by[..300], Action = action, Subject = subject, Before = before, After = after });
    }

    /// <summary>What the directory says of an organisation, on one line.</summary>
    internal static string Describe(Organization o) =>
        $"name={o.Name}; city={o.City}; region={o.Region}; country={o.Country}; status={o.Status}; tie={o.Tie}; "
        + $"ids={string.Join(' ', o.Identifiers.Select(i => $"{i.Source}:{i.Value}").Order(StringComparer.Ordinal))}; "
        + $"names={string.Join(" | ", o.Names.Select(n => n.Name).Order(StringComparer.Ordinal))}";

    /// <summary>What is different between two lines about an organisation; a line that is none of these is given whole, as the field <c>""</c>.</summary>
    internal static IReadOnlyList<ChangedField> Differences(string action, string? before, string? after)
    {
        if (action == "organization.tied") return [new("tie", before, after)];
        var (was, becomes) = (Read(before), Read(after));
        if (before is not null && was is null || after is not null && becomes is null) return [new("", null, after ?? before)];
        return
        [
            .. Fields.Select(f => new ChangedField(f, was?.GetValueOrDefault(f), becomes?.GetValueOrDefault(f)))
                .Where(f => f.Before != f.After && !(f.Field is "status" or "tie" && was is null)),
        ];
    }

    /// <summary>The fields of <see cref="Describe"/>, in their order; blank ones are left out.</summary>
    internal static IReadOnlyDictionary<string, string>? Read(string? line)
    {
        if (line?.StartsWith("name=", StringComparison.Ordinal) != true) return null;
        var (found, at) = (new Dictionary<string, string>(), 0);
        for (var n = 0; n < Fields.Length; n++)
        {
            var from = at + Fields[n].Length + 1;
            var to = n + 1 == Fields.Length ? line.Length : line.IndexOf($"; {Fields[n + 1]}=", from, StringComparison.Ordinal);
            if (to < 0) return null;
            // Neither source nor value has a blank in it.
            if (line[from..to] is { Length: > 0 } value) found[Fields[n]] = Fields[n] == "ids" ? string.Join(" | ", value.Split(' ').Select(i => string.Join(' ', i.Split(':', 2)))) : value;
            at = to + 2;
        }
        return found;
    }
}
