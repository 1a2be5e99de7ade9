using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Mapping.Matching;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Pull;

/// <summary>A person's records, ready to be asked which of them an entry at ORCID is. Works are kept as far as that needs; of the rest there are few.</summary>
internal sealed class OwnRecords
{
    private readonly List<Guid> _works = [];
    private readonly WorkMatcher _matcher;
    private readonly Dictionary<Guid, HashSet<string>> _keys = [];
    private readonly ILookup<RecordKind, (Guid Id, RecordFields Fields)> _others;
    private readonly VocabularySnapshot _words;

    private OwnRecords(IEnumerable<(Guid Id, MatchableWork Work)> works, IEnumerable<(Guid Id, RecordKind Kind, RecordFields Fields)> others, VocabularySnapshot words)
    {
        var matchable = new List<MatchableWork>();
        foreach (var (id, work) in works)
        {
            _works.Add(id);
            matchable.Add(work);
            _keys[id] = [.. work.ExternalIds.Where(i => i.Relationship == Relationship.Self).Select(i => i.Key)];
        }
        (_matcher, _words) = (new WorkMatcher(matchable), words);
        _others = others.ToLookup(o => o.Kind, o => (o.Id, o.Fields));
    }

    public static async Task<OwnRecords> LoadAsync(PortalDb db, Guid personId, VocabularySnapshot words, CancellationToken cancellationToken)
    {
        var mine = db.Records.AsNoTracking().Where(r => r.MergedInto == null && r.People.Any(p => p.PersonId == personId && p.EndedAt == null));
        var works = new List<(Guid, MatchableWork)>();
        await foreach (var work in mine.Where(r => r.Kind == RecordKind.Work).OrderBy(r => r.Id).Select(r => new { r.Id, r.Fields, r.Year }).AsAsyncEnumerable().WithCancellation(cancellationToken))
            works.Add((work.Id, Matchable(work.Fields, work.Year, words)));
        var others = await mine.Where(r => r.Kind != RecordKind.Work).OrderBy(r => r.Id).Select(r => new { r.Id, r.Kind, r.Fields }).ToListAsync(cancellationToken);
        return new OwnRecords(works, others.Select(o => (o.Id, o.Kind, o.Fields)), words);
    }

    /// <summary>Which of them an entry at ORCID is.</summary>
    public Found Find(ForeignCopy copy)
    {
        if (copy.Kind == RecordKind.Work) return Of(_matcher.Match(Matchable(copy.Fields, copy.Year, _words)), _works);
        var ours = _others[copy.Kind].ToList();
        return Of(ItemMatcher.Match(copy.Kind, copy.Fields, [.. ours.Select(o => o.Fields)]), [.. ours.Select(o => o.Id)]);
    }

    /// <summary>Whether the two have an identifier in common letter for letter, so that everybody sees that they are the same.</summary>
    public bool ShareKey(Guid recordId, ForeignCopy copy) => _keys.TryGetValue(recordId, out var keys) && copy.SelfKeys.Any(keys.Contains);

    private static Found Of(WorkMatch match, List<Guid> ids) => match switch
    {
        WorkMatch.Sure sure => new Found(SuggestionMatch.Same, ids[sure.Index], []),
        WorkMatch.Maybe maybe => new Found(SuggestionMatch.Maybe, null, [.. maybe.Candidates.Select(c => ids[c.Index])]),
        _ => new Found(SuggestionMatch.New, null, []),
    };

    private static MatchableWork Matchable(RecordFields fields, int? year, VocabularySnapshot words) => new(
        [.. fields.ExternalIds.Select(i => new ExternalId(i.Type, i.Value, OrcidApi.RelationshipNames.Read(i.Relationship ?? "self"), null))], fields.Title ?? "", fields.Subtitle, year,
        words.TypeOf(RecordKind.Work, fields.Type), [.. fields.Contributors.Select(c => c.Family ?? c.Name.Split(' ')[^1])]);
}

/// <summary>What an entry at ORCID is here.</summary>
/// <param name="RecordId">The record it is, where that is sure.</param>
/// <param name="Candidates">The records it may be.</param>
internal sealed record Found(SuggestionMatch Match, Guid? RecordId, IReadOnlyList<Guid> Candidates);
