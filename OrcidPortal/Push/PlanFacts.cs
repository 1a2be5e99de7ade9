using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Push;

/// <summary>What planning must know of a person.</summary>
/// <param name="Person">Who it is.</param>
/// <param name="Connection">In the registry in use; null: never connected.</param>
/// <param name="Preference">Their choice, or the default.</param>
/// <param name="Foreign">What ORCID holds from others, by section and self key: the source's name.</param>
/// <param name="Linked">Records that stand at ORCID from others without a key in common, as the person or the matcher said: the source's name.</param>
internal sealed record PersonFacts(
    Person Person, Connection? Connection, Preference Preference, IReadOnlyDictionary<(string Section, string Key), string> Foreign, IReadOnlyDictionary<Guid, string> Linked);

/// <summary>Loads what planning must know of people.</summary>
internal static class PlanFacts
{
    public static async Task<Dictionary<Guid, PersonFacts>> LoadAsync(PortalDb db, Guid[] people, string environment, CancellationToken cancellationToken)
    {
        var persons = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var connections = await db.Connections.AsNoTracking().Where(c => c.Environment == environment && people.Contains(c.PersonId)).ToDictionaryAsync(c => c.PersonId, cancellationToken);
        var preferences = await db.Preferences.AsNoTracking().Where(p => people.Contains(p.PersonId)).ToDictionaryAsync(p => p.PersonId, cancellationToken);
        var orcids = connections.Values.Select(c => c.Orcid).OfType<string>().ToArray();
        var foreign = (await db.ForeignCopies.AsNoTracking()
                .Where(c => c.Environment == environment && orcids.Contains(c.Orcid))
                .Select(c => new { c.Orcid, c.Section, c.SelfKeys, c.SourceName }).ToListAsync(cancellationToken))
            .ToLookup(c => c.Orcid);
        var linked = (await db.Suggestions.AsNoTracking()
                .Where(s => s.Environment == environment && people.Contains(s.PersonId) && s.Match == SuggestionMatch.Same && !s.IsGone && s.RecordId != null)
                .Select(s => new { s.PersonId, RecordId = s.RecordId!.Value, s.SourceName }).ToListAsync(cancellationToken))
            .ToLookup(s => s.PersonId);
        return people.ToDictionary(p => p, p =>
        {
            var connection = connections.GetValueOrDefault(p);
            var copies = new Dictionary<(string Section, string Key), string>();
            foreach (var copy in foreign[connection?.Orcid ?? ""])
                foreach (var key in copy.SelfKeys) copies.TryAdd((copy.Section, key), copy.SourceName);
            return new PersonFacts(persons[p], connection, preferences.GetValueOrDefault(p) ?? new Preference { PersonId = p }, copies,
                linked[p].DistinctBy(l => l.RecordId).ToDictionary(l => l.RecordId, l => l.SourceName));
        });
    }
}
