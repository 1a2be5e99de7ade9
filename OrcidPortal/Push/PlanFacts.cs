using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Push;

/// <summary>What planning must know of a person.</summary>
/// <param name="Connection">In the registry in use; null: never connected.</param>
/// <param name="Preference">Their choice, or the default.</param>
/// <param name="Foreign">What ORCID holds from others, by self key: the source's name.</param>
internal sealed record PersonFacts(Connection? Connection, Preference Preference, IReadOnlyDictionary<string, string> Foreign);

/// <summary>Loads what planning must know of people.</summary>
internal static class PlanFacts
{
    public static async Task<Dictionary<Guid, PersonFacts>> LoadAsync(PortalDb db, Guid[] people, string environment, CancellationToken cancellationToken)
    {
        var connections = await db.Connections.AsNoTracking().Where(c => c.Environment == environment && people.Contains(c.PersonId)).ToDictionaryAsync(c => c.PersonId, cancellationToken);
        var preferences = await db.Preferences.AsNoTracking().Where(p => people.Contains(p.PersonId)).ToDictionaryAsync(p => p.PersonId, cancellationToken);
        var orcids = connections.Values.Select(c => c.Orcid).OfType<string>().ToArray();
        var foreign = (await db.ForeignCopies.AsNoTracking()
                .Where(c => c.Environment == environment && c.Section == Sections.Work && orcids.Contains(c.Orcid))
                .Select(c => new { c.Orcid, c.SelfKeys, c.SourceName }).ToListAsync(cancellationToken))
            .ToLookup(c => c.Orcid);
        return people.ToDictionary(p => p, p =>
        {
            var connection = connections.GetValueOrDefault(p);
            var copies = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var copy in foreign[connection?.Orcid ?? ""])
                foreach (var key in copy.SelfKeys) copies.TryAdd(key, copy.SourceName);
            return new PersonFacts(connection, preferences.GetValueOrDefault(p) ?? new Preference { PersonId = p }, copies);
        });
    }
}
