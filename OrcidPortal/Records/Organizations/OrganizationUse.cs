using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Records.Organizations;

/// <summary>Which records name which organisations, by the index of terms.</summary>
internal static class OrganizationUse
{
    private const int Chunk = 250;

    /// <summary>How many records name each of these, by an identifier or a name; 0 is told too.</summary>
    /// <param name="organizations">With their names and identifiers.</param>
    public static async Task<IReadOnlyDictionary<Guid, int>> CountAsync(PortalDb db, IReadOnlyCollection<Organization> organizations, CancellationToken cancellationToken)
    {
        var keys = organizations.DistinctBy(o => o.Id).ToDictionary(o => o.Id, OrganizationKeys.Of);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var chunk in keys.Values.SelectMany(k => k).Distinct().Chunk(Chunk))
            foreach (var term in await db.RecordTerms.AsNoTracking().Where(t => t.Vocabulary == VocabularyNames.Organization && chunk.Contains(t.Value))
                .GroupBy(t => t.Value).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken)) found[term.Key] = term.Count;
        var counts = new Dictionary<Guid, int>();
        foreach (var (id, all) in keys)
            counts[id] = all.Where(found.ContainsKey).ToArray() switch
            {
                [] => 0,
                [var one] => found[one],
                // A record that gives name and identifier stands under both.
                var several => await CountAsync(db, several, cancellationToken),
            };
        return counts;
    }

    /// <summary>How many records stand under any of these keys.</summary>
    public static Task<int> CountAsync(PortalDb db, IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        Records(db, keys).Distinct().CountAsync(cancellationToken);

    /// <summary>The records that stand under any of these keys, some perhaps more than once.</summary>
    public static IQueryable<Guid> Records(PortalDb db, IReadOnlyCollection<string> keys)
    {
        var wanted = keys.ToArray();
        return db.RecordTerms.Where(t => t.Vocabulary == VocabularyNames.Organization && wanted.Contains(t.Value)).Select(t => t.RecordId);
    }

    /// <summary>All organisations that some record names: by an identifier, or by a name that only one active organisation has.</summary>
    public static async Task<HashSet<Guid>> UsedAsync(PortalDb db, CancellationToken cancellationToken)
    {
        var keys = await db.RecordTerms.AsNoTracking().Where(t => t.Vocabulary == VocabularyNames.Organization).Select(t => t.Value).Distinct().ToListAsync(cancellationToken);
        var used = new HashSet<Guid>();
        foreach (var chunk in keys.Select(OrganizationKeys.IdOf).OfType<(string Source, string Value)>().Chunk(Chunk))
        {
            var (sources, values) = (chunk.Select(i => i.Source).Distinct().ToArray(), chunk.Select(i => i.Value).ToArray());
            used.UnionWith(await db.OrganizationIdentifiers.AsNoTracking().Where(i => sources.Contains(i.Source) && values.Contains(i.Value)).Select(i => i.OrganizationId).Distinct().ToListAsync(cancellationToken));
        }
        foreach (var chunk in keys.Select(OrganizationKeys.FormOf).OfType<string>().Chunk(Chunk))
        {
            var named = await db.OrganizationNames.AsNoTracking().Where(n => chunk.Contains(n.SortName) && (n.Language == null || n.Language != OrganizationMatching.Acronym))
                .Join(db.Organizations.Where(o => o.Status == OrganizationStatus.Active), n => n.OrganizationId, o => o.Id, (n, o) => new { n.SortName, o.Id }).ToListAsync(cancellationToken);
            used.UnionWith(named.GroupBy(n => n.SortName, StringComparer.Ordinal).Where(g => g.Count() == 1).Select(g => g.Single().Id));
        }
        return used;
    }
}
