using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Records.Organizations;

/// <summary>Finds the organisations that many records name, with a few questions to the database.</summary>
internal sealed class OrganizationMatching(IReadOnlyList<string> order)
{
    private const int Chunk = 250;

    // A name that more organisations than this bear tells nothing, in any country.
    private const int MostNamesakes = 50;

    /// <summary>What separates a name's key from the country that decides between namesakes.</summary>
    public const char CountryMark = '@';

    /// <summary>A tag for private use (RFC 5646): acronyms are searched for but never matched, too many bear the same one.</summary>
    public const string Acronym = "x-acronym";

    public async Task<IReadOnlyDictionary<string, OrganizationMatch>> RunAsync(PortalDb db, IReadOnlyCollection<RecordFields> fields, CancellationToken cancellationToken)
    {
        var matches = new Dictionary<string, OrganizationMatch>(StringComparer.Ordinal);
        await ByIdentifierAsync(db, fields, matches, cancellationToken);
        await ByNameAsync(db, fields, matches, cancellationToken);
        return matches;
    }

    /// <summary>The country a record gives for its organisation, in two letters; null where none is understood.</summary>
    public static string? Country(RecordFields fields)
    {
        if (VocabularyKeys.Of(fields.OrganizationCountry) is not { Length: > 0 } key) return null;
        var code = VocabularyDefaults.Resolve(VocabularyNames.Country, key) ?? key;
        return code.Length == 2 && code.All(char.IsAsciiLetter) ? code.ToUpperInvariant() : null;
    }

    private async Task ByIdentifierAsync(PortalDb db, IReadOnlyCollection<RecordFields> fields, Dictionary<string, OrganizationMatch> matches, CancellationToken cancellationToken)
    {
        var wanted = fields.Select(f => OrganizationIdForm.Read(f.OrganizationIdSource, f.OrganizationId)).OfType<(string Source, string Value)>().ToHashSet();
        foreach (var chunk in wanted.Chunk(Chunk))
        {
            var (sources, values) = (chunk.Select(w => w.Source).Distinct().ToArray(), chunk.Select(w => w.Value).ToArray());
            var found = await db.OrganizationIdentifiers.AsNoTracking().Where(i => sources.Contains(i.Source) && values.Contains(i.Value)).ToListAsync(cancellationToken);
            var organizations = await LoadAsync(db, found.Select(i => i.OrganizationId), cancellationToken);
            foreach (var id in found)
                if (OrganizationKeys.OfId(id.Source, id.Value) is { } key && organizations.TryGetValue(id.OrganizationId, out var organization)) matches[key] = Match(organization);
        }
    }

    private async Task ByNameAsync(PortalDb db, IReadOnlyCollection<RecordFields> fields, Dictionary<string, OrganizationMatch> matches, CancellationToken cancellationToken)
    {
        var wanted = fields.Where(f => OrganizationKeys.OfId(f.OrganizationIdSource, f.OrganizationId) is not { } id || !matches.ContainsKey(id))
            .Select(f => (Form: OrganizationKeys.NameForm(f.OrganizationName), Country: Country(f))).Where(w => w.Form.Length > 0).ToHashSet();
        foreach (var chunk in wanted.Select(w => w.Form).Distinct().Chunk(Chunk))
        {
            var found = await db.OrganizationNames.AsNoTracking().Where(n => chunk.Contains(n.SortName) && (n.Language == null || n.Language != Acronym))
                .Join(db.Organizations.Where(o => o.Status == OrganizationStatus.Active), n => n.OrganizationId, o => o.Id, (n, o) => new { n.SortName, o.Id, o.Country })
                .ToListAsync(cancellationToken);
            var byForm = found.Where(n => chunk.Contains(n.SortName, StringComparer.Ordinal)).GroupBy(n => n.SortName, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Select(n => (n.Id, n.Country)).Distinct().ToList(), StringComparer.Ordinal);
            var decided = wanted.Where(w => byForm.ContainsKey(w.Form) && byForm[w.Form].Count <= MostNamesakes)
                .Select(w => (w.Form, w.Country, Ids: byForm[w.Form].Where(n => w.Country is null || n.Country is null || n.Country == w.Country).Select(n => n.Id).ToList()))
                .Where(w => w.Ids.Count == 1).ToList();
            var organizations = await LoadAsync(db, decided.Select(w => w.Ids[0]), cancellationToken);
            foreach (var (form, country, ids) in decided)
                if (OrganizationKeys.OfName(form) is { } key && organizations.TryGetValue(ids[0], out var organization))
                    matches[country is null ? key : $"{key}{CountryMark}{country}"] = Match(organization);
        }
    }

    private static async Task<Dictionary<Guid, Organization>> LoadAsync(PortalDb db, IEnumerable<Guid> wanted, CancellationToken cancellationToken)
    {
        var ids = wanted.Distinct().ToArray();
        return ids.Length == 0 ? [] : await db.Organizations.AsNoTracking().Include(o => o.Identifiers).Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellationToken);
    }

    private OrganizationMatch Match(Organization organization)
    {
        var id = organization.Identifiers.Where(i => order.Contains(i.Source))
            .OrderBy(i => order.Index().First(o => o.Item == i.Source).Index).ThenByDescending(i => i.Preferred).ThenBy(i => i.Value, StringComparer.Ordinal).FirstOrDefault();
        return new OrganizationMatch(
            organization.Id, organization.Name, organization.City, organization.Region, organization.Country, id?.Source, id?.Value, organization.Tie);
    }
}
