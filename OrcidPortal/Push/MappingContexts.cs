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
    /// <summary>The context of each record.</summary>
    /// <param name="records">At most 500, with their effective fields.</param>
    public async Task<IReadOnlyDictionary<Guid, MappingContext>> LoadAsync(PortalDb db, IReadOnlyCollection<Record> records, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(records);
        var instance = await db.Instances.Select(i => new { i.InstanceId, Version = db.Topics.Where(t => t.Key == VocabularyStore.Topic).Select(t => t.Version).FirstOrDefault() }).SingleAsync(cancellationToken);
        var words = await vocabularies.CurrentAsync(db, instance.Version, cancellationToken);
        var places = await organizations.MatchAsync(db, [.. records.Select(r => r.Fields)], cancellationToken);
        var authenticated = await AuthenticatedAsync(db, records, cancellationToken);
        return records.ToDictionary(r => r.Id, r => new MappingContext(instance.InstanceId, r.Id, institution.Value.LandingPage(r.Id))
        {
            Vocabularies = words, Organization = OrganizationDirectory.Of(places, r.Fields), AuthenticatedOrcids = authenticated,
        });
    }

    private async Task<HashSet<string>> AuthenticatedAsync(PortalDb db, IReadOnlyCollection<Record> records, CancellationToken cancellationToken)
    {
        var claimed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var contributor in records.SelectMany(r => r.Fields.Contributors))
            if (contributor.Orcid is { } text && OrcidId.TryParse(text, out var id)) claimed.Add(id.Value);
        var authenticated = new HashSet<string>(StringComparer.Ordinal);
        var environment = orcid.Value.EnvironmentName;
        foreach (var chunk in claimed.Chunk(500))
            authenticated.UnionWith(await db.Connections.Where(c => c.Environment == environment && c.Orcid != null && chunk.Contains(c.Orcid)).Select(c => c.Orcid!).ToListAsync(cancellationToken));
        return authenticated;
    }
}
