using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;

namespace OrcidPortal.Records.Organizations;

/// <summary>The organisation that a line of a file means: the one with the portal's id; else with one of its identifiers; else the only one with its name. Or a new one.</summary>
/// <param name="Id">Null: a new one, or none.</param>
/// <param name="Sentence">Why it cannot be told, for people; else null.</param>
internal sealed record OrganizationMeant(Guid? Id, string? Sentence = null)
{
    /// <summary>What each of up to 250 lines means, by its number.</summary>
    public static async Task<IReadOnlyDictionary<int, OrganizationMeant>> FindAsync(PortalDb db, IReadOnlyCollection<OrganizationFileLine> lines, CancellationToken cancellationToken)
    {
        var ids = lines.Select(l => Guid.TryParse(l.Cells.Id, out var id) ? id : (Guid?)null).OfType<Guid>().Distinct().ToArray();
        var known = (await db.Organizations.Where(o => ids.Contains(o.Id)).Select(o => o.Id).ToListAsync(cancellationToken)).ToHashSet();
        var given = lines.SelectMany(l => l.Cells.Ids()).Distinct().ToList();
        var (sources, values) = (given.Select(i => i.Source).Distinct().ToArray(), given.Select(i => i.Value).Distinct().ToArray());
        var owners = (await db.OrganizationIdentifiers.AsNoTracking().Where(i => sources.Contains(i.Source) && values.Contains(i.Value)).ToListAsync(cancellationToken))
            .ToDictionary(i => (i.Source, i.Value), i => i.OrganizationId);
        var forms = lines.Select(l => OrganizationKeys.NameForm(l.Cells.Name)).Where(f => f.Length > 0).Distinct().ToArray();
        var named = (await db.OrganizationNames.AsNoTracking().Where(n => forms.Contains(n.SortName) && (n.Language == null || n.Language != OrganizationMatching.Acronym))
                .Join(db.Organizations, n => n.OrganizationId, o => o.Id, (n, o) => new { n.SortName, o.Id, o.Country }).ToListAsync(cancellationToken))
            .ToLookup(n => n.SortName, n => (n.Id, n.Country), StringComparer.Ordinal);
        var rors = await RorsAsync(db, named.SelectMany(n => n).Select(n => n.Id).Distinct().ToArray(), cancellationToken);
        return lines.ToDictionary(l => l.Line, l => Of(l.Cells));

        OrganizationMeant Of(OrganizationCells cells)
        {
            if (!string.IsNullOrWhiteSpace(cells.Id))
                return !Guid.TryParse(cells.Id, out var id) ? new(null, "The id is not one of the portal. Leave the cell empty, and the organisation is found by its identifiers or its name.")
                    : known.Contains(id) ? new(id) : new(null, "There is no organisation with this id any more. Leave the cell empty, and the organisation is found by its identifiers or its name.");
            var owning = cells.Ids().Select(i => owners.TryGetValue((i.Source, i.Value), out var owner) ? owner : (Guid?)null).OfType<Guid>().Distinct().ToList();
            if (owning.Count > 1) return new(null, "The identifiers belong to several organisations of the directory. Give those of one, or merge the organisations first.");
            if (owning.Count == 1) return new(owning[0]);
            var country = OrganizationMatching.Country(new Data.Entities.RecordFields { OrganizationCountry = cells.Country });
            var namesakes = named[OrganizationKeys.NameForm(cells.Name)].Where(n => country is null || n.Country is null || n.Country == country).Select(n => n.Id).Distinct().ToList();
            if (namesakes.Count > 1) return new(null, $"{namesakes.Count} organisations have this name. Say which one is meant by an identifier.");
            if (namesakes.Count == 0) return new((Guid?)null);
            return rors.Contains(namesakes[0]) && cells.Ids().Any(i => i.Source == "ROR")
                ? new(null, "The directory has an organisation of this name with another ROR id. Look which one is right, and change it on its page.")
                : new(namesakes[0]);
        }
    }

    private static async Task<HashSet<Guid>> RorsAsync(PortalDb db, Guid[] ids, CancellationToken cancellationToken) =>
        [.. await db.OrganizationIdentifiers.AsNoTracking().Where(i => ids.Contains(i.OrganizationId) && i.Source == "ROR").Select(i => i.OrganizationId).ToListAsync(cancellationToken)];
}
