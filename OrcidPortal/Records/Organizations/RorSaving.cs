using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records.Organizations;

/// <summary>Lays some entries of the dump over the directory, in one transaction. What is unchanged is not written.</summary>
internal static class RorSaving
{
    /// <returns>Per entry, in their order, what became of it.</returns>
    public static async Task<IReadOnlyList<SaveOutcome>> RunAsync(PortalDb db, IReadOnlyList<RorEntry> entries, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (sources, values) = (entries.SelectMany(e => e.Identifiers).Select(i => i.Source).Distinct().ToArray(), entries.SelectMany(e => e.Identifiers).Select(i => i.Value).Distinct().ToArray());
        var organizations = await db.Organizations.AsSplitQuery().Include(o => o.Identifiers).Include(o => o.Names)
            .Where(o => o.Identifiers.Any(i => sources.Contains(i.Source) && values.Contains(i.Value))).ToListAsync(cancellationToken);
        var owners = organizations.SelectMany(o => o.Identifiers.Select(i => (Key: (i.Source, i.Value), Owner: o))).ToDictionary(o => o.Key, o => o.Owner);
        return [.. entries.Select(e => Save(db, owners, e, now))];
    }

    private static SaveOutcome Save(PortalDb db, Dictionary<(string Source, string Value), Organization> owners, RorEntry entry, DateTimeOffset now)
    {
        var known = owners.GetValueOrDefault(("ROR", entry.Ror));
        var organization = known ?? new Organization { Name = entry.Name, Source = OrganizationSource.Ror };
        if (known is null) db.Organizations.Add(organization);
        var changed = PutFields(organization, entry) | PutIdentifiers(db, owners, organization, entry.Identifiers) | PutNames(db, organization, entry.Names);
        if (!changed && known is not null) return SaveOutcome.Unchanged;
        organization.ChangedAt = now;
        return known is null ? SaveOutcome.Added : SaveOutcome.Updated;
    }

    // Whatever was written by hand wins; ROR fills what is missing there.
    private static bool PutFields(Organization organization, RorEntry entry)
    {
        var before = (organization.Name, organization.SortName, organization.City, organization.Region, organization.Country, organization.Status);
        var hand = organization.Source == OrganizationSource.Hand;
        if (!hand) organization.Name = entry.Name;
        organization.SortName = RecordUpdate.SortForm(organization.Name);
        organization.City = hand ? organization.City ?? entry.City : entry.City;
        organization.Region = hand ? organization.Region ?? entry.Region : entry.Region;
        organization.Country = hand ? organization.Country ?? entry.Country : entry.Country;
        organization.Status = entry.Status;
        return before != (organization.Name, organization.SortName, organization.City, organization.Region, organization.Country, organization.Status);
    }

    private static bool PutIdentifiers(PortalDb db, Dictionary<(string Source, string Value), Organization> owners, Organization organization, IReadOnlyList<OrganizationId> wanted)
    {
        var changed = false;
        if (organization.Source != OrganizationSource.Hand)
            foreach (var gone in organization.Identifiers.Where(i => !wanted.Any(w => w.Source == i.Source && w.Value == i.Value) && i.Source is not ("RINGGOLD" or "LEI")).ToList())
            {
                organization.Identifiers.Remove(gone);
                db.OrganizationIdentifiers.Remove(gone);
                changed = true;
            }
        foreach (var id in wanted)
        {
            var owner = owners.GetValueOrDefault((id.Source, id.Value));
            if (owner is null)
            {
                organization.Identifiers.Add(new OrganizationIdentifier { Source = id.Source, Value = id.Value, Preferred = id.Preferred });
                (owners[(id.Source, id.Value)], changed) = (organization, true);
            }
            else if (owner == organization)
            {
                if (organization.Identifiers.Find(i => i.Source == id.Source && i.Value == id.Value) is not { } kept || kept.Preferred == id.Preferred) continue;
                (kept.Preferred, changed) = (id.Preferred, true);
            }
            else if (owner.Status != OrganizationStatus.Active && organization.Status == OrganizationStatus.Active)
            {
                // What a closed organisation had belongs to the one that goes on; between two that are open the first keeps it.
                var moved = owner.Identifiers.Find(i => i.Source == id.Source && i.Value == id.Value)!;
                owner.Identifiers.Remove(moved);
                organization.Identifiers.Add(moved);
                moved.OrganizationId = organization.Id;
                (moved.Preferred, owners[(id.Source, id.Value)], changed) = (id.Preferred, organization, true);
            }
        }
        return changed;
    }

    private static bool PutNames(PortalDb db, Organization organization, IReadOnlyList<RorName> wanted)
    {
        var changed = false;
        var byForm = wanted.Select(n => (Form: OrganizationKeys.NameForm(n.Text), Name: n)).Where(n => n.Form.Length > 0).DistinctBy(n => n.Form).ToDictionary(n => n.Form, n => n.Name, StringComparer.Ordinal);
        if (organization.Source != OrganizationSource.Hand)
            foreach (var gone in organization.Names.Where(n => !byForm.ContainsKey(n.SortName)).ToList())
            {
                organization.Names.Remove(gone);
                db.OrganizationNames.Remove(gone);
                changed = true;
            }
        foreach (var (form, name) in byForm)
        {
            if (organization.Names.Find(n => n.SortName == form) is not { } kept)
            {
                organization.Names.Add(new OrganizationName { OrganizationId = organization.Id, SortName = form, Name = name.Text, Language = name.Language });
                changed = true;
            }
            else if (organization.Source != OrganizationSource.Hand && (kept.Name != name.Text || kept.Language != name.Language) && db.Entry(kept) is var row)
            {
                row.Property(n => n.Name).CurrentValue = name.Text;
                row.Property(n => n.Language).CurrentValue = name.Language;
                changed = true;
            }
        }
        return changed;
    }
}
