using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Matching;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Pull;

/// <summary>What a person is asked about their ORCID record. Theirs alone: nobody else reads it, since it holds what they show to few.</summary>
public sealed class SuggestionList(IDbContextFactory<PortalDb> contexts, IOptions<OrcidOptions> orcid)
{
    /// <summary>So many on a page.</summary>
    public const int PageSize = 25;

    /// <summary>How many are asked of each group; of <see cref="SuggestionGroup.Dismissed"/>, how many were. Groups of none are left out.</summary>
    public async Task<IReadOnlyDictionary<SuggestionGroup, SuggestionCount>> CountAsync(Guid personId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var counts = await Of(db, personId).Where(s => s.State == SuggestionState.Open || s.State == SuggestionState.Dismissed)
            .GroupBy(s => new { s.Kind, s.Match, s.State, IsPublic = s.Visibility == "public" }).Select(g => new { g.Key.Kind, g.Key.Match, g.Key.State, g.Key.IsPublic, Count = g.Count() }).ToListAsync(cancellationToken);
        return counts.GroupBy(c => GroupOf(c.Kind, c.Match, c.State)).ToDictionary(g => g.Key, g => new SuggestionCount(g.Sum(c => c.Count), g.Where(c => c.IsPublic).Sum(c => c.Count)));
    }

    /// <summary>One page of a group, oldest first.</summary>
    /// <param name="cursor">From the page before; null: the first.</param>
    public async Task<Page<SuggestionRow>> LoadAsync(Guid personId, SuggestionGroup group, string? cursor, CancellationToken cancellationToken)
    {
        var after = Guid.TryParse(cursor, out var id) ? id : Guid.Empty;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await In(Of(db, personId), group).Where(s => s.Id > after).OrderBy(s => s.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var more = rows.Count > PageSize;
        var shown = rows.Take(PageSize).ToList();
        return new Page<SuggestionRow>(await WithFieldsAsync(db, personId, shown, cancellationToken), more ? shown[^1].Id.ToString() : null);
    }

    /// <summary>One of them; null where it is not theirs.</summary>
    public async Task<SuggestionRow?> FindAsync(Guid personId, Guid suggestionId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await Of(db, personId).Where(s => s.Id == suggestionId).ToListAsync(cancellationToken);
        return await WithFieldsAsync(db, personId, found, cancellationToken) is [var row] ? row : null;
    }

    /// <summary>Of whom ORCID no longer takes the permission only what everybody may see, also of what was read before.</summary>
    private IQueryable<Suggestion> Of(PortalDb db, Guid personId)
    {
        var environment = orcid.Value.EnvironmentName;
        return db.Suggestions.AsNoTracking().Where(s => s.PersonId == personId && s.Environment == environment && !s.IsGone
            && db.Connections.Any(c => c.PersonId == personId && c.Environment == environment && c.Orcid == s.Orcid && (c.State == ConnectionState.Connected || (c.State == ConnectionState.TokenRejected && s.Visibility == "public"))));
    }

    private static SuggestionGroup GroupOf(RecordKind kind, SuggestionMatch match, SuggestionState state) => (state, match) switch
    {
        (SuggestionState.Dismissed, _) => SuggestionGroup.Dismissed,
        (_, SuggestionMatch.Same) => SuggestionGroup.Differences,
        (_, SuggestionMatch.Maybe) => SuggestionGroup.Maybe,
        _ when kind == RecordKind.Work => SuggestionGroup.Works,
        _ when kind == RecordKind.Funding => SuggestionGroup.Fundings,
        _ when kind.IsAffiliation() => SuggestionGroup.Positions,
        _ => SuggestionGroup.Profile,
    };

    internal static IQueryable<Suggestion> In(IQueryable<Suggestion> all, SuggestionGroup group)
    {
        if (group == SuggestionGroup.Dismissed) return all.Where(s => s.State == SuggestionState.Dismissed);
        var open = all.Where(s => s.State == SuggestionState.Open);
        var (positions, profile) = (RecordKinds.Affiliations.ToArray(), RecordKinds.ProfileItems.ToArray());
        return group switch
        {
            SuggestionGroup.Differences => open.Where(s => s.Match == SuggestionMatch.Same),
            SuggestionGroup.Maybe => open.Where(s => s.Match == SuggestionMatch.Maybe),
            SuggestionGroup.Works => open.Where(s => s.Match == SuggestionMatch.New && s.Kind == RecordKind.Work),
            SuggestionGroup.Fundings => open.Where(s => s.Match == SuggestionMatch.New && s.Kind == RecordKind.Funding),
            SuggestionGroup.Positions => open.Where(s => s.Match == SuggestionMatch.New && positions.Contains(s.Kind)),
            _ => open.Where(s => s.Match == SuggestionMatch.New && profile.Contains(s.Kind)),
        };
    }

    private static async Task<IReadOnlyList<SuggestionRow>> WithFieldsAsync(PortalDb db, Guid personId, List<Suggestion> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0) return [];
        var (environment, iD, codes) = (rows[0].Environment, rows[0].Orcid, rows.Select(r => r.PutCode).ToArray());
        var copies = (await db.ForeignCopies.AsNoTracking().Where(c => c.Environment == environment && c.Orcid == iD && codes.Contains(c.PutCode)).ToListAsync(cancellationToken)).ToDictionary(c => (c.Section, c.PutCode));
        var ids = rows.SelectMany(Beside).Distinct().ToArray();
        // A record of others is named only where the library shows it to everybody: what one of them alone took over from ORCID is theirs.
        var records = (await db.Records.AsNoTracking().Where(r => ids.Contains(r.Id) && r.MergedInto == null && (!r.OnlyAtOrcid || r.People.Any(p => p.PersonId == personId && p.EndedAt == null)))
            .Select(r => new SuggestedRecord(r.Id, r.Title, r.Year, r.Fields)).ToListAsync(cancellationToken)).ToDictionary(r => r.Id);
        return [.. rows.Where(r => copies.ContainsKey((r.Section, r.PutCode))).Select(r => Row(r, copies[(r.Section, r.PutCode)]))];

        SuggestionRow Row(Suggestion row, ForeignCopy copy)
        {
            var record = row.RecordId is { } id ? records.GetValueOrDefault(id) : null;
            var differences = row.Match == SuggestionMatch.Same && record is not null ? FieldDifferences.Of(row.Kind, record.Fields, copy.Fields).Where(d => row.Differences.Contains(d.Id) && !row.Decided.Contains(d.Digest)) : [];
            return new SuggestionRow(
                row.Id, row.Kind, row.Match, row.State, row.Title, row.Year, copy.Type, row.SourceName, row.Visibility, copy.Fields, record,
                [.. row.Candidates.Select(c => Guid.TryParse(c, out var candidate) ? records.GetValueOrDefault(candidate) : null).OfType<SuggestedRecord>()], [.. differences], row.FoundAt, row.DecidedAt);
        }
    }

    private static IEnumerable<Guid> Beside(Suggestion row) =>
        row.Candidates.Select(c => Guid.TryParse(c, out var id) ? id : Guid.Empty).Append(row.RecordId ?? Guid.Empty).Where(id => id != Guid.Empty);
}
