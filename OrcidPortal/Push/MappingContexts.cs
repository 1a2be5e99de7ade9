using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Push;

/// <summary>Loads what mapping must know of records: vocabularies, organisations, and whose iDs are authenticated.</summary>
public sealed class MappingContexts(VocabularyStore vocabularies, OrganizationDirectory organizations, IOptions<InstitutionOptions> institution, IOptions<OrcidOptions> orcid)
{
    private const int Chunk = 500;

    /// <summary>The context of each record.</summary>
    /// <param name="records">At most 500, with their effective fields.</param>
    public async Task<IReadOnlyDictionary<Guid, MappingContext>> LoadAsync(PortalDb db, IReadOnlyCollection<Record> records, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(records);
        var (claimed, environment) = (Claimed(records), orcid.Value.EnvironmentName);
        var first = claimed.Take(Chunk).ToArray();
        // One question for all three: a row for each iD, or one without.
        var rows = await (
            from i in db.Instances
            join c in db.Connections.Where(c => c.Environment == environment && c.Orcid != null && first.Contains(c.Orcid)) on 1 equals 1 into cs
            from c in cs.DefaultIfEmpty()
            select new { i.InstanceId, Version = db.Topics.Where(t => t.Key == VocabularyStore.Topic).Select(t => t.Version).FirstOrDefault(), c.Orcid }).ToListAsync(cancellationToken);
        var instance = rows[0];
        var words = await vocabularies.CurrentAsync(db, instance.Version, cancellationToken);
        var places = await organizations.MatchAsync(db, [.. records.Select(r => r.Fields)], cancellationToken);
        var authenticated = rows.Select(r => r.Orcid).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var chunk in claimed.Skip(Chunk).Chunk(Chunk))
            authenticated.UnionWith(await db.Connections.Where(c => c.Environment == environment && c.Orcid != null && chunk.Contains(c.Orcid)).Select(c => c.Orcid!).ToListAsync(cancellationToken));
        return records.ToDictionary(r => r.Id, r => new MappingContext(instance.InstanceId, r.Id, institution.Value.LandingPage(r.Id))
        {
            Vocabularies = words, Organization = OrganizationDirectory.Of(places, r.Fields), AuthenticatedOrcids = authenticated,
        });
    }

    /// <summary>The iDs that records name, in a fixed order.</summary>
    private static IReadOnlyList<string> Claimed(IReadOnlyCollection<Record> records)
    {
        var claimed = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var contributor in records.SelectMany(r => r.Fields.Contributors))
            if (contributor.Orcid is { } text && OrcidId.TryParse(text, out var id)) claimed.Add(id.Value);
        return [.. claimed];
    }
}
