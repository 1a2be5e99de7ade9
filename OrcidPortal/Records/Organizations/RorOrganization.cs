using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records.Organizations;

/// <summary>An entry of the dump in the directory's form. Pure.</summary>
internal sealed record RorOrganization(
    string RorId, string Name, string? City, string? Region, string? Country, OrganizationStatus Status, IReadOnlyList<OrganizationName> Names, IReadOnlyList<(string Source, string Value, bool Preferred)> Identifiers)
{
    /// <summary>Reads an entry.</summary>
    /// <returns>Null with a reason where it has no identifier or no name.</returns>
    public static RorOrganization? Read(RorEntry entry, Guid id, out string? reason)
    {
        reason = null;
        if (OrganizationIdentifiers.Normalize("ROR", entry.Id) is not { } ror)
        {
            reason = $"\"{entry.Id}\" is not a ROR id.";
            return null;
        }
        var named = (entry.Names ?? []).Where(n => !string.IsNullOrWhiteSpace(n?.Value)).ToList();
        if ((named.Find(n => n.Types?.Contains("ror_display") == true) ?? named.Find(n => n.Types?.Contains("label") == true) ?? named.FirstOrDefault()) is not { Value: { } name })
        {
            reason = $"{ror} has no name.";
            return null;
        }
        // Acronyms are many people's: by them alone nothing is found.
        var names = named.Where(n => n.Types is null || n.Value == name || n.Types.Any(t => t != "acronym"))
            .Select(n => new OrganizationName { OrganizationId = id, Name = Cut(n.Value!, 500)!, SortName = RecordUpdate.SortForm(n.Value), Language = n.Language is { Length: <= 10 } language ? language : null })
            .Where(n => n.SortName.Length > 0).OrderBy(n => n.Name == name ? 0 : 1).DistinctBy(n => n.SortName).Take(50).ToList();
        var place = (entry.Locations is [var first, ..] ? first?.Place : null);
        var status = entry.Status?.ToLowerInvariant() switch { "inactive" => OrganizationStatus.Inactive, "withdrawn" => OrganizationStatus.Withdrawn, _ => OrganizationStatus.Active };
        var country = place?.CountryCode is { Length: 2 } code ? code.ToUpperInvariant() : null;
        return new RorOrganization(ror, Cut(name, 500)!, Cut(place?.Name, 200), Cut(place?.Region, 200), country, status, names, [("ROR", ror, true), .. Others(entry)]);
    }

    /// <summary>Whether the row says all of this already.</summary>
    public bool IsIn(Organization row) => row.Name == Name && row.City == City && row.Region == Region && row.Country == Country && row.Status == Status
        && Names.All(n => row.Names.Exists(r => r.SortName == n.SortName)) && Identifiers.All(i => row.Identifiers.Exists(r => r.Source == i.Source && r.Value == i.Value && r.Preferred == i.Preferred));

    private static IEnumerable<(string, string, bool)> Others(RorEntry entry)
    {
        foreach (var ids in entry.ExternalIds ?? [])
        {
            if (ids?.Type is null || OrganizationIdentifiers.SourceOf(ids.Type, null) is not { } source || source == "ROR") continue;
            var preferred = ids.Preferred ?? (ids.All is [var one, ..] ? one : null);
            foreach (var id in (ids.All ?? []).Append(ids.Preferred).Where(i => i is not null).Distinct().Take(20))
                if (OrganizationIdentifiers.Normalize(source, id) is { } value) yield return (source, value, id == preferred);
        }
    }

    private static string? Cut(string? text, int longest) => string.IsNullOrWhiteSpace(text) ? null : text.Trim() is var trimmed && trimmed.Length > longest ? trimmed[..longest] : text.Trim();
}
